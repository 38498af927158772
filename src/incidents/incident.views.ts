import { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import type { Due } from '../domain/incident-clock.js';
import { before, type IncidentWords, standing, type WordsCode } from '../domain/incident-words.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import { moment, momentShort } from '../web/dates.js';
import { type Answered, field, hasErrors, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { dueView } from './incident-dues.views.js';
import { emergencyWords, factLines, kindsWords, peopleWords, wordsLabels } from './incident-facts.views.js';
import { type GuestNear, guestNear } from './incident-guests.service.js';

/** What the page of something that happened is drawn from. */
export interface IncidentPageFacts {
  house: House;
  now: Temporal.Instant;
  incident: Incident;
  words: readonly IncidentWords[];
  guests: readonly GuestNear[];
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
  const sent = Object.values(forms).find((form) => hasErrors(form)) ?? forms.told;
  return {
    title: titleOf(sent, 'Something happened'),
    problems: problems(sent),
    refused,
    lead: `Written ${moment(house.time, incident.writtenAt)}, ${by(incident.personId, facts)}`,
    state: stateOf(facts),
    nextShift: standing(words, 'nextShift'),
    dues: dues.map((due) => dueView(due, { ...facts, incidentId: incident.id })),
    notNeeded: notNeeded(forms.notNeeded, facts),
    facts: factLines(facts, house, facts.people),
    guests: facts.guests.map((guest) => guestLine(guest, facts)),
    told: toldLines(facts),
    texts: LONG.flatMap((code) => textOf(code, facts)),
    additions: words.filter(({ code }) => code === 'addition').map((each) => written(each, facts)),
    earlier: earlierLines(facts),
    changeHref: incident.isOpen ? paths.happeningChange(incident.id) : null,
    ...asked(forms, facts),
    undo: undo && { action: paths.undo(undo), label: 'Undo: it was written by mistake', formToken },
    shiftHref: paths.shift(),
    allHref: paths.happened(),
  };
}

const LONG: readonly WordsCode[] = ['happened', 'tried', 'guestSupport', 'staffSupport'];

const by = (id: string | null, { names }: IncidentPageFacts): string => names.get(id ?? '') ?? 'someone';

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

const written = (each: IncidentWords, facts: IncidentPageFacts) => ({
  text: each.text ?? 'These words were taken away.',
  meta: `${momentShort(facts.house.time, each.writtenAt)}, ${by(each.personId, facts)}`,
});

function guestLine(guest: GuestNear, { incident, words }: IncidentPageFacts) {
  const hasPart = standing(words, 'part', guest.guestId) !== null;
  return {
    guest: guestNear(guest),
    stayHref: paths.stay(guest.stayId),
    href: paths.happeningWith(incident.id, guest.guestId),
    words: hasPart
      ? 'Read their part with them'
      : incident.isOpen
        ? 'Write their part'
        : 'Nothing was written for them',
  };
}

/** Whom nobody had to tell by a clock. */
const toldLines = (facts: IncidentPageFacts) =>
  facts.words
    .filter(({ code, due, undoneAt }) => code === 'told' && due === null && undoneAt === null)
    .map((each) => {
      const undo = facts.undos.get(each.id);
      return {
        text: each.text ?? 'These words were taken away.',
        meta: `Told ${momentShort(facts.house.time, each.toldAt!)} · written by ${by(each.personId, facts)}`,
        undo:
          undo && facts.incident.isOpen
            ? { action: paths.undo(undo), label: 'Undo', formToken: facts.formToken }
            : null,
      };
    });

/** What was said before and is not said any more, with who said it. */
const earlierLines = (facts: IncidentPageFacts) => [
  ...before(facts.words).map((each) => ({ term: wordsLabels[each.code], ...written(each, facts) })),
  ...facts.changes.flatMap((act) => earlierFacts(act, facts)),
];

function earlierFacts({ details, at, personId }: Act, facts: IncidentPageFacts) {
  const meta = `until ${momentShort(facts.house.time, at)}, changed by ${by(personId, facts)}`;
  const said: [string, string | null][] = [
    ['When', details.happenedAt ? moment(facts.house.time, Temporal.Instant.from(details.happenedAt)) : null],
    ['What it was', details.kinds === undefined ? null : kindsWords(split(details.kinds), facts.house)],
    ['Who asked for emergency services', details.emergency ? emergencyWords(details.emergency) : null],
    [
      'Who of us had part in it',
      details.people === undefined ? null : peopleWords(split(details.people), facts.people) || 'Nobody',
    ],
  ];
  return said.flatMap(([term, text]) => (text === null ? [] : [{ term, text, meta }]));
}

const split = (codes: string | null | undefined): string[] => (codes ?? '').split(' ').filter(Boolean);

function notNeeded(form: Answered, { role, incident }: IncidentPageFacts) {
  if (!mayDo(role, 'happened.close') || !incident.isOpen) return null;
  return {
    why: field(form, 'why', 'Why is it not needed?'),
    isOpen: hasErrors(form),
    chosen: form.typed('due'),
  };
}

/** What can be done on the page. */
function asked(forms: IncidentPageForms, facts: IncidentPageFacts) {
  const { incident, role, tokens, formToken } = facts;
  const mayClose = incident.isOpen && mayDo(role, 'happened.close');
  return {
    tell: {
      action: paths.happeningTold(incident.id),
      formToken: tokens.told,
      whom: field(forms.told, 'whom', 'Who was told', {
        hint: 'A name, an office, a number. Nobody’s story.',
      }),
      toldAt: field(forms.told, 'toldAt', 'When', {
        type: 'datetime-local',
        hint: 'Leave it empty for now.',
      }),
    },
    add: incident.isOpen
      ? null
      : {
          action: paths.happeningAdd(incident.id),
          formToken: tokens.addition,
          words: field(forms.addition, 'addition', 'Add to it', {
            rows: 4,
            hint: 'It stays as it is written.',
          }),
        },
    close: mayClose
      ? { action: paths.happeningClose(incident.id), formToken, version: String(incident.version) }
      : null,
  };
}
