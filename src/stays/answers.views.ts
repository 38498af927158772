import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { moments, type Question } from '../domain/question.js';
import type { Stay } from '../domain/stay.js';
import type { AnswerSet } from '../questions/answers.service.js';
import { answerLines } from '../web/answer-fields.js';
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
      lines: answerLines(given, questions),
    })),
  };
}
