import type { Temporal } from 'temporal-polyfill';
import { splitNights } from '../domain/absent-nights.js';
import { canBeGiven, waitingFor } from '../domain/bed-board.js';
import { isBefore, isSameDay } from '../domain/days.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { nightsBetween } from '../domain/house-time.js';
import type { NightStatus, Tile } from '../domain/night-table.js';
import { clockTime, day, dayShort, momentShort, nights } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import type { BedTiles, NightClaim } from './timeline.service.js';

export interface Around {
  house: House;
  today: Temporal.PlainDate;
  /** The night after the last one on the page. */
  end: Temporal.PlainDate;
}

type NightTile = Tile<NightClaim>;

const looks: Record<NightStatus, string> = {
  staying: 'stay',
  leaving: 'leave',
  arriving: 'arr',
  held: 'held',
  closed: 'rest',
  'getting-ready': 'rest',
  gone: 'rest',
  free: 'free',
  empty: 'none',
};

/** What table, list and night page say of nights in a row: whose they are, until when, where a click leads. */
export function tileView(tile: NightTile, each: BedTiles, around: Around) {
  const { claim, status, kind, firstNight } = tile;
  const from = claim && isBefore(claim.firstNight, firstNight) && status !== 'leaving';
  return {
    bed: each.bed.name,
    night: firstNight.toString(),
    kind,
    look: looks[status],
    head: headOf(tile, each, around.today),
    detail: withOut(detailOf(tile, each, around), outWords(tile, around.today)),
    /** Where the bar begins before the page does. */
    since: from ? `since ${when(claim.firstNight, around.today)}` : null,
    range: rangeOf(tile, around),
    ...wayOn(tile, each, around.today),
  };
}

