import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** No clock change; changes at 2; changes at 2 on the other coast; half an hour off; changes at 2:45 and 3:45 (P12). */
export const ZONES = ['UTC', 'America/New_York', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Chatham'];

const FROM = Temporal.Instant.from('2024-01-01T00:00:00Z');
const UNTIL = Temporal.Instant.from('2032-01-01T00:00:00Z');

/** The moments from 2024 to 2031 at which the clocks of a zone change. */
export function clockChanges(zone: string): Temporal.Instant[] {
  const changes: Temporal.Instant[] = [];
  let next = FROM.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (next && Temporal.Instant.compare(next.toInstant(), UNTIL) < 0) {
    changes.push(next.toInstant());
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

/** A moment worth looking around: a clock change of that zone, or where there is none, some day's noon. */
const momentsOfInterest = (zone: string): Temporal.Instant[] => {
  const changes = clockChanges(zone);
  return changes.length > 0 ? changes : [Temporal.Instant.from('2026-03-08T12:00:00Z')];
};

const SECONDS_NEAR = 5 * 3600;
const SECONDS_FAR = 40 * 3600;
const secondsAround = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -SECONDS_NEAR, max: SECONDS_NEAR }) },
  { weight: 1, arbitrary: fc.integer({ min: -SECONDS_FAR, max: SECONDS_FAR }) },
);

export const anyZone = fc.constantFrom(...ZONES);
export const anyRollover = fc.integer({ min: 4, max: 10 });

/** Any day that can be typed: 2000 to 2099. */
export const anyDay = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));

/** `count` instants, to the second, thick around one and the same change night of that zone. */
export const instantsNearChange = (zone: string, count: number) =>
  fc
    .tuple(
      fc.constantFrom(...momentsOfInterest(zone)),
      fc.array(secondsAround, { minLength: count, maxLength: count }),
    )
    .map(([change, distances]) => distances.map((seconds) => change.add({ seconds })));

/** A zone of P12, a rollover, and instants around one of the zone's change nights. */
export const changeNight = (count: number) =>
  anyZone.chain((zone) =>
    fc.record({
      zone: fc.constant(zone),
      rolloverHour: anyRollover,
      instants: instantsNearChange(zone, count),
    }),
  );
