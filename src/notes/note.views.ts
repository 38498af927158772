import type { Temporal } from 'temporal-polyfill';
import { GuestNote } from '../domain/guest-note.js';
import type { House } from '../domain/house.js';
import type { HouseNote } from '../domain/house-note.js';
import { takeBackReasons } from '../domain/taking-back.js';
import { moment } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, listed, problems, titleOf } from '../web/fields.js';
import { amendedView, takenBackWords } from '../web/note-words.js';
import { paths } from '../web/paths.js';
import type { LaterWords } from './later-words.service.js';
import type { NearbyStay } from './right-stays.service.js';
import type { ShownGuestNote } from './shown-guest-notes.service.js';

/** What a note's page is drawn from. */
export interface NotePageFacts {
  house: House;
  note: HouseNote | GuestNote;
  later: LaterWords;
  writer: string;
  /** Whom it is about; null for a note of the house (R27). */
  about: ShownGuestNote | null;
  /** Where a misfiled note can go. */
  nearby: readonly NearbyStay[];
  /** Why this person cannot take it back; null when they can. */
  whyNot: string | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
  plainToken: string;
}

/** The forms of the page; only one was sent. */
export interface NoteForms {
  amend: Answered;
  takeBack: Answered;
}

/** A note with what it said before, and the two things that can become of it (R28). */
export function notePageView(forms: NoteForms, facts: NotePageFacts) {
  const { house, note, later, about, draftSavedAt } = facts;
  const sent = hasErrors(forms.takeBack) ? forms.takeBack : forms.amend;
  const isGone = later.takenBack !== null;
  return {
    ...whoseView(facts),
    title: titleOf(sent, about ? 'Note with a guest' : 'House note'),
    keptForm: !isGone,
    problems: problems(sent),
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt), place: paths.note(note.id) },
    ...wordsView(facts, isGone),
    amend: isGone ? null : amendView(forms.amend, facts),
    takeBack: isGone ? null : takeBackView(forms.takeBack, facts),
  };
}

/** A note with a guest leads back to their stay, any other to the shift (R27). */
const whoseView = ({ note, about }: NotePageFacts) =>
  note instanceof GuestNote
    ? {
        heading: 'Note with ',
        guest: about!.guest,
        backHref: paths.stay(note.stayId),
        backWords: 'Back to the stay',
      }
    : { heading: 'House note', guest: null, backHref: paths.shift(), backWords: 'Back to the shift' };

function wordsView({ house, note, later, writer }: NotePageFacts, isGone: boolean) {
  return {
    text: isGone ? null : later.text,
    takenBack: takenBackWords(later.takenBack, house),
    meta: `Written by ${writer}, ${moment(house.time, note.writtenAt)}`,
    event: note.eventAt && `Happened ${moment(house.time, note.eventAt)}`,
    amended: isGone ? [] : later.amended.map((each) => amendedView(each, house)),
  };
}

/** What is drawn anew stands on the words of now; what was typed stays typed (R26). */
function amendView(form: Answered, { note, later, formToken }: NotePageFacts) {
  const isBegun = form.typed('text') !== '' || hasErrors(form);
  const known: Answered = isBegun ? form : { ...form, errors: {}, ready: {}, typed: () => later.text };
  const seen = isBegun && !form.isOutdated ? form.typed('seen') : String(later.amended.length);
  return {
    action: paths.noteAmend(note.id),
    formToken,
    seen,
    text: field(known, 'text', 'What it is to say', { rows: 6 }),
    why: field(form, 'why', 'Why', { hint: 'A few words. The first words stay beside the new ones.' }),
  };
}

function takeBackView(form: Answered, { note, nearby, whyNot, plainToken }: NotePageFacts) {
  if (whyNot) return { whyNot, form: null };
  const stays = nearby.map(({ id, guest, bedName, hasLeft }) => ({
    value: id,
    label: '',
    guest,
    detail: hasLeft ? 'has left' : bedName,
  }));
  return {
    whyNot: null,
    form: {
      action: paths.noteTakeBack(note.id),
      formToken: plainToken,
      reason: choices(form, 'reason', 'Why is it taken back?', listed(takeBackReasons), { width: 'one' }),
      rightStay:
        stays.length > 0
          ? choices(form, 'rightStayId', 'Whose note is it?', stays, {
              width: 'mid',
              hint: 'Only if it is about a guest.',
            })
          : null,
    },
  };
}
