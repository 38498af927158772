import type { Temporal } from 'temporal-polyfill';
import { type Connection, connectionWays, howItWas, nameOfIt, whyNotConnect } from '../domain/connection.js';
import type { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import type { Place } from '../domain/place.js';
import type { Stay } from '../domain/stay.js';
import type { Draft } from '../drafts/drafts.service.js';
import { moment } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, problems, select, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import type { SaidOfIt } from './how-it-was.service.js';

/** What the page is drawn from. */
export interface ConnectionsFacts {
  house: House;
  now: Temporal.Instant;
  stay: Stay;
  hasDied: boolean;
  guest: GuestName;
  connections: readonly Connection[];
  places: readonly Place[];
  said: readonly SaidOfIt[];
  people: ReadonlyMap<string, string>;
  /** Why nothing is asked now; null when it may be. */
  whyNotAsk: string | null;
  undos: { made: ReadonlyMap<string, string>; answered: ReadonlyMap<string, string> };
  refused: string | null;
  draft: Draft | null;
  formToken: string;
  plainToken: string;
}

export function connectionsView(form: Answered, facts: ConnectionsFacts) {
  const { house, stay, guest, connections, whyNotAsk, refused, draft, hasDied } = facts;
  const why = whyNotConnect(stay, hasDied);
  const isOver = stay.leftAt !== null || why !== null;
  return {
    title: titleOf(form, 'Connections'),
    keptForm: why === null,
    problems: problems(form),
    guest,
    refused,
    stayHref: paths.stay(stay.id),
    placesHref: paths.places(),
    lines: connections.map((each) => lineOf(each, facts)),
    none: connections.length > 0 ? null : 'None are written down yet.',
    whyNotAsk: isOver && connections.length > 0 ? whyNotAsk : null,
    closed: why,
    draft: why === null ? draftOf(draft, house) : null,
    adding: why === null ? newForm(form, facts) : null,
  };
}

function lineOf(connection: Connection, facts: ConnectionsFacts) {
  const { house, now, places, people, said, undos, plainToken } = facts;
  const { id, way, madeAt, personId, undoneAt } = connection;
  const today = house.time.houseDay(now);
  const of = said.filter(({ connectionId }) => connectionId === id);
  return {
    name: nameOfIt(connection, places),
    href: connection.placeId && paths.place(connection.placeId),
    way: way && labelOf(connectionWays, way),
    meta: `${moment(house.time, madeAt, today)}, ${people.get(personId) ?? 'someone'}`,
    isUndone: undoneAt !== null,
    undo: of.length === 0 ? undoButton(undos.made.get(id), plainToken) : null,
    said: of.map((each) => ({
      ...saidWords(each, house, today),
      undo: undoButton(undos.answered.get(each.id), plainToken),
    })),
    ask: askLink(connection, of.length > 0, facts),
  };
}

/** Nobody is led to a question that may not be asked (R32). */
const askLink = ({ id, undoneAt }: Connection, isAnswered: boolean, { stay, whyNotAsk }: ConnectionsFacts) =>
  whyNotAsk === null && undoneAt === null
    ? { href: paths.howItWas(stay.id, id), label: isAnswered ? 'Ask again' : 'How was it?' }
    : null;

/** What they said of it, in the words of the page. */
export const saidWords = (
  { answer, words, at, personName }: SaidOfIt,
  { time }: House,
  today: Temporal.PlainDate,
) => ({
  answer: labelOf(howItWas, answer),
  words,
  meta: `${moment(time, at, today)}, ${personName}`,
});

function newForm(form: Answered, { stay, places, formToken }: ConnectionsFacts) {
  const used = places.filter(({ retiredOn }) => retiredOn === null);
  const answers = used.map(({ id, name }) => ({ value: id, label: name }));
  return {
    action: paths.connections(stay.id),
    formToken,
    placeId: select(form, 'placeId', 'A place the house knows', [
      { value: '', label: 'None of these' },
      ...answers,
    ]),
    ownWords: field(form, 'ownWords', 'Or somewhere else, in own words', { optional: true }),
    way: choices(
      form,
      'way',
      'What was done so far',
      connectionWays.map(({ code, label }) => ({ value: code, label })),
      { hint: 'Only if it fits.' },
    ),
  };
}
