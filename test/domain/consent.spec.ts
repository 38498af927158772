import fc from 'fast-check';
import { Consent } from '../../src/domain/consent.js';
import { consentAfter, type Linked, standingAfter } from '../../src/domain/follow-up-tries.js';
import { offerOf, possibleResults } from '../../src/domain/follow-up-offer.js';
import { PLAIN_TERMS, type Purpose, purposes } from '../../src/domain/purposes.js';
import { waysTakenBack } from '../../src/domain/ways-taken-back.js';
import { aConsent, aFollowUp, aHouse, at, aTry, on } from '../support/builders.js';

const house = aHouse();
const ALONE: Linked = { at: null, noes: [], death: null };
const NEXT = () => at('2026-11-24T15:00:00Z');

describe('a yes to one thing (R32)', () => {
  it('is what a leaving asks where nothing else was said', () => {
    const consent = aConsent();
    expect(consent.hasTerms(PLAIN_TERMS)).toBe(true);
    expect(consent.atLeaving).toBe(true);
  });

  it.each([
    ['2026-11-24', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
  ])('that holds until Wed 25: on %s it lives: %s', (today, lives) =>
    expect(aConsent({ expiresOn: on('2026-11-25') }).isLive(on(today))).toBe(lives),
  );

  it('is dead once it was taken back, whatever its last day', () => {
    const withdrawnAt = at('2026-11-21T17:00:00Z');
    expect(aConsent({ withdrawnAt, expiresOn: on('2027-01-01') }).isLive(on('2026-11-21'))).toBe(false);
  });

  it.each<[Purpose, boolean, boolean, boolean]>([
    ['follow-up', true, true, true],
    ['alternate', true, true, true],
    ['things', false, true, true],
    ['research', false, false, false],
  ])(
    'to %s: ended by a no at leaving %s, by stop all %s, by a death %s',
    (purpose, byNo, byStop, byDeath) => {
      const consent = aConsent({ purpose });
      const later = at('2026-11-23T18:00:00Z');
      const ends = (tries: Parameters<typeof consentAfter>[1], linked: Linked) =>
        consentAfter(consent, tries, linked).withdrawnAt !== null;
      expect(ends([], { ...ALONE, noes: [{ guestId: 'other', at: later }] })).toBe(byNo);
      expect(ends([{ attempt: aTry('stop_all'), consent: aConsent({ id: 'rung' }) }], ALONE)).toBe(byStop);
      expect(ends([], { ...ALONE, death: { guestId: 'ash', at: later } })).toBe(byDeath);
    },
  );
});

describe('a way that was taken back on one of two linked records (R46)', () => {
  const there = (facts: Partial<Consent> = {}) =>
    aConsent({
      id: 'there',
      guestId: 'ash-again',
      withdrawnAt: at('2026-11-21T17:00:00Z'),
      withdrawnPerson: 'robin',
      ...facts,
    });
  const held = (consent: Consent, others: readonly Consent[], linkedAt = '2026-12-01T12:00:00Z') =>
    consentAfter(consent, [], { at: at(linkedAt), noes: waysTakenBack([consent, ...others]), death: null })
      .heldBy;

  it('holds back the same purpose and way on the other, and nothing else', () => {
    expect(held(aConsent(), [there()])).toBe('ash-again');
    expect(held(aConsent({ channel: 'text' }), [there()])).toBeNull();
    expect(held(aConsent({ purpose: 'things' }), [there()])).toBeNull();
  });

  it('holds back nothing that was said anew there, nor an undone slip', () => {
    const anew = aConsent({ id: 'anew', guestId: 'ash-again', givenAt: at('2026-11-22T17:00:00Z') });
    expect(held(aConsent(), [there(), anew])).toBeNull();
    expect(
      held(aConsent(), [there({ withdrawnPerson: null, undoneAt: at('2026-11-21T17:00:00Z') })]),
    ).toBeNull();
  });

  it('does not reach a yes that was given after it, once they were linked', () => {
    const later = aConsent({ givenAt: at('2026-12-02T17:00:00Z') });
    expect(held(later, [there()])).toBeNull();
  });
});

const days = fc.integer({ min: -3, max: 400 }).map((days) => on('2026-11-20').add({ days }));
const moments = fc
  .integer({ min: 0, max: 400 * 24 * 60 })
  .map((minutes) => at('2026-11-20T17:00:00Z').add({ minutes }));
const consents = fc
  .record({
    purpose: fc.constantFrom(...purposes.map(({ code }) => code)),
    expiresOn: fc.option(days),
    withdrawnAt: fc.option(moments),
    channel: fc.constantFrom('call' as const, 'text' as const, 'post' as const, 'they-call' as const),
  })
  .map((facts) => aConsent(facts));

describe('for any yes, its end and its taking back', () => {
  it('nothing is offered, and nothing can be written, once it does not hold', () =>
    fc.assert(
      fc.property(consents, days, moments, fc.boolean(), (consent, dueOn, now, isHere) => {
        fc.pre(!consent.isLive(house.time.houseDay(now)));
        const offer = offerOf(aFollowUp({ dueOn }, consent), consent, isHere, house, now);
        expect(offer.kind).toBe('closed');
        expect(possibleResults(offer, consent)).toEqual([]);
      }),
    ));

  it('no follow-up stays open under one that was taken back, whatever was tried', () =>
    fc.assert(
      fc.property(
        consents,
        fc.array(fc.constantFrom('no_answer', 'later', 'someone_else', 'wrong_number', 'message_left')),
        (consent, results) => {
          const tries = results.map((result) => ({ attempt: aTry(result), consent }));
          const standing = standingAfter(aFollowUp({}, consent), consent, tries, NEXT);
          const ends = consentAfter(consent, tries).withdrawnAt !== null;
          if (ends) expect([standing.closedAt === null, standing.nextTryAt]).toEqual([false, null]);
          else expect(standing.closedAs === null || standing.closedAs === 'not-reached').toBe(true);
        },
      ),
    ));
});
