import type { Temporal } from 'temporal-polyfill';
import { type Call, callers, callLines, callOutcomes } from '../domain/call.js';
import type { Draft } from '../drafts/drafts.service.js';
import { labelOf } from '../domain/list-entry.js';
import { GuestName } from '../domain/guest-name.js';
import { counted } from '../web/counted.js';
import type { House } from '../domain/house.js';
import { WORDS_TO_SAY } from '../web/asked-about.js';
import { callsTabs } from '../web/calls-tabs.js';
import { machine } from '../web/dates.js';
import { nightsAround, periodOf, whenOf } from '../web/day-list.js';
import { type Answered, choices, problems, titleOf, listed, select } from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { insteadView, moreFields } from './no-stay.views.js';
import { ringWords, toRingLine } from './ring-back.views.js';

/** What the page of calls is drawn from. */
export interface CallFacts {
  house: House;
  now: Temporal.Instant;
  /** The house day whose calls are listed. */
  houseDay: Temporal.PlainDate;
  calls: readonly Call[];
  /** Who waits to be rung back, on the page of the current house day. */
  toRing: readonly Call[];
  /** The names of the people who logged them, by id. */
  people: ReadonlyMap<string, string>;
  /** The acts by which a call, or its ringing back, can still be undone, by the call's id. */
  undoable: { logged: ReadonlyMap<string, string>; rung: ReadonlyMap<string, string> };
  draft: Draft | null;
  /** For the form that is kept when it is half filled in, and for those that are not. */
  formToken: string;
  plainToken: string;
}

export function callsView(form: Answered, facts: CallFacts) {
  const { house, now, houseDay, calls, formToken } = facts;
  const period = periodOf(house, houseDay, house.time.houseDay(now));
  return {
    title: titleOf(form, 'Calls'),
    keptForm: true,
    tabs: callsTabs(paths.calls()),
    draft: draftOf(facts.draft, house),
    problems: problems(form),
    lead: `${calls.length} ${period}. No name is needed.`,
    action: paths.calls(),
    formToken,
    line: choices(form, 'line', 'How', listed(callLines), { width: 'few' }),
    caller: select(form, 'caller', 'Who', listed(callers)),
    outcome: { name: 'outcome', hint: 'One click saves the call.', error: form.errors.outcome ?? null },
    outcomes: listed(callOutcomes).map(goesOn),
    more: moreFields(form, house, now),
    toRing: facts.toRing.map((call) => toRingLine(call, { ...facts, formToken: facts.plainToken })),
    caption: `Calls ${period}`,
    calls: calls.map((call) => rowOf(call, facts)),
    quiet: calls.length === 0 ? `All quiet. No calls ${period}.` : null,
    nights: nightsAround(houseDay, house.time.houseDay(now), LIST),
    withoutBedHref: paths.withoutBed(),
    askedAboutHref: paths.askedAbout(),
    instead: insteadView(house),
  };
}

/** Three dots say that the click leads on and saves nothing yet. */
const goesOn = ({ value, label }: { value: string; label: string }) => ({
  value,
  label: value === 'no_stay' ? `${label}…` : label,
});

function rowOf(call: Call, facts: CallFacts) {
  const { house, people } = facts;
  const when = whenOf(call, house);
  const outcome = labelOf(callOutcomes, call.outcome);
  return {
    when,
    machine: machine(house.time, call.at),
    how: labelOf(callLines, call.line),
    who: labelOf(callers, call.caller),
    outcome,
    reason: call.noStayReason && house.lists.label('no-stay-reasons', call.noStayReason),
    name: call.name === null ? null : new GuestName(call.name, 'the call log'),
    minutes: call.minutes === null ? null : counted(call.minutes, 'minute'),
    by: people.get(call.personId) ?? '',
    ring: ringWords(call, facts),
    holdHref: call.outcome === 'coming' ? paths.newHoldForCall(call.id) : null,
    undo: undoOf(call, call.rungAt ? `rung back, the call ${when}` : `${outcome}, ${when}`, facts),
  };
}

/** What was done last with it: that it was logged, or that they were rung back. */
function undoOf({ id, rungAt }: Call, of: string, { undoable, plainToken }: CallFacts) {
  const actId = (rungAt ? undoable.rung : undoable.logged).get(id);
  return actId
    ? { action: paths.undo(actId), formToken: plainToken, label: rungAt ? 'Undo: rung back' : 'Undo', of }
    : null;
}

const LIST = { what: 'Calls', now: paths.calls(), of: paths.callsOf };

/** What is said once the call is saved; who asked about a person is answered in the words of R49. */
export function notedWords(outcome: string): string {
  const label = labelOf(callOutcomes, outcome);
  const noted = `Noted: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`;
  return outcome === 'asked_about' ? `${noted} Say this: ${WORDS_TO_SAY}` : noted;
}
