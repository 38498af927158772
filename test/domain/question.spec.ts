import fc from 'fast-check';
import { askedAt, type Question, wordingIn } from '../../src/domain/question.js';
import {
  answerTo,
  answerWords,
  changeOver,
  type QuestionAnswer,
  scoreOf,
  stateOf,
} from '../../src/domain/question-answer.js';
import { isSameQuestion, type QuestionWish, wantedQuestion } from '../../src/domain/question-wish.js';
import { blamedOn } from '../support/builders.js';

const aQuestion = (facts: Partial<Question> = {}): Question => ({
  code: 'hope',
  kind: 'scale',
  number: 1,
  place: 1,
  moments: ['arrival', 'leaving'],
  en: { text: 'How hopeful?', why: null, options: ['Very', 'A little', 'Not at all'] },
  es: { text: '¿Cuánta esperanza?', why: null, options: ['Mucha', 'Poca', 'Nada'] },
  scores: [3, 2, 1],
  window: null,
  windowWhy: null,
  ...facts,
});

const aWish = (facts: Partial<QuestionWish> = {}): QuestionWish => {
  const { kind, en, es, moments } = aQuestion();
  return { kind, place: 1, moments, en, es: es!, counts: true, ...facts };
};

const noAnswers = fc.constantFrom('skipped', 'not-said', 'dont-know') as fc.Arbitrary<
  QuestionAnswer['outcome']
>;
const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });

describe('questions of the house', () => {
  it('are asked at their moments, in the order of the house', () => {
    const late = aQuestion({ code: 'welcome', place: 2, moments: ['leaving'] });
    const first = aQuestion({ code: 'say', place: 1, moments: ['leaving'] });
    const codes = (questions: Question[]) => questions.map(({ code }) => code);
    expect(codes(askedAt([late, aQuestion(), first], 'leaving'))).toEqual(['hope', 'say', 'welcome']);
    expect(codes(askedAt([late, aQuestion()], 'arrival'))).toEqual(['hope']);
    expect(askedAt([late], 'follow-up')).toEqual([]);
    expect(askedAt([late, aQuestion({ moments: [] })], null)).toEqual([]);
  });

  it('are asked in English where nobody put them in Spanish', () => {
    expect(wordingIn(aQuestion(), 'es').text).toBe('¿Cuánta esperanza?');
    expect(wordingIn(aQuestion({ es: null }), 'es').text).toBe('How hopeful?');
    expect(wordingIn(aQuestion(), 'en').text).toBe('How hopeful?');
  });
});

describe('an answer (R37)', () => {
  it('is one of the ready words, own words, or one of three ways not to answer', () => {
    const question = aQuestion();
    const none = { code: 'hope', version: 1, choice: null, words: null, count: null };
    expect(answerTo(question, { answer: '3', words: null })).toEqual({
      ...none,
      outcome: 'answered',
      choice: 3,
    });
    expect(answerTo(question, { answer: 'skipped', words: null })).toEqual({ ...none, outcome: 'skipped' });
    const own = aQuestion({
      kind: 'words',
      en: { text: 'What helped?', why: null, options: [] },
      scores: null,
    });
    expect(answerTo(own, { answer: '', words: 'Tea' })).toEqual({
      ...none,
      outcome: 'answered',
      words: 'Tea',
    });
    expect(answerTo(own, { answer: 'not-said', words: 'Tea' })).toEqual({ ...none, outcome: 'not-said' });
  });

  it.each(['', '0', '4', '10', '1.5', 'answered'])('is refused when it is none of them: %j', (answer) => {
    expect(() => answerTo(aQuestion(), { answer, words: 'x' })).toThrow(blamedOn('answer'));
  });

  it('of own words is refused when nothing is written', () => {
    expect(() => answerTo(aQuestion({ kind: 'words' }), { answer: '2', words: null })).toThrow(
      blamedOn('words'),
    );
  });

  it('is a whole number where it is one, told as it was given; nothing else is taken for 0 (R37)', () => {
    const nights = aQuestion({ kind: 'count', code: 'hospital_nights_before', window: '30d' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (count) => {
        const given = answerTo(nights, { answer: '', words: String(count) });
        expect([given.outcome, given.count, given.choice]).toEqual(['answered', count, null]);
        expect(answerWords(nights, given)).toBe(String(count));
      }),
    );
    fc.assert(
      fc.property(noAnswers, fc.constantFrom(null, '0', '3'), (answer, words) => {
        const silent = answerTo(nights, { answer, words });
        expect([silent.outcome, silent.count]).toEqual([answer, null]);
        expect(answerWords(nights, silent)).not.toMatch(/\d/);
      }),
    );
  });

  it.each([null, '', '31', '-1', '1.5', '1e1', 'some', '00031'])(
    'of %j nights in 30 days is refused',
    (words) => {
      const nights = aQuestion({ kind: 'count', code: 'hospital_nights_before', window: '30d' });
      expect(() => answerTo(nights, { answer: '', words })).toThrow(blamedOn('words'));
    },
  );

  it('of a number without a time is at most 999', () => {
    const number = aQuestion({ kind: 'count' });
    expect(answerTo(number, { answer: '', words: '999' }).count).toBe(999);
    expect(() => answerTo(number, { answer: '', words: '1000' })).toThrow(blamedOn('words'));
  });

  it('counts by the version it was given to, and only an answer counts: no silence is ever a number, least of all 0', () => {
    fc.assert(
      fc.property(noAnswers, scores, fc.boolean(), (outcome, counts, isAsked) => {
        const silent = { code: 'hope', version: 1, outcome, choice: null, words: null, count: null };
        expect(scoreOf({ scores: counts }, isAsked ? silent : null)).toBeNull();
        const given = answerTo(aQuestion(), { answer: '2', words: null });
        expect(scoreOf({ scores: counts }, given)).toBe(counts[1]);
        expect(scoreOf({ scores: null }, given)).toBeNull();
      }),
    );
  });

  it('is told in words, each kind of silence in its own', () => {
    const silences = (['skipped', 'not-said', 'dont-know'] as const).map((outcome) => ({
      code: 'hope',
      version: 1,
      outcome,
      choice: null,
      words: null,
      count: null,
    }));
    for (const language of ['en', 'es'] as const) {
      const told = [...silences, null].map((answer) => answerWords(aQuestion(), answer, language));
      expect(new Set(told).size).toBe(4);
      expect(told.join('')).not.toMatch(/\d/);
    }
    expect([...silences, null].map((each) => stateOf(each))).toEqual([
      'skipped',
      'not-said',
      'dont-know',
      'not-asked',
    ]);
    expect(answerWords(aQuestion(), answerTo(aQuestion(), { answer: '1', words: null }), 'es')).toBe('Mucha');
  });
});

