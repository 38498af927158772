import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import { emergencyAnswers } from '../domain/incident-lists.js';
import { type IncidentWords, standing, type WordsOfForm } from '../domain/incident-words.js';
import type { Draft } from '../drafts/drafts.service.js';
import { moment } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import {
  type Answered,
  choices,
  field,
  listed,
  problems,
  ticks,
  titleOf,
  versionFor,
} from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { type GuestNear, guestNear } from './incident-guests.service.js';
import { factLines } from './incident-facts.views.js';

/** What the form is drawn from. */
export interface IncidentFormFacts {
  house: House;
  now: Temporal.Instant;
  /** What is kept of it; null while nothing is. */
  kept: { incident: Incident; words: readonly IncidentWords[]; guests: readonly GuestNear[] } | null;
  near: readonly GuestNear[];
  people: readonly { id: string; name: string }[];
  /** Why it cannot be kept, in a sentence. */
  refused: string | null;
  draft: Draft | null;
  formToken: string;
}

type Typed = Answered & { body: FormBody };

export function incidentFormView(form: Typed, facts: IncidentFormFacts) {
  const { house, kept, draft, refused, formToken, people } = facts;
  const known = kept ? over(form, kept, house) : form;
  return {
    title: titleOf(form, 'Something happened'),
    keptForm: true,
    problems: problems(form),
    heading: kept ? 'Something happened: say more' : 'Something happened',
    refused,
    draft: draftOf(draft, house),
    keptNow: kept && form.isOutdated ? factLines(kept, house, people) : null,
    action: kept ? paths.happeningChange(kept.incident.id) : paths.happened(),
    version: kept ? versionFor(form, kept.incident.version) : null,
    ...firstQuestions(known, facts),
    ...moreQuestions(known, facts),
    isMoreOpen: kept !== null || LATER.some((name) => form.body.get(name)?.some((answer) => answer !== '')),
    button: kept ? 'Keep it' : 'Write it down',
    after: kept
      ? 'What stood there before is kept.'
      : 'You can say more later. Until it is closed nothing is final.',
    backHref: kept ? paths.happening(kept.incident.id) : paths.shift(),
    formToken,
  };
}

const LATER = ['people', 'tried', 'emergency', 'guestSupport', 'staffSupport'];

/** What everyone is asked at once. */
const firstQuestions = (form: Answered, { house, now, kept, near }: IncidentFormFacts) => ({
  happenedAt: field(form, 'happenedAt', 'When', {
    type: 'datetime-local',
    hint: kept ? null : `Leave it empty for now, ${moment(house.time, now)}.`,
  }),
  place: field(form, 'place', 'Where', { optional: true }),
  kinds: ticks(
    form,
    'kinds',
    'What was it? Tick all that fit',
    listed(house.lists.of('happened-kinds').offered(kept?.incident.kinds)),
    { width: 'wide' },
  ),
  nextShift: field(form, 'nextShift', 'What the next shift must know', {
    hint: 'One line. Everyone on shift reads it, so no guest’s name in it.',
  }),
  guests: ticks(
    form,
    'guests',
    'Guests it concerns',
    near.map((each) => ({
      value: each.stayId,
      label: '',
      guest: guestNear(each),
      detail: each.isHere ? null : 'left',
    })),
    { width: 'mid', hint: 'Here now, or left within a week. Leave it empty when it is about nobody.' },
  ),
  happened: field(form, 'happened', 'What happened', {
    optional: true,
    rows: 6,
    hint: 'Plain words, what you saw and heard. You, coordinators and managers read it.',
  }),
});

const moreQuestions = (form: Answered, { people }: IncidentFormFacts) => ({
  people: ticks(
    form,
    'people',
    'Who of us had part in it',
    people.map(({ id, name }) => ({ value: id, label: name })),
    { width: 'mid' },
  ),
  tried: field(form, 'tried', 'What was tried', { optional: true, rows: 4 }),
  emergency: choices(form, 'emergency', 'Who asked for emergency services?', listed(emergencyAnswers), {
    width: 'mid',
  }),
  guestSupport: field(form, 'guestSupport', 'What was offered to the guest', { optional: true, rows: 3 }),
  staffSupport: field(form, 'staffSupport', 'What was offered to us who were there', {
    optional: true,
    rows: 3,
  }),
});

/** What is kept stands in the fields until something is typed. */
function over(
  form: Typed,
  { incident, words, guests }: NonNullable<IncidentFormFacts['kept']>,
  house: House,
): Answered {
  const { errors, ready } = form;
  if (form.body.size > 0) return form;
  const one: Record<string, string> = {
    happenedAt: house.time.typed(incident.happenedAt),
    emergency: incident.emergency,
  };
  const many: Record<string, readonly string[]> = {
    kinds: incident.kinds,
    people: incident.people,
    guests: guests.map(({ stayId }) => stayId),
  };
  return {
    errors,
    ready,
    typed: (name) => one[name] ?? standing(words, name as WordsOfForm) ?? '',
    chosen: (name) => many[name] ?? [],
  };
}
