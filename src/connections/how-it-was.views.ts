import type { Temporal } from 'temporal-polyfill';
import { type Connection, howItWas, nameOfIt } from '../domain/connection.js';
import type { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import type { Place } from '../domain/place.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { saidWords } from './connections.views.js';
import type { SaidOfIt } from './how-it-was.service.js';

/** What the page is drawn from. */
export interface HowItWasFacts {
  house: House;
  now: Temporal.Instant;
  connection: Connection;
  guest: GuestName;
  places: readonly Place[];
  said: readonly SaidOfIt[];
  /** Why nothing is asked now; null when it may be. */
  whyNotAsk: string | null;
  formToken: string;
}

export function howItWasView(form: Answered, facts: HowItWasFacts) {
  const { house, now, connection, guest, places, said, whyNotAsk } = facts;
  const today = house.time.houseDay(now);
  return {
    title: titleOf(form, 'How was it?'),
    problems: problems(form),
    guest,
    name: nameOfIt(connection, places),
    said: said.map((each) => saidWords(each, house, today)),
    refused: whyNotAsk,
    unkept: whyNotAsk === null ? null : form.typed('words') || null,
    backHref: paths.connections(connection.stayId),
    ask: whyNotAsk === null ? askForm(form, facts) : null,
  };
}

const askForm = (form: Answered, { connection: { id, stayId, version }, formToken }: HowItWasFacts) => ({
  action: paths.howItWas(stayId, id),
  formToken,
  version: versionFor(form, version),
  how: choices(
    form,
    'how',
    'How was it?',
    howItWas.map(({ code, label }) => ({ value: code, label })),
  ),
  words: field(form, 'words', 'What they say of it', {
    optional: true,
    rows: 3,
    hint: 'Coordinators read of trouble on the place’s page, without who said it. No names.',
  }),
});
