import type { House } from '../domain/house.js';
import type { SavedWording } from '../house/wording.service.js';
import { moment } from '../web/dates.js';
import type { DraftView } from '../web/draft-view.js';
import { field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

/** What the page of the house’s words is drawn from. */
export interface WordingFacts {
  house: House;
  newest: SavedWording;
  draft: DraftView | null;
  formToken: string;
}

export function wordingView(form: Begun & { isOutdated: boolean }, facts: WordingFacts) {
  const { house, newest, draft, formToken } = facts;
  return {
    title: titleOf(form, 'Plain words'),
    keptForm: true,
    tabs: tabs(paths.wordingSettings()),
    problems: problems(form),
    action: paths.wordingSettings(),
    draft,
    keptNow: form.isOutdated ? [{ term: `Version ${newest.number}`, value: newest.lines }] : null,
    lines: field(over(form, { lines: newest.lines }), 'lines', 'The list', {
      rows: 18,
      hint: 'One line each: word, other word = what to say instead. Word endings are found too.',
    }),
    meta:
      newest.personName === null
        ? 'The list the house came with.'
        : `Saved ${moment(house.time, newest.at)}, ${newest.personName}.`,
    version: versionFor(form, newest.number),
    formToken,
  };
}
