import fc from 'fast-check';
import type { Consent } from '../../src/domain/consent.js';
import { consentAfter, standingAfter } from '../../src/domain/follow-up-tries.js';
import { waysTakenBack } from '../../src/domain/ways-taken-back.js';
import { aConsent, aFollowUp, at } from '../support/builders.js';

type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const RECORDS = ['ash', 'ash-again'] as const;
const minute = fc.integer({ min: 0, max: 40 });
const instant = (count: number) => at('2026-11-20T17:00:00Z').add({ minutes: count });

/** A yes, on one of two records of one guest; taken back by itself some minutes later, or not. */
const aYes = fc.record({
  record: fc.constantFrom(...RECORDS),
  purpose: fc.constantFrom('follow-up' as const, 'things' as const),
  channel: fc.constantFrom('call' as const, 'text' as const),
  given: minute,
  takenBackAfter: fc.option(fc.integer({ min: 0, max: 20 })),
});
type Yes = Made<typeof aYes>;

/** The last answer at a leaving on a record was no. */
const aNo = fc.record({ record: fc.constantFrom(...RECORDS), said: minute });
type No = Made<typeof aNo>;

const stories = fc.record({
  yeses: fc.array(aYes, { minLength: 1, maxLength: 6 }),
  noes: fc.array(aNo, { maxLength: 2 }),
  linkedAt: minute,
});

/** Whether the guest said no to this on the other record, told in plain minutes. */
function isHeldBack(yes: Yes, { yeses, noes, linkedAt }: Made<typeof stories>): boolean {
  // Before the link neither desk knew of the other's answer: then the stricter one holds, whichever came first
  const counts = (said: number) => said >= yes.given || yes.given <= linkedAt;
  const saidNo = (no: No) => no.record !== yes.record && yes.purpose !== 'things' && counts(no.said);
  const alike = yeses.filter(
    (each) => each.record !== yes.record && each.purpose === yes.purpose && each.channel === yes.channel,
  );
  const tookBack = ({ given, takenBackAfter }: Yes) => {
    if (takenBackAfter === null) return false;
    const said = given + takenBackAfter;
    return alike.every((later) => later.given <= said) && counts(said);
  };
  return noes.some(saidNo) || alike.some(tookBack);
}

const consentOf = ({ record, purpose, channel, given, takenBackAfter }: Yes, place: number): Consent =>
  aConsent({
    id: `yes-${place}`,
    guestId: record,
    purpose,
    channel,
    givenAt: instant(given),
    ...(takenBackAfter === null
      ? {}
      : { withdrawnAt: instant(given + takenBackAfter), withdrawnPerson: 'robin' }),
  });

// R46
describe('for any answers on two records of one guest, the stricter one holds while they are linked', () => {
  const wordsOf = ({ yeses, noes, linkedAt }: Made<typeof stories>) => {
    const consents = yeses.map(consentOf);
    const said = noes.map(({ record, said }) => ({ guestId: record, at: instant(said) }));
    const linked = { at: instant(linkedAt), noes: [...said, ...waysTakenBack(consents)], death: null };
    return { consents, linked };
  };

  it('a yes holds exactly when neither record says no to it', () =>
    fc.assert(
      fc.property(stories, (story) => {
        const { consents, linked } = wordsOf(story);
        for (const [place, yes] of story.yeses.entries()) {
          const ends = consentAfter(consents[place]!, [], linked).withdrawnAt !== null;
          expect(ends).toBe(yes.takenBackAfter !== null || isHeldBack(yes, story));
        }
      }),
      { numRuns: 2000 },
    ));

  it('no link ever brings a yes to life, and what it holds back leaves no follow-up open', () =>
    fc.assert(
      fc.property(stories, (story) => {
        const { consents, linked } = wordsOf(story);
        for (const consent of consents) {
          const [alone, together] = [consentAfter(consent, []), consentAfter(consent, [], linked)];
          if (alone.withdrawnAt !== null) expect(together.withdrawnAt).not.toBeNull();
          const held = aConsent({ ...consent, ...together });
          const { closedAt } = standingAfter(aFollowUp({}, held), held, [], () => instant(0), linked);
          expect(closedAt === null).toBe(together.withdrawnAt === null);
        }
      }),
    ));
});
