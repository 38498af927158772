import type { Temporal } from 'temporal-polyfill';
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

/** What the house has come to on its last day: one of everything a board can show, the same at any hour of that day. */
export function atTheEnd(today: Day): Booking[] {
  const day = (days: number) => today.add({ days });
  const june = someone('June Lanternfield', { pronouns: 'she/her' });
  // The same initials as June: only the page of each tells them apart
  const jasper = someone('Jasper Lightfoot', { pronouns: 'he/him', stayedBefore: 'not-said' });
  const nobodyYet = someone(null, { stayedBefore: 'not-asked' });
  const wilder = someone('Wilder Teacup', { pronouns: 'they/them' });
  return [
    { bed: 'Maple', arrivalDay: day(-3), arrivesAt: '16:20', plannedDay: day(2), leftDay: null, who: june },
    {
      bed: 'Cedar',
      arrivalDay: day(-6),
      arrivesAt: '00:20',
      plannedDay: day(-1),
      leftDay: null,
      who: jasper,
    },
    {
      bed: 'Birch',
      arrivalDay: day(-1),
      arrivesAt: '23:50',
      plannedDay: today,
      leftDay: null,
      who: nobodyYet,
    },
    {
      bed: 'Aspen',
      arrivalDay: day(-5),
      arrivesAt: '15:10',
      plannedDay: day(-1),
      leftDay: day(-1),
      leavesAt: '21:40',
      isReadyAfter: false,
      who: wilder,
    },
  ];
}

/** Jasper’s bed is promised to somebody from the day he was to leave; a bed of the garden room is out of use. */
export function claimsAtTheEnd({ time }: House, today: Day): ToldClaim[] {
  const day = (days: number) => today.add({ days });
  const toldAt = (days: number, clock: string) => onHouseDay(time, day(days), clock);
  return [
    { kind: 'hold', bed: 'Cedar', firstNight: day(-1), endNight: day(3), toldAt: toldAt(-4, '11:05') },
    { kind: 'closure', bed: 'Rowan', firstNight: day(-3), endNight: day(4), toldAt: toldAt(-3, '09:30') },
  ];
}

/** From when on a bed has nothing but what is scripted for it. */
export const lastFreeDay = (bed: string, today: Day): Day =>
  today.subtract({ days: bed === 'Rowan' ? 4 : bed === 'Fern' ? 1 : 0 });

/** Stays along the way that show what a house must be able to write down. */
export function alongTheWay({ time }: House, start: Day, today: Day): Booking[] {
  const day = (days: number) => today.add({ days });
  const nightsOfChange = changeNights(time, start, day(-1)).map((arrivalDay): Booking => {
    const leftDay = isBefore(arrivalDay.add({ days: 3 }), day(-1)) ? arrivalDay.add({ days: 3 }) : day(-1);
    return { bed: 'Birch', arrivalDay, arrivesAt: '01:30', plannedDay: leftDay, leftDay, who: null };
  });
  return [
    ...nightsOfChange,
    {
      bed: 'Fern',
      arrivalDay: day(-20),
      arrivesAt: '19:00',
      plannedDay: day(-17),
      leftDay: day(-17),
      who: someone('Q', { pronouns: 'they/them' }),
    },
    {
      bed: 'Maple',
      arrivalDay: day(-40),
      arrivesAt: '23:40',
      plannedDay: day(-34),
      leftDay: day(-34),
      who: someone('Lucero Farolillo', { pronouns: 'ella' }),
      says: SPANISH_WORDS,
      contact: {
        channel: 'text',
        detail: phone(42),
        voicemail: false,
        sayHouseName: false,
        safeHours: { from: 17, to: 21 },
      },
    },
  ];
}
