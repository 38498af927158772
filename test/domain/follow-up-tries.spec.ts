import fc from 'fast-check';
import { type Attempt, attemptResults } from '../../src/domain/attempt.js';
import { consentAfter, standingAfter } from '../../src/domain/follow-up-tries.js';
import { aConsent, aFollowUp, at, aTry } from '../support/builders.js';

const MOST_TRIES = 3;
const NEXT = at('2026-11-24T15:00:00Z');
const on = (attempts: readonly Attempt[], consent = aConsent()) =>
  attempts.map((attempt) => ({ attempt, consent }));
const standing = (attempts: readonly Attempt[], consent = aConsent(), followUp = aFollowUp({}, consent)) => {
  const { nextTryAt, waitsSince, closedAs } = standingAfter(followUp, consent, on(attempts), () => NEXT);
  return { next: nextTryAt?.toString() ?? null, waits: waitsSince !== null, closedAs };
};
const OPEN = { next: null, waits: false, closedAs: null };

describe('what a try makes of a follow-up (R34)', () => {
  it.each([
    ['talked', { ...OPEN, closedAs: 'reached' }],
    ['called_us', { ...OPEN, closedAs: 'reached' }],
    ['no_answer', { ...OPEN, next: NEXT.toString() }],
    ['message_left', { ...OPEN, next: NEXT.toString() }],
    ['later', { ...OPEN, next: NEXT.toString() }],
    ['someone_else', { ...OPEN, waits: true }],
    ['someone_else_stop', { ...OPEN, waits: true }],
    ['wrong_number', { ...OPEN, waits: true }],
    ['mail_back', { ...OPEN, waits: true }],
    ['not_this_one', { ...OPEN, closedAs: 'not-this-one' }],
    ['stop_all', { ...OPEN, closedAs: 'stopped' }],
    ['died', { ...OPEN, closedAs: 'died' }],
    ['from_last_year', OPEN],
  ])('%s', (result, expected) => expect(standing([aTry(result)])).toEqual(expected));

  it('has an outcome here for each result that can be chosen', () =>
    expect(attemptResults.every(({ code }) => aTry(code).effect !== null)).toBe(true));

  it('leaves it open without any', () => expect(standing([])).toEqual(OPEN));

  it('closes it as not reached at the last try the house makes, not before', () => {
    const tries = Array.from({ length: MOST_TRIES }, () => aTry('no_answer'));
    expect(standing(tries.slice(1)).closedAs).toBeNull();
    expect(standing(tries).closedAs).toBe('not-reached');
    // asked to call later: somebody was there
    expect(standing([...tries.slice(1), aTry('later'), aTry('later')]).closedAs).toBeNull();
  });

  it('proposes no next try once someone else answered, until there is a newer one', () => {
    const [first, second] = [aTry('no_answer'), aTry('someone_else')];
    expect(standing([first, second])).toEqual({ ...OPEN, waits: true });
  });

  it('comes back when the guest asked for, whatever the house proposes', () => {
    const asked = aTry('later', { askedFor: at('2026-11-30T17:00:00Z') });
    expect(standing([asked]).next).toBe('2026-11-30T17:00:00Z');
    expect(standing([asked, aTry('no_answer')]).next).toBe(NEXT.toString());
  });

  it('goes by the first word that closes it', () => {
    const talked = aTry('talked', { at: at('2026-11-23T16:00:00Z') });
    const stop = aTry('stop_all', { at: at('2026-11-23T17:00:00Z'), followUpId: 'other' });
    expect(standing([talked, stop]).closedAs).toBe('reached');
  });
});

