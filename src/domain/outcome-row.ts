import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { HouseLists, ListName } from './house-lists.js';
import { hudOf } from './hud-destinations.js';
import { nightsBetween } from './house-time.js';
import { nightsOf, splitOf, type StayThatLeft } from './measures.js';
import { isAgreed, type StayToExport } from './stay-to-export.js';
import { supportColumn } from './support.js';

/** A missing answer is a word, never blank and never 0 (R37). */
const missing = new Map([
  ['not_said', 'chose not to say'],
  ['not_known', "don't know"],
  ['not_asked', 'not asked'],
]);

/** The columns in their order; files and habits rely on the names. */
export const outcomeColumns = [
  'left_year',
  'nights',
  'first_stay',
  'stays_before',
  'referral_source',
  'extended_nights',
  'moved_beds',
  'nights_away',
  'ending',
  'destination',
  'destination_hud',
  'support_kinds',
  'follow_up_consented',
  'reached_3_days',
  'reached_30_days',
  'reached_180_days',
  'reached_11_months',
] as const;

/** One row of the outcome export, by its columns: no name, key, date, bed or free text (R38). */
export function outcomeRow(
  stay: StayThatLeft<StayToExport>,
  today: Temporal.PlainDate,
  lists: HouseLists,
): Record<(typeof outcomeColumns)[number], string | number> {
  const reached = reachedOf(stay, today);
  const told = (list: ListName, code: string) => missing.get(code) ?? lists.of(list).told(code);
  return {
    left_year: stay.departureDay.year,
    nights: nightsOf(stay),
    first_stay: firstStay(stay),
    stays_before: stay.staysBefore,
    referral_source: told('referral-sources', stay.referralSource),
    extended_nights: nightsBetween(stay.firstPlannedDay, stay.departureDay),
    moved_beds: Math.max(0, stay.beds - 1),
    nights_away: splitOf(stay).away,
    ending: told('endings', stay.ending),
    destination: told('destinations', stay.destination),
    destination_hud: hudOf(stay, lists.of('destinations')),
    support_kinds: supportColumn(stay.support),
    follow_up_consented: stay.inTouch === 'not-asked' ? 'not asked' : stay.inTouch,
    reached_3_days: reached('3d'),
    reached_30_days: reached('30d'),
    reached_180_days: reached('180d'),
    reached_11_months: reached('11m'),
  };
}

/** What became of a point of the plan; only what a live yes permits is told (R32). */
function reachedOf({ followUps, inTouch }: StayToExport, today: Temporal.PlainDate) {
  const agreed = followUps.filter((each) => isAgreed(each, today));
  return (point: string): string =>
    reachedAt(
      agreed.filter((each) => each.point === point),
      today,
    ) ?? (inTouch === 'not-asked' ? 'not asked' : 'not agreed');
}

function firstStay({ staysBefore, stayedBefore }: StayToExport): string {
  if (staysBefore > 0 || stayedBefore === 'yes') return 'no';
  if (stayedBefore === 'no') return 'yes';
  return stayedBefore === 'not-said' ? 'chose not to say' : 'not asked';
}

/** A point chosen twice, under two consents, was reached when either was; null for one nobody chose. */
function reachedAt(chosen: StayToExport['followUps'], today: Temporal.PlainDate): string | null {
  if (chosen.length === 0) return null;
  if (chosen.some(({ closedAs }) => closedAs === 'reached')) return 'yes';
  return chosen.some((one) => isDue(one, today)) ? 'no' : 'not due yet';
}

/** On the due day itself an open one still has its day; a closed one has had its answer. */
const isDue = ({ dueOn, closedAs }: StayToExport['followUps'][number], today: Temporal.PlainDate): boolean =>
  isBefore(dueOn, closedAs === null ? today : today.add({ days: 1 }));
