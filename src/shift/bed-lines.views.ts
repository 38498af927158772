import type { Temporal } from 'temporal-polyfill';
import { type BedNow, nameOf } from '../beds/board.service.js';
import { claimedUntil, claimOn, statusOf, waitingFor } from '../domain/bed-board.js';
import { isAskedFor } from '../domain/still-here.js';
import type { House } from '../domain/house.js';
import type { Lapsed } from '../holds/holds.service.js';
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
  const { bed, stay, absence } = each;
  const { house, today, formToken } = facts;
  const words = stay ? guestWords(each, facts) : emptyWords(each, house, today);
  if (words.length === 0) return [];
  const ask =
    stay && isAskedFor(each, today) ? stillHereView(stay.id, nameOf(each), bed.name, formToken) : null;
  const href = absence ? paths.stay(absence.stayId) : null;
  return [{ look: stay ? 'leave' : 'rest', bedName: bed.name, words, who: null, href, ask }];
}

function guestWords(each: BedNow, { house, now, today }: LineFacts): Part[] {
  const { stay, notReadySince, absence, seenAt } = each;
  const waiting = waitingFor(each, today);
  const here = absence ? '' : ', still here';
  const sentences = [
    stay!.isLeavingOn(today) && `leaving ${dayShort(today)}${here}. Free once they have left.`,
    stay!.isStayingOn(today) && `was to leave ${dayShort(stay!.plannedDay)}${here}. This night is theirs.`,
    stay!.isStayingOn(today) && !absence && seenAt && `Seen ${momentShort(house.time, seenAt)}.`,
    absence && `${outInFull(absence, house, now)}.`,
    absence?.isLate(now) && absence.wish && 'See what they asked us.',
    waiting && `Two for one bed: ${alsoWanted(waiting)}.`,
    notReadySince && `Not made up yet, since ${momentShort(house.time, notReadySince)}.`,
  ].filter((sentence) => typeof sentence === 'string');
  return sentences.length > 0 ? [named(nameOf(each)), text(` · ${sentences.join(' ')}`)] : [];
}

function emptyWords(each: BedNow, house: House, today: Temporal.PlainDate): Part[] {
  const status = statusOf(each, today);
  if (status === 'getting-ready')
    return [text(`Getting ready since ${momentShort(house.time, each.notReadySince!)}.`)];
  if (status === 'free') return [];
  const hold = claimOn(each.claims, today);
  if (hold?.keepUntil) return [...keptFor(hold, each.bed.name, house, today), text('.')];
  const until = claimedUntil(each, today);
  if (until === null) return [text('Not in use until someone opens it.')];
  return [text(`${status === 'closed' ? 'Not in use' : 'Kept for someone'} until ${day(until, today)}.`)];
}

/** A hold whose hour came by itself, with that hour as the cause (R45); its guest is welcomed from its page (R14). */
export const lapsedLine = (each: Lapsed, house: House, today: Temporal.PlainDate): BedLine => ({
  look: 'free',
  bedName: each.bedName,
  words: [...keptFor(each, each.bedName, house, today), text('. That hour came, so it is kept no more.')],
  who: null,
  href: paths.hold(each.id),
  ask: null,
});
