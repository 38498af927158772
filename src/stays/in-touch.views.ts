import { channelWords } from '../domain/contact.js';
import { type IfGone, pointLabel } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import type { Caller } from '../domain/in-touch.js';
import { labelOf } from '../domain/list-entry.js';
import { hoursWords } from '../domain/hours.js';
import type { Person } from '../domain/person.js';
import type { Terms } from '../domain/purposes.js';
import { callerQuestions } from '../web/caller-questions.js';
import { day } from '../web/dates.js';
import { type Answered, choices, field, listed, select, ticks } from '../web/fields.js';
import { hourAnswers } from '../web/hour-answers.js';
import { termsQuestions } from '../web/terms-questions.js';

/** "May we be in touch one day?", and what belongs to a yes. */
export function inTouchView(form: Answered, { contact }: House) {
  const hours = hourAnswers(`Not said (we ring ${hoursWords(contact.hours)})`);
  return {
    inTouch: choices(
      form,
      'followUpConsent',
      '“May we be in touch one day? No is fine.”',
      [
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes' },
        { value: 'not-asked', label: 'Not asked' },
      ],
      { hint: 'Nobody is called without a yes.' },
    ),
    points: ticks(form, 'point', 'If yes: when? Only what they want', listed(contact.points), {
      width: 'mid',
    }),
    channel: choices(form, 'channel', 'If yes: how?', listed(channelWords)),
    detail: field(form, 'detail', 'If we reach out: number or address', {
      hint: 'Not needed when they will call us.',
    }),
    safeFrom: select(form, 'safeFrom', 'Safe to ring, from', hours.from),
    safeTo: select(form, 'safeTo', 'until', hours.to),
    agreed: ticks(form, 'agreed', 'If we ring, is this all right?', [
      { value: 'voicemail', label: 'Leave a message' },
      { value: 'house-name', label: 'Say the house’s name' },
    ]),
  };
}

const MORE = ['language', 'sharedPhone', 'expires', 'by', 'ifGone'];

/** What few guests say of it: folded away until one of it is answered. */
export const moreInTouchView = (form: Answered, people: readonly Person[]) => ({
  isOpen: MORE.some((name) => form.typed(name) !== ''),
  ...callerQuestions(form, people),
  ...termsQuestions(form),
});

/** '3 days after leaving, 30 days after leaving. Call: 555-0171. …': what was typed of a yes, in one line. */
export function agreedWords(form: Answered, showsDetail: boolean, people: readonly Person[]): string {
  const when = (form.chosen?.('point') ?? []).map(pointLabel).join(', ');
  const detail = showsDetail ? form.typed('detail') : null;
  const way = [labelOf(channelWords, form.typed('channel')), detail].filter(Boolean).join(': ');
  const caller = { callerId: form.typed('by') || null, ifGone: form.typed('ifGone') as IfGone };
  const terms = {
    language: form.typed('language') || null,
    sharedPhone: form.typed('sharedPhone') === 'yes',
    expiresOn: parseDay(form.typed('expires')),
  };
  return [when, way, moreWords(terms, caller, people)].filter(Boolean).join('. ');
}

/** 'Rosa rings, or nobody. Español. Others use this phone too. until Mon 1 Feb': what few guests say; '' where nothing was. */
export function moreWords(
  { language, sharedPhone, expiresOn }: Pick<Terms, 'language' | 'sharedPhone' | 'expiresOn'>,
  { callerId, ifGone }: Caller,
  people: readonly Person[],
): string {
  const name = people.find(({ id }) => id === callerId)?.name ?? 'Somebody who works here no more';
  const rings = callerId && `${name} rings, or ${ifGone === 'nobody' ? 'nobody' : 'the team'}`;
  const until = expiresOn && `It holds until ${day(expiresOn)}`;
  return [rings, language, sharedPhone && 'Others use this phone too', until].filter(Boolean).join('. ');
}
