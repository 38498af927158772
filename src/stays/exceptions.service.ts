import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Bed } from '../domain/bed.js';
import { NeedsException } from '../domain/conflict.js';
import { Person } from '../domain/person.js';
import type { PastLimit } from '../domain/stay-limits.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { Cause, ExceptionAsked } from './exception.views.js';

/** A coordinator's yes, in person or by phone, and why (R22). */
export interface AgreedException {
  reason: string;
  agreedBy: string;
}

/** Going past what anyone on shift records alone (R4, R22): counts at once, with a reason and a coordinator's yes. */
@Injectable()
export class ExceptionsService {
  constructor(private readonly pages: PageReader) {}

  /** What a page asks with, when something goes past what a shift records alone. */
  async question(cause: Cause): Promise<ExceptionAsked> {
    const { manager } = this.pages;
    const [people, beds] = await Promise.all([this.whoCanAgree(manager), manager.find(Bed)]);
    return { people, cause, beds };
  }

  private whoCanAgree(reader: EntityManager): Promise<Person[]> {
    return reader.find(Person, {
      where: { role: In(['coordinator', 'manager']), disabledAt: IsNull() },
      order: { name: 'ASC' },
    });
  }

  /**
   * Throws NeedsException when none was given yet, a RuleViolation when the reason or the yes is missing. `past` is the limit
   * it goes past, null when it is only too far back.
   */
  async agreed(
    tx: EntityManager,
    exception: AgreedException | null,
    past: PastLimit | null = null,
  ): Promise<AgreedException> {
    if (!exception) throw new NeedsException('This goes past what a shift records alone', past);
    if (exception.reason === '') throw new RuleViolation('exceptionReason', 'Say why');
    const people = await this.whoCanAgree(tx);
    if (!people.some(({ id }) => id === exception.agreedBy)) {
      throw new RuleViolation('agreedBy', 'Choose the coordinator who said yes');
    }
    return exception;
  }
}

const LONGEST_REASON = 500;

/** A line of history has one reason: why it was done, and why as an exception, when both were said. */
export function reasonWith(reason: string | null, agreed: AgreedException | null): string | null {
  if (reason === null || agreed === null || reason === agreed.reason) return agreed?.reason ?? reason;
  const both = `${reason} ${agreed.reason}`;
  if ([...both].length <= LONGEST_REASON) return both;
  const words = `Both reasons together are too long. Use at most ${LONGEST_REASON} characters`;
  throw new RuleViolation('exceptionReason', words);
}
