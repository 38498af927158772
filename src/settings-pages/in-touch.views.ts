import type { House } from '../domain/house.js';
import { hoursWords } from '../domain/hours.js';
import type { SavedRules } from '../house/contact-rules.service.js';
import { moment } from '../web/dates.js';
import type { DraftView } from '../web/draft-view.js';
import { type Answered, field, problems, select, titleOf, versionFor } from '../web/fields.js';
import { hourAnswers } from '../web/hour-answers.js';
import { paths } from '../web/paths.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

/** What the page of how the house keeps in touch is drawn from. */
export interface InTouchFacts {
  house: House;
  newest: SavedRules;
  draft: DraftView | null;
  formToken: string;
}

const hours = hourAnswers('Choose');

const codesOf = ({ rules }: SavedRules): string => rules.points.map(({ code }) => code).join(' ');

export function inTouchRulesView(form: Begun, { house, newest, draft, formToken }: InTouchFacts) {
  const { rules, number } = newest;
  const answered = over(form, {
    safeFrom: String(rules.hours.from),
    safeTo: String(rules.hours.to),
    mostTries: String(rules.mostTries),
    points: codesOf(newest),
    words: rules.words,
  });
  return {
    title: titleOf(form, 'In touch after leaving'),
    keptForm: true,
    tabs: tabs(paths.inTouchSettings()),
    problems: problems(form),
    draft,
    keptNow: form.isOutdated ? keptNow(newest) : null,
    action: paths.inTouchSettings(),
    ...rulesFields(answered),
    meta: metaOf(newest, house),
    version: versionFor(form, number),
    formToken,
  };
}

const rulesFields = (answered: Answered) => ({
  points: field(answered, 'points', 'Moments to choose from', {
    hint: 'Days or months after leaving: 3d is 3 days, 11m is 11 months.',
  }),
  safeFrom: select(answered, 'safeFrom', 'We ring from', hours.from),
  safeTo: select(answered, 'safeTo', 'until', hours.to),
  mostTries: field(answered, 'mostTries', 'Tries without an answer before we stop', { type: 'number' }),
  words: field(answered, 'words', 'What is said when the guest answers', {
    rows: 3,
    hint: '{me} becomes the name of whoever rings. Leave the house out.',
  }),
});

const metaOf = ({ personName, at }: SavedRules, house: House): string =>
  personName === null ? 'As the house came with it.' : `Saved ${moment(house.time, at)}, ${personName}.`;

const keptNow = (newest: SavedRules) => [
  { term: 'Moments to choose from', value: codesOf(newest) },
  { term: 'We ring', value: hoursWords(newest.rules.hours) },
  { term: 'Tries', value: String(newest.rules.mostTries) },
  { term: 'What is said', value: newest.rules.words },
];
