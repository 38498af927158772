import fc from 'fast-check';

const bed = fc.nat(2);
/** Which of those there are; from 90 on of all that ever were, otherwise of those that last. */
const which = fc.nat(99);
/** Days from now: few, so that stays and holds meet; the last ones are refused. */
const ahead = fc.constantFrom(0, 0, 1, 1, 1, 2, 2, 3, 4, -1);
const nights = fc.constantFrom(1, 1, 1, 2, 2, 2, 3, 3, 4, 0);
/** Hours ago; further back than seven house days at the end. */
const hoursBack = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 5, 20, 20, 30, 50, 100, 190);
/** A coordinator's yes comes along, whether or not it is asked for. */
const yes = fc.boolean();
const lastIn = fc.constantFrom(0, 0, 1, 1, 2, 3, 4, -1, null);

const of = <Name extends string, Facts>(
  act: Name,
  facts: { [Key in keyof Facts]: fc.Arbitrary<Facts[Key]> },
) => fc.record({ act: fc.constant(act), ...facts }) as unknown as fc.Arbitrary<{ act: Name } & Facts>;

/** Every act that changes dates or bed, and time that passes. */
export const acts = {
  wait: of('wait', { minutes: fc.oneof(fc.nat(90), fc.integer({ min: 60, max: 1500 }), fc.nat(4000)) }),
  /** To a moment at which something changes, or the minute before. */
  waitTo: of('waitTo', {
    what: fc.constantFrom('rollover' as const, 'rollover' as const, 'shift' as const, 'hour' as const),
    before: fc.nat(1),
  }),
  /** Kept until so many hours after this time of its first day. */
  hold: of('hold', {
    bed,
    in: ahead,
    nights,
    hours: fc.constantFrom(2, 3, 8, 20, 30, 50, 0, -30),
    /** Of which stay; null for somebody nobody knows. */
    guest: fc.constantFrom(null, null, 0, 1, 2, 90, 91, 92),
  }),
  keepLonger: of('keepLonger', { hold: which, hours: fc.constantFrom(1, 2, 8, 26, 50, 0) }),
  letGo: of('letGo', { hold: which }),
  checkIn: of('checkIn', {
    bed,
    nights,
    hoursBack,
    hold: fc.option(which, { freq: 2 }),
    guest: fc.constantFrom(null, null, null, null, 0, 1, 2, 93),
    confirm: fc.constantFrom(true, true, false),
    yes,
  }),
  /** Told later in one line: somebody came so many hours ago, and left again. */
  cameAndLeft: of('cameAndLeft', {
    bed,
    nights,
    hoursBack: fc.constantFrom(5, 20, 30, 50, 50, 100, 100, 190),
    hours: fc.constantFrom(1, 10, 20, 30, 50, 80),
    guest: fc.constantFrom(null, null, 0, 1, 93),
    yes,
  }),
  plan: of('plan', { stay: which, in: ahead, yes }),
  leave: of('leave', { stay: which, hoursBack }),
  move: of('move', { stay: which, bed, hoursBack, yes }),
  swap: of('swap', { stay: which, other: which, hoursBack, yes }),
  away: of('away', { stay: which, hoursBack, hours: fc.constantFrom(-1, 1, 3, 20) }),
  notSeen: of('notSeen', { stay: which }),
  back: of('back', { stay: which, hoursBack }),
  ready: of('ready', { bed }),
  closeNow: of('closeNow', { bed, last: lastIn, room: fc.constantFrom(false, false, true) }),
  planClosure: of('planClosure', { bed, in: ahead, last: lastIn }),
  changeClosure: of('changeClosure', {
    closure: which,
    first: fc.option(ahead, { freq: 1 }),
    last: lastIn,
  }),
  cancelClosure: of('cancelClosure', { closure: which }),
  /** Out of use after a night, or back in use without end. */
  retire: of('retire', { bed, last: fc.constantFrom(null, null, 0, 1, 2, 3, 4, -1) }),
  correctArrival: of('correctArrival', { stay: which, hoursBack }),
  correctDeparture: of('correctDeparture', { stay: which, hoursBack }),
  reopen: of('reopen', { stay: which, bed: fc.constantFrom(null, null, 0, 1, 2) }),
  die: of('die', { stay: which, hoursBack }),
  alive: of('alive', { stay: which }),
  /** The last act, the one before it, and so on. */
  undo: of('undo', { back: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 5, 8) }),
};

type Acts = {
  [Name in keyof typeof acts]: (typeof acts)[Name] extends fc.Arbitrary<infer One> ? One : never;
};
export type Act = Acts[keyof Acts];
export type ActOf<Name extends Act['act']> = Acts[Name];
