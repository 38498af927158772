import * as absences from './absence-acts.js';
import type { Act, ActOf } from './acts.js';
import * as beds from './bed-acts.js';
import type { Minute } from './calendar.js';
import * as corrections from './correction-acts.js';
import * as holds from './hold-acts.js';
import type { HouseModel } from './house-model.js';
import { isHere, type Refusal } from './records.js';
import * as stays from './stay-acts.js';

const ways = { ...absences, ...beds, ...corrections, ...holds, ...stays, undo };

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
  const lasting = {
    stay: house.stays.filter(isHere),
    other: house.stays.filter(isHere),
    hold: house.holds.filter(({ ending }) => ending === null),
    closure: house.closures.filter(({ ending }) => ending === null),
    guest: [],
  };
  const all = { stay: house.stays, other: house.stays, hold: house.holds, closure: house.closures };
  const guests = { guest: house.stays.filter(({ isUndone }) => !isUndone) };
  const found: Record<string, number | null> = {};
  for (const [name, which] of Object.entries(told) as [string, number | null][]) {
    if (!(name in lasting) || which === null) continue;
    const key = name as keyof typeof lasting;
    const last: readonly { number: number }[] = OVER_TOO.has(told.act) ? [] : lasting[key];
    const of = which < 90 && last.length > 0 ? last : { ...all, ...guests }[key];
    const one = of[which % (of.length || 1)];
    if (!one && (name === 'hold' || name === 'guest') && told.act === 'checkIn') found[name] = null;
    else if (!one) return null;
    else found[name] = one.number;
  }
  if (told.act === 'undo' && !house.acts.at(-1 - told.back)) return null;
  return { ...told, ...found };
}

/** What is done to those who left as well. */
const OVER_TOO = new Set<Act['act']>(['correctArrival', 'correctDeparture', 'reopen', 'keepLonger']);
