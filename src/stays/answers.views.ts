import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { moments, type Question } from '../domain/question.js';
import { answerWords, type QuestionAnswer } from '../domain/question-answer.js';
import type { Stay } from '../domain/stay.js';
import type { AnswerSet } from '../questions/answers.service.js';
import { day } from '../web/dates.js';
import { paths } from '../web/paths.js';

/** What the part of a stay's page with their answers is drawn from. */
export interface AnswersFacts {
  answers: readonly AnswerSet[];
  /** Every version there was: answers are read with the words they were given to. */
  questions: readonly Question[];
  house: House;
}

/** What the guest answered at arrival and at leaving; null for a stay that was undone. */
export function answersView({ id, undoneAt }: Stay, isAsked: boolean, facts: AnswersFacts) {
  if (undoneAt) return null;
  const { answers, questions, house } = facts;
  return {
    handOverHref: isAsked ? paths.handOver(id) : null,
    keyInHref: paths.keyIn(id),
    sets: answers.map(({ moment, keptAt, cameBy, personName, answers: given }) => ({
      label: labelOf(moments, moment),
      meta: `${day(house.time.houseDay(keptAt))}${cameBy === 'sheet' ? `, keyed in by ${personName}` : ''}`,
      lines: linesOf(given, questions),
    })),
  };
}

/** In the order of the house, each with the words of the version it was given to. */
const linesOf = (given: readonly QuestionAnswer[], questions: readonly Question[]) =>
  given
    .map((answer) => {
      const asked = questions.find(({ code, number }) => code === answer.code && number === answer.version)!;
      return { term: asked.en.text, value: answerWords(asked, answer), place: asked.place };
    })
    .sort((one, other) => one.place - other.place);
