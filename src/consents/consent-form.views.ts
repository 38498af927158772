import { channelWords } from '../domain/contact.js';
import { type Purpose, waysOf } from '../domain/purposes.js';
import { type Answered, choices, field, listed, select } from '../web/fields.js';
import { hourAnswers } from '../web/hour-answers.js';
import { paths } from '../web/paths.js';
import type { ConsentFacts } from './consents.views.js';

const hours = hourAnswers('Not said');

/** The question for one purpose: nothing is chosen beforehand. */
export function consentForm(form: Answered, purpose: Purpose, { guestId, formToken }: ConsentFacts) {
  const ways = listed(channelWords).filter(({ value }) => waysOf(purpose).some((way) => way === value));
  const isAlternate = purpose === 'alternate';
  return {
    action: paths.consents(guestId),
    formToken,
    purpose,
    person: isAlternate
      ? field(form, 'person', 'Who is it?', { hint: 'The name they are called by.' })
      : null,
    told: isAlternate
      ? field(form, 'told', 'What may they be told?', { optional: true, hint: 'Left empty: nothing at all.' })
      : null,
    channel: ways.length > 0 ? choices(form, 'channel', 'How?', ways) : null,
    detail: field(form, 'detail', 'Number or address', {
      hint: purpose === 'follow-up' ? 'Not needed when they will call us.' : null,
    }),
    safeFrom: select(form, 'safeFrom', 'Safe to ring, from', hours.from),
    safeTo: select(form, 'safeTo', 'until', hours.to),
    language: field(form, 'language', 'Language to use', { optional: true }),
    may: mayBoxes(form),
    expires: field(form, 'expires', 'Last day on which this holds', {
      type: 'date',
      optional: true,
      hint: 'Left empty: until they take it back.',
    }),
  };
}

const box = (form: Answered, name: string, label: string) => ({
  name,
  label,
  checked: form.typed(name) === 'yes',
});

const mayBoxes = (form: Answered) => [
  box(form, 'voicemail', 'We may leave a message'),
  box(form, 'sayHouseName', 'We may say the house’s name'),
  box(form, 'sharedPhone', 'Others use this phone too'),
];
