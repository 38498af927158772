import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { isStayMoment, languages, moments, type Question, type StayMoment } from '../domain/question.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { AnswerSet } from '../questions/answers.service.js';
import type { StayWhole } from '../stays/stays.service.js';
import { askedFields } from '../web/answer-fields.js';
import { day } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, listed, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';

interface KeyInFacts {
  whole: StayWhole;
  questions: readonly Question[];
  sets: readonly AnswerSet[];
  moment: StayMoment;
  house: House;
  draft: Draft | null;
  formToken: string;
}

/** The questions of a moment as they stand on the sheet. */
export function keyInView(form: Answered, facts: KeyInFacts) {
  const { whole, questions, sets, moment, house, draft, formToken } = facts;
  const { stay, guest, parts } = whole;
  const kept = sets.find((set) => set.moment === moment);
  return {
    title: titleOf(form, 'Answers from a sheet'),
    keptForm: !kept,
    draft: draftOf(draft, house),
    problems: problems(form),
    guest: new GuestName(guest.name, parts.at(-1)!.bed.name),
    moment,
    momentLabel: labelOf(moments, moment),
    others: moments
      .filter(({ code }) => code !== moment && isStayMoment(code))
      .map(({ code, label }) => ({ href: paths.keyInAt(stay.id, code), label })),
    answered: kept ? `Answered ${day(house.time.houseDay(kept.keptAt))}, with ${kept.personName}.` : null,
    language: choices(form, 'language', 'Language of the sheet', listed(languages), { width: 'few' }),
    questions: questions.map((question) => askedFields(form, question)),
    action: paths.keyIn(stay.id),
    stayHref: paths.stay(stay.id),
    formToken,
  };
}
