import { Temporal } from 'temporal-polyfill';

/** What the house clock shows at an instant. `which` tells the two passes of a doubled hour apart (R3). */
export interface LocalTime {
  /** The calendar date on the wall, which is not always the house day. */
  day: Temporal.PlainDate;
  hour: number;
  minute: number;
  which: 'only' | 'first' | 'second';
  /** Distance from UTC, such as '-05:00'. */
  offset: string;
}

/** What a typed local time means (R3). Texts are in the form that `HouseTime.typed` writes and `HouseTime.read` takes. */
export type Reading =
  | { kind: 'instant'; at: Temporal.Instant }
  | { kind: 'not-a-time' }
  | { kind: 'skipped'; jumpsTo: string }
  | {
      kind: 'doubled';
      choices: [{ typed: string; which: 'first' }, { typed: string; which: 'second' }];
    };

const NOT_A_TIME: Reading = { kind: 'not-a-time' };

/** A calendar date typed as YYYY-MM-DD, from 2000 to 2099; null for anything else, 30 February included. */
export function parseDay(text: string): Temporal.PlainDate | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** The instant without its seconds: stored instants are whole minutes, never later than what happened (R3). */
export function toMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

export function localTimeOf(zone: string, at: Temporal.Instant): LocalTime {
  const shown = at.toZonedDateTimeISO(zone);
  const { hour, minute, offset } = shown;
  return { day: shown.toPlainDate(), hour, minute, which: whichOf(shown), offset };
}

/** 'YYYY-MM-DDTHH:mm' as the clock of that zone shows it; with the offset when it shows that time twice. */
export function typedIn(zone: string, at: Temporal.Instant): string {
  const shown = at.toZonedDateTimeISO(zone);
  return whichOf(shown) === 'only' ? wallText(shown) : wallText(shown) + shown.offset;
}

/** The moment a clock first shows that hour on that date, or jumps past it. */
export function firstShowing(zone: string, day: Temporal.PlainDate, hour: number): Temporal.Instant {
  const wall = day.toPlainDateTime({ hour });
  const { first, skipped } = passesOf(zone, wall);
  return (skipped ? endOfGap(first) : first).toInstant();
}

/**
 * Reads 'YYYY-MM-DDTHH:mm', optionally with an offset ('-05:00' or 'Z') that says which of two such times is meant.
 * An offset which that zone does not have at that local time makes it not a time.
 */
export function readIn(zone: string, text: string): Reading {
  const [, day, time, offset] = /^(.{10})T(\d\d:\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const wall = wallOf(day, time);
  if (!wall) return NOT_A_TIME;
  const { first, second, skipped } = passesOf(zone, wall);
  if (skipped) return { kind: 'skipped', jumpsTo: wallText(endOfGap(first)) };
  if (offset) return withOffset(offset === 'Z' ? '+00:00' : offset, [first, second]);
  if (first.equals(second)) return { kind: 'instant', at: first.toInstant() };
  return { kind: 'doubled', choices: [choice(first, 'first'), choice(second, 'second')] };
}

function wallOf(day = '', time = ''): Temporal.PlainDateTime | null {
  try {
    return parseDay(day)?.toPlainDateTime(time) ?? null;
  } catch {
    return null; // such as 24:00
  }
}

function withOffset(offset: string, passes: Temporal.ZonedDateTime[]): Reading {
  const meant = passes.find((pass) => pass.offset === offset);
  return meant ? { kind: 'instant', at: meant.toInstant() } : NOT_A_TIME;
}

function choice<W extends 'first' | 'second'>(pass: Temporal.ZonedDateTime, which: W) {
  return { typed: wallText(pass) + pass.offset, which };
}

/** Both passes of a local time: the same moment when it exists once, either side of the gap when it does not exist. */
function passesOf(zone: string, wall: Temporal.PlainDateTime) {
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  return { first, second, skipped: !first.toPlainDateTime().equals(wall) };
}

function endOfGap(beforeIt: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const jump = beforeIt.getTimeZoneTransition('next');
  if (!jump) throw new Error(`no clock change after ${beforeIt.toString()}`);
  return jump;
}

function whichOf(shown: Temporal.ZonedDateTime): LocalTime['which'] {
  if (isFarFromChange(shown)) return 'only';
  const { first, second } = passesOf(shown.timeZoneId, shown.toPlainDateTime());
  if (first.equals(second)) return 'only';
  return shown.equals(first) ? 'first' : 'second';
}

/** No clock is put back by as much as a day. Nearly every moment is far from a change, and this is quick to see. */
function isFarFromChange(shown: Temporal.ZonedDateTime): boolean {
  const dayBefore = Temporal.Instant.fromEpochMilliseconds(shown.epochMilliseconds - DAY);
  const change = dayBefore.toZonedDateTimeISO(shown.timeZoneId).getTimeZoneTransition('next');
  return !change || change.epochMilliseconds > shown.epochMilliseconds + DAY;
}

const DAY = 24 * 3_600_000;

const wallText = (shown: Temporal.ZonedDateTime): string => shown.toPlainDateTime().toString().slice(0, 16);
