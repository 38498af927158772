import type { Temporal } from 'temporal-polyfill';
import { callLines } from './call.js';
import type { HouseLists } from './house-lists.js';
import type { ListEntry } from './list-entry.js';
import { isIn, type Period } from './period.js';
import type { HelpKind } from './without-bed.js';

/** One visit, group or thing given, as the figures see it. */
export interface Helped {
  kind: HelpKind;
  code: string | null;
  count: number;
  minutes: number | null;
  isOvernight: boolean;
}

/** One call as the figures see it. */
export interface Rung {
  line: string;
  minutes: number | null;
}

/** When it was, and whether it still stands. */
interface OnFile {
  houseDay: Temporal.PlainDate;
  isUndone: boolean;
}
export type HelpOnFile = Helped & OnFile;
export type CallOnFile = Rung & OnFile;

/** How often, and how many or how much it was in all. */
export interface Tally {
  code: string;
  times: number;
  amount: number;
}

/** How many, the minutes of those whose minutes were said, and how many those are (R37). */
export interface TimeSpent {
  times: number;
  minutes: number;
  withMinutes: number;
}

/** What the house did without a bed. People are counted each time they come: nobody needs a name. */
export interface WithoutBedFigures {
  visits: TimeSpent & { people: number; overnight: number; overnightPeople: number };
  groups: TimeSpent & { heads: number; byKind: readonly Tally[] };
  things: { times: number; amount: number; byKind: readonly Tally[] };
  calls: TimeSpent & { byLine: readonly (TimeSpent & { code: string })[] };
}

/** What the house did in a period, by house day. What was undone counts nowhere (R24). */
export function withoutBedIn(
  period: Period,
  help: readonly HelpOnFile[],
  calls: readonly CallOnFile[],
  lists: HouseLists,
): WithoutBedFigures {
  const counts = ({ houseDay, isUndone }: OnFile) => !isUndone && isIn(period, houseDay);
  return withoutBed(help.filter(counts), calls.filter(counts), lists);
}

/** The one definition of each figure (R36), over all that is given. */
export function withoutBed(
  help: readonly Helped[],
  calls: readonly Rung[],
  lists: HouseLists,
): WithoutBedFigures {
  const of = (kind: HelpKind) => help.filter((each) => each.kind === kind);
  return {
    visits: visitsOf(of('visit')),
    groups: groupsOf(of('group'), lists.of('groups').entries),
    things: thingsOf(of('thing'), lists.of('things').entries),
    calls: callsOf(calls),
  };
}

function visitsOf(visits: readonly Helped[]): WithoutBedFigures['visits'] {
  const overnight = visits.filter(({ isOvernight }) => isOvernight);
  return {
    ...timeOf(visits),
    people: amountOf(visits),
    overnight: overnight.length,
    overnightPeople: amountOf(overnight),
  };
}

const groupsOf = (groups: readonly Helped[], list: readonly ListEntry[]) => ({
  ...timeOf(groups),
  heads: amountOf(groups),
  byKind: byCode(groups, list),
});

const thingsOf = (things: readonly Helped[], list: readonly ListEntry[]) => ({
  times: things.length,
  amount: amountOf(things),
  byKind: byCode(things, list),
});

const callsOf = (calls: readonly Rung[]): WithoutBedFigures['calls'] => ({
  ...timeOf(calls),
  byLine: callLines
    .map(({ code }) => ({ code, ...timeOf(calls.filter(({ line }) => line === code)) }))
    .filter(({ times }) => times > 0),
});

function timeOf(rows: readonly { minutes: number | null }[]): TimeSpent {
  const said = rows.flatMap(({ minutes }) => minutes ?? []);
  return { times: rows.length, minutes: said.reduce((sum, each) => sum + each, 0), withMinutes: said.length };
}

const amountOf = (rows: readonly Helped[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/** In the house’s own order; codes its list no longer has come last. */
function byCode(rows: readonly Helped[], list: readonly ListEntry[]): Tally[] {
  const known = list.map(({ code }) => code);
  const gone = [...new Set(rows.flatMap(({ code }) => code ?? []))].filter((code) => !known.includes(code));
  return [...known, ...gone.sort()]
    .map((code) => rows.filter((row) => row.code === code))
    .filter((each) => each.length > 0)
    .map((each) => ({ code: each[0]!.code!, times: each.length, amount: amountOf(each) }));
}
