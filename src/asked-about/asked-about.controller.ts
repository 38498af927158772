import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Page } from '../web/answer.js';
import { WORDS_TO_SAY } from '../web/asked-about.js';
import { paths } from '../web/paths.js';
import { Open } from '../web/permit.js';

/** The same words for everyone who asks about anyone, also before signing in: nobody learns here who stays (R49). */
@Controller('asked-about')
export class AskedAboutController {
  @Get()
  @Open()
  show(@Req() { visit }: FastifyRequest) {
    const onCall = visit.house?.onCall ?? '';
    // A house note, the same for any name: on the page of a stay it would tell who is here
    const messageHref = visit.person && !visit.isCovered ? paths.message() : null;
    const title = 'Someone is asking about a person';
    return new Page('asked-about/show', { title, words: WORDS_TO_SAY, onCall, messageHref });
  }
}
