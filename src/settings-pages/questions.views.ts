import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { moments, type Question, questionKinds, wordingIn } from '../domain/question.js';
import type { Draft } from '../drafts/drafts.service.js';
import { draftOf } from '../web/draft-view.js';
import {
  type Answered,
  choices,
  field,
  listed,
  problems,
  ticks,
  titleOf,
  versionFor,
} from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

interface Drawn {
  house: House;
  draft: Draft | null;
  formToken: string;
}

const askedWords = ({ moments: asked }: Question): string =>
  asked.length === 0 ? 'Not asked' : asked.map((code) => labelOf(moments, code)).join(', ');

/** All there are, and the form for another. */
export function questionsView(form: Begun, facts: Drawn & { questions: readonly Question[] }) {
  const { house, questions, draft, formToken } = facts;
  return {
    title: titleOf(form, 'Questions'),
    keptForm: true,
    tabs: tabs(paths.questionSettings()),
    problems: problems(form),
    draft: draftOf(draft, house),
    questions: questions.map((question) => ({
      href: paths.questionSetting(question.code),
      text: wordingIn(question, 'en').text,
      words: askedWords(question),
    })),
    windowHref: paths.windowSettings(),
    kind: choices(form, 'kind', 'How is it answered?', listed(questionKinds), {
      width: 'mid',
      hint: 'This stays as it is once the question is there.',
    }),
    ...fieldsOf(form),
    action: paths.questionSettings(),
    formToken,
  };
}

interface QuestionFacts extends Drawn {
  /** As it is kept now. */
  question: Question;
  versions: readonly Question[];
}

/** One of them: its words in each language, when it is asked, what it counts. */
export function questionView(form: Begun, { house, question, versions, draft, formToken }: QuestionFacts) {
  const answered = over(form, keptValues(question), { moments: question.moments });
  return {
    title: titleOf(form, 'Question'),
    keptForm: true,
    tabs: tabs(paths.questionSettings()),
    problems: problems(form),
    draft: draftOf(draft, house),
    heading: wordingIn(question, 'en').text,
    kindWords: labelOf(questionKinds, question.kind),
    keptNow: keptNow(form, question),
    ...fieldsOf(answered, question.kind),
    earlier: versions.slice(0, -1).map(({ number, en }) => ({
      words: `${number}. ${en.text}`,
      options: en.options.join(' · '),
    })),
    version: versionFor(form, question.number),
    backHref: paths.questionSettings(),
    action: paths.questionSetting(question.code),
    formToken,
  };
}

const keptNow = ({ isOutdated }: Begun, { en }: Question) =>
  isOutdated
    ? [
        { term: 'The question', value: en.text },
        { term: 'The answers', value: en.options.join(' · ') || 'None ready' },
      ]
    : null;

const NO_SPANISH = { text: '', why: null, options: [] };

function keptValues({ en, es, place, scores }: Question): Record<string, string> {
  const { text: esText, why: esWhy, options } = es ?? NO_SPANISH;
  return {
    text: en.text,
    why: en.why ?? '',
    options: en.options.join('\n'),
    esText,
    esWhy: esWhy ?? '',
    esOptions: options.join('\n'),
    place: String(place),
    counts: scores ? 'yes' : 'no',
  };
}

const ANSWERS = 'A line each, from most to least if they count. Only for ready answers.';

/** What they count belongs to ready answers of the house; `kind` is null while it is still to be chosen. */
function fieldsOf(form: Answered, kind: Question['kind'] | null = null) {
  const isScale = kind === null || kind === 'scale';
  return {
    text: field(form, 'text', 'The question'),
    why: field(form, 'why', 'Why it is asked', { optional: true, hint: 'It stands under the question.' }),
    esText: field(form, 'esText', 'The question in Spanish', {
      optional: true,
      hint: 'Left empty, it is asked in English.',
    }),
    esWhy: field(form, 'esWhy', 'Why, in Spanish', { optional: true }),
    ...(isScale ? scaleFields(form, kind === null) : { options: null, esOptions: null, counts: null }),
    moments: ticks(form, 'moments', 'When is it asked?', listed(moments), {
      hint: 'Untick all, and it is not asked any more.',
    }),
    place: field(form, 'place', 'Its place in the order', { type: 'number' }),
  };
}

const scaleFields = (form: Answered, optional: boolean) => ({
  options: field(form, 'options', 'The answers', { rows: 5, hint: ANSWERS, optional }),
  esOptions: field(form, 'esOptions', 'The answers in Spanish', {
    rows: 5,
    optional: true,
    hint: 'In the same order.',
  }),
  counts: choices(form, 'counts', 'Do the answers count in figures?', COUNTS, {
    width: 'mid',
    hint: 'Guests never see a number.',
  }),
});

const COUNTS = [
  { value: 'yes', label: 'Yes', detail: 'the first counts most, the last counts 1' },
  { value: 'no', label: 'No' },
];