/** 'Thu 3', or 'Thu 3 Dec' where another Thu 3 is near enough to be meant. */
export const when = (date: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  Math.abs(today.until(date, { largestUnit: 'day' }).days) <= USUAL ? dayShort(date) : day(date, today);

const USUAL = 14;

const whoOf = ({ claim }: NightTile, { bed }: BedTiles): Part[] =>
  claim && (claim.kind === 'stay' || claim.guestName !== null)
    ? [named(new GuestName(claim.guestName, bed.name))]
    : [];

/** 'K. held', or 'Held' for somebody without a name. */
function headOf(tile: NightTile, each: BedTiles, today: Temporal.PlainDate): Part[] {
  const who = whoOf(tile, each);
  const words = headWords(tile, each, today);
  if (who.length > 0) return words === '' ? who : [...who, text(` ${words}`)];
  return [text(words.charAt(0).toUpperCase() + words.slice(1))];
}

const headings: Record<Exclude<NightStatus, 'staying'>, string> = {
  leaving: 'here',
  arriving: 'arriving',
  held: 'held',
  closed: 'not in use',
  'getting-ready': 'getting ready',
  gone: 'not in use',
  free: 'free',
  empty: 'empty',
};

function headWords({ status, claim }: NightTile, { own, stay }: BedTiles, today: Temporal.PlainDate): string {
  if (status !== 'staying') return headings[status];
  if (claim !== own) return '';
  return stay!.isStayingOn(today) ? 'staying on' : 'staying';
}

function detailOf(tile: NightTile, each: BedTiles, around: Around): Part[] {
  const { status, claim } = tile;
  const { today } = around;
  if (status === 'staying')
    return claim === each.own ? ownWords(each, today) : [text(leftWords(claim!, today))];
  if (status === 'leaving') return leavingWords(tile, each, today);
  if (status === 'arriving') return [text(arrivingWords(claim!, around))];
  if (status === 'getting-ready') return [text(`since ${momentOf(each.notReadySince!, around)}`)];
  return claim ? [text(`until ${when(claim.endNight, today)}`)] : [];
}

const withOut = (detail: Part[], out: string): Part[] =>
  out === '' ? detail : [...detail, text(detail.length > 0 ? ` · ${out}` : out)];

/** '1 night away, bed kept': of the nights that have begun (R21). */
function outWords({ claim, firstNight, endNight }: NightTile, today: Temporal.PlainDate): string {
  const begun = today.add({ days: 1 });
  const end = isBefore(begun, endNight) ? begun : endNight;
  const { away, notKnown } = splitNights(firstNight, end, claim?.absences ?? []);
  return [
    away > 0 ? `${nights(away)} away, bed kept` : '',
    notKnown > 0 ? `${nights(notKnown)} not seen` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** R8: the nights that have begun are theirs; whoever else wants the bed is named by their own bar. */
function ownWords(each: BedTiles, today: Temporal.PlainDate): Part[] {
  const { plannedDay } = each.stay!;
  if (isSameDay(plannedDay, today)) return [];
  if (isBefore(today, plannedDay)) return [text(`leaves ${when(plannedDay, today)}`)];
  const two = waitingFor(each, today) ? '. Two for this bed' : '';
  return [text(`was to leave ${when(plannedDay, today)}${two}`)];
}

const leftWords = ({ departureDay, endNight }: NightClaim, today: Temporal.PlainDate): string =>
  `${departureDay?.equals(endNight) ? 'left' : 'until'} ${when(endNight, today)}`;

/** R6: the coming night is free only once they have left, and can be somebody else's by then. */
function leavingWords(tile: NightTile, each: BedTiles, today: Temporal.PlainDate): Part[] {
  const next = each.claims.find(
    ({ firstNight, endNight }) => !isBefore(today, firstNight) && isBefore(today, endNight),
  );
  if (!next) return [text('free once '), ...whoOf(tile, each), text(' leaves')];
  if (next.kind === 'closure') return [text('then not in use')];
  return [
    text('then held'),
    ...(next.guestName ? [text(' for '), named(new GuestName(next.guestName, each.bed.name))] : []),
  ];
}

const arrivingWords = ({ keepUntil, endNight }: NightClaim, around: Around): string =>
  [
    ...(keepUntil ? [`kept until ${momentOf(keepUntil, around)}`] : []),
    `stays until ${when(endNight, around.today)}`,
  ].join(', ');

/** The time alone where it is on this house day: the page says the day. */
const momentOf = (at: Temporal.Instant, { house: { time }, today }: Around): string =>
  isSameDay(time.houseDay(at), today) ? clockTime(time, at) : momentShort(time, at);

/** '5 nights from Tue 24'; of free nights that go on after the page only from when. */
function rangeOf(tile: NightTile, { today, end }: Around): string | null {
  if (['leaving', 'getting-ready', 'gone'].includes(tile.status)) return null;
  const { firstNight, endNight } = tile.claim ?? tile;
  const from = `from ${when(firstNight, today)}`;
  const goesOn = tile.status === 'free' && isSameDay(endNight, end);
  return goesOn ? from : `${nights(nightsBetween(firstNight, endNight))} ${from}`;
}

/** Where a click leads, in the words of what it does; free nights can be held, this one given at once. */
function wayOn({ status, claim, firstNight }: NightTile, each: BedTiles, today: Temporal.PlainDate) {
  const { bed } = each;
  if (claim) return { href: claim.stayId ? paths.stay(claim.stayId) : holdHref(claim), act: null };
  if (isSameDay(firstNight, today) && canBeGiven(each, today)) {
    return { href: paths.checkInTo(bed.id), act: { label: 'Welcome someone', more: ` to ${bed.name}` } };
  }
  if (status !== 'free') return { href: null, act: null };
  return {
    href: paths.newHoldOf(bed.id, firstNight.toString()),
    act: { label: 'Hold', more: ` ${bed.name} from ${when(firstNight, today)}` },
  };
}

const holdHref = ({ holdId }: NightClaim): string | null => holdId && paths.hold(holdId);
