import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { checkTry } from '../../src/domain/attempt-check.js';
import { Conflict } from '../../src/domain/conflict.js';
import { isBefore, isEarlier } from '../../src/domain/days.js';
import {
  firstWaitedFor,
  hoursOf,
  isWithin,
  nextWithin,
  offerOf,
  possibleResults,
  proposedAfter,
} from '../../src/domain/follow-up-offer.js';
import { changeNight } from '../support/arbitraries.js';
import { aConsent, aFollowUp, aHouse, at, blamedOn, on } from '../support/builders.js';

const house = aHouse();
const offer = (now: string, facts = {}, consent = aConsent(), isHere = false) =>
  offerOf(aFollowUp(facts), consent, isHere, house, at(now));
const textOf = (found: ReturnType<typeof offer>) => JSON.stringify(found);

// Due Mon 23 November 2026; the house rings from 10 am to 7 pm
describe('what can be done about a follow-up now (R34)', () => {
  it.each([
    ['2026-11-22T12:00-05:00', { kind: 'coming', on: on('2026-11-23') }],
    // the house day of the 23rd begins at 4
    ['2026-11-23T03:59-05:00', { kind: 'coming', on: on('2026-11-23') }],
    ['2026-11-23T04:00-05:00', { kind: 'later', from: at('2026-11-23T10:00-05:00') }],
    ['2026-11-23T09:59-05:00', { kind: 'later', from: at('2026-11-23T10:00-05:00') }],
    ['2026-11-23T10:00-05:00', { kind: 'now' }],
    ['2026-11-23T18:59-05:00', { kind: 'now' }],
    ['2026-11-23T19:00-05:00', { kind: 'later', from: at('2026-11-24T10:00-05:00') }],
    ['2026-11-24T01:30-05:00', { kind: 'later', from: at('2026-11-24T10:00-05:00') }],
    ['2027-02-24T12:00-05:00', { kind: 'now' }],
  ])('at %s', (now, expected) => expect(textOf(offer(now))).toBe(JSON.stringify(expected)));

  it('keeps to the guest’s own hours where they named some', () => {
    const evenings = aConsent({ safeFrom: 18, safeTo: 21 });
    expect(offer('2026-11-23T12:00-05:00', {}, evenings).kind).toBe('later');
    expect(offer('2026-11-23T20:59-05:00', {}, evenings).kind).toBe('now');
    expect(offer('2026-11-23T21:00-05:00', {}, evenings).kind).toBe('later');
  });

  it('asks no hour of a letter', () =>
    expect(offer('2026-11-23T04:00-05:00', {}, aConsent({ channel: 'post' })).kind).toBe('now'));

  it('waits for the next try that is proposed', () => {
    const nextTryAt = at('2026-11-26T11:00-05:00');
    expect(textOf(offer('2026-11-23T12:00-05:00', { nextTryAt }))).toBe(
      '{"kind":"coming","on":"2026-11-26"}',
    );
    expect(offer('2026-11-26T10:59-05:00', { nextTryAt }).kind).toBe('later');
    expect(offer('2026-11-26T11:00-05:00', { nextTryAt }).kind).toBe('now');
  });

  it('offers nothing while the guest rings, is here again, said stop, or it is closed', () => {
    const noon = '2026-11-23T12:00-05:00';
    expect(offer(noon, { waitsSince: at('2026-11-20T12:00-05:00') }).kind).toBe('waiting');
    expect(offer(noon, {}, aConsent(), true).kind).toBe('here');
    expect(offer(noon, {}, aConsent({ withdrawnAt: at('2026-11-21T12:00-05:00') })).kind).toBe('closed');
    expect(offer(noon, { closedAt: at('2026-11-21T12:00-05:00'), closedAs: 'reached' }).kind).toBe('closed');
  });

  it.each([
    ['due', '2026-11-20T12:00-05:00', '2026-12-23T12:00-05:00', 'waiting'],
    ['due', '2026-11-20T12:00-05:00', '2026-12-24T03:59-05:00', 'waiting'],
    ['due', '2026-11-20T12:00-05:00', '2026-12-24T04:00-05:00', 'unheard'],
    ['left to them', '2026-11-30T12:00-05:00', '2026-12-30T12:00-05:00', 'waiting'],
    ['left to them', '2026-11-30T12:00-05:00', '2026-12-31T12:00-05:00', 'unheard'],
  ])('waits for thirty days after it was %s (since %s) at %s: %s', (_, since, now, kind) => {
    expect(offer(now, { waitsSince: at(since) }).kind).toBe(kind);
    expect(offer(now, { waitsSince: at(since) }, aConsent(), true).kind).toBe(
      kind === 'waiting' ? 'here' : kind,
    );
  });

  it('loads for the list exactly what is still waited for, on any day', () =>
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 400 }), (waited, days) => {
        const followUp = aFollowUp({ waitsSince: at('2026-11-20T12:00-05:00').add({ hours: 7 * waited }) });
        const now = at('2026-11-20T12:00-05:00').add({ hours: 24 * days });
        const first = firstWaitedFor(house.time.houseDay(now));
        const isLoaded =
          !isBefore(followUp.dueOn, first) || !isEarlier(followUp.waitsSince!, house.time.startOf(first));
        expect(offerOf(followUp, aConsent(), false, house, now).kind).toBe(isLoaded ? 'waiting' : 'unheard');
      }),
    ));

  it('proposes the next house day, within the hours', () => {
    const next = (tried: string, consent = aConsent()) => proposedAfter(at(tried), consent, house).toString();
    expect(next('2026-11-23T16:00-05:00')).toBe('2026-11-24T15:00:00Z');
    // half past one at night still belongs to the 23rd
    expect(next('2026-11-24T01:30-05:00')).toBe('2026-11-24T15:00:00Z');
    expect(next('2026-11-23T16:00-05:00', aConsent({ safeFrom: 18, safeTo: 21 }))).toBe(
      '2026-11-24T23:00:00Z',
    );
  });

  it('is never an hour outside, and the next one is the soonest, on any night', () =>
    fc.assert(
      fc.property(changeNight(1), fc.nat({ max: 22 }), fc.nat({ max: 24 }), (night, from, length) => {
        const hours = { from, to: Math.min(24, from + 1 + length) };
        const there = aHouse({ timeZone: night.zone, rolloverHour: night.rolloverHour });
        const now: Temporal.Instant = night.instants[0]!;
        const next = nextWithin(hours, now, there);
        expect(isWithin(hours, next, there)).toBe(true);
        expect(next.since(now).total('hours')).toBeLessThan(26);
        if (!isWithin(hours, now, there))
          expect(isWithin(hours, next.subtract({ minutes: 1 }), there)).toBe(false);
      }),
    ));
});

