import Handlebars from 'handlebars';
import { GuestName } from '../domain/guest-name.js';

/** Whether names are shown in full just now: part of what stands around every page. */
interface Around {
  chrome: { namesShown: boolean };
}

/**
 * `{{name guest}}`: the one way a guest's name reaches a page. Initials, until the desk shows names; apart from the words
 * around it, so that a name written from right to left moves none of them. Throws for anything but a GuestName.
 */
export function nameHelper(guest: unknown, options: Handlebars.HelperOptions): Handlebars.SafeString {
  if (!(guest instanceof GuestName)) throw new Error('{{name}} shows a GuestName and nothing else');
  const { chrome } = (options.data as { root: Around }).root;
  const shown = chrome.namesShown ? guest.full() : guest.initials();
  return new Handlebars.SafeString(`<bdi>${Handlebars.escapeExpression(shown)}</bdi>`);
}
