import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';

/** Shows nothing of the guest, nor of the house. */
export const takeBackView = (form: Answered, personName: string) => ({
  title: titleOf(form, 'Give the screen back'),
  lang: 'en',
  problems: problems(form),
  heading: 'Give the screen back',
  lead: `This is for ${personName}. What is half answered waits for a while.`,
  secret: field(form, 'secret', `${personName}’s passphrase`, { type: 'password' }),
  label: 'Take the screen back',
  action: paths.takeBack(),
  on: 'Back to my turn · Volver a mi turno',
  onHref: paths.turn(),
  outAction: paths.signOut(),
  out: `${personName} is not here: sign out`,
});