describe('“please stop all” and a number that is not theirs (R34, R35)', () => {
  const stop = aTry('stop_all', { followUpId: 'other' });

  it('closes every open one, whichever it was said at, and takes the yes back', () => {
    expect(standing([stop]).closedAs).toBe('stopped');
    expect(consentAfter(aConsent(), on([stop]))).toMatchObject({ withdrawnBy: stop.id });
  });

  it('never reaches a later yes', () => {
    const later = aConsent({ givenAt: at('2026-12-01T17:00:00Z') });
    expect(standing([stop], later).closedAs).toBeNull();
    expect(consentAfter(later, on([stop]))).toMatchObject({ withdrawnBy: null, withdrawnAt: null });
  });

  it('is not what somebody else says: the number is set aside, the yes stands', () => {
    const wrong = aTry('someone_else_stop', { followUpId: 'other' });
    expect(standing([wrong])).toEqual({ ...OPEN, waits: true });
    expect(consentAfter(aConsent(), on([wrong]))).toMatchObject({ withdrawnAt: null, setAsideBy: wrong.id });
    // another number stays in force; the same one is nobody's under another yes either, until it is given anew
    const others = (facts: object) =>
      consentAfter(aConsent({ id: 'other', ...facts }), on([wrong])).setAsideBy;
    expect(others({ detail: '555-0102' })).toBeNull();
    expect(others({ detail: '(555) 0101' })).toBe(wrong.id);
    expect(others({ givenAt: at('2026-12-01T17:00:00Z') })).toBeNull();
  });

  it('gives nothing back that the guest took back in another way', () => {
    const withdrawn = aConsent({ withdrawnAt: at('2026-11-21T17:00:00Z') });
    expect(String(consentAfter(withdrawn, []).withdrawnAt)).toBe('2026-11-21T17:00:00Z');
  });

  it('leaves no trace when it is undone: the same tries without it make the same', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...attemptResults.map(({ code }) => code)), { maxLength: 6 }),
        fc.constantFrom('stop_all', 'died', 'wrong_number', 'talked'),
        (results, undone) => {
          const tries = results.map((result, hours) =>
            aTry(result, { at: at('2026-11-23T16:00:00Z').add({ hours }) }),
          );
          const before = [standing(tries), consentAfter(aConsent(), on(tries))];
          const slip = aTry(undone, { at: at('2026-11-23T23:00:00Z') });
          const without = [...tries, slip].filter((each) => each !== slip);
          expect([standing(without), consentAfter(aConsent(), on(without))]).toEqual(before);
        },
      ),
    ));

  it('leaves nothing open and no number in force for any guest who said stop', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...attemptResults.map(({ code }) => code)), { maxLength: 6 }),
        fc.nat({ max: 6 }),
        (results, place) => {
          const all = [...results.slice(0, place), 'stop_all', ...results.slice(place)];
          const tries = all.map((result, hours) =>
            aTry(result, { at: at('2026-11-23T16:00:00Z').add({ hours }) }),
          );
          expect(standing(tries).closedAs).not.toBeNull();
          expect(consentAfter(aConsent(), on(tries)).withdrawnAt).not.toBeNull();
        },
      ),
    ));
});

// R46
describe('what linked records make of a consent', () => {
  const GIVEN = aConsent().givenAt;
  const [before, after] = [GIVEN.subtract({ hours: 24 }), GIVEN.add({ hours: 24 })];
  const other = aConsent({ id: 'theirs', guestId: 'ash-again' });
  const alone = { at: null, noes: [], death: null };
  const no = (said: typeof GIVEN, linkedAt: typeof GIVEN, guestId = 'ash-again') => ({
    ...alone,
    at: linkedAt,
    noes: [{ guestId, at: said }],
  });

  it('a no on the other record holds it back, one from before the yes only where they were linked later', () => {
    const held = { withdrawnBy: null, heldBy: 'ash-again' };
    expect(consentAfter(aConsent(), [], no(after, after))).toMatchObject(held);
    expect(consentAfter(aConsent(), [], no(after, before))).toMatchObject(held);
    expect(consentAfter(aConsent(), [], no(before, after))).toMatchObject(held);
    expect(consentAfter(aConsent(), [], no(before, before)).heldBy).toBeNull();
    expect(consentAfter(aConsent(), [], no(before, before)).withdrawnAt).toBeNull();
  });

  it('its own no is no other’s', () => {
    expect(consentAfter(aConsent(), [], no(after, after, aConsent().guestId)).heldBy).toBeNull();
  });

  it('a stop on the other record reaches it in the same way, and closes what is open', () => {
    const stop = (said: typeof GIVEN) => [
      { attempt: Object.assign(aTry('stop_all'), { at: said, followUpId: 'theirs' }), consent: other },
    ];
    const ends = (said: typeof GIVEN, linkedAt: typeof GIVEN | null) => {
      const [tries, linked] = [stop(said), { ...alone, at: linkedAt }];
      const { closedAs } = standingAfter(aFollowUp({}, aConsent()), aConsent(), tries, () => NEXT, linked);
      return [consentAfter(aConsent(), tries, linked).withdrawnBy !== null, closedAs];
    };
    expect(ends(after, before)).toEqual([true, 'stopped']);
    expect(ends(before, after)).toEqual([true, 'stopped']);
    expect(ends(before, before)).toEqual([false, null]);
    expect(ends(before, null)).toEqual([false, null]);
  });

  // R50
  it.each(['ash', 'ash-again'])('a death on the record of %s ends it, whenever it was given', (guestId) => {
    for (const said of [before, after]) {
      const linked = { ...alone, death: { guestId, at: said } };
      const held = { withdrawnAt: said, withdrawnBy: null, heldBy: guestId };
      expect(consentAfter(aConsent(), [], linked)).toMatchObject(held);
      const standing = standingAfter(aFollowUp(), aConsent(), [], () => NEXT, linked);
      expect(standing).toEqual({ nextTryAt: null, waitsSince: null, closedAt: said, closedAs: 'died' });
    }
  });

  it('without the link it stands as if there had been none', () => {
    const held = { ...consentAfter(aConsent(), [], no(after, after)) };
    const later = consentAfter(Object.assign(aConsent(), held), []);
    expect(later).toEqual(consentAfter(aConsent(), []));
  });

  it('what the guest took back themselves stays taken back', () => {
    const withdrawn = aConsent({ withdrawnAt: after });
    expect(withdrawn.isTakenBackByGuest).toBe(true);
    expect(consentAfter(withdrawn, [], { ...alone, at: before }).withdrawnAt).toEqual(after);
  });
});
