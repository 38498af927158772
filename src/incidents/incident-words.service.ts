import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, In } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { toMinute } from '../domain/house-time.js';
import {
  IncidentWords,
  standing,
  type WordsCode,
  type WordsOfForm,
  wordsOfForm,
} from '../domain/incident-words.js';
import type { Actor } from '../domain/person.js';

/** What is written down of it. */
export interface NewWords {
  incidentId: string;
  code: WordsCode;
  text: string | null;
  guestId?: string;
  toldAt?: Temporal.Instant;
  due?: string | null;
}

/** The answers of the form that are words; null where nothing was said. */
export type FormWords = Record<WordsOfForm, string | null>;

/** What was written about things that happened: all their words are kept here, and only here. */
@Injectable()
export class IncidentWordsService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Oldest first. */
  async of(
    incidentIds: readonly string[],
    reader: EntityManager = this.pages.manager,
  ): Promise<IncidentWords[]> {
    // Asked with no id at all, SQLite would go through every row to find none
    if (incidentIds.length === 0) return [];
    return reader.find(IncidentWords, {
      where: { incidentId: In([...incidentIds]) },
      order: { number: 'ASC' },
    });
  }

  async add(tx: EntityManager, words: NewWords, who: Actor): Promise<string> {
    const id = randomUUID();
    await tx.insert(IncidentWords, {
      guestId: null,
      toldAt: null,
      due: null,
      ...words,
      id,
      personId: who.id,
      writtenAt: toMinute(this.clock.now()),
      undoneAt: null,
    });
    return id;
  }

  /** Keeps the answers that say something new; answers whether any did. */
  async keep(tx: EntityManager, incidentId: string, answers: FormWords, who: Actor): Promise<boolean> {
    const words = await this.of([incidentId], tx);
    const changed = wordsOfForm.filter((code) => standing(words, code) !== answers[code]);
    for (const code of changed) await this.add(tx, { incidentId, code, text: answers[code] }, who);
    return changed.length > 0;
  }

  /** Nobody was told after all. */
  async takeBack(tx: EntityManager, id: string): Promise<void> {
    await tx.update(IncidentWords, { id }, { undoneAt: toMinute(this.clock.now()) });
  }
}
