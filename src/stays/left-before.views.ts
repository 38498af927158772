import type { ActKind } from '../domain/act.js';
import type { SeenSince } from '../domain/conflict.js';
import type { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { moment } from '../web/dates.js';
import type { Answered } from '../web/fields.js';
import { named, type Part, text } from '../web/sentence.js';

const sightingWords: Partial<Record<ActKind, [before: string, after: string]>> = {
  'stay.seen': [' saw ', ''],
  'stay.back': [' wrote down that ', ' was back'],
  'stay.away': [' wrote down that ', ' was here until'],
};

/**
 * Somebody saw them after the time they are said to have left: asked once, with who and when (R8). What was said stays said
 * while something else is asked; `guest` is null where the page has just asked who it is.
 */
export function leftBeforeView(
  form: Pick<Answered, 'typed'>,
  seen: SeenSince | null,
  { house, guest }: { house: House; guest: GuestName | null },
) {
  if (seen) return { value: seen.leftAt.toString(), checked: false, words: wordsOf(seen, house, guest) };
  const said = form.typed('leftBefore');
  return said === '' ? null : { value: said, checked: true, words: [] };
}

function wordsOf({ sighting, personName }: SeenSince, { time }: House, guest: GuestName | null): Part[] {
  const [before, after] = sightingWords[sighting.act.kind]!;
  const who = guest ? named(guest) : text('them');
  return [text(`${personName}${before}`), who, text(`${after} ${moment(time, sighting.at)}.`)];
}