describe('change on a question', () => {
  const side = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });

  it('is last less first over whole pairs; whoever is missing on a side changes no figure but the missing (R37)', () => {
    const pairs = fc.array(fc.record({ first: side, last: side }));
    fc.assert(
      fc.property(pairs, (all) => {
        const whole = all.filter(({ first, last }) => first !== null && last !== null);
        const { n, missing, mean } = changeOver(all);
        expect([n, missing]).toEqual([whole.length, all.length - whole.length]);
        expect(mean).toBe(changeOver(whole).mean);
        if (n === 0) expect(mean).toBeNull();
        else expect(mean! * n).toBeCloseTo(whole.reduce((sum, { first, last }) => sum + last! - first!, 0));
      }),
    );
  });
});

describe('what a manager wants of a question', () => {
  it('counts from the first answer down to 1, never 0', () => {
    const options = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,10}$/), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(options, (words) => {
        const en = { text: 'How?', why: null, options: words };
        const none = { text: '', why: null, options: [] };
        const { scores: counts, es } = wantedQuestion(aWish({ en, es: none }));
        expect([counts![0], counts!.at(-1), counts!.length, es]).toEqual([
          words.length,
          1,
          words.length,
          null,
        ]);
      }),
    );
  });

  it.each([
    [{ kind: 'number' as never }, 'kind'],
    [{ en: { text: '', why: null, options: ['a', 'b'] } }, 'text'],
    [{ en: { text: 'How?', why: null, options: ['a'] } }, 'options'],
    [{ en: { text: 'How?', why: null, options: ['a', 'A'] } }, 'options'],
    [{ en: { text: 'How?', why: null, options: ['a', 'b'.repeat(61)] } }, 'options'],
    [{ es: { text: 'Cómo?', why: null, options: ['a', 'b'] } }, 'esOptions'],
    [{ es: { text: '', why: null, options: ['a', 'b'] } }, 'esText'],
    [{ place: 100 }, 'place'],
    [{ place: 1.5 }, 'place'],
  ])('is refused beside its field: %j', (facts, fieldName) => {
    expect(() => wantedQuestion(aWish(facts))).toThrow(blamedOn(fieldName));
  });

  it('keeps yes, maybe and no as they are, and no ready answers beside own words', () => {
    expect(wantedQuestion(aWish({ kind: 'yes-maybe-no' }))).toMatchObject({
      en: { options: ['Yes', 'Maybe', 'No'] },
      es: { options: ['Sí', 'Quizás', 'No'] },
      scores: null,
    });
    expect(wantedQuestion(aWish({ kind: 'words' })).en.options).toEqual([]);
  });

  it('is the same when nothing in it is new', () => {
    const now = aQuestion();
    expect(isSameQuestion(now, wantedQuestion(aWish()))).toBe(true);
    expect(isSameQuestion(now, wantedQuestion(aWish({ counts: false })))).toBe(false);
    expect(isSameQuestion(now, wantedQuestion(aWish({ moments: ['leaving'] })))).toBe(false);
  });
});
