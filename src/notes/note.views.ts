import type { Temporal } from 'temporal-polyfill';
import { GuestNote } from '../domain/guest-note.js';
import type { House } from '../domain/house.js';
import type { HouseNote } from '../domain/house-note.js';
import { noteAnswers } from '../domain/note-answer.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import { takeBackReasons } from '../domain/taking-back.js';
import { moment } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, listed, problems, titleOf } from '../web/fields.js';
import { numberNow } from '../web/note-line.js';
import { amendedView, answerView, hiddenWords, takenBackWords } from '../web/note-words.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { LaterWords } from './later-words.service.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';
import type { ShownGuestNote } from './shown-guest-notes.service.js';

/** What a note's page is drawn from. */
export interface NotePageFacts {
  house: House;
  note: HouseNote | GuestNote;
  later: LaterWords;
  writer: string;
  today: Temporal.PlainDate;
  role: Role;
  /** Whom it is about; null for a note of the house (R27). */
  about: ShownGuestNote | null;
  /** Where a misfiled note can go. */
  nearby: readonly NearbyStay[];
  /** Why this person cannot take it back; null when they can. */
  whyNot: string | null;
  draftSavedAt: Temporal.Instant | null;
  wording: WordingView;
  formToken: string;
  plainToken: string;
}

/** The forms of the page; only one was sent. */
export interface NoteForms {
  answer: Answered;
  amend: Answered;
  takeBack: Answered;
}

/** A note with what it said before, and the two things that can become of it (R28). */
export function notePageView(forms: NoteForms, facts: NotePageFacts) {
  const { house, note, later, about, draftSavedAt } = facts;
  const sent = [forms.takeBack, forms.answer].find(hasErrors) ?? forms.amend;
  const isGone = later.takenBack !== null;
  return {
    ...whoseView(facts),
    title: titleOf(sent, about ? 'Note with a guest' : 'House note'),
    keptForm: !isGone,
    offersWording: !isGone,
    problems: problems(sent),
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt), place: paths.note(note.id) },
    ...wordsView(facts, isGone),
    ...besideView(forms.answer, facts),
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

/** What they say to it, and whether it is on their print-out (R27, R28); nothing beside a note of the house. */
function besideView(form: Answered, { house, today, note, about, later, role, plainToken }: NotePageFacts) {
  if (!about || later.takenBack) return { answers: [], hidden: null, answer: null, unhide: null };
  const isHidden = about.hidden?.isHidden(today) ?? false;
  return {
    answers: about.answers.map((each) => answerView(each, numberNow(about), house)),
    hidden: hiddenWords(about.hidden, today),
    answer: {
      action: paths.noteAnswer(note.id),
      formToken: plainToken,
      seen: String(later.amended.length),
      answer: choices(form, 'answer', 'What do they say to it?', listed(noteAnswers), { width: 'mid' }),
      words: field(form, 'words', 'In their words', { rows: 3, hint: 'Not needed for “That’s right”.' }),
    },
    unhide:
      isHidden && mayDo(role, 'notes.unhide')
        ? {
            lookAction: about.hidden!.waitsForALook ? paths.noteLook(note.id) : null,
            openAction: paths.noteOpen(note.id),
            formToken: plainToken,
          }
        : null,
  };
}

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
function amendView(form: Answered, { note, later, wording, formToken }: NotePageFacts) {
  const isBegun = form.typed('text') !== '' || hasErrors(form);
  const known: Answered = isBegun ? form : { ...form, errors: {}, ready: {}, typed: () => later.text };
  const seen = isBegun && !form.isOutdated ? form.typed('seen') : String(later.amended.length);
  return {
    action: paths.noteAmend(note.id),
    formToken,
    seen,
    wording,
    text: field(known, 'text', 'What it is to say', { rows: 6 }),
    why: field(form, 'why', 'Why', { hint: 'A few words. The first words stay beside the new ones.' }),
  };
}

/** A note with a guest is about a guest already: it can be another one. */
const withGuestReasons = takeBackReasons.map((reason) =>
  reason.code === 'misfiled'
    ? { ...reason, label: 'It is about another guest: it goes to their stay' }
    : reason,
);

function takeBackView(form: Answered, { note, nearby, whyNot, plainToken }: NotePageFacts) {
  if (whyNot) return { whyNot, form: null };
  const stays = nearby.map(({ stayId, guest, isHere }) => ({
    value: stayId,
    label: '',
    guest,
    detail: isHere ? 'here now' : 'has left',
  }));
  return {
    whyNot: null,
    form: {
      action: paths.noteTakeBack(note.id),
      formToken: plainToken,
      reason: choices(
        form,
        'reason',
        'Why is it taken back?',
        listed(note instanceof GuestNote ? withGuestReasons : takeBackReasons),
        { width: 'one' },
      ),
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
