import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { HouseList } from './house-list.js';
import { codesOf, type ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** What a bed can offer, as it ships: shown wherever it is offered. */
export const bedFeatures: readonly ListEntry[] = [
  { code: 'step_free', label: 'Step-free' },
  { code: 'bathroom', label: 'Own bathroom' },
  { code: 'fragrance_free', label: 'Fragrance-free' },
  { code: 'service_animal', label: 'Service animal welcome' },
  { code: 'quiet', label: 'Quiet' },
  { code: 'wide', label: 'Wide bed' },
];

/** In the order of the list. Throws a RuleViolation for a code that is not offered, unless the bed has it (`kept`). */
export function readFeatures(codes: readonly string[], list: HouseList, kept: readonly string[]): string[] {
  const known = codesOf(list.offered(kept));
  if (codes.some((code) => !known.includes(code)))
    throw new RuleViolation('features', 'Choose from the list');
  return known.filter((code) => codes.includes(code));
}

/** A bed of the house, in use from its first night to its last, or without end (R12). */
export class Bed {
  id: string;
  name: string;
  room: string | null;
  /** Its place in the house's own order. */
  position: number;
  firstNight: Temporal.PlainDate;
  lastNight: Temporal.PlainDate | null;
  /** What it offers, by codes of the house’s list. */
  features: string[];
  version = 1;

  constructor(facts: {
    id: string;
    name: string;
    room: string | null;
    position: number;
    firstNight: Temporal.PlainDate;
  }) {
    this.id = facts.id;
    this.name = facts.name;
    this.room = facts.room;
    this.position = facts.position;
    this.firstNight = facts.firstNight;
    this.lastNight = null;
    this.features = [];
  }

  /** 'Step-free, quiet' in the words and the order of the list, or '' when nothing is said of it. */
  offers({ entries }: HouseList): string {
    const words = entries.filter(({ code }) => this.features.includes(code)).map(({ label }) => label);
    return words.map((label, index) => (index === 0 ? label : inSentence(label))).join(', ');
  }

  /** Whether it offers all that somebody needs. */
  fits(needs: readonly string[]): boolean {
    return needs.every((code) => this.features.includes(code));
  }

  /** Whether the house has this bed on that night (R12). */
  isInUse(night: Temporal.PlainDate): boolean {
    return !isBefore(night, this.firstNight) && (this.lastNight === null || !isBefore(this.lastNight, night));
  }
}

/** 'Quiet' as 'quiet'; 'TV' stays. */
const inSentence = (label: string): string =>
  label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** The beds a person types when the house is set up: a line each, `Room / Bed` or `Bed`. */
export function readBedLines(text: string): { room: string | null; name: string }[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [room, ...bed] = line.split('/').map((part) => part.trim());
      return bed.length > 0 ? { room: room || null, name: bed.join(' / ') } : { room: null, name: room! };
    });
}
