import { Body, Controller, Post } from '@nestjs/common';
import { WordingService } from '../house/wording.service.js';
import { Facts } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { Permit } from '../web/permit.js';

/** Plain words from the house’s list, asked for by our script while somebody writes. */
@Controller('wording')
export class PlainWordsController {
  constructor(private readonly wording: WordingService) {}

  /** Reads only: neither the words nor that anybody asked is written down. */
  @Post()
  @Permit('notes.write')
  async offer(@Body() body: FormBody) {
    return new Facts({ hints: await this.wording.hints(only(body, 'text')) });
  }
}
