import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Supply } from '../domain/supply.js';
import { dayInFull, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import type { LookedAt } from './supply-lines.service.js';

export interface SupplyFactsShown {
  house: House;
  now: Temporal.Instant;
  /** The last act on each supply that can be undone, by its id. */
  undos: ReadonlyMap<string, string>;
  formToken: string;
}

export type SupplyLinesView = ReturnType<typeof linesView>;

/** Nothing that is in its place, good, and looked at in time. */
export function linesView(all: readonly LookedAt[], facts: SupplyFactsShown) {
  const today = facts.house.time.houseDay(facts.now);
  const named = all.filter(
    ({ supply, lastOn }) =>
      supply.isNamed(lastOn, today) || (supply.onSince !== null && facts.undos.has(supply.id)),
  );
  return { lines: named.map((each) => lineOf(each, today, facts)) };
}

function lineOf(each: LookedAt, today: Temporal.PlainDate, { house, undos, formToken }: SupplyFactsShown) {
  const { supply, lastOn, lastAt, personName } = each;
  const isDue = supply.isDue(lastOn, today);
  const undo = undos.get(supply.id);
  return {
    words: `${isDue ? 'Look: ' : ''}${supply.name}, ${supply.place}.`,
    good: goodWords(supply, today),
    last: lastAt && `Looked at ${moment(house.time, lastAt, today)}, ${personName}`,
    of: supply.name,
    href: paths.supplyLook(supply.id),
    look: isDue ? { action: paths.supplyLook(supply.id), formToken } : null,
    undo: undoButton(undo, formToken),
  };
}

/** Until when it is good, and that a new one is needed; null for what does not go off. */
export function goodWords(supply: Supply, today: Temporal.PlainDate): string | null {
  if (supply.goodUntil === null) return null;
  const day = dayInFull(supply.goodUntil);
  return {
    good: `Good until ${day}.`,
    soon: `Good until ${day}: time for a new one.`,
    past: `Was good until ${day}: it needs a new one.`,
  }[supply.goodness(today)];
}
