import { channelWords } from '../domain/contact.js';
import { type Purpose, waysOf } from '../domain/purposes.js';
import { type Answered, choices, field, listed, select } from '../web/fields.js';
import { hourAnswers } from '../web/hour-answers.js';
import { paths } from '../web/paths.js';
import { termsQuestions, yesBox } from '../web/terms-questions.js';
import type { ConsentFacts } from './consents.views.js';

const hours = hourAnswers('Not said');

/** The question for one purpose: nothing is chosen beforehand. */
export function consentForm(form: Answered, purpose: Purpose, { guestId, formToken }: ConsentFacts) {
  const ways = listed(channelWords).filter(({ value }) => waysOf(purpose).some((way) => way === value));
  const isAlternate = purpose === 'alternate';
  const { sharedPhone, ...terms } = termsQuestions(form);
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
    may: [...mayBoxes(form), sharedPhone],
    ...terms,
  };
}

const mayBoxes = (form: Answered) => [
  yesBox(form, 'voicemail', 'We may leave a message'),
  yesBox(form, 'sayHouseName', 'We may say the house’s name'),
];
