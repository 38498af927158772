import type { Turn } from '../domain/turn.js';
import type { RecordView } from '../record/record-pages.service.js';
import type { Answered } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { frame } from './turn.views.js';
import { turnWords } from './turn-words.views.js';
import type { Again } from './turn-pages.service.js';

/** The note an answer was sent to. */
export interface NoteAsked {
  id: string;
  isChanged: boolean;
}

const CODES = ['agree', 'disagree', 'add'] as const;

/** What is written about them, as on their print-out, each note with the three answers there are to it (R27, R28). */
export function aboutView(turn: Turn, record: RecordView, again: Again | null) {
  const { reading } = turnWords[turn.language];
  return {
    ...frame(turn.language),
    title: again ? `Error: ${turnWords[turn.language].title}` : turnWords[turn.language].title,
    ...reading,
    problem: problemOn(turn, again),
    record: {
      ...record,
      stays: record.stays.map((stay) => ({
        ...stay,
        notes: stay.notes.map((note) => ({ ...note, ask: askView(turn, note, again) })),
      })),
    },
    next: turn.moment === null ? reading.done : reading.goOn,
    goAction: paths.turnGo(),
  };
}

/** First on the page, as on every page, and it leads to the note. */
function problemOn({ language }: Turn, again: Again | null) {
  if (!again?.note) return null;
  const { pleaseCheck, reading } = turnWords[language];
  const message = problemOf(again.form, again.note, reading);
  return { pleaseCheck, message, field: `words-${again.note.id}` };
}

function askView(turn: Turn, { id, seen }: { id: string; seen: number }, again: Again | null) {
  const { reading } = turnWords[turn.language];
  const form = again?.note?.id === id ? again.form : null;
  return {
    lang: turn.language,
    action: paths.turnNote(id),
    seen,
    wordsId: `words-${id}`,
    question: reading.question,
    options: CODES.map((value, index) => ({
      value,
      label: reading.answers[index]!,
      checked: form?.typed('answer') === value,
    })),
    wordsLabel: reading.words,
    words: form?.typed('words') ?? '',
    send: reading.send,
    problem: form ? problemOf(form, again!.note!, reading) : null,
    isOpen: form !== null,
  };
}

const problemOf = (
  { errors }: Answered,
  { isChanged }: NoteAsked,
  { changed, sayWhat, write }: (typeof turnWords)['en']['reading'],
): string => (isChanged ? changed : errors.words ? write : sayWhat);
