import { callLines } from '../domain/call.js';
import type { HouseLists } from '../domain/house-lists.js';
import { labelOf } from '../domain/list-entry.js';
import type { TimeSpent, WithoutBedFigures } from '../domain/without-bed-figures.js';

/** One figure of the report. */
export interface FigureRow {
  /** Stable, for the file. */
  code: string;
  figure: string;
  /** Null where nobody said anything there could be a sum of. */
  value: number | null;
  /** Of how many; null where it is a count of its own. */
  n: number | null;
  meaning: string;
}

/** Each figure with what it means (R36). A line for every kind that occurred. */
export const figureRows = (figures: WithoutBedFigures, lists: HouseLists): FigureRow[] => [
  ...visitRows(figures),
  ...groupRows(figures, lists),
  ...thingRows(figures, lists),
  ...callRows(figures),
];

const visitRows = ({ visits }: WithoutBedFigures): FigureRow[] => [
  row(
    'visits',
    'Visits',
    visits.times,
    'Visits to the living room, by house day. Undone ones count nowhere.',
  ),
  row('visit_people', 'People at visits', visits.people, EVERYONE),
  row('visits_overnight', 'Visits for the night', visits.overnight, 'They lasted the night, without a bed.'),
  row('visit_people_overnight', 'People at visits for the night', visits.overnightPeople, EVERYONE),
  minutes('visit_minutes', 'Minutes of visits', visits),
];

const groupRows = ({ groups }: WithoutBedFigures, lists: HouseLists): FigureRow[] => [
  row('groups', 'Groups', groups.times, 'Each time a group met, also when nobody came.'),
  row('group_heads', 'Heads at groups', groups.heads, EVERYONE),
  minutes('group_minutes', 'Minutes of groups', groups),
  ...groups.byKind.flatMap(({ code, times, amount }) => {
    const label = lists.label('groups', code);
    return [
      row(`groups_${code}`, `Groups: ${label}`, times, 'Groups of this kind.'),
      row(`group_heads_${code}`, `Heads: ${label}`, amount, EVERYONE),
    ];
  }),
];

const thingRows = ({ things }: WithoutBedFigures, lists: HouseLists): FigureRow[] => [
  row('things', 'Things given', things.amount, 'Pieces, not people: two coats are two.'),
  ...things.byKind.map(({ code, amount }) =>
    row(`things_${code}`, `Given: ${lists.label('things', code)}`, amount, 'Pieces of this kind.'),
  ),
];

const callRows = ({ calls }: WithoutBedFigures): FigureRow[] => [
  row('calls', 'Calls', calls.times, 'Everyone who rang, came to the door or wrote.'),
  minutes('call_minutes', 'Minutes of calls', calls),
  ...calls.byLine.flatMap(({ code, ...spent }) => {
    const label = labelOf(callLines, code);
    return [
      row(`calls_${code}`, `Calls: ${label}`, spent.times, 'Calls that came this way.'),
      minutes(`call_minutes_${code}`, `Minutes of calls: ${label}`, spent),
    ];
  }),
];

const EVERYONE = 'Everyone each time: who comes twice counts twice.';

const row = (code: string, figure: string, value: number, meaning: string): FigureRow => ({
  code,
  figure,
  value,
  n: null,
  meaning,
});

/** Minutes nobody said are not 0 (R37): without any, there is no sum. */
const minutes = (code: string, figure: string, { minutes: sum, withMinutes }: TimeSpent): FigureRow => ({
  code,
  figure,
  value: withMinutes > 0 ? sum : null,
  n: withMinutes,
  meaning: 'The sum of the minutes that were said. n is how many said them.',
});
