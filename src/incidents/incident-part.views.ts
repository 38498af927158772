import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import { type IncidentWords, standing } from '../domain/incident-words.js';
import type { Draft } from '../drafts/drafts.service.js';
import { moment } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import type { WordingView } from '../web/wording-hints.js';
import { paths } from '../web/paths.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';

export interface PartFacts {
  house: House;
  incident: Incident;
  guest: NearbyStay;
  words: readonly IncidentWords[];
  refused: string | null;
  wording: WordingView;
  draft: Draft | null;
  formToken: string;
}

/** Nothing but what this guest is to read: no other guest, no word of the rest. */
export function partView(form: Answered & { body: FormBody }, facts: PartFacts) {
  const { house, incident, guest, words, refused, wording, draft } = facts;
  const text = standing(words, 'part', guest.guestId);
  const known: Answered =
    form.body.size > 0 ? form : { errors: form.errors, ready: form.ready, typed: () => text ?? '' };
  return {
    title: titleOf(form, 'To read together'),
    keptForm: incident.isOpen,
    offersWording: incident.isOpen,
    problems: problems(form),
    guest: guest.guest,
    lead: `About ${moment(house.time, incident.happenedAt)}.`,
    refused,
    wording,
    text,
    draft: draftOf(draft, house),
    write: incident.isOpen || refused !== null ? writeView(known, facts) : null,
    backHref: paths.happening(incident.id),
  };
}

const writeView = (known: Answered, { incident, guest, formToken }: PartFacts) => ({
  action: paths.happeningWith(incident.id, guest.guestId),
  formToken,
  canSend: incident.isOpen,
  part: field(known, 'part', 'For them to read', {
    rows: 6,
    hint: 'Only about them, in words you would say to them. No other guest’s name.',
  }),
});
