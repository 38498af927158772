import { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import type { House } from '../domain/house.js';
import { momentShort } from '../web/dates.js';
import { whoFor } from '../web/kept-for.js';
import { fromPaper } from '../web/paper-words.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import type { BedLine } from './bed-lines.views.js';
import type { Happened } from './happened.service.js';

/** One thing that was recorded in this shift, with when it happened and who wrote it down. */
export function happenedLine(each: Happened, house: House): BedLine {
  const { act, bedName, personName, paperWriter } = each;
  const looks: Partial<Record<typeof act.kind, string>> = {
    'stay.arrived': 'stay',
    'stay.moved': 'stay',
    'stay.swapped': 'stay',
    'stay.left': 'leave',
    'stay.died': 'rest',
    'stay.away': 'leave',
    'stay.notSeen': 'leave',
    'stay.back': 'stay',
    'bed.closed': 'rest',
  };
  return {
    look: looks[act.kind] ?? 'free',
    bedName,
    words: wordsOf(each, house),
    who: `${personName}${fromPaper(paperWriter)}`,
    ask: null,
    href: act.details.hold && !act.stayId ? paths.hold(act.details.hold) : null,
  };
}

const heldWords: Partial<Record<Happened['act']['kind'], string>> = {
  'hold.made': 'Kept for ',
  'hold.letGo': 'Let go, was kept for ',
  'hold.notCome': 'Didn’t come (yet): ',
};

function wordsOf(each: Happened, house: House): Part[] {
  const { act, stay, guest } = each;
  const held = heldWords[act.kind];
  if (held) return [text(held), ...whoFor(each.heldName, each.bedName)];
  if (act.kind === 'bed.ready') return [text(`Made ready ${momentShort(house.time, happenedAt(act))}`)];
  if (act.kind === 'bed.closed') return [text(closedWords(act.details, house, happenedAt(act)))];
  if (act.kind === 'stay.arrived')
    return [named(guest), text(` arrived ${momentShort(house.time, stay!.arrivedAt)}`)];
  if (act.kind === 'stay.died') return [named(guest), text(diedWords(act, house))];
  const out = outWordsOf(act, house);
  if (out) return [named(guest), text(out)];
  if (act.kind !== 'stay.left')
    return [named(guest), text(` moved here ${momentShort(house.time, movedAt(act))}`)];
  return leftWords(each, house);
}

/** Who takes over hears of it first here; what to do stands under Help (R50). */
const diedWords = ({ details }: Act, house: House): string =>
  ` died. Written down as ${momentShort(house.time, Temporal.Instant.from(details.at!))}.`;

/** They went, came back, or nobody has seen them (R21). */
function outWordsOf({ kind, details }: Act, house: House): string | null {
  const at = () => momentShort(house.time, Temporal.Instant.from(details.at!));
  if (kind === 'stay.away') return ` away since ${at()}`;
  if (kind === 'stay.notSeen') return ` not seen since ${at()}`;
  return kind === 'stay.back' ? ` came back ${at()}` : null;
}

function leftWords({ act, stay, guest, leftAbout }: Happened, house: House): Part[] {
  if (leftAbout === 'not-known') return [named(guest), text(' left, time not known')];
  const about = leftAbout === 'about' ? 'about ' : '';
  return [named(guest), text(` left ${about}${momentShort(house.time, stay!.leftAt ?? act.at)}`)];
}

/** What was keyed in from paper happened before it was recorded (R52). */
const happenedAt = ({ at, details }: Act): Act['at'] => (details.at ? Temporal.Instant.from(details.at) : at);

const movedAt = ({ details }: Happened['act']) => Temporal.Instant.from(details.at!);

/** No reason: that stands on the bed's page only (R11). */
function closedWords({ all }: Act['details'], { time }: House, at: Act['at']): string {
  const room = all?.includes(' ') ? ' with its room' : '';
  return `Closed${room} ${momentShort(time, at)}`;
}
