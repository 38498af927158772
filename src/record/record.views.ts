import type { Temporal } from 'temporal-polyfill';
import type { Departure } from '../domain/departure.js';
import { GuestName } from '../domain/guest-name.js';
import { hidingReasons } from '../domain/hidden-note.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { withoutOthers } from '../domain/names-in.js';
import type { Role } from '../domain/person.js';
import { mayRead, wordsOn } from '../domain/settling-in.js';
import type { StayTask } from '../domain/stay-task.js';
import { stayTasks } from '../domain/stay-task-list.js';
import type { ShownGuestNote } from '../notes/shown-guest-notes.service.js';
import { counted } from '../web/counted.js';
import { day, moment } from '../web/dates.js';
import { numberNow } from '../web/note-line.js';
import { amendedView, answerView, handWords } from '../web/note-words.js';
import { paths } from '../web/paths.js';
import type { GuestRecord, RecordedStay } from './record.service.js';
import { toldParts } from './told-with-them.views.js';
import { saidYesTo } from './said-yes.views.js';

/** What the print-out is drawn from. */
export interface RecordFacts extends GuestRecord {
  house: House;
  now: Temporal.Instant;
  role: Role;
}

/** What a text says on this guest's paper: nobody else is named on it (R27). */
type OnPaper = (text: string) => string;

/** What is written about a guest, to read and to keep; how much is kept off it, why and until when (R27). */
export function recordView(facts: RecordFacts) {
  const { house, now, guest, stays, others } = facts;
  const today = house.time.houseDay(now);
  const onPaper: OnPaper = (text) => withoutOthers(text, others, guest.name);
  return {
    title: 'What is written',
    guest: new GuestName(guest.name, stays[0]!.stay.bedName),
    pronouns: guest.pronouns ?? 'Nothing written',
    printedAt: moment(house.time, now),
    onCall: house.onCall || 'whoever is on shift',
    stays: stays.map((each) => stayPart(each, facts, { today, onPaper })),
    hidden: hiddenLines(stays, today),
    consents: saidYesTo(facts.consents, today).map(({ term, value }) => ({ term, value: onPaper(value) })),
    talkFirst: facts.talkFirst.map((line) => ({
      until: `From ${day(line.fromDay, today)} until ${day(line.untilDay, today)}`,
      reason: onPaper(line.reason),
      answer: line.answer && onPaper(line.answer),
    })),
    happened: facts.happened.map(({ happenedAt, text, writer }) => ({
      meta: `${moment(house.time, happenedAt, today)} · written by ${writer}`,
      text: onPaper(text),
    })),
    backHref: paths.guest(guest.id),
  };
}

interface Paper {
  today: Temporal.PlainDate;
  onPaper: OnPaper;
}

function stayPart({ stay, tasks, departure, notes, told }: RecordedStay, facts: RecordFacts, paper: Paper) {
  const { house, role } = facts;
  const { today, onPaper } = paper;
  return {
    heading: `${stay.bedName}, from ${day(stay.arrivalDay, today)}`,
    facts: [
      { term: 'Planned to leave', value: day(stay.plannedDay, today) },
      ...(departure ? leftPart(departure, house, paper) : []),
      ...toldPart(tasks, role, onPaper),
    ],
    told: toldParts(told, facts.questions, onPaper),
    notes: notes
      .filter(({ takenBack, hidden }) => !takenBack && !hidden?.isHidden(today))
      .map((each) => noteOnPaper(each, house, onPaper)),
  };
}

const leftPart = (departure: Departure, { time, lists }: House, { today, onPaper }: Paper) => [
  { term: 'Left', value: moment(time, departure.leftAt, today) },
  { term: 'How the stay ended', value: lists.label('endings', departure.ending) },
  { term: 'Where you went', value: lists.label('destinations', departure.destination) },
  {
    term: 'In your own words',
    value: departure.ownWords ? onPaper(departure.ownWords) : 'Nothing written',
  },
];

/** What they told us after check-in; what only coordinators read is read with one. */
function toldPart(tasks: readonly StayTask[], role: Role, onPaper: OnPaper) {
  return stayTasks.flatMap((task) => {
    const said = wordsOn(task.code, tasks);
    const words = [said?.words, said?.second].filter((each) => each != null).join(' · ');
    if (words === '') return [];
    const value = mayRead(task, role) ? onPaper(words) : 'Ask a coordinator to read it with you';
    return [{ term: task.label, value }];
  });
}

/** Its words of now, what it said before, and what was answered. */
function noteOnPaper(shown: ShownGuestNote, house: House, onPaper: OnPaper) {
  const { note, text, writer, amended, answers } = shown;
  return {
    id: note.id,
    ask: null as object | null,
    /** How many amendments stand here: an answer is to these words (R26). */
    seen: amended.length,
    text: onPaper(text),
    meta: `${moment(house.time, note.placedAt)}, ${writer} · ${handWords[note.writtenBy]}`,
    amended: amended.map((each) => amendedView({ ...each, before: onPaper(each.before) }, house)),
    answers: answers.map((each) => {
      const said = answerView(each, numberNow(shown), house);
      return { ...said, said: said.said && onPaper(said.said) };
    }),
  };
}

/** How many notes are kept off this paper, why and until when; nothing else of them (R27). */
function hiddenLines(stays: readonly RecordedStay[], today: Temporal.PlainDate): string[] {
  const hidden = stays.flatMap(({ notes }) =>
    notes
      .filter(({ takenBack }) => !takenBack)
      .flatMap((each) => (each.hidden?.isHidden(today) ? [each.hidden] : [])),
  );
  const kinds = new Map<string, number>();
  for (const { reason, untilDay } of hidden) {
    const words = `${labelOf(hidingReasons, reason)}, until ${day(untilDay, today)}`;
    kinds.set(words, (kinds.get(words) ?? 0) + 1);
  }
  return [...kinds].map(([words, count]) => `${counted(count, 'note')}: ${words}.`);
}
