import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { languages, type Moment, moments, type Question } from '../domain/question.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { AnswerSet } from '../questions/answers.service.js';
import type { StayWhole } from '../stays/stays.service.js';
import { day } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, listed, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';

interface KeyInFacts {
  whole: StayWhole;
  questions: readonly Question[];
  sets: readonly AnswerSet[];
  moment: Moment;
  house: House;
  draft: Draft | null;
  formToken: string;
}

/** The questions of a moment as they stand on the sheet, with the four ways not to answer one (R37). */
export function keyInView(form: Answered, facts: KeyInFacts) {
  const { whole, questions, sets, moment, house, draft, formToken } = facts;
  const { stay, guest, parts } = whole;
  const kept = sets.find((set) => set.moment === moment && moment !== 'follow-up');
  return {
    title: titleOf(form, 'Answers from a sheet'),
    keptForm: !kept,
    draft: draftOf(draft, house),
    problems: problems(form),
    guest: new GuestName(guest.name, parts.at(-1)!.bed.name),
    moment,
    momentLabel: labelOf(moments, moment),
    others: moments
      .filter(({ code }) => code !== moment)
      .map(({ code, label }) => ({ href: paths.keyInAt(stay.id, code), label })),
    answered: kept ? `Answered ${day(house.time.houseDay(kept.keptAt))}, with ${kept.personName}.` : null,
    language: choices(form, 'language', 'Language of the sheet', listed(languages), { width: 'few' }),
    questions: questions.map((question) => questionOf(form, question)),
    action: paths.keyIn(stay.id),
    stayHref: paths.stay(stay.id),
    formToken,
  };
}

const OTHERS = [
  { value: 'dont-know', label: 'Don’t know' },
  { value: 'not-said', label: 'Chose not to say' },
  { value: 'skipped', label: 'Skipped' },
  { value: 'not-asked', label: 'Not asked' },
];

function questionOf(form: Answered, { code, kind, en }: Question) {
  const ready = en.options.map((label, index) => ({ value: String(index + 1), label }));
  return {
    words:
      kind === 'words'
        ? field(form, `words-${code}`, `${en.text} Their words`, { optional: true, rows: 3 })
        : null,
    choices: choices(form, `answer-${code}`, en.text, [...ready, ...OTHERS], { width: 'mid' }),
  };
}
