import type { House } from '../domain/house.js';
import type { PaperKindCode } from '../domain/paper-sheet.js';
import { moment } from '../web/dates.js';
import { named, type Part, text } from '../web/sentence.js';
import { undoButton } from '../web/undo-button.js';
import type { ShownLine } from './paper-lines.service.js';

/** One line of the sheet: what, when, whose hand, who keyed it in, and the way back (R24). */
export function lineView(
  line: ShownLine,
  labels: ReadonlyMap<PaperKindCode, string>,
  { time }: House,
  formToken: string,
) {
  const words = wordsOf(line, labels.get(line.kind) ?? 'A line');
  return {
    words,
    when: moment(time, line.happenedAt),
    meta: `Written by ${line.writer}. Typed in by ${line.keyedBy}.`,
    undone: line.isUndone,
    undo: undoButton(line.undo, formToken),
  };
}

function wordsOf({ guest, bedName, text: note }: ShownLine, label: string): Part[] {
  const about: Part[] = [
    ...(guest ? [named(guest)] : []),
    ...(bedName ? [text(guest ? ` · ${bedName}` : bedName)] : []),
    ...(note ? [text(shortOf(note))] : []),
  ];
  return about.length > 0 ? [text(`${label}: `), ...about] : [text(label)];
}

const SHORT = 60;

const shortOf = (note: string): string => {
  const letters = [...note.replace(/\s+/gu, ' ')];
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : letters.join('');
};
