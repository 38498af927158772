import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';

/** A bed of the house, in use from its first night to its last, or without end (R12). */
export class Bed {
  id: string;
  name: string;
  room: string | null;
  /** Its place in the house's own order. */
  position: number;
  firstNight: Temporal.PlainDate;
  lastNight: Temporal.PlainDate | null;
  /** What it offers, by codes of `bedFeatures`. */
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

  /** Whether the house has this bed on that night (R12). */
  isInUse(night: Temporal.PlainDate): boolean {
    return !isBefore(night, this.firstNight) && (this.lastNight === null || !isBefore(this.lastNight, night));
  }
}

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
