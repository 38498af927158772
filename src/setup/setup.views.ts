import { SHORTEST_PASSPHRASE } from '../domain/passphrase.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { zoneField } from '../web/zone-field.js';

/** `zoneHere` is the zone this computer is set to: a fair guess, but for UTC, where no house stands. */
export function setUpView(form: Answered, zoneHere: string) {
  return {
    title: titleOf(form, 'Open your house'),
    problems: problems(form),
    code: field(form, 'code', 'Set-up code', {
      hint: 'It stands in the terminal where Porchlight was started.',
      autofocus: true,
    }),
    houseName: field(form, 'houseName', 'Name of the house', { hint: 'As it should stand on every page.' }),
    timeZone: zoneField(form, zoneHere === 'UTC' ? '' : zoneHere, 'Where the house stands.'),
    beds: field(form, 'beds', 'Beds', {
      hint: 'One on each line: Bed, or Room / Bed. You can change this later.',
      rows: 5,
    }),
    personName: field(form, 'personName', 'Your name', {
      hint: 'You are the first manager. You can add people later.',
    }),
    passphrase: field(form, 'passphrase', 'Your passphrase', {
      type: 'password',
      autocomplete: 'new-password',
      hint: `At least ${SHORTEST_PASSPHRASE} characters. Four or five words in a row are easy to keep in mind.`,
    }),
    formToken: '',
  };
}
