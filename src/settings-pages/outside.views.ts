import type { House } from '../domain/house.js';
import type { OutsideAddress } from '../house/outside.service.js';
import { moment } from '../web/dates.js';
import { field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

/** What the page of the address outside the house is drawn from. */
export interface OutsideFacts {
  house: House;
  newest: OutsideAddress | null;
  formToken: string;
}

export function outsideView(form: Begun, { house, newest, formToken }: OutsideFacts) {
  const { number, text } = newest ?? { number: 0, text: '' };
  return {
    title: titleOf(form, 'Outside the house'),
    tabs: tabs(paths.outsideSettings()),
    problems: problems(form),
    action: paths.outsideSettings(),
    keptNow: form.isOutdated ? [{ term: `Version ${number}`, value: text }] : null,
    text: field(over(form, { text }), 'text', 'The address', {
      rows: 5,
      hint: 'Who they are, a number or an address, and when somebody is there.',
    }),
    meta: newest
      ? `Saved ${moment(house.time, newest.at)}, ${newest.personName}.`
      : 'None yet: sheets leave room for it.',
    version: versionFor(form, number),
    formToken,
  };
}
