import type { Temporal } from 'temporal-polyfill';
import type { Summary } from '../beds/board-summary.service.js';
import type { RingCount } from '../calls/ring-backs.service.js';
import type { Closure } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import type { PaperSheet } from '../domain/paper-sheet.js';
import type { Role } from '../domain/person.js';
import { type Shift, shiftAfter, shiftAt, shiftBefore } from '../domain/shift.js';
import type { DueCount } from '../follow-ups/follow-ups.service.js';
import type { Named } from '../house/planned.service.js';
import type { Lapsed } from '../holds/lapsed-holds.service.js';
import type { IncidentLinesView } from '../incidents/incident-lines.service.js';
import type { NoteBoxView } from '../notes/note-box.service.js';
import type { HandedOver } from '../notes/handed-over.service.js';
import type { KeyOut } from '../stays/keys-out.service.js';
import type { ThingsKept } from '../stays/things-left.service.js';
import type { ToGetReady } from '../stays/ready-to-leave.service.js';
import type { TroubleCount } from '../places/place-reports.service.js';
import type { WaitlistCount } from '../waitlist/waitlist.service.js';
import type { SupplyLinesView } from '../supplies/supply-lines.service.js';
import { momentShort, nightOf } from '../web/dates.js';
import { dueLine } from '../web/due-line.js';
import { ringLine, waitlistLine } from '../web/waitlist-line.js';
import { paths } from '../web/paths.js';
import { type Part, text } from '../web/sentence.js';
import { shiftHours } from '../web/shift-words.js';
import { type BedLine, bedLine, getReadyLine, keyLine, thingsLine, lapsedLine } from './bed-lines.views.js';
import type { Happened } from './happened.service.js';
import { happenedLine } from './happened.views.js';
import { handedOverView } from './handed-over.views.js';
import { linkTo } from './past-shift.views.js';
import { peopleLines } from './people-lines.views.js';
import { linesToLookAt, troubleLines } from './to-look-at.views.js';

/** What the shift page is drawn from. */
export interface ShiftFacts {
  house: House;
  now: Temporal.Instant;
  summary: Summary;
  happened: readonly Happened[];
  /** Since the shift before began: whoever takes over reads it too. */
  lapsed: readonly Lapsed[];
  written: HandedOver;
  due: DueCount;
  waitlist: WaitlistCount;
  rings: RingCount;
  somethingHappened: IncidentLinesView;
  supplies: SupplyLinesView;
  noteBox: NoteBoxView;
  role: Role;
  /** What a shift closed and no coordinator has looked at. */
  unseen: readonly Closure[];
  /** What is being keyed in from paper (R52); null when nothing is. */
  sheet: PaperSheet | null;
  /** Who is on shift and on call now and in the next shift. */
  people: readonly Named[];
  nextPeople: readonly Named[];
  /** The night's sheet is printed, or is not to be now. */
  isSheetSettled: boolean;
  keysOut: readonly KeyOut[];
  /** What was done in this shift for people without a bed, in one line; null when nothing was. */
  withoutBed: string | null;
  /** How much feedback nobody has answered yet. */
  feedback: number;
  /** What guests told of places afterwards. */
  trouble: readonly TroubleCount[];
  toGetReady: readonly ToGetReady[];
  things: readonly ThingsKept[];
  formToken: string;
}

/** The handover: made by the system from facts, and what people wrote for each other (R30). */
export function shiftView(facts: ShiftFacts) {
  const { house, now, summary, formToken } = facts;
  const today = house.time.houseDay(now);
  const running = shiftAt(house, now);
  const nowLines = linesOfNow(facts, today);
  const due = dueLine(facts.due, house);
  return {
    title: 'Shift',
    keptForm: true,
    offersWording: true,
    lead: `${shiftHours(house, running)} · ${nightOf(today)}`,
    ...aroundIt(facts, running),
    isLong: isLong(facts, nowLines),
    paper: paperLink(facts),
    summary: [text(`${summary.freeLine} · `), ...summary.rest] as Part[],
    nowLines,
    toLookAt: linesToLookAt(facts),
    happened: facts.happened.map((each) => happenedLine(each, house)),
    since: momentShort(house.time, house.shiftStart(now)),
    due,
    waitlist: waitlistLine(facts.waitlist),
    rings: ringLine(facts.rings),
    quiet: isQuiet(facts, nowLines) && due === null,
    somethingHappened: facts.somethingHappened,
    supplies: facts.supplies,
    written: handedOverView(facts.written, { house, today, formToken }),
    noteBox: facts.noteBox,
    formToken,
  };
}

/** So many lines are printed small and side by side: a handover is two pages at most. */
const MANY_LINES = 60;

const isLong = ({ happened, written }: ShiftFacts, nowLines: readonly BedLine[]): boolean =>
  [nowLines, happened, written.notes, written.guestNotes].flat().length > MANY_LINES;

/** The sheet, the shift before this one, who is there, the way to older notes. */
const aroundIt = (facts: ShiftFacts, running: Shift) => ({
  sheetHref: paths.nightSheet(),
  notNow: facts.isSheetSettled ? null : { action: paths.shiftSheet() },
  before: linkTo(facts.house, shiftBefore(facts.house, running), facts.now),
  people: peopleView(facts, running),
  findHref: paths.findNote(),
  withoutBed: facts.withoutBed,
  withoutBedHref: paths.withoutBed(),
  placesHref: paths.places(),
  feedback: {
    href: paths.feedback(),
    more: facts.feedback > 0 ? `: ${facts.feedback} not answered yet` : '',
  },
});

/** Nothing was written, nothing happened, nothing waits to be looked at. */
const isQuiet = (facts: ShiftFacts, nowLines: readonly BedLine[]): boolean =>
  [nowLines, facts.happened, facts.written.notes, facts.written.guestNotes, facts.unseen].every(isEmpty) &&
  [facts.somethingHappened.lines, facts.supplies.lines, troubleLines(facts)].every(isEmpty);

const isEmpty = ({ length }: readonly unknown[]): boolean => length === 0;

/** Every bed that is not simply free, and what is kept no more because its hour came. */
const linesOfNow = (
  { house, now, summary, lapsed, keysOut, toGetReady, things, formToken }: ShiftFacts,
  today: Temporal.PlainDate,
): BedLine[] => [
  ...summary.beds.flatMap((each) => bedLine(each, { house, now, today, formToken })),
  ...lapsed.map((each) => lapsedLine(each, house, today)),
  ...toGetReady.map(getReadyLine),
  ...keysOut.map(keyLine),
  ...things.map(thingsLine),
];

/** Whoever takes over goes on with the paper where the shift before stopped (R52). */
const paperLink = ({ sheet, house }: ShiftFacts) => ({
  href: paths.fromPaper(),
  words: sheet ? 'Go on typing in from paper' : 'Type in from paper',
  more: sheet
    ? `Begun ${momentShort(house.time, sheet.begunAt)}, not all of it is in.`
    : 'What was written while the computer was down.',
});

/** Who is there, and who comes next; whoever writes and signs in is not put down by that. */
const peopleView = ({ house, people, nextPeople }: ShiftFacts, running: Shift) => ({
  href: paths.shiftPeople(),
  now: { hours: shiftHours(house, running), ...peopleLines(people) },
  next: { hours: shiftHours(house, shiftAfter(house, running)), ...peopleLines(nextPeople) },
});
