import fc from 'fast-check';
import {
  type BedFacts,
  type BedStatus,
  canBeGiven,
  type Claim,
  flagsOf,
  freeUntil,
  statusOf,
  waitingFor,
} from '../../src/domain/bed-board.js';
import { aBed, aClaim, aStay, at, bedFacts, on } from '../support/builders.js';

const TONIGHT = on('2026-03-08');
const SINCE = at('2026-03-08T10:00-04:00');
const closure = aClaim('closure', '2026-03-07', '2026-03-10');
const held = aClaim('hold', '2026-03-07', '2026-03-10');
const arriving = aClaim('hold', '2026-03-08', '2026-03-10');

const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    kind: fc.constantFrom('stay' as const, 'hold' as const, 'closure' as const),
    from: fc.integer({ min: -6, max: 6 }),
    nights: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ kind, from, nights }) => {
    const firstNight = TONIGHT.add({ days: from });
    return { kind, firstNight, endNight: firstNight.add({ days: nights }) };
  });

/** Any bed with nobody in it. */
const anyBed: fc.Arbitrary<BedFacts> = fc.record({
  bed: fc
    .option(fc.integer({ min: -3, max: 9 }))
    .map((days) => aBed({ lastNight: days === null ? null : TONIGHT.add({ days }) })),
  stay: fc.constant(null),
  notReadySince: fc.constantFrom(null, SINCE),
  claims: fc.array(anyClaim, { maxLength: 3 }),
});

// R9
describe('the status of a bed', () => {
  const everything = { stay: aStay(), notReadySince: SINCE, claims: [arriving, closure] };

  it.each<[BedStatus, Partial<BedFacts>]>([
    ['staying', everything],
    ['closed', { ...everything, stay: null }],
    ['arriving', { notReadySince: SINCE, claims: [arriving] }],
    ['held', { notReadySince: SINCE, claims: [held] }],
    ['getting-ready', { notReadySince: SINCE }],
    ['free', {}],
  ])('is %s before all that follow in the list', (status, facts) =>
    expect(statusOf(bedFacts(facts), TONIGHT)).toBe(status),
  );

  // R6
  it.each([
    ['2026-03-06', 'free'],
    ['2026-03-07', 'arriving'],
    ['2026-03-08', 'held'],
    ['2026-03-09', 'held'],
    ['2026-03-10', 'free'],
  ])('has the nights of a hold to the one before its end: %s %s', (night, status) =>
    expect(statusOf(bedFacts({ claims: [held] }), on(night))).toBe(status),
  );

  it('goes from one claim to the next on the same day', () => {
    const claims = [held, aClaim('closure', '2026-03-10', '2026-03-12')];
    expect(['2026-03-09', '2026-03-10'].map((night) => statusOf(bedFacts({ claims }), on(night)))).toEqual([
      'held',
      'closed',
    ]);
  });

  // R8
  it('hides nobody who is present, whatever claims the bed', () =>
    fc.assert(
      fc.property(anyBed, fc.integer({ min: 0, max: 30 }), (facts, days) => {
        expect(statusOf({ ...facts, stay: aStay() }, TONIGHT.add({ days }))).toBe('staying');
        expect(canBeGiven({ ...facts, stay: aStay() }, TONIGHT.add({ days }))).toBe(false);
      }),
    ));

  it('does not depend on the order of claims', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(anyClaim, { selector: ({ kind }) => kind === 'closure', maxLength: 2 }),
        (claims) =>
          expect(statusOf(bedFacts({ claims }), TONIGHT)).toBe(
            statusOf(bedFacts({ claims: [...claims].reverse() }), TONIGHT),
          ),
      ),
    ));
});

