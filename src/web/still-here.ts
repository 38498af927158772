import type { GuestName } from '../domain/guest-name.js';
import { paths } from './paths.js';
import { named, type Part, text } from './sentence.js';

/** "Is S. still here?" with its answers, as `partials/still-here.hbs` places it. */
export interface StillHereView {
  question: Part[];
  guest: GuestName;
  bed: string;
  yes: { action: string; formToken: string };
  notSeen: { action: string; formToken: string };
  leftHref: string;
}

/** The question the house asks once a night for a guest who stays on (R8). Asking changes nothing. */
export const stillHereView = (
  stayId: string,
  guest: GuestName,
  bed: string,
  formToken: string,
): StillHereView => ({
  question: [text('Is '), named(guest), text(' still here?')],
  guest,
  bed,
  yes: { action: paths.stillHere(stayId), formToken },
  notSeen: { action: paths.notSeen(stayId), formToken },
  leftHref: paths.departure(stayId),
});
