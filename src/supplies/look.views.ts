import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Supply } from '../domain/supply.js';
import { moment } from '../web/dates.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { SupplyLook } from './supplies.service.js';
import { goodWords } from './supply-lines.views.js';

export interface LookFacts {
  house: House;
  now: Temporal.Instant;
  supply: Supply;
  last: SupplyLook | null;
  formToken: string;
}

/** One supply as it is looked at, with room for the date of a new one. */
export function lookView(form: Answered, { house, now, supply, last, formToken }: LookFacts) {
  const today = house.time.houseDay(now);
  return {
    title: titleOf(form, 'Supplies'),
    problems: problems(form),
    heading: supply.name,
    place: supply.place ?? 'Nobody said yet where it is.',
    good: goodWords(supply, today),
    last: last
      ? `Looked at ${moment(house.time, last.at, today)}, ${last.personName}.`
      : 'Nobody looked yet.',
    action: paths.supplyLook(supply.id),
    goodUntil: field(form, 'goodUntil', 'A new one? Good until', {
      type: 'date',
      optional: true,
      hint: 'The date stands on the box.',
    }),
    shiftHref: paths.shift(),
    formToken,
  };
}
