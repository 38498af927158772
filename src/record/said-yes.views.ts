import type { Temporal } from 'temporal-polyfill';
import type { Consent } from '../domain/consent.js';
import { channelWords } from '../domain/contact.js';
import { labelOf } from '../domain/list-entry.js';
import { day } from '../web/dates.js';

/** What a guest said yes to, in words to them; a number only while the yes holds (R32). A slip that was undone never was one. */
export const saidYesTo = (consents: readonly Consent[], today: Temporal.PlainDate) =>
  consents
    .filter(({ undoneAt }) => undoneAt === null)
    .map((consent) => ({
      term: `${whatOf(consent)}, said yes ${day(consent.givenOn, today)}`,
      value: standOf(consent, today),
    }));

function whatOf({ purpose, channel, person }: Consent): string {
  const way = labelOf(channelWords, channel);
  if (purpose === 'follow-up') return way;
  if (purpose === 'research') return 'Research, without your name';
  return purpose === 'alternate'
    ? `Asking ${person}: ${way.toLowerCase()}`
    : `About your things, or the house: ${way.toLowerCase()}`;
}

function standOf(consent: Consent, today: Temporal.PlainDate): string {
  const { withdrawnAt, expiresOn, detail, purpose } = consent;
  if (withdrawnAt !== null) return purpose === 'research' ? 'Taken back' : 'Taken back. Nobody rings';
  if (!consent.isLive(today)) return `Ended ${day(expiresOn!, today)}. Nobody rings`;
  const until = expiresOn === null ? '' : `, until ${day(expiresOn, today)}`;
  return `${detail ?? (purpose === 'research' ? 'Your answers count' : 'You will call us')}${until}${toldWords(consent)}`;
}

const toldWords = ({ purpose, told }: Consent): string =>
  purpose === 'alternate' ? `. They may be told: ${told ?? 'nothing'}` : '';
