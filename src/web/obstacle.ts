import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import type { BedTaken } from '../domain/conflict.js';
import { isBefore } from '../domain/days.js';
import { GuestName } from '../domain/guest-name.js';
import type { KnownClaim, Obstacle } from '../domain/guard.js';
import { day } from './dates.js';
import { named, type Part, text } from './sentence.js';

/** What stands in the way of an act, as `partials/obstacle.hbs` places it. */
export interface ObstacleView {
  /** 'Maple is held for D. from Wed 25 Nov to Fri 27 Nov.' */
  words: Part[];
  latest: string | null;
  /** The beds that are free for all of the wanted nights; `none` says so when there is none. */
  free: { bedId: string; name: string }[];
  none: string | null;
}

/** The words of a refusal, also when the file itself refused and nobody could look what stood in the way. */
export function refusalView({ obstacle }: BedTaken, today: Temporal.PlainDate): ObstacleView {
  if (obstacle) return obstacleView(obstacle, today);
  const words = [text('Someone else took this bed just now.')];
  return { words, latest: null, free: [], none: 'Look at the beds that are free now.' };
}

/** Names the other record, the bed, the dates, the latest possible date and the beds that are free (R13). */
export function obstacleView(obstacle: Obstacle, today: Temporal.PlainDate): ObstacleView {
  const { bed, wanted, latest, free } = obstacle;
  return {
    words: wordsOf(obstacle, today),
    latest: latest && `${bed.name} is free up to ${day(latest, today)}, not longer.`,
    free: free.map(({ id, name }) => ({ bedId: id, name })),
    none:
      free.length > 0
        ? null
        : `No other bed is free from ${day(wanted.firstNight, today)} to ${day(wanted.endNight, today)}.`,
  };
}

const wordsOf = ({ bed, by }: Obstacle, today: Temporal.PlainDate): Part[] =>
  by === null ? [text(`${bed.name} is not in use on all of these nights.`)] : claimWords(by, bed, today);

/** 'Maple is held for D. from Wed 25 Nov to Fri 27 Nov.' */
export function claimWords(by: KnownClaim, bed: Bed, today: Temporal.PlainDate): Part[] {
  const from = isBefore(by.firstNight, today) ? '' : ` from ${day(by.firstNight, today)}`;
  const dates = by.isOpenEnded ? `${from} until someone opens it.` : `${from} to ${day(by.endNight, today)}.`;
  if (by.kind === 'closure') return [text(`${bed.name} is not in use${dates}`)];
  const who = named(new GuestName(by.name, bed.name));
  if (by.kind === 'stay') return [text(`${bed.name} is taken by `), who, text(dates)];
  return by.name === null
    ? [text(`${bed.name} is held for somebody${dates}`)]
    : [text(`${bed.name} is held for `), who, text(dates)];
}
