import type { House } from '../domain/house.js';
import type { RingCount } from '../calls/ring-backs.service.js';
import type { DueCount } from '../follow-ups/follow-ups.service.js';
import type { NoteBoxView } from '../notes/note-box.service.js';
import type { WaitlistCount } from '../waitlist/waitlist.service.js';
import { counted } from '../web/counted.js';
import { dueLine } from '../web/due-line.js';
import { ringLine, waitlistLine } from '../web/waitlist-line.js';
import { paths } from '../web/paths.js';

/** What stands beside the beds. */
export interface AsideFacts {
  /** Exceptions in this person's name that they have not looked at (R22). */
  exceptions: number;
  /** House notes that are not done. */
  noteCount: number;
  /** Notes and amendments that whoever looks has not read (R29). */
  freshCount: number;
  due: DueCount;
  waitlist: WaitlistCount;
  rings: RingCount;
  noteBox: NoteBoxView;
}

export const asideView = (
  { exceptions, noteCount, freshCount, due, waitlist, rings, noteBox }: AsideFacts,
  house: House,
  formToken: string,
) => ({
  exceptions:
    exceptions > 0
      ? { href: paths.exceptions(), words: `${counted(exceptions, 'exception')} in your name` }
      : null,
  sheetHref: paths.nightSheet(),
  paperHref: paths.fromPaper(),
  notes: noteLink(noteCount, freshCount),
  due: dueLine(due, house),
  waitlist: waitlistLine(waitlist),
  rings: ringLine(rings),
  noteBox,
  phone: {
    action: paths.calls(),
    href: paths.calls(),
    fields: [
      { name: 'line', value: 'phone' },
      { name: 'caller', value: 'not_said' },
      { name: 'outcome', value: 'rang_off' },
    ],
    formToken,
  },
});

const noteLink = (count: number, fresh: number) => ({
  href: paths.shift(),
  words: count === 0 ? 'No house notes' : counted(count, 'house note'),
  more: fresh > 0 ? ` · ${fresh} new for you` : null,
});
