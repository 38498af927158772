import type { Temporal } from 'temporal-polyfill';
import type { Caller, InTouch } from '../domain/in-touch.js';
import { PLAIN_TERMS } from '../domain/purposes.js';
import { Dice } from './dice.js';
import type { ToldLeaving, ToldStay } from './story.js';

/** What a guest said yes to at leaving; a few say by whom, in which language, or until when. Null without a yes. */
export function inTouchOf(
  { contact, points, answers }: ToldLeaving,
  { day, caller }: { day: Temporal.PlainDate; caller: string },
): InTouch | null {
  if (contact === null) return null;
  const dice = new Dice(`more about being in touch ${answers.leftAt.toString()}`);
  const goesOut = contact.detail !== null;
  const language = dice.chance(10) && goesOut ? 'Español' : null;
  const sharedPhone = dice.chance(15) && goesOut;
  const expiresOn = dice.chance(15) ? day.add({ years: 1 }) : null;
  const terms = { ...PLAIN_TERMS, language, sharedPhone, expiresOn };
  return { contact, points, terms, caller: goesOut ? callerOf(dice, caller) : WHOEVER };
}

const WHOEVER: Caller = { callerId: null, ifGone: null };

const callerOf = (dice: Dice, callerId: string): Caller =>
  dice.chance(20) ? { callerId, ifGone: dice.pick(['team', 'nobody'] as const) } : WHOEVER;

/** Now and then a guest made the bed themselves, or nobody had slept in it. */
export const isReadyAtOnce = ({ leaving, readyAt }: ToldStay): boolean =>
  leaving !== null &&
  readyAt !== null &&
  new Dice(`the bed next ${leaving.answers.leftAt.toString()}`).chance(8);
