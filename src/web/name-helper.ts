import Handlebars from 'handlebars';
import { GuestName } from '../domain/guest-name.js';

/** Whether names are shown in full just now: part of what stands around every page. */
interface Around {
  chrome: { namesShown: boolean };
}

/**
 * `{{name guest}}`: the one way a guest's name reaches a page. Initials, until the desk shows names; apart from the words
 * around it, so that a name written from right to left moves none of them. With `start=true` a sentence begins with it,
 * with `inBed=true` the bed stands behind it. Throws for anything but a GuestName.
 */
export function nameHelper(guest: unknown, options: Handlebars.HelperOptions): Handlebars.SafeString {
  if (!(guest instanceof GuestName)) throw new Error('{{name}} shows a GuestName and nothing else');
  const { chrome } = (options.data as { root: Around }).root;
  const { start, inBed } = options.hash as { start?: boolean; inBed?: boolean };
  const shown = chrome.namesShown ? guest.full(start) : guest.initials(start);
  const bed = inBed ? guest.bedBehind(shown) : '';
  const [name, behind] = [shown, bed].map((text) => Handlebars.escapeExpression(text));
  return new Handlebars.SafeString(`<bdi>${name}</bdi>${behind}`);
}
