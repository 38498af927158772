import type { Temporal } from 'temporal-polyfill';
import { canBeGiven, flagsOf, freeUntil, statusOf, type BedStatus } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import type { Draft } from '../drafts/drafts.service.js';
import { clockTime, day, dayShort, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import type { BedNow } from './beds.service.js';
import type { Recent } from './recent-acts.service.js';

/** A piece of a sentence: plain text, or a guest whose name the page decides how to show. */
interface Part {
  text: string | null;
  guest: GuestName | null;
}

const text = (words: string): Part => ({ text: words, guest: null });
const named = (guest: GuestName): Part => ({ text: null, guest });

/** What the board is drawn from. */
export interface BoardFacts {
  house: House;
  now: Temporal.Instant;
  beds: readonly BedNow[];
  drafts: readonly Draft[];
  recent: readonly Recent[];
  formToken: string;
}

export function boardView(facts: BoardFacts) {
  const { house, now } = facts;
  const today = house.time.houseDay(now);
  const beds = facts.beds.filter((each) => each.stay !== null || each.bed.isInUse(today));
  const free = beds.filter((each) => statusOf(each, today) === 'free');
  return {
    title: 'Beds',
    freeCount: free.length,
    freeLine: `${free.length} free now`,
    firstFree: free[0] ? { name: free[0].bed.name, href: paths.checkInTo(free[0].bed.id) } : null,
    summary: summaryOf(beds, today),
    beds: beds.map((each) => cardOf(each, house, today, facts.formToken)),
    drafts: facts.drafts.map((draft) => draftLine(draft, house)),
    justDone: facts.recent.map((line) => recentLine(line, facts)),
    quiet: beds.length === 0 ? 'There are no beds yet. A manager adds them under Settings.' : null,
    formToken: facts.formToken,
    discardAction: paths.discardDraft(),
  };
}

/** '1 getting ready · 1 once S. leaves · 2 guests here' */
function summaryOf(beds: readonly BedNow[], today: Temporal.PlainDate): Part[] {
  const ready = beds.filter((each) => statusOf(each, today) === 'getting-ready').length;
  const leaving = beds.filter(({ stay }) => stay?.isLeavingOn(today));
  const here = beds.filter(({ stay }) => stay !== null).length;
  const sentences: Part[][] = [
    ready > 0 ? [text(`${ready} getting ready`)] : [],
    leaving.length === 1 ? [text('1 once '), named(nameOf(leaving[0]!)), text(' leaves')] : [],
    leaving.length > 1 ? [text(`${leaving.length} leaving today, ${dayShort(today)}`)] : [],
    [text(here === 1 ? '1 guest here' : `${here} guests here`)],
  ];
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, place) => (place ? [text(' · '), ...parts] : parts));
}

const nameOf = ({ guest, bed }: BedNow): GuestName => new GuestName(guest?.name ?? null, bed.name);

const looks: Record<BedStatus, string> = {
  staying: 'stay',
  closed: 'rest',
  arriving: 'arr',
  held: 'held',
  'getting-ready': 'rest',
  free: 'free',
};

function cardOf(each: BedNow, house: House, today: Temporal.PlainDate, formToken: string) {
  const { bed, stay } = each;
  const status = statusOf(each, today);
  return {
    id: bed.id,
    name: bed.name,
    room: bed.room,
    dataStatus: status,
    dataFlags: flagsOf(each, today).join(' '),
    stayId: stay?.id ?? null,
    look: stay?.isLeavingOn(today) ? 'leave' : looks[status],
    statusWords: statusWords(each, status, today),
    guest: stay ? nameOf(each) : null,
    lines: linesOf(each, status, house, today),
    notReady: notReadyOf(each, house),
    actions: actionsOf(each, status, today),
    formToken,
  };
}

/** A guest was welcomed to a bed that was not made up: it still has to be. */
const notReadyOf = ({ stay, notReadySince }: BedNow, house: House) =>
  stay && notReadySince ? { since: clockTime(house.time, notReadySince) } : null;

function statusWords({ stay }: BedNow, status: BedStatus, today: Temporal.PlainDate): string {
  if (stay?.isStayingOn(today)) return 'Staying on';
  if (stay?.isLeavingOn(today)) return `Leaving ${dayShort(today)}`;
  const words: Record<BedStatus, string> = {
    staying: 'Staying',
    closed: 'Not in use',
    arriving: `Arriving ${dayShort(today)}`,
    held: 'Held',
    'getting-ready': 'Getting ready',
    free: 'Free',
  };
  return words[status];
}

function linesOf(each: BedNow, status: BedStatus, house: House, today: Temporal.PlainDate): Part[][] {
  const { stay } = each;
  if (stay) return [[named(nameOf(each)), text(stayWords(stay, today))]];
  if (status === 'getting-ready') return [[text(`Since ${moment(house.time, each.notReadySince!, today)}`)]];
  if (status !== 'free') return [];
  const until = freeUntil(each, today);
  return [[text(until ? `Ready. Free until ${day(until, today)}.` : 'Ready.')]];
}

function stayWords(stay: NonNullable<BedNow['stay']>, today: Temporal.PlainDate): string {
  if (stay.isStayingOn(today)) return ` · was to leave ${dayShort(stay.plannedDay)}. This night is theirs.`;
  if (stay.isLeavingOn(today)) return ' · still here. Free once they have left.';
  return ` · leaves ${day(stay.plannedDay, today)}`;
}

function actionsOf(each: BedNow, status: BedStatus, today: Temporal.PlainDate) {
  const { bed, stay } = each;
  const isDue = stay !== null && !isBefore(today, stay.plannedDay);
  return {
    welcomeHref: canBeGiven(each, today) ? paths.checkInTo(bed.id) : null,
    isFree: status === 'free',
    leavingHref: isDue ? paths.departure(stay.id) : null,
    stayHref: stay && paths.stay(stay.id),
    readyAction: each.turnover && paths.ready(bed.id),
    leftStayHref: stay ? null : each.lastStayId && paths.stay(each.lastStayId),
  };
}

function draftLine({ place, savedAt }: Draft, house: House) {
  const what = place === paths.checkIn() ? 'Welcome someone' : 'Record leaving';
  return { label: `${what}, begun ${moment(house.time, savedAt)}`, href: place, place };
}

const recentWords = {
  'stay.arrived': 'Welcomed',
  'stay.left': 'Left',
  'bed.ready': 'Ready',
  'guest.named': '',
  'act.undone': '',
};

function recentLine({ act, bedName, guest, personName, canUndo }: Recent, { house, formToken }: BoardFacts) {
  const who: Part[] =
    act.kind === 'bed.ready' || !guest ? [] : [named(new GuestName(guest.name, bedName)), text(' · ')];
  return {
    text: [text(`${recentWords[act.kind]}: `), ...who, text(bedName)],
    at: `${clockTime(house.time, act.at)}, ${personName}`,
    href: act.stayId ? paths.stay(act.stayId) : null,
    undo: canUndo ? { action: paths.undo(act.id), formToken, label: 'Undo' } : null,
  };
}
