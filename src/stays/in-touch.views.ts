import { channelWords } from '../domain/contact.js';
import { labelOf } from '../domain/list-entry.js';
import { pointLabel } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import { hoursWords } from '../domain/hours.js';
import { type Answered, choices, field, select, ticks, listed } from '../web/fields.js';
import { hourAnswers } from '../web/hour-answers.js';

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

/** '3 days after leaving, 30 days after leaving. Call: 555-0171. …': what was agreed, in one line. */
export function agreedWords(
  points: readonly string[],
  contact: { channel: string; detail: string | null },
): string {
  const when = points.map(pointLabel).join(', ');
  const way = [labelOf(channelWords, contact.channel), contact.detail].filter(Boolean).join(': ');
  return [when, way].filter(Boolean).join('. ');
}