// R9
describe('the flags of a bed', () => {
  const stay = aStay(); // to leave on 10 March

  it.each([
    ['before the planned day', '2026-03-09', []],
    ['on the planned day', '2026-03-10', ['leaving-today']],
    ['after it', '2026-03-11', ['staying-on']],
    ['long after it', '2026-05-11', ['staying-on']],
  ])('with a guest, %s: %s %j', (_, today, flags) =>
    expect(flagsOf(bedFacts({ stay }), on(today))).toEqual(flags),
  );

  // R21, in the order of R9
  it.each([
    ['away', '2026-03-10', ['leaving-today', 'away']],
    ['not-seen', '2026-03-11', ['staying-on', 'not-seen']],
  ] as const)('say that the guest is %s, beside what else is so', (kind, today, flags) => {
    const facts = bedFacts({ stay, absence: { kind } });
    expect(flagsOf(facts, on(today))).toEqual(flags);
    expect(statusOf(facts, on(today))).toBe('staying');
  });

  // R10
  it.each<[string, Partial<BedFacts>, string[]]>([
    ['nothing else', {}, []],
    ['a guest', { stay }, ['not-ready']],
    ['a hold', { claims: [arriving] }, ['not-ready']],
    ['a closure', { claims: [closure] }, ['not-ready']],
  ])('say not ready when the status does not: with %s', (_, facts, flags) =>
    expect(flagsOf(bedFacts({ notReadySince: SINCE, ...facts }), TONIGHT)).toEqual(flags),
  );

  // R8: the guest who was to leave on 10 March is still here on the 11th
  it.each<[string, string, Claim[], string | null]>([
    [
      'has the coming night as well',
      '2026-03-11',
      [aClaim('hold', '2026-03-10', '2026-03-14')],
      '2026-03-12',
    ],
    ['begins tomorrow', '2026-03-11', [aClaim('hold', '2026-03-12', '2026-03-14')], '2026-03-12'],
    ['closes the bed', '2026-03-11', [aClaim('closure', '2026-03-11', '2026-03-14')], '2026-03-12'],
    ['had this night only', '2026-03-11', [aClaim('hold', '2026-03-11', '2026-03-12')], '2026-03-12'],
    [
      'had this night only, as it is written then',
      '2026-03-11',
      [aClaim('hold', '2026-03-12', '2026-03-12')],
      '2026-03-12',
    ],
    ['begins later', '2026-03-11', [aClaim('hold', '2026-03-13', '2026-03-14')], null],
    ['is over', '2026-03-11', [aClaim('hold', '2026-03-10', '2026-03-11')], null],
    ['follows on the day they leave', '2026-03-10', [aClaim('hold', '2026-03-10', '2026-03-14')], null],
    ['is not there', '2026-03-11', [], null],
  ])('say two for one bed when a guest stays on and another claim %s', (_, today, claims, from) => {
    const facts = bedFacts({ stay, claims });
    expect(waitingFor(facts, on(today))?.firstNight.toString() ?? null).toBe(from);
    expect(flagsOf(facts, on(today)).includes('two-for-one-bed')).toBe(from !== null);
  });

  it('are none for a bed that is ready and free', () => expect(flagsOf(bedFacts(), TONIGHT)).toEqual([]));
});

// R6, R8
describe('giving a bed to someone', () => {
  it.each<[string, Partial<BedFacts>, boolean]>([
    ['free', {}, true],
    ['getting ready', { notReadySince: SINCE }, true],
    ['claimed from tomorrow', { claims: [aClaim('hold', '2026-03-09', '2026-03-11')] }, true],
    ['claimed until this morning', { claims: [aClaim('hold', '2026-03-05', '2026-03-08')] }, true],
    ['held', { claims: [held] }, false],
    ['expecting someone', { claims: [arriving] }, false],
    ['closed', { claims: [closure] }, false],
    ['with a guest who leaves today', { stay: aStay({ plannedDay: TONIGHT }) }, false],
    ['in use for the last time', { bed: aBed({ lastNight: TONIGHT }) }, true],
    ['out of use', { bed: aBed({ lastNight: on('2026-03-07') }) }, false],
    ['not in use yet', { bed: aBed({ firstNight: on('2026-03-09') }) }, false],
  ])('that is %s', (_, facts, is) => expect(canBeGiven(bedFacts(facts), TONIGHT)).toBe(is));
});

// R6
describe('until when a bed is free', () => {
  const tomorrow = aClaim('hold', '2026-03-09', '2026-03-11');

  it.each<[string, Partial<BedFacts>, string]>([
    ['without end', {}, 'null'],
    [
      'without end after a claim that is over',
      { claims: [aClaim('hold', '2026-03-05', '2026-03-08')] },
      'null',
    ],
    ['until the first night of a claim', { claims: [tomorrow] }, '2026-03-09'],
    [
      'until the first of several',
      { claims: [aClaim('closure', '2026-03-12', '2026-03-13'), tomorrow] },
      '2026-03-09',
    ],
    ['until the night after its last', { bed: aBed({ lastNight: on('2026-03-09') }) }, '2026-03-10'],
    [
      'without end after a claim that has no night left',
      { claims: [aClaim('hold', '2026-03-09', '2026-03-09')] },
      'null',
    ],
    ['not at all, when claimed', { claims: [held] }, '2026-03-08'],
    ['not at all, before the house has it', { bed: aBed({ firstNight: on('2026-03-09') }) }, '2026-03-08'],
    ['not at all, when out of use', { bed: aBed({ lastNight: on('2026-03-01') }) }, '2026-03-08'],
  ])('%s', (_, facts, until) => expect(String(freeUntil(bedFacts(facts), TONIGHT))).toBe(until));

  it('is the first night it cannot be given on, for any bed', () =>
    fc.assert(
      fc.property(anyBed, (facts) => {
        const nights = Array.from({ length: 30 }, (_, days) => TONIGHT.add({ days }));
        const first = nights.find((night) => !canBeGiven(facts, night)) ?? null;
        expect(String(freeUntil(facts, TONIGHT))).toBe(String(first));
      }),
      { numRuns: 500 },
    ));
});
