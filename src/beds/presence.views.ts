import { isAskedFor } from '../domain/still-here.js';
import { outWords } from '../web/absence-words.js';
import { momentShort } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { type Part, text } from '../web/sentence.js';
import { stillHereView } from '../web/still-here.js';
import { type BedNow, nameOf } from './board.service.js';
import type { CardFacts } from './held.views.js';

/** How the guest of a bed is out of the house (R21). */
export function outLines({ absence }: BedNow, { house, now }: Pick<CardFacts, 'house' | 'now'>): Part[][] {
  return absence ? [[text(`${outWords(absence, house, now)}.`)]] : [];
}

/** What can be said of a guest in one click: that they are back, or that they are still here (R8). */
export function presenceOf(each: BedNow, facts: CardFacts) {
  const { stay, absence, bed } = each;
  if (!stay) return null;
  const { today, formToken } = facts;
  return {
    guest: nameOf(each),
    bed: bed.name,
    back: absence ? { action: paths.back(stay.id), formToken } : null,
    wishHref: hasWish(each, facts) ? paths.stay(stay.id) : null,
    ask: isAskedFor(each, today) ? stillHereView(stay.id, nameOf(each), bed.name, formToken) : null,
    seen: seenOf(each, facts),
  };
}

/** What they asked us to do is their own: it stands on their page, where it is written down who looked (R44). */
const hasWish = ({ absence }: BedNow, { now }: CardFacts): boolean =>
  absence !== null && absence.isLate(now) && absence.wish !== null;

/** Who stays on and was seen this night; whoever wants to changes the leaving day. */
function seenOf({ stay, absence, seenAt }: BedNow, { house, today }: CardFacts) {
  if (!stay?.isStayingOn(today) || absence || !seenAt) return null;
  return { words: `Seen ${momentShort(house.time, seenAt)}.`, dayHref: paths.departureDay(stay.id) };
}
