import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced } from './open-the-house/kept-rows.js';
import { refuse } from './open-the-house/refuse.js';
import { isMinute } from './open-the-house/shapes.js';

/** The house’s list of words that have a plainer one: every version that was saved. The first came with the house. */
export class PlainWords1767225627000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of plainWords) await db.query(statement);
    await db.query(`INSERT INTO plain_words VALUES (1, ?, NULL, '2026-01-01T00:00:00Z')`, [FIRST.trim()]);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}

const plainWords = [
  `CREATE TABLE plain_words (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    lines TEXT NOT NULL CHECK (length(lines) <= 20000),
    person_id TEXT REFERENCES people CHECK (person_id IS NOT NULL OR number = 1),
    at TEXT NOT NULL CHECK (${isMinute('at')})
  ) STRICT`,
  isNotReplaced('plain_words', 'number'),
  isNeverDeleted('plain_words'),
  refuse('plain_words_are_not_changed', 'BEFORE UPDATE ON plain_words', 'plain_words: each version is kept'),
];

const FIRST = `
refused = chose not to, said no
non-compliant, not compliant = had other priorities, saw it another way
resistant, uncooperative = didn’t agree with it
attention-seeking, attention seeker = was looking for company
frequent flyer, frequent flier = has stayed before, knows us well
manipulative, manipulating = needed something: say what it was
dangerous, violent = say what was done or said
aggressive, threatening = say what you saw and heard
suffers from = lives with
victim of = lived through, survived
unmotivated, lazy = what we offered wasn’t it for them
unrealistic = hopes for a lot
in denial, lacks insight = sees it another way: say how
relapse = is using again, in the words they use for it
drug-seeking = say what they asked for
stayed clean, got clean, been clean = in the words they use for it
clean test, dirty test = leave it out
addict, alcoholic, junkie = a person first, and only in their own words
is bipolar, a bipolar, schizophrenic, a borderline, is borderline = a person first, and only in their own words
patient, client, service user = guest, or the name they go by
admitted, intake = arrived, was welcomed
discharged = left
eloped, absconded, AWOL, no-show = left, hasn’t come back yet, didn’t come yet
decompensated, decompensating, baseline = say what you noticed together
low-functioning, high-functioning = say what helps, and with what
committed suicide = died by suicide
failed attempt, suicide gesture = survived an attempt
medication compliance, med compliant = leave it out: medicines are theirs
`;
