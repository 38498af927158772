import * as absences from './absence-acts.js';
import type { Act, ActOf } from './acts.js';
import * as beds from './bed-acts.js';
import type { Minute } from './calendar.js';
import * as told from './told-later.js';
import * as corrections from './correction-acts.js';
import * as holds from './hold-acts.js';
import * as deaths from './death-acts.js';
import type { HouseModel } from './house-model.js';
import { type Closure, type Hold, isHere, type Refusal, type Stay } from './records.js';
import * as stays from './stay-acts.js';

const ways = { ...told, ...absences, ...beds, ...corrections, ...deaths, ...holds, ...stays, undo };

/** Does it in the model, or says why not. */
export function play(house: HouseModel, told: Exclude<Act, { act: 'wait' | 'waitTo' }>): Refusal {
  house.passTo(house.now);
  return (ways[told.act] as (house: HouseModel, told: Act) => Refusal)(house, told);
}

function undo(house: HouseModel, { back }: ActOf<'undo'>): Refusal {
  const act = house.acts.at(-1 - back)!;
  const why = house.whyNotUndo(act) ?? act.back();
  if (why) return why;
  act.isUndone = true;
  house.write('act.undone', { bed: act.bed, stay: act.stay });
  return null;
}

/** The moment to which it is waited. */
export function until(house: HouseModel, told: ActOf<'wait'> | ActOf<'waitTo'>): Minute {
  if (told.act === 'wait') return house.now + told.minutes;
  const { calendar, now, today } = house;
  const hours = house.holds.filter(({ ending }) => ending === null).map(({ keepUntil }) => keepUntil);
  const at = {
    rollover: calendar.minute(today + 1, 4),
    shift: calendar.shiftEnd(now),
    hour: Math.min(...(hours.length > 0 ? hours : [now])),
  }[told.what];
  return Math.max(now, at - told.before);
}

/** The act with the numbers of the records it means, or null when there are none. */
export function meant<One extends Act>(house: HouseModel, told: One): One | null {
  const found: Record<string, number | null> = {};
  for (const [name, which] of Object.entries(told) as [string, number | null][]) {
    const pools = POOLS[name];
    if (!pools || which === null) continue;
    const all = pools.all(house);
    const likely = all.filter((one) => pools.likely(one, told, house));
    const pool = which < 90 && likely.length > 0 ? likely : all;
    const one = pool[which % (pool.length || 1)];
    if (!one && !MAY_KNOW_NOBODY.includes(told.act)) return null;
    found[name] = one?.number ?? null;
  }
  if (told.act === 'undo' && !house.acts.at(-1 - told.back)) return null;
  return { ...told, ...found };
}

interface Pool {
  all(house: HouseModel): readonly (Stay | Hold | Closure)[];
  /** Those of whom it is said most of the time. */
  likely(one: Stay | Hold | Closure, told: Act, house: HouseModel): boolean;
}

/** By a bed that is kept for them; where none is kept for a guest, in another stay. */
function isKnownOtherwise({ stays, holds }: HouseModel, { guest, number }: Stay): boolean {
  const kept = holds.filter((hold) => hold.guest !== null && hold.ending === null);
  if (kept.length > 0) return kept.some((hold) => hold.guest === guest);
  return stays.some((each) => each.guest === guest && each.number !== number);
}

const MAY_KNOW_NOBODY: Act['act'][] = ['checkIn', 'cameAndLeft', 'hold'];
const OF_THOSE_WHO_LEFT: Act['act'][] = ['reopen', 'correctDeparture'];

const stay: Pool = {
  all: ({ stays }) => stays,
  likely(one: Stay, { act }, house) {
    if (act === 'die') return isKnownOtherwise(house, one);
    const death = act === 'alive' ? house.deathOf(one.guest) : null;
    if (act === 'alive') return death !== null && (!death.endedIt || death.stay !== one);
    return OF_THOSE_WHO_LEFT.includes(act) ? one.leftAt !== null : isHere(one);
  },
};
const POOLS: Record<string, Pool> = {
  stay,
  other: {
    ...stay,
    likely(one: Stay, told, house) {
      return isHere(one) && meantStay(house, told) !== one.number;
    },
  },
  hold: {
    all: ({ holds }) => holds,
    likely({ ending }: Hold, { act }) {
      return ending === null || (act === 'keepLonger' && ending !== 'undone');
    },
  },
  closure: {
    all: ({ closures }) => closures,
    likely({ ending }: Closure) {
      return ending === null;
    },
  },
  guest: {
    all: ({ stays }) => stays.filter(({ isUndone }) => !isUndone),
    likely({ leftAt }: Stay) {
      return leftAt !== null;
    },
  },
};

const meantStay = (house: HouseModel, told: Act): number | null =>
  told.act === 'swap' ? (meant(house, { act: 'notSeen', stay: told.stay })?.stay ?? null) : null;
