import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import type { Draft } from '../drafts/drafts.service.js';
import { moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { type AsideFacts, asideView } from './aside.views.js';
import { cardOf } from './bed-card.views.js';
import type { Summary } from './board-summary.service.js';
import { recentView } from './recent.views.js';
import type { Recents } from './recent-acts.service.js';

/** What the board is drawn from. */
export interface BoardFacts {
  house: House;
  now: Temporal.Instant;
  role: Role;
  summary: Summary;
  aside: AsideFacts;
  drafts: readonly Draft[];
  recent: Recents;
  formToken: string;
}

export function boardView(facts: BoardFacts) {
  const { house, now, formToken } = facts;
  const { beds, free, freeLine, rest } = facts.summary;
  const today = house.time.houseDay(now);
  return {
    title: 'Beds',
    keptForm: true,
    offersWording: true,
    freeLine,
    freeBeds: free.slice(0, 2).map(({ bed }) => ({ name: bed.name, href: paths.checkInTo(bed.id) })),
    firstFree: free[0] ? { name: free[0].bed.name, href: paths.checkInTo(free[0].bed.id) } : null,
    timelineHref: paths.timeline(),
    reportsHref: mayDo(facts.role, 'reports.view') ? paths.reports() : null,
    summary: rest,
    beds: beds.map((each) => cardOf(each, { house, now, today, role: facts.role, formToken })),
    drafts: facts.drafts.map((draft) => draftLine(draft, beds, house)),
    ...recentView(facts.recent, house, formToken),
    quiet: beds.length === 0 ? 'There are no beds yet. A manager adds them under Settings.' : null,
    aside: asideView(facts.aside, house, formToken),
    formToken,
    discardAction: paths.discardDraft(),
  };
}

/** What was begun, by the place it is kept under; every other place is a leaving. */
const draftWords = [
  [paths.checkIn(), 'Welcome someone'],
  [paths.newHold(), 'Keep a bed'],
  [paths.notes(), 'House note'],
  [paths.calls(), 'A call'],
  [paths.waitlist(), 'The waitlist'],
  [paths.bed(''), 'Closing a bed'],
  [paths.fromPaper(), 'A line from paper'],
  [paths.followUps(), 'A follow-up'],
  [paths.houseSettings(), 'House settings'],
  [paths.bedSettings(), 'A bed’s settings'],
  [paths.limitSettings(), 'How long somebody stays'],
  [paths.newPerson(), 'Somebody new on the team'],
  [paths.guest(''), 'Somebody written down twice'],
  [paths.agreementSettings(), 'The agreement'],
  [paths.shiftPeople(), 'Who is on shift'],
] as const;

/** What was begun about a stay, by the end of its place. */
const stayDraftWords: Record<string, string> = {
  'departure-day': 'Leaving day',
  move: 'Move to another bed',
  swap: 'Swap beds',
  away: 'Away for a night',
  'not-seen': 'Not seen since',
  notes: 'A note with them',
  back: 'They are back',
  // Which of them is nobody's business who looks over a shoulder
  tasks: 'Settling in',
};

/** What is about a stay says of which bed: there may be more than one. */
function begunAt(place: string, beds: Summary['beds']): string {
  const [, , stayId, act = ''] = place.split('/');
  if (act === 'talk-first') return 'Talk with a coordinator first';
  const words = draftWords.find(([start]) => place.startsWith(start))?.[1];
  const bed = beds.find(({ stay }) => stay?.id === stayId)?.bed;
  return words ?? [stayDraftWords[act] ?? 'Record leaving', bed?.name].filter(Boolean).join(', ');
}

function draftLine({ place, savedAt }: Draft, beds: Summary['beds'], house: House) {
  return {
    label: `${begunAt(place, beds)}, begun ${moment(house.time, savedAt)}`,
    href: place,
    place,
  };
}
