import fc from 'fast-check';
import {
  checkWindow,
  type HospitalWindow,
  hospitalWindows,
  mostNightsIn,
  windowChanges,
  windowOf,
  windowWords,
} from '../../src/domain/hospital-window.js';
import { codesOf } from '../../src/domain/list-entry.js';
import { type Question, wordingIn } from '../../src/domain/question.js';
import { checkWindowMoments, type WantedQuestion } from '../../src/domain/question-wish.js';
import { anyDay } from '../support/arbitraries.js';
import { blamedOn } from '../support/builders.js';

const windows = codesOf(hospitalWindows) as HospitalWindow[];

const over = (code: string, facts: Partial<Question> = {}): Question => ({
  code,
  kind: 'count',
  number: 1,
  place: 40,
  moments: code.startsWith('emergency') ? [] : [code.endsWith('before') ? 'leaving' : 'follow-up'],
  en: { text: 'In the {window} before', why: null, options: [] },
  es: { text: 'En los {window} antes', why: null, options: [] },
  scores: null,
  window: '180d',
  windowWhy: null,
  ...facts,
});

const four = ['hospital_nights', 'emergency_visits'].flatMap((what) =>
  ['before', 'after'].map((side) => over(`${what}_${side}`)),
);

describe('the time nights in a hospital are asked over (measures.md)', () => {
  it('stands in the words of the question, in its language', () => {
    expect(wordingIn(over('hospital_nights_before'), 'en').text).toBe('In the 180 days before');
    const months = over('hospital_nights_before', { window: '11m' });
    expect(wordingIn(months, 'es').text).toBe('En los 11 meses antes');
    expect(wordingIn({ ...months, es: null }, 'es').text).toBe('In the 11 months before');
    expect(windows.map((each) => windowWords(each, 'en'))).toEqual(hospitalWindows.map(({ label }) => label));
  });

  it('has no more nights than fit in, from any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...windows), anyDay, (window, left) => {
        const [, many, unit] = /^(\d+)([dm])$/.exec(window)!;
        const end = left.add(unit === 'd' ? { days: Number(many) } : { months: Number(many) });
        const nights = left.until(end, { largestUnit: 'days' }).days;
        expect(nights).toBeLessThanOrEqual(mostNightsIn(window));
        if (unit === 'd') expect(nights).toBe(mostNightsIn(window));
      }),
    );
  });

  it('needs a reason where it is not the shipped one', () => {
    const wish = { window: '180d', why: null, nights: true, visits: false } as const;
    expect(() => checkWindow(wish)).not.toThrow();
    expect(() => checkWindow({ ...wish, window: '11m' })).toThrow(blamedOn('why'));
    expect(() => checkWindow({ ...wish, window: '11m', why: 'As in the study' })).not.toThrow();
    expect(() => checkWindow({ ...wish, window: '60d' as HospitalWindow, why: 'x' })).toThrow(
      blamedOn('window'),
    );
  });

  it('changes for all four at once; both sides are asked or neither, each at its own moment', () => {
    const wishes = fc.record({
      window: fc.constantFrom(...windows),
      why: fc.constant('As in the study'),
      nights: fc.boolean(),
      visits: fc.boolean(),
    });
    fc.assert(
      fc.property(wishes, (wish) => {
        const other = over('hope', { window: null });
        const changed = windowChanges([...four, other], wish);
        expect(changed.map(({ code }) => code)).not.toContain('hope');
        const next = four.map((each) => changed.find(({ code }) => code === each.code) ?? each);
        const { seen, ...now } = windowOf([other, ...next]);
        expect([now, seen]).toEqual([wish, 4]);
        expect(windowChanges(next, wish)).toEqual([]);
        for (const each of next) {
          const own = each.code.endsWith('before') ? 'leaving' : 'follow-up';
          const isAsked = each.code.startsWith('hospital') ? wish.nights : wish.visits;
          expect(each.moments).toEqual(isAsked ? [own] : []);
        }
      }),
    );
  });

  it('is never asked at arrival, nor at the moment of its other side', () => {
    const wanted = (moments: Question['moments']) => ({ moments }) as WantedQuestion;
    const before = over('hospital_nights_before');
    expect(() => checkWindowMoments(before, wanted(['leaving']))).not.toThrow();
    expect(() => checkWindowMoments(before, wanted([]))).not.toThrow();
    for (const moment of ['arrival', 'follow-up'] as const)
      expect(() => checkWindowMoments(before, wanted(['leaving', moment]))).toThrow(blamedOn('moments'));
    expect(() => checkWindowMoments(over('hope', { window: null }), wanted(['arrival']))).not.toThrow();
  });
});
