import { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import { attemptResults } from '../domain/attempt.js';
import { pointLabel } from '../domain/follow-up.js';
import { GuestName } from '../domain/guest-name.js';
import { labelOf } from '../domain/list-entry.js';
import type { House } from '../domain/house.js';
import { moments } from '../domain/question.js';
import { parseDay } from '../domain/house-time.js';
import { supportKinds } from '../domain/support.js';
import { thingsEnds } from '../domain/things-left.js';
import { purposes } from '../domain/purposes.js';
import { linkedWords, UNLINKED } from '../web/link-words.js';
import { day, moment } from '../web/dates.js';
import { fromPaper } from '../web/paper-words.js';
import { undoButton } from '../web/undo-button.js';

/** A line of a stay's history with what may still be done about it (R18, R24). */
export interface HistoryLine {
  act: Act;
  personName: string;
  /** Who said yes to an exception; null when none was needed. */
  agreedBy: string | null;
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
  whyNotUndo: string | null;
  /** Whose stay it was said to be before and since, by name; null for other lines. */
  guests: { from: string | null; to: string | null } | null;
}

/** What the lines of a history need beside themselves. */
export interface HistoryFacts {
  house: House;
  bedNames: ReadonlyMap<string, string>;
  formToken: string;
}

/** One line as the page shows it: what was done, when, by whom, and whether it can still be undone. */
export function historyLine(
  { act, personName, agreedBy, paperWriter, whyNotUndo, guests }: HistoryLine,
  facts: HistoryFacts,
  today: Temporal.PlainDate,
) {
  const yes = agreedBy ? ` · ${agreedBy} said yes` : '';
  return {
    words: wordsOf(act, { ...facts, today }),
    meta: `${moment(facts.house.time, act.at, today)}, ${personName}${fromPaper(paperWriter)}${yes}`,
    guests: guests && {
      from: new GuestName(guests.from, 'this bed'),
      to: new GuestName(guests.to, 'this bed'),
    },
    reason: act.reason,
    undone: act.undoneByAct !== null,
    undo: undoButton(act.undoUntil && whyNotUndo === null ? act.id : null, facts.formToken),
    notUndoable: act.undoUntil && act.undoneByAct === null ? whyNotUndo : null,
  };
}

/** Where a coordinator asked to talk first (R16). */
const talkedWords: Record<string, string> = {
  talked: '. A coordinator was talked with first',
  'not-reached': '. No coordinator could be reached first',
};

type Details = Act['details'];
type WordFacts = HistoryFacts & { today: Temporal.PlainDate };

const historyWords: Partial<
  Record<Act['kind'], (bed: string, details: Details, facts: WordFacts) => string>
> = {
  'stay.arrived': (bed, { plannedDay, talked }) =>
    `Welcomed to ${bed}, to leave ${day(parseDay(plannedDay ?? '')!)}${talkedWords[talked ?? ''] ?? ''}`,
  'stay.planned': (_bed, { from, to }) =>
    `Leaving day: ${day(parseDay(from ?? '')!)} to ${day(parseDay(to ?? '')!)}`,
  'stay.moved': (bed, details, facts) =>
    `Moved from ${fromBed(details, facts)} to ${bed}, ${movedAt(details, facts)}`,
  'stay.swapped': (bed, details, facts) =>
    `Swapped beds, from ${fromBed(details, facts)} to ${bed}, ${movedAt(details, facts)}`,
  'stay.left': (_bed, { ending, destination, ready }, { house: { lists } }) =>
    `Left: ${lists.label('endings', ending ?? '')}. Went to: ${lists.label('destinations', destination ?? '')}` +
    (ready ? ', bed ready at once' : ''),
  'stay.imported': (bed) => `Imported from a spreadsheet, in ${bed}`,
  'stay.away': (_bed, { at, backBy }, facts) =>
    `Away from ${timeIn(at, facts)}, back by ${timeIn(backBy, facts)}. The bed is kept`,
  'stay.notSeen': (_bed, { at }, facts) => `Not seen since ${timeIn(at, facts)}. The bed is kept`,
  'stay.back': (_bed, { at, kind }, facts) =>
    `${kind === 'away' ? 'Came back' : 'Seen again'} ${timeIn(at, facts)}`,
  'stay.corrected': (_bed, details, facts) => correctedWords(details, facts),
  'stay.reopened': (bed, { at }, facts) => `They had not left ${timeIn(at, facts)}. Here again, in ${bed}`,
  'stay.died': (bed, details, facts) => diedWords(bed, details, facts),
  'things.gone': (_bed, { how }) => `Things left: ${labelOf(thingsEnds, how ?? '').toLowerCase()}`,
  'support.told': () => 'What was there for them: told together',
  'connection.answered': () => 'They said how it was at a place',
  'talk.logged': (_bed, { kind, way }) =>
    `Logged: ${labelOf(supportKinds, kind ?? '').toLowerCase()}${way === 'group' ? ', in a group' : ''}`,
  'stay.seen': () => 'Still here: somebody looked',
  'note.withGuest': () => 'A note was written with them',
  'note.answered': () => 'They answered a note',
  'answers.kept': (_bed, { moment: asked, cameBy }) =>
    `${labelOf(moments, asked ?? '')}: questions answered${cameBy === 'sheet' ? ', keyed in from a sheet' : ''}`,
  'followUp.tried': (_bed, { point, result }) =>
    `Tried, ${pointLabel(point ?? '')}: ${labelOf(attemptResults, result ?? '').toLowerCase()}`,
  'followUp.planned': (_bed, { points }) => plannedWords(points ?? ''),
  'consent.given': (_bed, { purpose }) => `Said yes: ${labelOf(purposes, purpose ?? '').toLowerCase()}`,
  'consent.withdrawn': (_bed, { purpose }) =>
    `Took back a yes: ${labelOf(purposes, purpose ?? '').toLowerCase()}`,
  'guest.named': () => 'Name given or corrected',
  'guest.linked': (_bed, { ground }) => linkedWords(ground ?? ''),
  'guest.unlinked': () => UNLINKED,
  'act.undone': () => 'Undone',
  'bed.ready': (bed) => `${bed} was made ready`,
};

const plannedWords = (points: string): string =>
  points === ''
    ? 'Chose no moment to be in touch'
    : `Chose when to be in touch: ${points.split(' ').map(pointLabel).join(', ')}`;

/** A bed that somebody else has this very night is not closed: whoever is promised it needs another (R50). */
function diedWords(bed: string, { at, bed: has }: Details, facts: WordFacts): string {
  const words = `Died: written down as ${timeIn(at, facts)}`;
  return has === 'promised' ? `${words}. ${bed} is promised for this night and not closed` : words;
}

const fromBed = ({ from }: Details, { bedNames }: WordFacts): string => bedNames.get(from ?? '') ?? 'a bed';

const movedAt = ({ at }: Details, facts: WordFacts): string => timeIn(at, facts);

const timeIn = (at: string | null | undefined, { house, today }: WordFacts): string =>
  moment(house.time, Temporal.Instant.from(at!), today);

const wordsOf = (act: Act, facts: WordFacts): string =>
  historyWords[act.kind]?.(facts.bedNames.get(act.bedId ?? '') ?? 'a bed', act.details, facts) ?? 'Done';

/** What was put right, from what to what (R18, R53). */
function correctedWords({ field, from, to }: Details, facts: WordFacts): string {
  const bed = (id: string | null | undefined) => facts.bedNames.get(id ?? '') ?? 'a bed';
  const { lists } = facts.house;
  const both = (list: 'endings' | 'destinations') =>
    `“${lists.label(list, from!)}” to “${lists.label(list, to!)}”`;
  const shown: Record<string, () => string> = {
    arrivedAt: () => `When they came: ${timeIn(from, facts)} to ${timeIn(to, facts)}`,
    leftAt: () => `When they left: ${timeIn(from, facts)} to ${timeIn(to, facts)}`,
    ending: () => `How the stay ended: ${both('endings')}`,
    destination: () => `Where they went: ${both('destinations')}`,
    bed: () => `Bed: ${bed(from)} to ${bed(to)}`,
    guest: () => 'Whose stay it is:',
    name: () => 'Name:',
    alive: () => 'They have not died',
  };
  return `Corrected. ${shown[field ?? '']!()}`;
}
