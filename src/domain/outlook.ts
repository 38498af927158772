import type { Temporal } from 'temporal-polyfill';
import { type DayNumber, dayNumber, dayOf } from './day-number.js';
import { isInUse } from './full-house.js';
import type { NightsOnFile, StayInBeds } from './occupancy-facts.js';

/** How far it looks, in nights. */
export const OUTLOOK_NIGHTS = 14;

/** What is planned for a night. It is no figure: it changes with every plan. */
export interface ExpectedNight {
  night: Temporal.PlainDate;
  /** Beds whose guest stays for it as planned now; who stays on has tonight (R8). */
  staying: number;
  /** Beds that are kept for somebody. */
  held: number;
  inService: number;
}

/** The coming nights from this house day on, as planned days stand. */
export function outlookOf(facts: NightsOnFile, day: Temporal.PlainDate): ExpectedNight[] {
  const today = dayNumber(day);
  return Array.from({ length: OUTLOOK_NIGHTS }, (_, ahead) => expected(facts, today + ahead, today));
}

function expected(facts: NightsOnFile, night: DayNumber, today: DayNumber): ExpectedNight {
  const occupied = new Set(
    facts.stays.flatMap((stay) => (staysFor(stay, night, today) ? (bedOf(stay) ?? []) : [])),
  );
  const closed = new Set(covering(facts.closures.map(closedNights), night));
  const inService = facts.beds.filter(
    (bed) => occupied.has(bed.id) || (isInUse(bed, night) && !closed.has(bed.id)),
  );
  const open = facts.holds.filter(({ ending }) => ending === null);
  const held = new Set(covering(open, night));
  return {
    night: dayOf(night),
    staying: inService.filter(({ id }) => occupied.has(id)).length,
    held: inService.filter(({ id }) => held.has(id) && !occupied.has(id)).length,
    inService: inService.length,
  };
}

function staysFor({ departureDay, plannedDay }: StayInBeds, night: DayNumber, today: DayNumber): boolean {
  return departureDay === null && (night < plannedDay || (night === today && plannedDay < today));
}

const bedOf = ({ parts }: StayInBeds): string | undefined => parts.find(({ toDay }) => toDay === null)?.bedId;

interface Nights {
  bedId: string;
  firstNight: DayNumber;
  endNight: DayNumber;
}

const closedNights = ({
  bedId,
  firstNight,
  lastNight,
  endedOn,
}: NightsOnFile['closures'][number]): Nights => ({
  ...{ bedId, firstNight },
  endNight: Math.min(lastNight === null ? Infinity : lastNight + 1, endedOn ?? Infinity),
});

const covering = (all: readonly Nights[], night: DayNumber): string[] =>
  all.filter((each) => each.firstNight <= night && night < each.endNight).map(({ bedId }) => bedId);
