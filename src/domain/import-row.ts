import type { Temporal } from 'temporal-polyfill';
import type { Bed } from './bed.js';
import { isBefore, isEarlier, laterDay } from './days.js';
import { foldName } from './guest.js';
import type { House } from './house.js';
import type { ImportChoices, ImportFact } from './import-columns.js';
import { readCell, type ToldDay } from './import-dates.js';
import { readListed, readStayedBefore, WrongRow } from './import-words.js';
import { FURTHEST_PLAN, type StayedBefore } from './stay.js';

/** A stay as a row of an earlier spreadsheet tells it: it is over. */
export interface EarlierStay {
  /** Of its row; the header is row 1. */
  row: number;
  /** Whose rows are one guest; null for a guest with this row only. */
  guestKey: string | null;
  name: string | null;
  bed: Bed;
  arrivedAt: Temporal.Instant;
  arrivalDay: Temporal.PlainDate;
  leftAt: Temporal.Instant;
  departureDay: Temporal.PlainDate;
  firstPlannedDay: Temporal.PlainDate;
  stayedBefore: StayedBefore;
  /** Codes of the house's lists. */
  referralSource: string;
  ending: string;
  destination: string;
  /** The file tells the hour they left. */
  isHourKnown: boolean;
  /** The same for the same words about the guest, bed, arrival and leaving: a row comes in once. */
  sameAs: string;
}

/** The hours of a row that tells only days, on the house's clock. */
export const USUAL_ARRIVAL = '15:00';
export const USUAL_LEAVING = '11:00';

/** What rows are read with. */
export interface RowFacts {
  choices: ImportChoices;
  house: House;
  beds: readonly Bed[];
  now: Temporal.Instant;
}

/** Reads one row (`row` is its number in the file). Answers the stay, or the sentence that says why it is none. */
export function readRow(row: number, cells: readonly string[], facts: RowFacts): EarlierStay | string {
  try {
    return new RowReader(cells, facts).read(row);
  } catch (error) {
    if (error instanceof WrongRow) return error.message;
    throw error;
  }
}

class RowReader {
  constructor(
    private readonly cells: readonly string[],
    private readonly facts: RowFacts,
  ) {}

  read(row: number): EarlierStay {
    const bed = this.bed();
    const [arrivedAt, left] = [this.arrival(), this.leaving()];
    const { time, lists } = this.facts.house;
    const skips = this.facts.choices.skipsUnknownWords;
    this.checkOrder(arrivedAt, left.at);
    const arrivalDay = time.houseDay(arrivedAt);
    const departureDay = laterDay(time.houseDay(left.at), arrivalDay);
    const guestKey = this.guestKey();
    const name = this.name();
    return {
      row,
      guestKey,
      name,
      bed,
      arrivedAt,
      arrivalDay,
      leftAt: left.at,
      departureDay,
      firstPlannedDay: this.planned(arrivalDay, departureDay),
      stayedBefore: readStayedBefore(this.cell('before'), skips),
      referralSource: readListed(this.cell('heard'), 'referral-sources', lists, skips),
      ending: readListed(this.cell('ending'), 'endings', lists, skips),
      destination: readListed(this.cell('destination'), 'destinations', lists, skips),
      isHourKnown: left.isHourKnown,
      sameAs: JSON.stringify([this.guestWords(), bed.id, String(arrivedAt), String(left.at)]),
    };
  }

  private cell(fact: ImportFact): string {
    const index = this.facts.choices.facts.indexOf(fact);
    return index < 0 ? '' : (this.cells[index] ?? '').trim();
  }

  private name(): string | null {
    const name = this.cell('name').replace(/\s+/gu, ' ');
    if ([...name].length > 100) throw new WrongRow('The name is too long. Use at most 100 characters');
    return name === '' ? null : name;
  }

  private guestWords(): string {
    return foldName(this.cell('number')) || foldName(this.cell('name'));
  }

  private guestKey(): string | null {
    const number = foldName(this.cell('number'));
    if (number !== '') return `number ${number}`;
    const name = this.name();
    return this.facts.choices.isSameByName && name ? `name ${name}` : null;
  }

  private bed(): Bed {
    const typed = this.cell('bed');
    if (typed === '') throw new WrongRow('No bed is named');
    const folded = foldName(typed);
    const bed = this.facts.beds.find(({ name, room }) =>
      [name, `${room ?? ''} ${name}`].some((each) => foldName(each) === folded),
    );
    if (!bed) throw new WrongRow('There is no bed of this name in the house');
    return bed;
  }

  private arrival(): Temporal.Instant {
    return this.instant(this.told('arrived', 'the arrival'), USUAL_ARRIVAL, 'arrival');
  }

  private leaving(): { at: Temporal.Instant; isHourKnown: boolean } {
    if (this.cell('left') === '')
      throw new WrongRow('This stay has not ended. Only stays that are over come in');
    const told = this.told('left', 'the leaving');
    const at = this.instant(told, USUAL_LEAVING, 'leaving');
    return { at: this.notBeforeArrival(told, at), isHourKnown: told.time !== null };
  }

  /** Somebody who came and left on one day without an hour left after they came. */
  private notBeforeArrival(told: ToldDay, at: Temporal.Instant): Temporal.Instant {
    const arrived = this.told('arrived', 'the arrival');
    const arrivedAt = this.arrival();
    return told.time === null && told.day.equals(arrived.day) && isEarlier(at, arrivedAt) ? arrivedAt : at;
  }

  private told(fact: ImportFact, words: string): ToldDay {
    const cell = this.cell(fact);
    const told = readCell(cell, this.facts.choices.dateOrder);
    if (!told)
      throw new WrongRow(cell === '' ? `The day of ${words} is missing` : `The day of ${words} is no day`);
    return told;
  }

  private instant({ day, time }: ToldDay, usual: string, words: string): Temporal.Instant {
    const reading = this.facts.house.time.read(`${day.toString()}T${time ?? usual}`);
    if (reading.kind === 'instant') return reading.at;
    // The clock showed it twice: nothing in a file says which, and the first is as good
    if (reading.kind === 'doubled') return this.firstOf(reading.choices[0].typed);
    throw new WrongRow(`The hour of the ${words} did not exist: the clock was put forward`);
  }

  private firstOf(typed: string): Temporal.Instant {
    const reading = this.facts.house.time.read(typed);
    if (reading.kind !== 'instant') throw new Error('not one of two hours');
    return reading.at;
  }

  private checkOrder(arrivedAt: Temporal.Instant, leftAt: Temporal.Instant): void {
    const { now } = this.facts;
    if (isEarlier(now, arrivedAt)) throw new WrongRow('The arrival is in the future');
    if (isEarlier(now, leftAt))
      throw new WrongRow('The leaving is in the future. Only stays that are over come in');
    if (isEarlier(leftAt, arrivedAt)) throw new WrongRow('They left before they arrived');
  }

  private planned(arrivalDay: Temporal.PlainDate, departureDay: Temporal.PlainDate): Temporal.PlainDate {
    const next = arrivalDay.add({ days: 1 });
    if (this.cell('planned') === '') return laterDay(departureDay, next);
    const { day } = this.told('planned', 'the first plan');
    if (!isBefore(arrivalDay, day)) throw new WrongRow('The first planned day is not after the arrival');
    if (isBefore(arrivalDay.add({ days: FURTHEST_PLAN }), day))
      throw new WrongRow('The first planned day is too far away');
    return day;
  }
}
