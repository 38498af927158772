import type { NoteLife } from '../domain/house-note.js';

/** A house note of the practice house; `livesForDays` counts from its last day. */
export interface HouseNoteWords {
  text: string;
  lives: NoteLife;
  livesForDays?: number;
  isPinned?: boolean;
}

/** What goes round again and again. */
export const houseNotes: readonly HouseNoteWords[] = [
  { text: 'The dryer is slow. Run it twice.', lives: 'shift' },
  { text: 'Bins out before 7 am.', lives: 'done' },
  { text: 'We are out of oat milk and tea lights.', lives: 'done' },
  { text: 'Soup for tonight is in the big pot. Enough for six.', lives: 'shift' },
  { text: 'The bulb over the back step is gone. New ones are in the drawer by the phone.', lives: 'done' },
  { text: 'Somebody left the garden gate open. Please look at it before dark.', lives: 'shift' },
  { text: 'Clean sheets are in the hall cupboard, second shelf.', lives: 'shift' },
  { text: 'The kettle trips the fuse when the toaster is on.', lives: 'done' },
];

/** What stands on the last day. */
export const notesAtTheEnd: readonly (HouseNoteWords & { clock: string })[] = [
  {
    text: 'Wi-fi: name and word are on the card on the fridge.',
    lives: 'done',
    isPinned: true,
    clock: '09:30',
  },
  { text: 'The plumber comes for the upstairs shower, any time after 9.', lives: 'done', clock: '16:40' },
  { text: 'Bins out before 7 am.', lives: 'done', clock: '20:15' },
  {
    text: 'The front bell sticks. Listen for a knock until it is mended.',
    lives: 'date',
    livesForDays: 4,
    clock: '21:50',
  },
];
