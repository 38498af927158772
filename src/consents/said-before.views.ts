import type { Temporal } from 'temporal-polyfill';
import type { Consent } from '../domain/consent.js';
import { channelWords } from '../domain/contact.js';
import { hoursWords } from '../domain/hours.js';
import { labelOf } from '../domain/list-entry.js';
import { type Purpose, purposes } from '../domain/purposes.js';
import { counted } from '../web/counted.js';
import { day, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import type { ConsentFacts } from './consents.views.js';
import type { TakenBack } from './consents.service.js';

/** A yes that holds, with the number while it leads to them, and the click that takes it back. */
export function yesLine(consent: Consent, facts: ConsentFacts, today: Temporal.PlainDate) {
  return {
    words: wayOf(consent),
    detail: consent.setAsideBy === null ? consent.detail : null,
    about: aboutWords(consent),
    said: `${saidWords(consent, facts, today)}${untilWords(consent, today)}`,
    withdraw: { action: paths.withdrawConsent(consent.id), formToken: facts.plainToken },
    undo: undoOf('consent.given', consent, facts),
  };
}

function wayOf({ purpose, person, channel, safeFrom, safeTo }: Consent): string {
  if (purpose === 'research') return 'Their answers may count, without a name';
  const hours = safeFrom === null || safeTo === null ? null : hoursWords({ from: safeFrom, to: safeTo });
  return [person, labelOf(channelWords, channel), hours].filter(Boolean).join(', ');
}

/** What may and may not be done, in short sentences. */
function aboutWords(consent: Consent): string {
  const { purpose, setAsideBy, sharedPhone, language } = consent;
  return [
    setAsideBy && 'The number was set aside: it does not lead to them.',
    ...mayWords(consent),
    sharedPhone && 'Others use this phone too.',
    language && `Language: ${language}.`,
    purpose === 'alternate' && toldWords(consent),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What may be said, where somebody is reached. */
function mayWords({ channel, detail, voicemail, sayHouseName }: Consent): string[] {
  if (detail === null) return [];
  const name = sayHouseName ? 'The house’s name may be said.' : 'The house’s name is not said.';
  if (channel !== 'call') return [name];
  return [voicemail ? 'A message is fine.' : 'No message.', name];
}

const toldWords = ({ told }: Consent): string =>
  told ? `May be told: ${told}` : 'May be told nothing: only that we would like to hear from them.';

function saidWords(consent: Consent, { people }: ConsentFacts, today: Temporal.PlainDate): string {
  const where = consent.atLeaving ? 'at leaving' : `to ${people.get(consent.givenBy ?? '') ?? 'someone'}`;
  return `Said ${day(consent.givenOn, today)}, ${where}`;
}

const untilWords = ({ expiresOn }: Consent, today: Temporal.PlainDate): string =>
  expiresOn ? `. Holds until ${day(expiresOn, today)}` : '';

const undoOf = (kind: string, { id }: Consent, { undoable, plainToken }: ConsentFacts) =>
  undoButton(undoable.get(`${kind} ${id}`), plainToken);

/** Every yes that no longer holds and every no at a leaving, the newest first; never a number. */
export function linesBefore(facts: ConsentFacts) {
  const { house, now, all, noes } = facts;
  const today = house.time.houseDay(now);
  const ended = all
    .filter((consent) => !consent.isLive(today))
    .map((consent) => ({
      at: consent.givenAt.toString(),
      words: `Yes: ${purposeWords(consent.purpose)}. ${labelOf(channelWords, consent.channel)}`.replace(
        '. none',
        '',
      ),
      meta: `${saidWords(consent, facts, today)}. ${endWords(consent, facts, today)}`,
      undo: undoOf('consent.withdrawn', consent, facts),
    }));
  const said = noes.map(({ leftAt }) => ({
    at: leftAt.toString(),
    words: `No: ${purposeWords('follow-up')}`,
    meta: `At leaving, ${moment(house.time, leftAt, today)}`,
    undo: null,
  }));
  return [...ended, ...said].sort((one, other) => (one.at < other.at ? 1 : -1));
}

const purposeWords = (purpose: Purpose): string => labelOf(purposes, purpose).toLowerCase();

function endWords(consent: Consent, { house, people }: ConsentFacts, today: Temporal.PlainDate): string {
  const { withdrawnAt, withdrawnPerson, undoneAt, heldBy, expiresOn } = consent;
  if (withdrawnAt === null) return `Ended by itself: ${day(expiresOn!, today)} was its last day`;
  const when = moment(house.time, withdrawnAt, today);
  if (undoneAt !== null) return `Undone ${when}: it was a slip`;
  if (heldBy !== null) return `Does not hold since ${when}: another record, or a death, ends it`;
  const by = withdrawnPerson ? `, to ${people.get(withdrawnPerson) ?? 'someone'}` : '';
  return `Taken back ${when}${by}`;
}

/** 'Taken back: being in touch after leaving, call. The number is hidden, 2 follow-ups ended.' */
export function takenBackWords({ consent, followUps }: TakenBack): string {
  const { purpose, channel, detail } = consent;
  const what = [
    purposeWords(purpose),
    ...(channel === 'none' ? [] : [labelOf(channelWords, channel).toLowerCase()]),
  ];
  const gone = [
    ...(detail === null ? [] : ['The number is hidden']),
    ...(followUps === 0 ? [] : [`${counted(followUps, 'follow-up')} ended`]),
  ].join(', ');
  return `Taken back: ${what.join(', ')}.${gone ? ` ${gone}.` : ''}`;
}
