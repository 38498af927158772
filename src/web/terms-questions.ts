import type { Channel } from '../domain/contact.js';
import { parseDay } from '../domain/house-time.js';
import { type Terms, waysOut } from '../domain/purposes.js';
import { type Answered, field } from './fields.js';

/** A box that says yes when it is ticked. */
export const yesBox = (form: Answered, name: string, label: string) => ({
  name,
  label,
  checked: form.typed(name) === 'yes',
});

/** What else belongs to a yes: the same questions wherever one is written down (R32). */
export const termsQuestions = (form: Answered) => ({
  language: field(form, 'language', 'Language to use', { optional: true }),
  sharedPhone: yesBox(form, 'sharedPhone', 'Others use this phone too'),
  expires: field(form, 'expires', 'Last day on which this holds', {
    type: 'date',
    optional: true,
    hint: 'Left empty: until they take it back.',
  }),
});

/** What was answered to them; the language only where something goes out from the house. */
export function typedTerms(
  form: Pick<Answered, 'typed'>,
  { channel, language, expires }: { channel: string; language: string; expires: string },
): Pick<Terms, 'sharedPhone' | 'language' | 'expiresOn'> {
  const goesOut = waysOut(channel as Channel);
  return {
    sharedPhone: goesOut && form.typed('sharedPhone') === 'yes',
    language: goesOut ? language || null : null,
    expiresOn: expires === '' ? null : parseDay(expires),
  };
}
