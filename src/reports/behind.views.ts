import type { Temporal } from 'temporal-polyfill';
import type { Figure } from '../domain/figure.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { lastDay, type Period } from '../domain/period.js';
import type { FoundStay } from '../stays/find.service.js';
import { counted } from '../web/counted.js';
import { day, span } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { periodQuery } from './period.views.js';
import { shownValue } from './figures.views.js';

interface Behind {
  figure: Figure;
  period: Period;
  stays: readonly FoundStay[];
  house: House;
  today: Temporal.PlainDate;
}

/** The stays a figure is taken over, the newest first. */
export function behindView({ figure, period, stays, today }: Behind) {
  return {
    title: 'The stays behind a figure',
    backHref: `${paths.outcomes()}?${periodQuery(period)}`,
    heading: figure.label,
    lead: `${span(period.start, lastDay(period))} · ${shownValue(figure)}`,
    meaning: figure.meaning,
    count: counted(stays.length, 'stay'),
    stays: stays.map((stay) => ({
      href: paths.stay(stay.id),
      guest: new GuestName(stay.guestName, stay.bedName),
      // A guest without a name goes by the bed already
      bedName: stay.guestName === null ? null : stay.bedName,
      days: daysOf(stay, today),
    })),
  };
}

const daysOf = ({ arrivalDay, departureDay }: FoundStay, today: Temporal.PlainDate): string =>
  `Came ${day(arrivalDay, today)} · ${departureDay === null ? 'here' : `left ${day(departureDay, today)}`}`;
