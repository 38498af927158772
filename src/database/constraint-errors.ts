import sqlite3 from 'sqlite3';
import { AlreadyLeft, BedTaken, Conflict, GuestAlreadyHere } from '../domain/conflict.js';
import { HouseFileFull, HouseIsBusy } from './refusals.js';

/** TypeORM's sqlite driver gives no extended code: what was refused is only in the words of the triggers and keys. */
const refusals: readonly [RegExp, () => Error][] = [
  [/bed taken|bed_nights\.bed_id|bed_segments\.bed_id/, () => new BedTaken('Someone else has this bed.')],
  [
    /one bed a night|bed_nights\.guest_key/,
    () => new GuestAlreadyHere('This guest has another bed on one of these nights.'),
  ],
  [
    /guest already here|bed_segments\.stay_id|stays\.guest_id/,
    () => new GuestAlreadyHere('This guest is in the house already.'),
  ],
  [
    /departures: this stay has ended|departures\.stay_id/,
    () => new AlreadyLeft('This guest has left already.'),
  ],
  [
    /deaths: this is written down already|deaths\.guest_id/,
    () => new Conflict('This is written down already.'),
  ],
  [/turnovers: this bed is getting ready/, () => new Conflict('This bed is getting ready already.')],
  [
    /this name is taken|(beds|people)\.name|index '(beds|people)_one_of_a_name'/,
    () => new Conflict('This name is taken.'),
  ],
];

const troubles: Record<number, () => Error> = {
  [sqlite3.FULL]: () => new HouseFileFull('The disk is full.'),
  [sqlite3.IOERR]: () => new HouseFileFull('The disk does not take what is written.'),
  [sqlite3.READONLY]: () => new HouseFileFull('The disk does not take what is written.'),
  [sqlite3.BUSY]: () => new HouseIsBusy(),
};

/** What a failure of the file means in the house: a Conflict, HouseIsBusy, HouseFileFull, or the failure itself. */
export function explained(error: unknown): unknown {
  const { errno, message } = (error ?? {}) as { errno?: unknown; message?: unknown };
  if (typeof errno !== 'number') return error;
  if (errno !== sqlite3.CONSTRAINT) return troubles[errno]?.() ?? error;
  return refusals.find(([words]) => words.test(String(message)))?.[1]() ?? error;
}
