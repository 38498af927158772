import type { DayNumber } from './day-number.js';
import type { BedOnFile, NightsOnFile, NoStayOnFile, Seconds, StayInBeds } from './occupancy-facts.js';

/** The nights on which somebody was told that there was no room, while there was none: each once (R15). */
export function unmetNights(
  facts: NightsOnFile,
  noStays: readonly NoStayOnFile[],
  today: DayNumber,
): Set<DayNumber> {
  const asked = noStays.filter(({ group }) => group === 'capacity');
  const nights = new Set(asked.map(({ houseDay }) => houseDay));
  const stays = byNight(facts.stays, nights, (stay) => [stay.arrivalDay, lastSaid(stay, today)]);
  const holds = byNight(facts.holds, nights, ({ firstNight, endNight }) => [firstNight, endNight]);
  const unmet = asked.filter(({ at, houseDay }) => {
    const some = { ...facts, stays: stays.get(houseDay)!, holds: holds.get(houseDay)! };
    return isFull(some, houseDay, at, today);
  });
  return new Set(unmet.map(({ houseDay }) => houseDay));
}

/** What has each of these nights: nobody looks through the stays of twenty years for every call. */
function byNight<Each>(
  all: readonly Each[],
  nights: ReadonlySet<DayNumber>,
  spanOf: (each: Each) => [DayNumber, DayNumber],
): Map<DayNumber, Each[]> {
  const found = new Map<DayNumber, Each[]>([...nights].map((night) => [night, []]));
  for (const each of all) {
    const [first, end] = spanOf(each);
    for (let night = first; night < end; night += 1) found.get(night)?.push(each);
  }
  return found;
}

/**
 * Whether at this moment every bed in service was occupied or held for the night; also when none was in service. A guest who
 * was here then has the night if they stayed for it, or were last planned to.
 */
export function isFull(facts: NightsOnFile, night: DayNumber, at: Seconds, today: DayNumber): boolean {
  const taken = new Set([...occupiedAt(facts, night, at, today), ...heldAt(facts, night, at)]);
  const closed = closedAt(facts, night, at);
  return facts.beds.every((bed) => !isInUse(bed, night) || taken.has(bed.id) || closed.has(bed.id));
}

/** Whether the house has this bed on that night (R12). */
export const isInUse = ({ firstNight, lastNight }: BedOnFile, night: DayNumber): boolean =>
  firstNight <= night && (lastNight === null || night <= lastNight);

const lasts = (from: Seconds, to: Seconds | null, at: Seconds): boolean =>
  from <= at && (to === null || at < to);

const occupiedAt = ({ stays }: NightsOnFile, night: DayNumber, at: Seconds, today: DayNumber): string[] =>
  stays
    .filter((stay) => stay.arrivalDay <= night && night < lastSaid(stay, today))
    .flatMap(({ parts }) => parts)
    .filter(({ fromAt, toAt }) => lasts(fromAt, toAt, at))
    .map(({ bedId }) => bedId);

/** The end of the nights they stayed for or last planned, whichever is later. */
const lastSaid = ({ departureDay, plannedDay }: StayInBeds, today: DayNumber): DayNumber =>
  Math.max(plannedDay, departureDay ?? (plannedDay < today ? today + 1 : plannedDay));

const heldAt = ({ holds }: NightsOnFile, night: DayNumber, at: Seconds): string[] =>
  holds
    .filter((hold) => hold.firstNight <= night && night < hold.endNight)
    .filter(({ madeAt, endedAt }) => lasts(madeAt, endedAt, at))
    .map(({ bedId }) => bedId);

const closedAt = ({ closures }: NightsOnFile, night: DayNumber, at: Seconds): Set<string> =>
  new Set(
    closures
      .filter((each) => each.firstNight <= night && (each.lastNight === null || night <= each.lastNight))
      .filter(({ madeAt, endedAt }) => lasts(madeAt, endedAt, at))
      .map(({ bedId }) => bedId),
  );
