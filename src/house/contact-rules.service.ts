import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import type { ContactRules } from '../domain/contact-rules.js';
import { pointOf } from '../domain/follow-up.js';
import { toMinute } from '../domain/house-time.js';

/** One version of how the house keeps in touch, and who saved it; nobody saved the one it came with. */
export interface SavedRules {
  number: number;
  rules: ContactRules;
  personName: string | null;
  at: Temporal.Instant;
}

interface Row {
  number: number;
  callFrom: number;
  callTo: number;
  mostTries: number;
  points: string;
  words: string;
  personName: string | null;
  at: string;
}

/** How the house keeps in touch after leaving. Every version that was saved is kept; a plan that was made keeps its own. */
@Injectable()
export class ContactRulesService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  async newest(reader: EntityManager = this.pages.manager): Promise<SavedRules> {
    const [row] = await reader.query<Row[]>(NEWEST);
    return savedOf(row!);
  }

  /** Throws ChangedMeanwhile when `seen` is no longer the newest (R26). */
  async keep(
    tx: EntityManager,
    next: { rules: ContactRules; seen: number },
    personId: string,
  ): Promise<void> {
    const { number } = await this.newest(tx);
    if (number !== next.seen) throw new ChangedMeanwhile('Someone else changed this meanwhile.');
    const { hours, mostTries, points, words } = next.rules;
    const codes = points.map(({ code }) => code).join(' ');
    const at = instantText.to(toMinute(this.clock.now()));
    const row = [number + 1, hours.from, hours.to, mostTries, codes, words, personId, at];
    await tx.query('INSERT INTO contact_rules VALUES (?, ?, ?, ?, ?, ?, ?, ?)', row);
  }
}

const savedOf = ({
  number,
  callFrom,
  callTo,
  mostTries,
  points,
  words,
  personName,
  at,
}: Row): SavedRules => ({
  number,
  rules: {
    hours: { from: callFrom, to: callTo },
    mostTries,
    points: points.split(' ').flatMap((code) => pointOf(code) ?? []),
    words,
  },
  personName,
  at: Temporal.Instant.from(at),
});

const NEWEST = `SELECT r.number, r.call_from AS callFrom, r.call_to AS callTo, r.most_tries AS mostTries, r.points, r.words, r.at,
    p.name AS personName
  FROM contact_rules r LEFT JOIN people p ON p.id = r.person_id WHERE r.number = (SELECT max(number) FROM contact_rules)`;
