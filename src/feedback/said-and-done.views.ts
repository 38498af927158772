import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Draft } from '../drafts/drafts.service.js';
import { day, month } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { SaidLine } from './said-and-done.service.js';

/** What the page is drawn from. */
export interface SaidFacts {
  house: House;
  lines: readonly SaidLine[];
  mayWrite: boolean;
  draft: Draft | null;
  formToken: string;
  plainToken: string;
}

export function saidAndDoneView(
  form: Answered,
  { house, lines, mayWrite, draft, formToken, plainToken }: SaidFacts,
) {
  return {
    title: titleOf(form, 'You said, we did'),
    keptForm: mayWrite,
    problems: problems(form),
    draft: draftOf(draft, house),
    backHref: paths.feedback(),
    sheetHref: paths.saidAndDoneSheet(),
    writing: mayWrite
      ? {
          action: paths.saidAndDone(),
          said: field(form, 'said', 'You said', { rows: 3, hint: 'In words of your own. No name.' }),
          did: field(form, 'did', 'We did', { rows: 3, hint: 'Or why not, or not yet.' }),
          formToken,
        }
      : null,
    lines: lines.map((line) => ({ ...words(line), ...switchOf(line, mayWrite, plainToken) })),
  };
}

const words = ({ said, did, houseDay }: SaidLine) => ({ said, did, day: day(houseDay) });

const switchOf = ({ id, isOn, said }: SaidLine, mayWrite: boolean, formToken: string) => ({
  isOn,
  button: mayWrite
    ? {
        action: paths.saidAndDoneOn(id),
        value: isOn ? 'no' : 'yes',
        label: isOn ? 'Take it off the sheet' : 'Put it back',
        of: said,
        formToken,
      }
    : null,
});

/** To be printed and hung up. */
export const saidSheetView = (
  lines: readonly SaidLine[],
  today: Temporal.PlainDate,
  outside: string | null,
) => ({
  title: 'You said, we did',
  month: month(today),
  lines: lines.map(words),
  outside,
});
