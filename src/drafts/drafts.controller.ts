import { Body, Controller, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import type { Actor } from '../domain/person.js';
import { Nothing, SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { PageTooOld } from '../web/refusals.js';
import { Who } from '../web/who.js';
import { DraftsService } from './drafts.service.js';

/** Half-filled forms: kept while somebody types, and thrown away (R31). */
@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  /** What our script sends a moment after typing stops. Whose draft it becomes, the form says, and not who sits here now. */
  @Post('keep')
  @Permit('drafts.keep')
  async keep(@Body() body: FormBody) {
    const form = this.tokens.read(only(body, 'formToken'));
    if (!form) throw new PageTooOld(null);
    await this.drafts.keep(form, body);
    return new Nothing();
  }

  /** With the form it was begun in, what that page still sends later brings nothing back. */
  @Post('discard')
  @Permit('drafts.discard')
  async discard(@Body() body: FormBody, @Who() who: Actor) {
    await this.acts.once(who, 'drafts.discard', body, async (tx) => {
      await this.drafts.discard(tx, who.id, only(body, 'place'));
      return { address: paths.board(), subjectId: null, undo: null };
    });
    return new SeeOther(paths.board(), { message: 'What was begun is thrown away.', undo: null });
  }
}
