import type { Temporal } from 'temporal-polyfill';
import type { CallAnswers } from '../domain/call.js';
import type { Contact } from '../domain/contact.js';
import { isBefore } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { SPANISH_WORDS } from './invented.js';
import { phone } from './leavings.js';
import { changeNights, onHouseDay } from './story-days.js';
import type { Booking, Someone, ToldClaim } from './story.js';

type Day = Temporal.PlainDate;

const someone = (name: string | null, facts: Partial<Someone> = {}): Someone => ({
  name,
  pronouns: null,
  stayedBefore: 'no',
  ...facts,
});

/** The same initials twice: only their pages tell them apart. */
const june = someone('June Lanternfield', { pronouns: 'she/her' });
const jasper = someone('Jasper Lightfoot', { pronouns: 'he/him', stayedBefore: 'not-said' });
const nobodyYet = someone(null, { stayedBefore: 'not-asked' });
const wilder = someone('Wilder Teapot', { pronouns: 'they/them' });
const q = someone('Q', { pronouns: 'they/them' });
const lucero = someone('Lucero Candil', { pronouns: 'ella' });

/** What the house has come to on its last day: one of everything a board can show, the same at any hour of that day. */
export function atTheEnd({ time }: House, today: Day): Booking[] {
  const day = (days: number) => today.add({ days });
  const here = (bed: string, who: Someone, from: number, arrivesAt: string, until: number): Booking => ({
    bed,
    arrivalDay: day(from),
    arrivesAt,
    plannedDay: day(until),
    leftDay: null,
    who,
  });
  const juneIsOut = {
    awayAt: onHouseDay(time, day(-1), '18:30'),
    backBy: onHouseDay(time, day(1), '20:00'),
    wish: 'Text me once. Ring nobody.',
  };
  const leftLastNight = { leftDay: day(-1), leavesAt: '21:40', isReadyAfter: false };
  return [
    { ...here('Maple', june, -3, '16:20', 2), away: juneIsOut },
    here('Cedar', jasper, -6, '00:20', -1),
    here('Birch', nobodyYet, -1, '23:50', 0),
    { ...here('Aspen', wilder, -5, '15:10', -1), ...leftLastNight },
  ];
}

/** Jasper’s bed is promised to somebody from the day he was to leave; a bed of the garden room is out of use. */
export function claimsAtTheEnd({ time }: House, today: Day): ToldClaim[] {
  const day = (days: number) => today.add({ days });
  const toldAt = (days: number, clock: string) => onHouseDay(time, day(days), clock);
  const promised = { guestName: 'Dell Marigold', keepUntil: toldAt(2, '21:00') };
  return [
    { hold: promised, bed: 'Cedar', firstNight: day(-1), endNight: day(3), toldAt: toldAt(-4, '11:05') },
    { hold: null, bed: 'Rowan', firstNight: day(-3), endNight: day(4), toldAt: toldAt(-3, '09:30') },
  ];
}

/** Somebody for whom there was no bed, and who is to be rung back on the last day. */
export function callAtTheEnd({ time }: House, today: Day): { at: Temporal.Instant; call: CallAnswers } {
  const call = {
    line: 'phone',
    caller: 'self',
    outcome: 'no_stay',
    noStayReason: 'no_bed',
    minutes: 25,
    name: 'Bramble Vane',
    ringAt: onHouseDay(time, today, '20:00'),
    reach: phone(17),
  };
  return { at: onHouseDay(time, today.subtract({ days: 1 }), '21:10'), call };
}

/** From when on a bed has nothing but what is scripted for it. */
export const lastFreeDay = (bed: string, today: Day): Day =>
  today.subtract({ days: bed === 'Rowan' ? 4 : bed === 'Fern' ? 1 : 0 });

/** Stays along the way that show what a house must be able to write down. */
export function alongTheWay({ time }: House, start: Day, today: Day): Booking[] {
  const day = (days: number) => today.add({ days });
  const left = (bed: string, from: Day, arrivesAt: string, until: Day, who: Someone | null): Booking => ({
    bed,
    arrivalDay: from,
    arrivesAt,
    plannedDay: until,
    leftDay: until,
    who,
  });
  const onChangeNights = changeNights(time, start, day(-1)).map((night) =>
    left('Birch', night, '01:30', earlierDay(night.add({ days: 3 }), day(-1)), null),
  );
  return [
    ...onChangeNights,
    left('Fern', day(-20), '19:00', day(-17), q),
    { ...left('Maple', day(-40), '23:40', day(-34), lucero), says: SPANISH_WORDS, contact: luceros },
  ];
}

const earlierDay = (one: Day, other: Day): Day => (isBefore(one, other) ? one : other);

const luceros: Contact = {
  channel: 'text',
  detail: phone(42),
  voicemail: false,
  sayHouseName: false,
  safeHours: { from: 17, to: 21 },
};
