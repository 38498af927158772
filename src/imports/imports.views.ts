import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { counted } from '../web/counted.js';
import { moment } from '../web/dates.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { PastImport } from './imports.service.js';
import type { WaitingImport } from './waiting-imports.service.js';

export interface ImportsFacts {
  house: House;
  today: Temporal.PlainDate;
  waiting: readonly WaitingImport[];
  past: readonly PastImport[];
  formToken: string;
}

/** Where a spreadsheet is brought in; what waits, and what came in before. */
export function importsView(form: Answered, { house, today, waiting, past, formToken }: ImportsFacts) {
  return {
    title: titleOf(form, 'Import earlier stays'),
    problems: problems(form),
    file: field(form, 'file', 'The file', { hint: 'CSV or XLSX, up to 2 MB and 10,000 rows.' }),
    waiting: waiting.map(({ id, fileName, addedAt }) => ({
      words: `${fileName}, ${moment(house.time, addedAt, today)}`,
      href: paths.importColumns(id),
      away: { action: paths.importAway(id), formToken, label: 'Throw it away', of: fileName },
    })),
    past: past.map((each) => pastLine(each, house, today, formToken)),
    action: paths.imports(),
    backHref: paths.houseSettings(),
    formToken,
  };
}

function pastLine(
  { id, at, personName, stays, leftOut, isUndone }: PastImport,
  { time }: House,
  today: Temporal.PlainDate,
  formToken: string,
) {
  const when = moment(time, at, today);
  return {
    words: `${counted(stays, 'stay')}, ${when}, ${personName}`,
    more: leftOut > 0 ? `${counted(leftOut, 'row')} with a problem did not come in.` : null,
    isUndone,
    back: isUndone ? null : { action: paths.importBack(id), formToken, label: 'Take it back', of: when },
  };
}
