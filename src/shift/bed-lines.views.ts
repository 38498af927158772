import type { Temporal } from 'temporal-polyfill';
import { type BedNow, nameOf } from '../beds/board.service.js';
import { claimedUntil, claimOn, statusOf, waitingFor } from '../domain/bed-board.js';
import { isAskedFor } from '../domain/still-here.js';
import type { House } from '../domain/house.js';
import type { Lapsed } from '../holds/lapsed-holds.service.js';
import type { KeyOut } from '../stays/keys-out.service.js';
import type { ThingsKept } from '../stays/things-left.service.js';
import type { ToGetReady } from '../stays/ready-to-leave.service.js';
import { outInFull } from '../web/absence-words.js';
import { alsoWanted } from '../web/also-wanted.js';
import { day, dayShort, momentShort } from '../web/dates.js';
import { keptFor } from '../web/kept-for.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import { type StillHereView, stillHereView } from '../web/still-here.js';

/** A line of the handover about one bed: how its edge looks, the bed, and a sentence. */
export interface BedLine {
  look: string;
  bedName: string;
  words: Part[];
  who: string | null;
  /** The page where more can be done about it. */
  href: string | null;
  /** "Is S. still here?", once a night; null when nobody is asked for. */
  ask: StillHereView | null;
}

/** What the lines of a handover need beside the bed. */
export interface LineFacts {
  house: House;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  formToken: string;
}

/** What the next shift must know of a bed as it is now; nothing for a bed where all goes as planned (R30). */
export function bedLine(each: BedNow, facts: LineFacts): BedLine[] {
  const { bed, stay } = each;
  const { house, today, formToken } = facts;
  const words = stay ? guestWords(each, facts) : emptyWords(each, house, today);
  if (words.length === 0) return [];
  const ask =
    stay && isAskedFor(each, today) ? stillHereView(stay.id, nameOf(each), bed.name, formToken) : null;
  const href = stay ? paths.stay(stay.id) : null;
  return [{ look: stay ? 'leave' : 'rest', bedName: bed.name, words, who: null, href, ask }];
}

function guestWords(each: BedNow, facts: LineFacts): Part[] {
  const { notReadySince } = each;
  const waiting = waitingFor(each, facts.today);
  const sentences = [
    ...planWords(each, facts),
    ...outSentences(each, facts),
    waiting && `Two for one bed: ${alsoWanted(waiting)}.${passedWords(each, facts)}`,
    notReadySince && `Not made up yet, since ${momentShort(facts.house.time, notReadySince)}.`,
  ].filter((sentence) => sentence !== null);
  return sentences.length > 0 ? [named(nameOf(each)), text(` · ${sentences.join(' ')}`)] : [];
}

/** The night that has begun passed to whoever is in the bed by itself: the rule that did it stands with it (R8, R45). */
const passedWords = ({ stay }: BedNow, { today }: LineFacts): string =>
  stay!.isStayingOn(today) ? ' This night went to who is in the bed: a night that has begun is theirs.' : '';

/** They are to leave, or stay on, and somebody saw them. */
function planWords({ stay, absence, seenAt }: BedNow, { house, today }: LineFacts): string[] {
  const here = absence ? '' : ', still here';
  if (stay!.isLeavingOn(today)) return [`leaving ${dayShort(today)}${here}. Free once they have left.`];
  if (!stay!.isStayingOn(today)) return [];
  return [
    `was to leave ${dayShort(stay!.plannedDay)}${here}. This night is theirs.`,
    ...(seenAt && !absence ? [`Seen ${momentShort(house.time, seenAt)}.`] : []),
  ];
}

/** They are out of the house; what they asked us to do if they are late stands on their page (R21). */
function outSentences({ absence }: BedNow, { house, now }: LineFacts): string[] {
  if (!absence) return [];
  const words = `${outInFull(absence, house, now)}.`;
  return absence.isLate(now) && absence.wish ? [words, 'See what they asked us.'] : [words];
}

function emptyWords(each: BedNow, house: House, today: Temporal.PlainDate): Part[] {
  const status = statusOf(each, today);
  if (status === 'getting-ready') return [text(gettingReady(each.notReadySince!, house))];
  if (status === 'free') return [];
  const hold = claimOn(each.claims, today);
  if (hold?.keepUntil) return [...keptFor(hold, each.bed.name, house, today), text('.')];
  const until = claimedUntil(each, today);
  if (until === null) return [text('Not in use until someone opens it.')];
  return [text(`${status === 'closed' ? 'Not in use' : 'Kept for someone'} until ${day(until, today)}.`)];
}

/** With the hour by which the house means to have it ready (R10); nothing happens at that hour. */
function gettingReady(since: Temporal.Instant, house: House): string {
  const by = house.readyBy(since);
  const target = by ? ` To be ready by ${momentShort(house.time, by)}.` : '';
  return `Getting ready since ${momentShort(house.time, since)}.${target}`;
}

/** A key that left with its guest (R30): no name is needed to look for it, but to ask for it. */
export function keyLine({ stayId, guest, bedName, number, lockbox, departureDay }: KeyOut): BedLine {
  const which = [number && `key ${number}`, lockbox && `lockbox ${lockbox}`].filter(Boolean).join(', ');
  const said = ` left ${dayShort(departureDay)}; ${which || 'a key'} is still out.`;
  return {
    look: 'rest',
    bedName,
    words: [named(guest), text(said)],
    who: null,
    href: paths.task(stayId, 'key'),
    ask: null,
  };
}

/** Somebody to get ready with for leaving, days before it (R23). */
export const getReadyLine = ({ stayId, guest, bedName, plannedDay }: ToGetReady): BedLine => ({
  look: 'rest',
  bedName,
  words: [named(guest), text(` leaves ${dayShort(plannedDay)}: get ready for it together.`)],
  who: null,
  href: paths.departure(stayId),
  ask: null,
});

/** Things a former guest left, when their day comes: fetched, sent on, or asked about. */
export const thingsLine = ({ stayId, guest, bedName, until }: ThingsKept): BedLine => ({
  look: 'rest',
  bedName,
  words: [named(guest), text(` left things here, kept until ${dayShort(until)}.`)],
  who: null,
  href: paths.stay(stayId),
  ask: null,
});

/** A hold whose hour came by itself, with that hour as the cause (R45); its guest is welcomed from its page (R14). */
export const lapsedLine = (each: Lapsed, house: House, today: Temporal.PlainDate): BedLine => ({
  look: 'free',
  bedName: each.bedName,
  words: [...keptFor(each, each.bedName, house, today), text('. That hour came, so it is kept no more.')],
  who: null,
  href: paths.hold(each.id),
  ask: null,
});
