import type { Question } from '../domain/question.js';
import { answerWords, type QuestionAnswer } from '../domain/question-answer.js';
import { wordingIn, type Language } from '../domain/question.js';
import { openingWords } from '../domain/opening-words.js';
import type { Turn, TurnEnd } from '../domain/turn.js';
import { paths } from '../web/paths.js';
import { turnWords } from './turn-words.views.js';

/** What stands on every page of the turn: the other language, and the ways that are always open. */
export function frame(language: Language) {
  const { title, other, about, cover, giveBack } = turnWords[language];
  const code = language === 'en' ? 'es' : 'en';
  return {
    title,
    lang: language,
    other: { action: paths.turnLanguage(), code, label: other },
    cover: { action: paths.turnCover(), label: cover },
    about: { action: paths.turnGo(), label: about },
    giveBack: { href: paths.takeBack(), label: giveBack },
  };
}

/** The words somebody can tap, in an order that says nothing. */
const wordButtons = (language: Language) =>
  openingWords[language].map((label, index) => ({ value: String(index + 1), label }));

export function startView(turn: Turn) {
  const words = turnWords[turn.language].start;
  return {
    ...frame(turn.language),
    ...words,
    lead: turn.moment === null ? words.reading : words.lead,
    words: wordButtons(turn.language),
    action: paths.turnBegin(),
  };
}

/** Says nothing of anybody: not who, nor at which question. */
export function coveredView(turn: Turn, personName: string) {
  const words = turnWords[turn.language].covered;
  return {
    ...frame(turn.language),
    heading: words.heading,
    lead: words.lead,
    tap: turn.isLocked ? null : words.tap,
    wrong: !turn.isLocked && turn.wrongWords > 0 ? words.wrong : null,
    locked: turn.isLocked ? words.locked(personName) : null,
    words: turn.isLocked ? [] : wordButtons(turn.language),
    action: paths.turnOpen(),
  };
}

interface EndingFacts {
  turn: Turn;
  questions: readonly Question[];
  answers: readonly QuestionAnswer[];
}

/** Keep or throw away, with what would be kept. */
export function endingView({ turn, questions, answers }: EndingFacts) {
  const { language } = turn;
  const words = turnWords[language].ending;
  const given = questions.flatMap((question) => {
    const answer = answers.find(({ code }) => code === question.code);
    return answer
      ? [{ term: wordingIn(question, language).text, value: answerWords(question, answer, language) }]
      : [];
  });
  return {
    ...frame(language),
    ...words,
    lead: given.length > 0 ? words.lead : words.none,
    given,
    action: paths.turnEnd(),
    goAction: paths.turnGo(),
  };
}

/** Nothing is left to show: what became of it, and whom the screen goes back to. */
export function doneView(language: Language, how: TurnEnd | 'elsewhere', personName: string) {
  const { done } = turnWords[language];
  const [heading, lead] = done[how];
  return { ...frame(language), heading: heading!, lead: lead!, give: done.give(personName) };
}
