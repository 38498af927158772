import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import {
  BedTaken,
  Conflict,
  MaybeKnown,
  NeedsException,
  NotReadyYet,
  OutOfOrder,
  SeenSince,
  SentBefore,
  TalkFirstAsked,
} from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { PaperKindCode } from '../domain/paper-sheet.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import type { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { PaperLineForm } from './paper.forms.js';
import { type PaperKind, PaperKinds } from './paper-kinds.service.js';
import { PaperLines } from './paper-lines.service.js';
import { PaperSheets } from './paper-sheets.service.js';
import { asOne, type EntryFacts, paperView } from './paper.views.js';

/** Who keys in, and when. */
export interface Keying {
  who: Actor;
  house: House;
  now: Temporal.Instant;
}

/** What stands against another record, and how the page is sent. */
interface Asks {
  status: number;
  error?: Conflict;
  draftSavedAt?: Temporal.Instant | null;
}

/** A line that is being keyed in: its kind, the form of the kind, and what every line says. */
export interface LineForms {
  code: PaperKindCode;
  kind: PaperKind<unknown>;
  form: Form<unknown>;
  line: PaperLineForm;
}

/** What the page asks about in a place of its own; of any other conflict it says the words. */
const asked = [BedTaken, MaybeKnown, NeedsException, NotReadyYet, OutOfOrder, SeenSince, TalkFirstAsked];

/** Gathers what the page "from paper" shows. */
@Injectable()
export class PaperPages {
  constructor(
    private readonly kinds: PaperKinds,
    private readonly sheets: PaperSheets,
    private readonly lines: PaperLines,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** The forms of a line of this kind; null when there is no such kind for this person. */
  forms(code: string, body: FormBody, { who, house, now }: Keying): LineForms | null {
    const found = this.kinds.find(code, who);
    if (!found) return null;
    const arrived = { time: house.time, now };
    const line = new PaperLineForm(body, found.kind, arrived);
    return { ...found, form: found.kind.form(body, arrived), line };
  }

  /** The sheet, with the questions of the kind that was chosen, or the kinds to choose from. */
  async begin(code: string, keying: Keying): Promise<Page> {
    const found = this.kinds.find(code, keying.who);
    if (!found) return this.page(null, keying, { status: 200 });
    const draft = await this.drafts.find(keying.who.id, paths.fromPaperLine(found.code));
    const fresh = found.kind.fresh?.(keying.house, keying.now) ?? [];
    const body: FormBody = new Map([...fresh, ...(await this.sheets.writerSoFar()), ...(draft?.body ?? [])]);
    const draftSavedAt = draft?.savedAt ?? null;
    return this.page(this.forms(code, body, keying), keying, { status: 200, draftSavedAt });
  }

  /** The page for an answer that stands against another record; any other error is thrown on. */
  refused(error: unknown, forms: LineForms, keying: Keying): Promise<Page> {
    if (!(error instanceof Conflict) || error instanceof SentBefore) throw error;
    if (!asked.some((kind) => error instanceof kind)) forms.form.blame(new RuleViolation('', error.message));
    return this.page(forms, keying, { status: 409, error });
  }

  async page(forms: LineForms | null, keying: Keying, asks: Asks): Promise<Page> {
    const { who, house, now } = keying;
    const sheet = await this.sheets.open();
    const view = paperView({
      house,
      kinds: this.kinds.for(who),
      lines: sheet ? await this.lines.of(sheet.id, now) : null,
      entry: forms && (await this.entry(forms, keying, asks)),
      formToken: this.token(who, forms),
      plainToken: this.token(who, null),
    });
    return new Page('paper/show', view, asks.status);
  }

  private async entry(forms: LineForms, keying: Keying, asks: Asks): Promise<EntryFacts> {
    const { error = null, draftSavedAt = null } = asks;
    const form = asOne(forms);
    return {
      ...keying,
      code: forms.code,
      label: forms.kind.label,
      form,
      questions: await forms.kind.questions(form, { ...keying, error }),
      people: await this.people.workingHere(),
      taken: error instanceof BedTaken ? error : null,
      outOfOrder: error instanceof OutOfOrder ? error : null,
      draftSavedAt,
    };
  }

  private token({ id }: Actor, forms: LineForms | null): string {
    return this.tokens.draw({ personId: id, place: forms ? paths.fromPaperLine(forms.code) : '' });
  }
}
