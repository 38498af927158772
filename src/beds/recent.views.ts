import type { Act, ActKind } from '../domain/act.js';
import type { House } from '../domain/house.js';
import { clockTime } from '../web/dates.js';
import { fromPaper } from '../web/paper-words.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import { undoButton } from '../web/undo-button.js';
import type { Recent, Recents } from './recent-acts.service.js';

/** The last things done, each with its undo, and the way to those before them. */
export const recentView = ({ lines, more }: Recents, house: House, formToken: string) => ({
  justDone: lines.map((line) => recentLine(line, house, formToken)),
  moreDone: more > 0 ? `${more} more on the shift page` : null,
  shiftHref: paths.shift(),
});

/** Of the acts that belong to a bed and can be undone. */
const recentWords: Partial<Record<ActKind, string>> = {
  'stay.arrived': 'Welcomed',
  'stay.left': 'Left',
  'stay.planned': 'Leaving day',
  'stay.moved': 'Moved',
  'stay.swapped': 'Swapped',
  'stay.away': 'Away',
  'stay.notSeen': 'Not seen',
  'stay.back': 'Back',
  'stay.seen': 'Still here',
  'bed.ready': 'Ready',
  'hold.made': 'Kept',
  'hold.letGo': 'Let go',
  'hold.notCome': 'Didn’t come (yet)',
  'bed.closed': 'Closed',
};

const pageOf = ({ stayId, details }: Act): string | null =>
  stayId ? paths.stay(stayId) : details.hold ? paths.hold(details.hold) : null;

function recentLine(each: Recent, house: House, formToken: string) {
  const { act, bedName, guest, personName, paperWriter, canUndo } = each;
  const who: Part[] = guest ? [named(guest), text(' · ')] : [];
  return {
    text: [text(`${recentWords[act.kind] ?? 'Done'}: `), ...who, text(bedName)],
    at: `${clockTime(house.time, act.at)}, ${personName}${fromPaper(paperWriter)}`,
    href: pageOf(act),
    undo: undoButton(canUndo ? act.id : null, formToken),
  };
}
