import { type AttemptResult, attemptResults } from '../domain/attempt.js';
import type { Consent } from '../domain/consent.js';
import { type Channel, channelWords } from '../domain/contact.js';
import { labelOf } from '../domain/list-entry.js';
import { hoursWords } from '../domain/hours.js';

/** 'Call, 10 am to 5 pm' */
export function wayWords({ channel, safeFrom, safeTo }: Consent): string {
  const way = labelOf(channelWords, channel);
  if (channel === 'post' || channel === 'they-call') return way;
  return safeFrom === null || safeTo === null
    ? `${way}, any time we ring`
    : `${way}, ${hoursWords({ from: safeFrom, to: safeTo })}`;
}

/** A letter is not answered the way a call is. */
const otherWords: Partial<Record<Channel, Record<string, string>>> = {
  text: { talked: 'They answered', later: 'Asked us to write later' },
  post: { talked: 'They wrote back', no_answer: 'Sent, no answer yet' },
};

/** What came of a try, in the words of its way of being in touch. */
export const resultWords = (code: string, channel: Channel): string =>
  otherWords[channel]?.[code] ?? labelOf(attemptResults, code);

export const resultButtons = (results: readonly AttemptResult[], channel: Channel) =>
  results.map(({ code }) => ({ value: code, label: resultWords(code, channel) }));
