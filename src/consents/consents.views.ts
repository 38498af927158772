import type { Temporal } from 'temporal-polyfill';
import type { Consent } from '../domain/consent.js';
import type { Departure } from '../domain/departure.js';
import type { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { type Purpose, purposes } from '../domain/purposes.js';
import type { GuestStay } from '../guests/guest-stays.service.js';
import { moment } from '../web/dates.js';
import { type Answered, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { consentForm } from './consent-form.views.js';
import { linesBefore, yesLine } from './said-before.views.js';

/** What the page is drawn from. */
export interface ConsentFacts {
  house: House;
  now: Temporal.Instant;
  guestId: string;
  guest: GuestName;
  /** Their last stay on this record. */
  last: GuestStay;
  /** On all linked records, the oldest first. */
  all: readonly Consent[];
  /** The leavings at which they said no to being in touch. */
  noes: readonly Departure[];
  people: ReadonlyMap<string, string>;
  undoable: ReadonlyMap<string, string>;
  refused: string | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
  plainToken: string;
}

export function consentsView(form: Answered & { purpose: string }, facts: ConsentFacts) {
  const { house, guestId, draftSavedAt } = facts;
  const asked = purposes.find(({ code }) => code === form.purpose)?.code ?? null;
  return {
    title: titleOf(form, 'What they said yes to'),
    keptForm: asked !== null,
    problems: problems(form),
    guest: facts.guest,
    refused: facts.refused,
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt), place: paths.consents(guestId) },
    parts: purposes.map(({ code, label }) => partOf({ code, label }, asked, form, facts)),
    before: linesBefore(facts),
    guestHref: paths.guest(guestId),
  };
}

const aloud: Record<Purpose, string> = {
  'follow-up': '“May we be in touch after you leave? No is fine.”',
  things: '“If something of yours is here, or about the house: may we be in touch?”',
  alternate: '“Is there someone we may ask, if we can’t reach you?”',
  research: '“May your answers count in research, without your name?”',
};

function partOf(
  { code, label }: { code: Purpose; label: string },
  asked: Purpose | null,
  form: Answered,
  facts: ConsentFacts,
) {
  const today = facts.house.time.houseDay(facts.now);
  const live = facts.all.filter((each) => each.purpose === code && each.isLive(today));
  const isOpen = code === asked;
  return {
    id: code,
    heading: label,
    lines: live.map((consent) => yesLine(consent, facts, today)),
    none: live.length === 0 ? 'Not agreed. Nobody does it.' : null,
    planHref: planHref(code, live, facts.last),
    form: isOpen ? { ...consentForm(form, code, facts), aloud: aloud[code] } : null,
    askHref: isOpen ? null : `${paths.consentsTo(facts.guestId, code)}#kept`,
  };
}

/** Once they have left, and while a yes of that stay holds, the plan can be chosen or changed with them (R33). */
const planHref = (code: Purpose, live: readonly Consent[], { id, departureDay }: GuestStay): string | null =>
  code === 'follow-up' && departureDay !== null && live.some(({ stayId }) => stayId === id)
    ? paths.followUpPlan(id)
    : null;
