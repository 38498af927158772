import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import { type PaperKindCode, paperKinds } from '../domain/paper-sheet.js';
import { mayDo, type Permission } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import type { Answered } from '../web/fields.js';
import type { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { Question } from '../web/paper-questions.js';
import type { Arrived } from '../web/typed-moment.js';

/** A form with what was typed into it. */
export type TypedForm = Answered & { body: FormBody };

/** Who keys in, when, and what stood against another record; null when nothing did. */
export interface PaperDesk {
  who: Actor;
  house: House;
  now: Temporal.Instant;
  error: unknown;
}

/** What a line says besides the answers of its form: which stay or bed it is about ('' where the form asks), and when it happened. */
export interface PaperFacts {
  about: string;
  at: Temporal.Instant;
  who: Actor;
  house: House;
}

/** What a line became; when it said two things at once, the second as a line of its own after it. */
export interface Keyed extends Done {
  also?: { kind: PaperKindCode; at: Temporal.Instant; undo: string };
}

/**
 * One kind of line, as its own part of the house knows it: the form, the verb and the rules are those of the usual page
 * (R52).
 */
export interface PaperKind<Values> {
  /** 'Someone left' */
  label: string;
  act: Permission;
  /** The field that says when it happened. */
  time: string;
  /** The field that says what it is about, and what is said when it is empty; null where the form asks by itself. */
  about: { field: 'stayId' | 'bedId'; missing: string } | null;
  /** What stands in the form before anything was typed. */
  fresh?(house: House, now: Temporal.Instant): FormBody;
  form(body: FormBody, arrived: Arrived): Form<Values>;
  /** In the order of the paper. */
  questions(form: TypedForm, desk: PaperDesk): Promise<Question[]>;
  /** What is looked up before the unit of work; may throw as `record` does. */
  prepare?(values: Values, facts: PaperFacts): Promise<Values>;
  record(tx: EntityManager, values: Values, facts: PaperFacts): Promise<Keyed>;
}

/** What a sheet of paper can say: each part of the house tells its own at start. */
@Injectable()
export class PaperKinds {
  private readonly kinds = new Map<PaperKindCode, PaperKind<unknown>>();

  when<Values>(code: PaperKindCode, kind: PaperKind<Values>): void {
    this.kinds.set(code, kind);
  }

  /** Null for no kind, and for one that is not this person's to record. */
  find(code: string, { role }: Actor): { code: PaperKindCode; kind: PaperKind<unknown> } | null {
    return this.for({ role }).find((each) => each.code === code) ?? null;
  }

  /** Those this person may record, in the order of the page. */
  for({ role }: Pick<Actor, 'role'>): { code: PaperKindCode; kind: PaperKind<unknown> }[] {
    return paperKinds.flatMap((code) => {
      const kind = this.kinds.get(code);
      return kind && mayDo(role, kind.act) ? [{ code, kind }] : [];
    });
  }
}
