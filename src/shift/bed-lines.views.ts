import type { Temporal } from 'temporal-polyfill';
import { type BedNow, nameOf } from '../beds/board.service.js';
import { claimedUntil, statusOf, waitingFor } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { day, dayShort, momentShort } from '../web/dates.js';
import { named, type Part, text } from '../web/sentence.js';

/** A line of the handover about one bed: how its edge looks, the bed, and a sentence. */
export interface BedLine {
  look: string;
  bedName: string;
  words: Part[];
  who: string | null;
}

/** What the next shift must know of a bed as it is now; nothing for a bed where all goes as planned (R30). */
export function bedLine(each: BedNow, house: House, today: Temporal.PlainDate): BedLine[] {
  const { bed, stay } = each;
  const words = stay ? guestWords(each, house, today) : emptyWords(each, house, today);
  if (words.length === 0) return [];
  return [{ look: stay ? 'leave' : 'rest', bedName: bed.name, words, who: null }];
}

function guestWords(each: BedNow, house: House, today: Temporal.PlainDate): Part[] {
  const { stay, notReadySince } = each;
  const sentences = [
    stay!.isLeavingOn(today) && `leaving ${dayShort(today)}, still here. Free once they have left.`,
    stay!.isStayingOn(today) &&
      `was to leave ${dayShort(stay!.plannedDay)}, still here. This night is theirs.`,
    twoForOne(each, today),
    notReadySince && `Not made up yet, since ${momentShort(house.time, notReadySince)}.`,
  ].filter((sentence) => sentence !== false && sentence !== null);
  return sentences.length > 0 ? [named(nameOf(each)), text(` · ${sentences.join(' ')}`)] : [];
}

/** In the words of the board (R8). */
function twoForOne(each: BedNow, today: Temporal.PlainDate): string | null {
  const waiting = waitingFor(each, today);
  if (!waiting) return null;
  const is = waiting.kind === 'hold' ? 'held' : 'to be closed';
  return isBefore(waiting.firstNight, waiting.endNight)
    ? `Two for one bed: it is also ${is} from ${dayShort(waiting.firstNight)}.`
    : `Two for one bed: it was also ${is} for this night.`;
}

function emptyWords(each: BedNow, house: House, today: Temporal.PlainDate): Part[] {
  const status = statusOf(each, today);
  if (status === 'getting-ready')
    return [text(`Getting ready since ${momentShort(house.time, each.notReadySince!)}.`)];
  if (status === 'free') return [];
  const until = day(claimedUntil(each, today) ?? today, today);
  return [text(status === 'closed' ? `Not in use until ${until}.` : `Kept for someone until ${until}.`)];
}
