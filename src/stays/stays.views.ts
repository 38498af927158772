import type { Absence } from '../domain/absence.js';
import type { Temporal } from 'temporal-polyfill';
import { DIED } from '../domain/departure-lists.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import type { Stay } from '../domain/stay.js';
import { NOT_ASKED } from '../domain/referral-sources.js';
import { isTalkFirst } from '../domain/settling-in.js';
import type { actsOf } from '../domain/stay-acts.js';
import type { ShownGuestNote } from '../notes/shown-guest-notes.service.js';
import type { FollowUpNow } from '../follow-ups/follow-ups.service.js';
import { day } from '../web/dates.js';
import { type Answered, problems, titleOf } from '../web/fields.js';
import { guestNoteLine } from '../web/note-line.js';
import { paths } from '../web/paths.js';
import type { ReadyToLeave } from './ready-to-leave.service.js';
import { leadOf, leavingAhead, stateOf } from './lead.views.js';
import { agreedView } from './agreed.views.js';
import { type AnswersFacts, answersView } from './answers.views.js';
import { actLines } from './act-lines.views.js';
import type { dayFormView } from './departure-day.views.js';
import { diedLater } from './death.views.js';
import { endingOf, thingsView } from './ending.views.js';
import { goodToKnow, keyOutHref } from './good-to-know.views.js';
import { type HistoryFacts, historyLine, type HistoryLine } from './history.views.js';
import { aboutTheGuest } from './leads-on.views.js';
import { missView, nightsWords, outView } from './presence.views.js';
import { type TasksFacts, tasksView } from './tasks.views.js';
import type { StayWhole } from './stays.service.js';
import type { Talk } from '../domain/talk.js';
import type { SupportNow } from './support.service.js';
import { supportPart } from './support.views.js';
import type { ThingsGone } from './things-left.service.js';

/** What a stay's page is drawn from. */
export interface StayFacts extends HistoryFacts, TasksFacts, AnswersFacts {
  now: Temporal.Instant;
  whole: StayWhole;
  history: readonly HistoryLine[];
  /** False while the desk shows initials. */
  isNameShown: boolean;
  /** The question for another planned day; null when the guest is not here. */
  dayForm: DayForm | null;
  /** The last day they can plan to leave without a coordinator's yes (R22). */
  lastDay: Temporal.PlainDate;
  /** What can be done now, or why not (R25). */
  acts: ReturnType<typeof actsOf>;
  /** This person may put something right (R53). */
  mayCorrect: boolean;
  /** How the guest was or is out of the house, without what was undone (R21). */
  absences: readonly Absence[];
  /** What was written with the guest (R27). */
  notes: readonly ShownGuestNote[];
  /** What was there for them; null while nobody told it. */
  support: SupportNow | null;
  /** What was logged with a tap, without what was undone. */
  talks: readonly Talk[];
  /** What became of the things they left; null while they are kept. */
  thingsGone: ThingsGone | null;
  /** What they said of their leaving so far (R23). */
  ready: ReadyToLeave | null;
  /** What was agreed at leaving (R33). */
  plan: readonly FollowUpNow[];
  /** How many connections to the community were made with them. */
  connections: number;
}

type DayForm = ReturnType<typeof dayFormView>;

export function stayView(form: Answered, facts: StayFacts) {
  const { house, now, whole, formToken } = facts;
  const { stay, guest } = whole;
  const bed = whole.parts.at(-1)!.bed;
  const today = house.time.houseDay(now);
  return {
    title: titleOf(form, 'Stay'),
    problems: problems(form),
    guest: guestName(whole),
    bedName: bed.name,
    isHere: stay.isHere,
    lead: leadOf(whole, house, today),
    ...standing(facts, today),
    acts: actLines(facts.acts, stay),
    pronouns: guest.pronouns ?? '',
    ...aboutTheGuest(form, facts, today),
    dayForm: facts.dayForm,
    isDayOpen: stay.isStayingOn(today),
    tasks: tasksView(stay, facts),
    ...theirWords(facts, today),
    keyOutHref: keyOutHref(stay, { ...facts, departure: whole.departure }),
    isTalkFirst: stay.isHere && isTalkFirst(facts.tasks),
    facts: factsOf(facts, today),
    ...afterwards(facts, today),
    history: facts.history.map((line) => historyLine(line, facts, today)).reverse(),
    formToken,
  };
}

/** What was written with them, and what they answered. */
const theirWords = (facts: StayFacts, today: Temporal.PlainDate) => ({
  notes: notesView(facts.whole.stay, facts, today),
  answers: answersView(facts.whole.stay, facts.whole.death === null, facts),
  support: supportPart(facts.whole, facts),
});

/** How they stand just now: leaving, staying on, away, not seen (R9). */
const standing = (facts: StayFacts, today: Temporal.PlainDate) => ({
  state: stateOf(facts.whole.stay, today) ?? diedLater(facts.whole, facts.house, today),
  leaving: leavingAhead(facts.whole.stay, facts, today),
  out: outView(facts.whole.stay, facts),
  miss: missView(facts.whole.stay, facts),
});

/** What was written with the guest, and the way to write more. */
const notesView = ({ id, undoneAt }: Stay, { house, notes }: StayFacts, today: Temporal.PlainDate) =>
  undoneAt
    ? null
    : {
        href: paths.stayNotes(id),
        lines: notes.map((each) => guestNoteLine(each, { house, today, fresh: new Set() }, false)),
      };

/** How it ended, and what was agreed for the time after. */
const afterwards = ({ whole, plan, house, thingsGone }: StayFacts, today: Temporal.PlainDate) => ({
  ending: shownEnding(whole, house),
  things: thingsView(whole, thingsGone, house),
  agreed: whole.death ? null : agreedView(plan, house, today),
});

/** Of a death the line under the name says all there is to say (R50). */
const shownEnding = (whole: StayWhole, house: House) =>
  whole.departure && whole.departure.ending !== DIED ? endingOf(whole.departure, whole, house) : null;

/** The name of the guest of a stay, on its way to a page. */
export const guestName = ({ guest, parts }: StayWhole): GuestName =>
  new GuestName(guest.name, parts.at(-1)!.bed.name);

/** What a person answers to "Have you stayed before?": three of them are different ways of not knowing. */
export const stayedBeforeWords: Record<Stay['stayedBefore'], string> = {
  yes: 'Yes',
  no: 'No',
  'not-said': 'Chose not to say',
  'not-asked': 'Not asked',
};

function factsOf(
  { whole: { stay, departure }, lastDay, absences, tasks, history, house: { lists } }: StayFacts,
  today: Temporal.PlainDate,
) {
  const imported = history.find(({ act }) => act.kind === 'stay.imported')?.act;
  const limit = { term: 'The house has stays up to', value: day(lastDay, today) };
  const spent = nightsWords(stay, absences, today);
  return [
    ...goodToKnow(stay, { tasks, absences, departure }),
    ...(spent ? [{ term: 'Nights so far', value: spent }] : []),
    { term: 'Stayed before', value: stayedBeforeWords[stay.stayedBefore] },
    ...(stay.referralSource === NOT_ASKED
      ? []
      : [{ term: 'Heard of the house', value: lists.label('referral-sources', stay.referralSource) }]),
    { term: 'First planned to leave', value: day(stay.firstPlannedDay, today) },
    ...(stay.isHere ? [limit] : []),
    ...(imported
      ? [{ term: 'Imported', value: `From a spreadsheet on ${day(imported.houseDay, today)}` }]
      : []),
  ];
}
