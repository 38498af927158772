import type { Temporal } from 'temporal-polyfill';
import type { GivenOut } from '../domain/given-out.js';
import type { House } from '../domain/house.js';
import { lastDay, type Period } from '../domain/period.js';
import { type SharedTable, toldWords } from '../domain/shared-table.js';
import { dayInFull, span } from '../web/dates.js';
import { choices, hasErrors, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { AnyonePage } from './anyone-pages.service.js';
import type { GiveOutForm, GridForm } from './anyone.forms.js';
import { periodQuery, reportTabs } from './period.views.js';
import type { Sheet } from './sheet.service.js';

interface Facts {
  /** Null when the period cannot be given out. */
  shown: AnyonePage | null;
  today: Temporal.PlainDate;
  house: House;
  formToken: string;
}

interface Forms {
  form: GiveOutForm;
  gridForm: GridForm;
}

const TITLE = 'For anyone else';

export function anyoneView({ form, gridForm }: Forms, { shown, house, formToken }: Facts) {
  const wrong = hasErrors(gridForm) ? gridForm : form;
  const period = shown?.period ?? null;
  return {
    title: titleOf(wrong, TITLE),
    tabs: reportTabs(paths.outcomes()),
    problems: problems(wrong),
    wrong: wrongPeriod(form),
    lead: period ? `${house.name} · ${spanOf(period)}` : WHAT_IT_IS,
    choosing: shown?.grid === null ? choosingView(gridForm, formToken) : null,
    given: givenView(shown, formToken),
    startHref: paths.anyone(),
  };
}

const wrongPeriod = ({ errors }: GiveOutForm): string | null => errors.from ?? errors.to ?? null;

const WHAT_IT_IS = 'Tables that can go to anyone: no number in them points to a person.';

const choosingView = (form: GridForm, formToken: string) => ({
  formToken,
  action: paths.anyoneGrid(),
  grid: choices(form, 'grid', 'How is time cut for everyone outside?', [
    { value: 'quarters', label: 'Calendar quarters' },
    { value: 'years', label: 'Calendar years' },
  ]),
});

function givenView(shown: AnyonePage | null, formToken: string) {
  if (!shown?.period) return null;
  const { periods, period, given, tables, corrected } = shown;
  const last = given.at(-1) ?? null;
  return {
    formToken,
    action: paths.anyone(),
    fields: [
      { name: 'from', value: period.start.toString() },
      { name: 'to', value: lastDay(period).toString() },
      { name: 'seen', value: String(given.length) },
    ],
    periods: periods.map((each) => ({
      href: `${paths.anyone()}?${periodQuery(each)}`,
      label: spanOf(each),
      current: each.start.equals(period.start),
    })),
    state: last ? stateOf(last) : NOT_YET,
    isGiven: last !== null,
    tables: sharedTables(tables),
    leftOut: leftOut(tables),
    corrected: corrected && { tables: sharedTables(corrected), leftOut: leftOut(corrected) },
    csvHref: paths.outcomesFile(),
    xlsxHref: paths.outcomesXlsx(),
  };
}

const NOT_YET = 'Not given out yet. This is what it would say.';

const stateOf = ({ version, houseDay }: GivenOut): string =>
  version === 1
    ? `Given out on ${dayInFull(houseDay)}. It is repeated as it was.`
    : `Corrected on ${dayInFull(houseDay)}. It is repeated as it was.`;

const spanOf = (period: Period): string => span(period.start, lastDay(period));

/** As anyone reads them; tables of one title, asked at several times, stand one after another. */
const sharedTables = (tables: readonly SharedTable[]) =>
  tables.flatMap((table) => {
    if (table.rows === null) return [];
    const rows = table.rows.map(({ label, told }) => ({ label, told: toldWords(told) }));
    return [
      { id: table.code, title: titleIn(table), column: table.column, rows, total: toldWords(table.total) },
    ];
  });

/** Said on the page: a table that is not there was not forgotten. */
function leftOut(tables: readonly SharedTable[]): string | null {
  const names = tables.filter(({ rows }) => rows === null).map(titleIn);
  if (names.length === 0) return null;
  return `Left out, for their numbers could point to a person: ${names.join('; ')}.`;
}

/** The same tables as a file, a row for each line; no cell is blank (R37). */
export const anyoneSheet = (tables: readonly SharedTable[]): Sheet => ({
  name: 'Counts',
  columns: ['table', 'answer', 'count'],
  rows: tables.flatMap((table) => {
    const line = (label: string, told: SharedTable['total']) => [
      ...[titleIn(table), label, typeof told === 'number' ? told : toldWords(told)],
    ];
    return table.rows === null
      ? [line('table left out', 'not-shown')]
      : [...table.rows.map(({ label, told }) => line(label, told)), line('All', table.total)];
  }),
});

/** With the time at which it was asked, where it was asked more than once. */
const titleIn = ({ title, series }: SharedTable): string => (series ? `${title} ${series}` : title);
