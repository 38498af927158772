import type { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import type { Due } from '../domain/incident-clock.js';
import { type IncidentWords, standing, type WordsCode } from '../domain/incident-words.js';
import type { Role } from '../domain/person.js';
import { moment } from '../web/dates.js';
import { type Answered, hasErrors, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import { asked } from './incident-asked.views.js';
import { dueView } from './incident-dues.views.js';
import { by, earlierLines, toldLines, written } from './incident-earlier.views.js';
import { factLines, wordsLabels } from './incident-facts.views.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';

/** What the page of something that happened is drawn from. */
export interface IncidentPageFacts {
  house: House;
  now: Temporal.Instant;
  incident: Incident;
  words: readonly IncidentWords[];
  guests: readonly NearbyStay[];
  dues: readonly Due[];
  /** What was said in codes before, newest first. */
  changes: readonly Act[];
  people: readonly { id: string; name: string }[];
  names: ReadonlyMap<string, string>;
  undos: ReadonlyMap<string, string>;
  role: Role;
  refused: string | null;
  formToken: string;
  /** Of the act by which it was written, while that can be undone. */
  undo: string | null;
  tokens: { told: string; addition: string };
}

/** The forms of the page; at most one was sent. */
export interface IncidentPageForms {
  told: Answered;
  addition: Answered;
  notNeeded: Answered;
}

export function incidentView(forms: IncidentPageForms, facts: IncidentPageFacts) {
  const { house, incident, words, dues, refused, formToken, undo } = facts;
  const dueViews = dues.map((due) => dueView(due, facts));
  const sent = [forms.addition, forms.notNeeded].find(hasErrors) ?? forms.told;
  return {
    title: titleOf(sent, 'Something happened'),
    problems: problems(sent),
    refused,
    lead: `Written ${moment(house.time, incident.writtenAt)}, ${by(incident.personId, facts)}`,
    state: stateOf(facts),
    nextShift: standing(words, 'nextShift'),
    dues: dueViews,
    facts: factLines(facts, house, facts.people),
    guests: facts.guests.map((guest) => guestLine(guest, facts)),
    told: toldLines(facts),
    texts: LONG.flatMap((code) => textOf(code, facts)),
    additions: words.filter(({ code }) => code === 'addition').map((each) => written(each, facts)),
    earlier: earlierLines(facts),
    changeHref: incident.isOpen ? paths.happeningChange(incident.id) : null,
    ...asked(forms, facts, dueViews),
    undo: undoButton(undo, formToken),
    shiftHref: paths.shift(),
    allHref: paths.happened(),
  };
}

const LONG: readonly WordsCode[] = ['happened', 'tried', 'guestSupport', 'staffSupport'];

function stateOf(facts: IncidentPageFacts): string {
  const { incident, house } = facts;
  if (incident.closedAt === null) return 'Open. Until it is closed, more can be said.';
  const when = `${moment(house.time, incident.closedAt)}, ${by(incident.closedBy, facts)}`;
  return `Closed ${when}. Nothing of it changes any more. More can be added below.`;
}

const textOf = (code: WordsCode, { words }: IncidentPageFacts) => {
  const text = standing(words, code);
  return text === null ? [] : [{ id: code, heading: wordsLabels[code], text }];
};

function guestLine(guest: NearbyStay, { incident, words }: IncidentPageFacts) {
  const hasPart = standing(words, 'part', guest.guestId) !== null;
  return {
    guest: guest.guest,
    stayHref: paths.stay(guest.stayId),
    href: paths.happeningWith(incident.id, guest.guestId),
    words: hasPart
      ? 'Read their part with them'
      : incident.isOpen
        ? 'Write their part'
        : 'Nothing was written for them',
  };
}