describe('what can be written down (R34)', () => {
  const codes = (
    kind: 'now' | 'waiting' | 'unheard' | 'here' | 'coming' | 'closed',
    consent = aConsent(),
  ) => {
    const offers = {
      now: { kind: 'now' },
      here: { kind: 'here' },
      closed: { kind: 'closed' },
      waiting: { kind: 'waiting', since: at('2026-11-20T12:00-05:00'), until: on('2026-12-23') },
      unheard: { kind: 'unheard', until: on('2026-12-23') },
      coming: { kind: 'coming', on: on('2026-11-23') },
    } as const;
    return possibleResults(offers[kind], consent).map(({ code }) => code);
  };
  const comesIn = ['called_us', 'not_this_one', 'stop_all', 'died'];

  it('a message only where one was agreed', () => {
    expect(codes('now')).not.toContain('message_left');
    expect(codes('now', aConsent({ voicemail: true }))).toContain('message_left');
    expect(codes('now', aConsent({ channel: 'text', voicemail: true }))).not.toContain('message_left');
  });

  it('of a letter no voice and no wrong number', () =>
    expect(codes('now', aConsent({ channel: 'post' }))).toEqual([
      'talked',
      'no_answer',
      'called_us',
      'mail_back',
      ...comesIn.slice(1),
    ]));

  it('only what comes in by itself while nothing goes out', () => {
    expect(codes('waiting')).toEqual(comesIn);
    expect(codes('unheard')).toEqual(comesIn);
    expect(codes('coming')).toEqual(comesIn);
    expect(codes('now', aConsent({ channel: 'they-call' }))).toEqual(comesIn);
    expect(codes('here')).toEqual(['talked', ...comesIn]);
    expect(codes('closed')).toEqual([]);
  });
});

describe('writing down a try (R34)', () => {
  const now = at('2026-11-23T12:00-05:00');
  const check = (facts: object, consent = aConsent(), kind: 'now' | 'closed' = 'now') =>
    checkTry(
      { channel: null, result: 'talked', at: now, nextTryAt: null, ...facts },
      consent,
      { kind },
      house,
      now,
    );

  it('takes what just happened', () => expect(() => check({})).not.toThrow());

  it.each([
    ['an unknown result', { result: 'shouted' }, 'result'],
    ['a way nobody agreed to', { channel: 'text' }, 'result'],
    ['the future', { at: now.add({ minutes: 1 }) }, 'at'],
    ['a time before the yes', { at: at('2026-11-20T11:59-05:00') }, 'at'],
    ['a next try in the past', { nextTryAt: now }, 'nextTry'],
    ['a next try at night', { nextTryAt: at('2026-11-24T22:00-05:00') }, 'nextTry'],
    ['a next try in years', { nextTryAt: at('2028-11-24T12:00-05:00') }, 'nextTry'],
  ])('refuses %s', (_, facts, field) => expect(() => check(facts)).toThrow(blamedOn(field)));

  it('refuses one from further back than a shift records alone', () => {
    const long = aConsent({ givenAt: at('2026-10-01T12:00-04:00') });
    expect(() => check({ at: at('2026-11-16T12:00-05:00') }, long)).not.toThrow();
    expect(() => check({ at: at('2026-11-15T12:00-05:00') }, long)).toThrow(blamedOn('at'));
  });

  it('takes the very minute of the yes', () =>
    expect(() => check({ at: at('2026-11-20T12:00-05:00') })).not.toThrow());

  it('refuses what is over', () => expect(() => check({}, aConsent(), 'closed')).toThrow(Conflict));

  it('takes any hour for a letter', () => {
    const letter = aConsent({ channel: 'post' });
    expect(hoursOf(letter, house)).toEqual({ from: 0, to: 24 });
    expect(() => check({ nextTryAt: at('2026-11-24T22:00-05:00') }, letter)).not.toThrow();
  });
});
