import type { Temporal } from 'temporal-polyfill';
import {
  type BedStatus,
  canBeGiven,
  claimedUntil,
  flagsOf,
  freeUntil,
  statusOf,
  waitingFor,
} from '../domain/bed-board.js';
import { isBefore, isSameDay } from '../domain/days.js';
import { isAskedFor } from '../domain/still-here.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import { alsoWanted } from '../web/also-wanted.js';
import { clockTime, day, dayShort, moment, momentShort } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import { type BedNow, nameOf } from './board.service.js';
import { type CardFacts, heldActions, heldLines, keepHref } from './held.views.js';
import { outLines, presenceOf } from './presence.views.js';

const looks: Record<BedStatus, string> = {
  staying: 'stay',
  closed: 'rest',
  arriving: 'arr',
  held: 'held',
  'getting-ready': 'rest',
  free: 'free',
};

/** One bed of the board, with what can be done about it already decided. */
export function cardOf(each: BedNow, facts: CardFacts) {
  const { bed, stay } = each;
  const { house, today, formToken, role } = facts;
  const status = statusOf(each, today);
  return {
    id: bed.id,
    name: bed.name,
    room: bed.room,
    pageHref: mayDo(role, 'beds.manage') ? paths.bed(bed.id) : null,
    dataStatus: status,
    dataFlags: flagsOf(each, today).join(' '),
    stayId: stay?.id ?? null,
    look: stay?.isLeavingOn(today) ? 'leave' : looks[status],
    statusWords: statusWords(each, status, today),
    guest: stay ? nameOf(each) : null,
    lines: linesOf(each, status, facts),
    presence: presenceOf(each, facts),
    notReady: notReadyOf(each, status, house),
    held: heldActions(each, facts),
    actions: actionsOf(each, status, today),
    formToken,
  };
}

/** A guest was welcomed to a bed that was not made up, or one is expected in it: it still has to be. */
const notReadyOf = ({ notReadySince }: BedNow, status: BedStatus, house: House) =>
  notReadySince && status !== 'getting-ready' ? { since: clockTime(house.time, notReadySince) } : null;

/** What a bed is doing, as board and night sheet say it. */
export function statusWords({ stay, absence }: BedNow, status: BedStatus, today: Temporal.PlainDate): string {
  const out = absence ? (absence.kind === 'away' ? ', away' : ', not seen') : '';
  if (stay?.isStayingOn(today)) return `Staying on${out}`;
  if (stay?.isLeavingOn(today)) return `Leaving ${dayShort(today)}${out}`;
  const words: Record<BedStatus, string> = {
    staying: 'Staying',
    closed: 'Not in use',
    arriving: `Arriving ${dayShort(today)}`,
    held: 'Held',
    'getting-ready': 'Getting ready',
    free: 'Free',
  };
  return words[status] + out;
}

function linesOf(each: BedNow, status: BedStatus, facts: CardFacts): Part[][] {
  const { stay } = each;
  const { house, today } = facts;
  const held = heldLines(each, { house, today });
  if (stay)
    return [
      [named(nameOf(each)), text(stayWords(each, stay, today))],
      ...outLines(each, facts),
      ...twoForOneBed(each, today),
      ...(isBefore(today, stay.plannedDay) ? [] : held),
    ];
  if (held.length > 0 && ['arriving', 'held'].includes(status)) return held;
  return emptyLines(each, status, house, today);
}

function emptyLines(each: BedNow, status: BedStatus, house: House, today: Temporal.PlainDate): Part[][] {
  const until = claimedUntil(each, today);
  if (until) return [[text(`Until ${day(until, today)}.`)]];
  if (status === 'getting-ready') return [[text(readyWords(each.notReadySince!, house, today))]];
  if (status === 'closed') return [[text('Until someone opens it.')]];
  if (status !== 'free') return [];
  const free = freeUntil(each, today);
  return [[text(free ? `Ready. Free until ${day(free, today)}.` : 'Ready.')]];
}

/** Since when, and by when the house means to have it ready (R10): nothing happens at that hour. */
function readyWords(since: Temporal.Instant, house: House, today: Temporal.PlainDate): string {
  const by = house.readyBy(since);
  const target = by ? `. To be ready by ${momentShort(house.time, by)}` : '';
  return `Since ${moment(house.time, since, today)}${target}`;
}

/** Said calmly: nobody has to go for it, and the one who is expected is not forgotten (R8). */
function twoForOneBed(each: BedNow, today: Temporal.PlainDate): Part[][] {
  const waiting = waitingFor(each, today);
  if (!waiting) return [];
  const who = waiting.kind === 'hold' ? 'Two people' : 'Two plans';
  return [[text(`${who} for this bed: `), named(nameOf(each)), text(` stays on; ${alsoWanted(waiting)}.`)]];
}

function stayWords(each: BedNow, stay: NonNullable<BedNow['stay']>, today: Temporal.PlainDate): string {
  if (stay.isStayingOn(today)) return ` · was to leave ${dayShort(stay.plannedDay)}. This night is theirs.`;
  if (stay.isLeavingOn(today)) return ` · ${each.absence ? '' : 'still here. '}${onceLeft(each, today)}`;
  return ` · leaves ${day(stay.plannedDay, today)}`;
}

/** R6: the coming night can be somebody else's already. */
function onceLeft({ claims }: BedNow, today: Temporal.PlainDate): string {
  const next = claims.find((each) => isSameDay(each.firstNight, today) && isBefore(today, each.endNight));
  if (!next) return 'Free once they have left.';
  return next.kind === 'hold' ? `Held from ${dayShort(today)}.` : `To be closed from ${dayShort(today)}.`;
}

function actionsOf(each: BedNow, status: BedStatus, today: Temporal.PlainDate) {
  const { bed, stay } = each;
  return {
    ...(canBeGiven(each, today)
      ? { welcomeHref: paths.checkInTo(bed.id), closeHref: paths.closeNow(bed.id) }
      : { welcomeHref: null, closeHref: null }),
    isFree: status === 'free',
    leavingHref: leavingHref(each, today),
    stayHref: stay && paths.stay(stay.id),
    readyAction: each.turnover && paths.ready(bed.id),
    keepHref: keepHref(each, today),
    leftStayHref: stay ? null : each.lastStayId && paths.stay(each.lastStayId),
  };
}

/** From the planned day on; where the house asks whether they are still here, leaving is one of the answers. */
function leavingHref(each: BedNow, today: Temporal.PlainDate): string | null {
  const { stay } = each;
  const isDue = stay !== null && !isBefore(today, stay.plannedDay) && !isAskedFor(each, today);
  return isDue ? paths.departure(stay.id) : null;
}
