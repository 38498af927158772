import { Controller, Get } from '@nestjs/common';
import type { House } from '../domain/house.js';
import { Page } from '../web/answer.js';
import { Permit } from '../web/permit.js';
import { TheHouse } from '../web/who.js';

/** The same words for everyone who asks about anyone: nobody learns here who stays (R49). */
@Controller('asked-about')
export class AskedAboutController {
  @Get()
  @Permit('askedAbout.view')
  show(@TheHouse() { onCallLine }: House) {
    return new Page('asked-about/show', { title: 'Someone is asking about a person', onCall: onCallLine });
  }
}
