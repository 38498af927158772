import type { Temporal } from 'temporal-polyfill';
import type { GuestName } from '../domain/guest-name.js';
import { hidingReasons, MOST_DAYS_HIDDEN } from '../domain/hidden-note.js';
import type { House } from '../domain/house.js';
import { type Answered, choices, field, listed, problems, titleOf } from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { guestNoteLine } from '../web/note-line.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { ShownGuestNote } from './shown-guest-notes.service.js';

/** What the page of the notes with a guest is drawn from. */
export interface GuestNotesFacts {
  house: House;
  today: Temporal.PlainDate;
  stayId: string;
  guest: GuestName;
  guestId: string;
  notes: readonly ShownGuestNote[];
  /** Others whom the text names: pointed out once (R27). */
  named: readonly GuestName[];
  wording: WordingView;
  draft: { savedAt: Temporal.Instant; place: string } | null;
  formToken: string;
}

const HANDS = [
  { value: 'both', label: 'Written together' },
  { value: 'guest', label: 'Their words' },
  { value: 'staff', label: 'Our words' },
];

/** The notes of a stay, and the form for another, written beside the guest (R27). */
export function guestNotesView(form: Answered, facts: GuestNotesFacts) {
  const { house, today, stayId, guest, guestId, notes } = facts;
  return {
    title: titleOf(form, 'Notes with a guest'),
    keptForm: true,
    offersWording: true,
    problems: problems(form),
    guest,
    draft: draftOf(facts.draft, house),
    text: field(form, 'text', 'Note', {
      hint: 'They can read it, and have it on paper. It is about them, and about nobody else.',
      rows: 5,
    }),
    writtenBy: choices(form, 'writtenBy', 'Whose words are they?', HANDS, { width: 'mid' }),
    when: field(form, 'eventAt', 'When it happened', {
      type: 'datetime-local',
      hint: 'Only if that was not just now.',
      optional: true,
    }),
    isWhenOpen: form.typed('eventAt') !== '',
    hiding: house.hidesNotes ? hidingView(form) : null,
    named: namedView(form, facts),
    wording: facts.wording,
    notes: notes.map((each) => guestNoteLine(each, { house, today, fresh: new Set() }, false)),
    action: paths.stayNotes(stayId),
    formToken: facts.formToken,
    stayHref: paths.stay(stayId),
    recordHref: paths.guestRecord(guestId),
  };
}

/** Pointed out once; what was answered stays answered. */
function namedView(form: Answered, { named }: GuestNotesFacts) {
  const isSaid = form.typed('mayName') === 'yes';
  return named.length > 0 || isSaid ? { guests: named.map((guest) => ({ guest })), isSaid } : null;
}

/** Off unless the house switched it on; with a reason, a day, and a coordinator's look (R27). */
const hidingView = (form: Answered) => ({
  isOpen: form.typed('hiddenReason') !== '' || form.typed('hiddenUntil') !== '',
  reason: choices(form, 'hiddenReason', 'Why is it kept off?', listed(hidingReasons), { width: 'wide' }),
  until: field(form, 'hiddenUntil', 'On paper from', {
    type: 'date',
    hint: `At most ${MOST_DAYS_HIDDEN} days from now. A coordinator looks at it within a day.`,
  }),
});
