import fc from 'fast-check';
import type { Question } from '../../src/domain/question.js';
import { openingWords } from '../../src/domain/opening-words.js';
import { MOST_WRONG_WORDS, Turn } from '../../src/domain/turn.js';
import { at } from '../support/builders.js';

const START = at('2026-11-22T22:40:00Z');
const CODES = ['welcome', 'hope', 'helped'];
const QUESTIONS = CODES.map((code) => ({ code, kind: code === 'helped' ? 'words' : 'scale' })) as Question[];

const aTurn = (facts: Partial<Turn> = {}): Turn =>
  Object.assign(
    new Turn({
      id: 'turn',
      stayId: 'stay',
      screen: 'screen',
      moment: 'leaving',
      language: 'en',
      seenAt: START,
      personId: 'robin',
    }),
    facts,
  );

const after = (minutes: number) => START.add({ seconds: Math.round(minutes * 60) });

describe('a guest’s turn', () => {
  it('covers itself after five quiet minutes, after ten where somebody writes or reads', () => {
    const covered = (turn: Turn, minutes: number) => turn.isCoveredAt(after(minutes), QUESTIONS);
    const asking = aTurn({ mode: 'asking', atCode: 'hope' });
    expect([4.9, 5].map((minutes) => covered(asking, minutes))).toEqual([false, true]);
    const writing = aTurn({ mode: 'asking', atCode: 'helped' });
    const reading = aTurn({ mode: 'about', atCode: 'hope' });
    for (const slow of [writing, reading])
      expect([9.9, 10].map((minutes) => covered(slow, minutes))).toEqual([false, true]);
    expect(covered(aTurn({ mode: 'ending', atCode: 'helped' }), 5)).toBe(true);
    expect(covered(aTurn({ isCovered: true }), 0)).toBe(true);
    expect(covered(aTurn({ mode: 'done', ended: 'kept' }), 500)).toBe(false);
  });

  it('is not covered by a clock that was set back', () => {
    expect(aTurn().isCoveredAt(START.subtract({ hours: 3 }), QUESTIONS)).toBe(false);
  });

  it('is wiped after the quiet of the house, and stays so; one that is over has nothing to wipe', () => {
    const turn = aTurn();
    expect([29.9, 30].map((minutes) => turn.isWipedAt(after(minutes), 30))).toEqual([false, true]);
    expect(aTurn({ mode: 'done', ended: 'kept' }).isWipedAt(after(90), 30)).toBe(false);
    turn.end('wiped');
    expect(turn.isWipedAt(START, 30)).toBe(true);
  });

  it('goes from question to question to the end and back, never out of the list', () => {
    const steps = fc.array(fc.constantFrom('on', 'back', 'read', 'ask'));
    fc.assert(
      fc.property(steps, (taken) => {
        const turn = aTurn();
        turn.goOn(CODES, null);
        let place = 0;
        for (const step of taken) {
          const from = turn.mode;
          if (step === 'on' && from === 'asking') {
            turn.goOn(CODES);
            place += 1;
          } else if (step === 'back' && from !== 'about') {
            turn.goBack(CODES);
            place = Math.max(0, place - 1);
          } else if (step === 'read' && from === 'asking') turn.mode = 'about';
          else if (step === 'ask' && from === 'about') turn.goAsking(CODES);
          if (turn.mode === 'asking') expect(turn.atCode).toBe(CODES[place]);
          if (turn.mode === 'ending') expect(place).toBe(CODES.length);
        }
      }),
    );
  });

  it('goes back from the end to the question they stopped at', () => {
    const turn = aTurn({ mode: 'ending', atCode: 'hope' });
    turn.goBack(CODES);
    expect([turn.mode, turn.atCode]).toEqual(['asking', 'hope']);
  });

  it('ends at once where nothing is asked', () => {
    const turn = aTurn();
    turn.goOn([], null);
    expect([turn.mode, turn.atCode]).toEqual(['ending', null]);
  });

  it('opens with their word only, and after two wrong ones with none', () => {
    const words = fc.array(fc.integer({ min: 1, max: openingWords.en.length }).map(String));
    fc.assert(
      fc.property(words, (tapped) => {
        const turn = aTurn({ word: '3', isCovered: true });
        let wrong = 0;
        for (const word of tapped) {
          turn.isCovered = true;
          const opens = turn.open(word, START);
          expect(opens).toBe(word === '3' && wrong < MOST_WRONG_WORDS);
          expect(turn.isCovered).toBe(!opens);
          if (wrong < MOST_WRONG_WORDS) wrong = opens ? 0 : wrong + 1;
        }
        expect(turn.isLocked).toBe(wrong >= MOST_WRONG_WORDS);
      }),
    );
  });

  it('without a word opens for nobody at the screen', () => {
    const turn = aTurn({ isCovered: true });
    expect([turn.isLocked, turn.open('', START), turn.open('1', START)]).toEqual([true, false, false]);
  });

  it('handed over again shows where they were to whoever knows the word', () => {
    const hands = { screen: 'other', personId: 'sam' };
    const withWord = aTurn({ word: '3', wrongWords: 2, mode: 'asking', atCode: 'hope' });
    withWord.handAgain(hands, after(20));
    expect([withWord.isCovered, withWord.isLocked, withWord.atCode]).toEqual([true, false, 'hope']);
    const without = aTurn({ mode: 'asking', atCode: 'hope' });
    without.handAgain(hands, after(20));
    expect(without.isCoveredAt(after(20), QUESTIONS)).toBe(false);
  });

  it('leaves neither word nor place behind', () => {
    const turn = aTurn({ word: '3', atCode: 'hope', mode: 'asking', isCovered: true });
    turn.end('thrown');
    expect(turn).toMatchObject({ mode: 'done', ended: 'thrown', word: null, atCode: null, isCovered: false });
  });

  it('has as many words in each language', () => {
    expect(openingWords.en.length).toBe(openingWords.es.length);
    for (const words of Object.values(openingWords)) expect(new Set(words).size).toBe(words.length);
  });
});
