import { machine } from './dates.js';
import { spanishMoment } from './spanish-dates.js';
import type { Visit } from './visit.js';

/** What stands around a page in English. */
export const ENGLISH = { lang: 'en', skipLink: 'Skip to main content', onCallWords: 'On call:' };

const SPANISH = { lang: 'es', skipLink: 'Ir al contenido', onCallWords: 'De guardia:' };

/** The words around a page of the guest's turn, and in Spanish the hour as well; `lang` of the view decides. */
export function inLanguage({ house, now }: Visit, view: object) {
  if (!('lang' in view) || view.lang !== 'es') return ENGLISH;
  if (!house) return SPANISH;
  return { ...SPANISH, clock: { machine: machine(house.time, now), ...spanishMoment(house.time, now) } };
}
