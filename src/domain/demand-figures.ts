import type { NightCounts } from './bed-nights.js';
import { type DayNumber, dayNumber } from './day-number.js';
import { countFigure, type CountTable, type Figure, type FigureGroup } from './figure.js';
import { unmetNights } from './full-house.js';
import { noStayGroups } from './no-stay.js';
import type { OccupancyFacts } from './occupancy-facts.js';
import type { Period } from './period.js';

/** What was asked of the house and could not be given (R15). */
export function demandFigures(
  facts: OccupancyFacts,
  period: Period,
  all: NightCounts,
  today: DayNumber,
): FigureGroup {
  const { noStays } = facts;
  const asked = noStays.filter(({ group }) => group !== null).length;
  const missing = noStays.length - asked;
  const unmet = unmetNights(facts, noStays, today).size;
  return {
    ...GROUP,
    figures: [
      countFigure({ ...NOT_OFFERED, value: noStays.length, missing }),
      rateFigure(facts, period, missing),
      countFigure({ ...UNMET, value: unmet, n: all.nights }),
      countFigure({ ...FULLY_TAKEN, value: all.fullyTaken, n: all.nights }),
    ],
  };
}

function rateFigure(facts: OccupancyFacts, period: Period, missing: number): Figure {
  const capacity = facts.noStays.filter(({ group }) => group === 'capacity').length;
  const n = capacity + ledTo(facts, period);
  const value = n > 0 ? capacity / n : null;
  return { ...RATE, unit: 'percent', value, n, of: 'requests', missing, stays: null };
}

/** Requests that led to a stay or a hold: a hold of the period is one, and so is a stay nobody kept a bed for. */
function ledTo({ holds, stays, startAt, endAt }: OccupancyFacts, { start, end }: Period): number {
  const [from, until] = [dayNumber(start), dayNumber(end)];
  const kept = holds.filter(({ madeAt }) => startAt <= madeAt && madeAt < endAt);
  const came = stays.filter((stay) => !stay.wasHeld && from <= stay.arrivalDay && stay.arrivalDay < until);
  return kept.length + came.length;
}

/** The requests without a stay by whose reason it was; those without a reason are in none of the rows. */
export function demandTables({ noStays }: OccupancyFacts): CountTable[] {
  const rows = noStayGroups.map(({ group, label }) => ({
    code: group,
    label,
    count: noStays.filter((each) => each.group === group).length,
  }));
  const unsaid = noStays.filter(({ group }) => group === null).length;
  return [
    {
      ...TABLE,
      rows: unsaid > 0 ? [...rows, { code: 'not_asked', label: 'No reason said', count: unsaid }] : rows,
      total: noStays.length,
    },
  ];
}

const TABLE = {
  code: 'no_stay_groups',
  of: 'without_stay',
  title: 'Stays we couldn’t offer',
  column: 'Reason',
};

const GROUP = { code: 'demand', title: 'What we couldn’t offer', note: null };

const NOT_OFFERED = {
  code: 'not_offered',
  label: 'Stays we couldn’t offer',
  of: 'requests',
  meaning: 'Calls, by house day, that ended with “Couldn’t offer a stay”. Missing: no reason was said.',
};
const RATE = {
  code: 'not_offered_rate',
  label: 'No room, of all requests',
  meaning:
    'Requests without a stay for want of room, of those and the requests that led to a stay or a hold. A bed kept counts on the day it was kept, a guest without one on the day they came.',
};
const UNMET = {
  code: 'unmet_nights',
  label: 'Unmet nights',
  of: 'nights',
  meaning:
    'Nights for which somebody was told of no room, on that house day, while every bed in service was occupied or held for the night. Who was here then has the night if they stayed for it or were last planned to.',
};
const FULLY_TAKEN = {
  code: 'fully_taken_nights',
  label: 'Fully taken nights',
  of: 'nights',
  meaning: 'Nights on which every bed in service was occupied, or kept for somebody.',
};
