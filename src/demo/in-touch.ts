import type { Temporal } from 'temporal-polyfill';
import type { InTouch } from '../domain/in-touch.js';
import { PLAIN_TERMS } from '../domain/purposes.js';
import { Dice } from './dice.js';
import type { ToldLeaving, ToldStay } from './story.js';

/** What a guest said yes to at leaving; a few say by whom, in which language, or until when. Null without a yes. */
export function inTouchOf(
  { contact, points, answers }: ToldLeaving,
  { day, caller }: { day: Temporal.PlainDate; caller: string },
): InTouch | null {
  if (contact === null) return null;
  const goesOut = contact.detail !== null;
  const dice = new Dice(`more about being in touch ${answers.leftAt.toString()}`);
  const isByOne = dice.chance(20) && goesOut;
  return {
    contact,
    points,
    terms: {
      ...PLAIN_TERMS,
      sharedPhone: dice.chance(15) && goesOut,
      language: dice.chance(10) && goesOut ? 'Español' : null,
      expiresOn: dice.chance(15) ? day.add({ years: 1 }) : null,
    },
    caller: {
      callerId: isByOne ? caller : null,
      ifGone: isByOne ? dice.pick(['team', 'nobody'] as const) : null,
    },
  };
}

/** Now and then a guest made the bed themselves, or nobody had slept in it. */
export const isReadyAtOnce = ({ leaving, readyAt }: ToldStay): boolean =>
  leaving !== null &&
  readyAt !== null &&
  new Dice(`the bed next ${leaving.answers.leftAt.toString()}`).chance(8);
