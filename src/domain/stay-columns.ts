import { type Cell, type Column, type ExportedStay, missingWords, type ReportTerms } from './column.js';
import type { ListName } from './house-lists.js';
import { HUD_VERSION, hudOf } from './hud-destinations.js';
import { nightsBetween } from './house-time.js';
import { nightsOf, splitOf } from './measures.js';
import { supportColumn, supportKinds } from './support.js';

const missing = new Map<string, string>([
  ['not_said', missingWords['not-said']],
  ['not_known', missingWords['dont-know']],
  ['not_asked', missingWords['not-asked']],
]);
const MISSING = "chose not to say, don't know, not asked";

const number = (name: string, unit: string, meaning: string, of: (stay: ExportedStay) => number): Column => ({
  ...{ name, meaning, unit, values: '', of },
});
const word = (name: string, values: string, meaning: string, of: (stay: ExportedStay) => Cell): Column => ({
  ...{ name, meaning, unit: '', values, of },
});

const FIRST_STAY = 'Nothing earlier is on file, and they said that they had not stayed before.';
const EXTENDED = 'Departure day less the day that was planned first; below 0 when they left earlier.';
const SUPPORT = 'The kinds of support they took up, a space between; by report code.';

/** How the stay came about and how it went. */
export const arrivalColumns = (terms: ReportTerms): Column[] => [
  number('left_year', 'year', 'The year of the departure day.', ({ departureDay }) => departureDay.year),
  number('nights', 'nights', 'Departure day less arrival day; 0 within one house day.', nightsOf),
  word('first_stay', 'yes, no, chose not to say, not asked', FIRST_STAY, firstStay),
  number(
    'stays_before',
    'stays',
    'Earlier stays of the same guest on file.',
    ({ staysBefore }) => staysBefore,
  ),
  word('referral_source', listed('referral-sources', terms), 'How they heard of the house.', (stay) =>
    told(terms, 'referral-sources', stay.referralSource),
  ),
  number('extended_nights', 'nights', EXTENDED, ({ firstPlannedDay, departureDay }) =>
    nightsBetween(firstPlannedDay, departureDay),
  ),
  number('moved_beds', 'moves', 'Moves from one bed to another.', ({ beds }) => Math.max(0, beds - 1)),
  number(
    'nights_away',
    'nights',
    'Nights away with the bed kept, by the guest’s own word.',
    (stay) => splitOf(stay).away,
  ),
];

/** Whether it was written down in this system, or before it. */
export const importedColumn: Column = word(
  'imported',
  'yes, no',
  'It came from a spreadsheet of the time before this system.',
  ({ isImported }) => (isImported ? 'yes' : 'no'),
);

/** How the stay ended and where the guest went. */
export const endColumns = (terms: ReportTerms): Column[] => [
  word('ending', listed('endings', terms), 'How the stay ended.', ({ ending }) =>
    told(terms, 'endings', ending),
  ),
  word(
    'destination',
    `${listed('destinations', terms)}, ${MISSING}`,
    'Where the guest went.',
    ({ destination }) => told(terms, 'destinations', destination),
  ),
  {
    ...{ name: 'destination_hud', unit: 'code', values: `list 3.12.1 of ${HUD_VERSION}` },
    meaning: 'The same as the United States’ housing department numbers it.',
    of: (stay) => hudOf(stay, terms.lists.of('destinations')),
  },
];

/** What was there for the guest, and whether they agreed to be in touch. */
export const supportColumns: Column[] = [
  word(
    'support_kinds',
    `${supportKinds.map(({ code }) => code).join(' ')}, none, skipped, not asked`,
    SUPPORT,
    (stay) => supportColumn(stay.support),
  ),
  word(
    'follow_up_consented',
    'yes, no, not asked',
    'Whether they said yes to being in touch.',
    ({ inTouch }) => (inTouch === 'not-asked' ? missingWords['not-asked'] : inTouch),
  ),
];

const told = ({ lists }: ReportTerms, list: ListName, code: string): string =>
  missing.get(code) ?? lists.of(list).told(code);

const listed = (list: ListName, { lists }: ReportTerms): string =>
  lists
    .of(list)
    .entries.filter(({ code }) => !missing.has(code))
    .map(({ code, label }) => `${code} (${label})`)
    .join(', ');

function firstStay({ staysBefore, stayedBefore }: ExportedStay): string {
  if (staysBefore > 0 || stayedBefore === 'yes') return 'no';
  if (stayedBefore === 'no') return 'yes';
  return missingWords[stayedBefore];
}
