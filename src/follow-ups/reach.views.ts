import type { Consent } from '../domain/consent.js';
import type { FollowUpNow } from './follow-ups.service.js';

/** The number stands on the page only while a try can be made (R32, R34). */
export function howToReach({ consent, offer }: FollowUpNow) {
  const { channel, detail, sayHouseName, sharedPhone, language } = consent;
  return {
    detail: offer.kind === 'now' ? detail : null,
    isCall: channel === 'call',
    isPhone: channel === 'call' || channel === 'text',
    withhold: channel === 'call' && !sayHouseName,
    agreed: [
      ...(channel === 'call' ? [messageWords(consent)] : []),
      nameWords(consent),
      ...(sharedPhone ? ['Others use this phone too.'] : []),
      ...(language === null ? [] : [`Language: ${language}.`]),
    ].join(' '),
  };
}

const messageWords = ({ voicemail }: Consent): string =>
  voicemail ? 'A message is fine.' : 'No message on the machine.';

/** A letter gives a house away before it is opened. */
function nameWords({ channel, sayHouseName }: Consent): string {
  if (sayHouseName) return 'You may say the house’s name.';
  return channel === 'post'
    ? 'Don’t write the house’s name, not on the envelope either.'
    : 'Don’t say the house’s name.';
}
