import type { House } from '../domain/house.js';
import { foldName } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { columnField, guessFacts, importFacts, isNoName } from '../domain/import-columns.js';
import type { Bed } from '../domain/bed.js';
import type { ListName } from '../domain/house-lists.js';
import { listed, choices, problems, select, titleOf } from '../web/fields.js';
import { type Begun, over } from '../web/begun.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import type { WaitingImport } from './waiting-imports.service.js';

export interface ColumnsFacts {
  waiting: WaitingImport;
  /** The first rows of the file. */
  samples: readonly (readonly string[])[];
  house: House;
  beds: readonly Bed[];
  formToken: string;
}

const LEFT_OUT = { value: '', label: 'Leave it out' };
const SHOWN = 3;

/** Each column with a few of its values, and the question what it tells. */
export function columnsView(form: Begun, { waiting, samples, house, beds, formToken }: ColumnsFacts) {
  const answered = over(form, keptChoices(waiting));
  const isKnown = knownWords(house, beds);
  const facts = [LEFT_OUT, ...listed(importFacts)];
  return {
    title: titleOf(form, 'What the columns tell'),
    problems: problems(form),
    fileName: waiting.fileName,
    columns: waiting.columns.map((header, index) => ({
      question: select(answered, columnField(index), header || `Column ${index + 1}`, facts),
      samples: shownSamples(
        samples.map((cells) => cells[index] ?? ''),
        isKnown,
      ),
    })),
    ...questions(answered),
    action: paths.importColumns(waiting.id),
    backHref: paths.imports(),
    formToken,
  };
}

const questions = (answered: ReturnType<typeof over>) => ({
  dateOrder: choices(answered, 'dateOrder', 'In a day such as 03/04/2025, what comes first?', [
    { value: 'tell', label: 'Tell from the file' },
    { value: 'day', label: 'The day' },
    { value: 'month', label: 'The month' },
    { value: 'year', label: 'The year' },
  ]),
  ...ofRows(answered),
});

/** What is done with a row that is unclear. */
const ofRows = (answered: ReturnType<typeof over>) => ({
  sameName: choices(
    answered,
    'sameName',
    'Rows with exactly the same name',
    [
      { value: 'apart', label: 'May be different people' },
      { value: 'one', label: 'Are one guest' },
    ],
    { hint: 'Rows with the same guest number are always one guest.', width: 'wide' },
  ),
  unknownWords: choices(
    answered,
    'unknownWords',
    'A word that is on none of our lists',
    [
      { value: 'problem', label: 'Is a problem of its row' },
      { value: 'not-asked', label: 'Counts as not asked' },
    ],
    { width: 'wide' },
  ),
  earlierBeds: ofBeds(answered),
});

const ofBeds = (answered: ReturnType<typeof over>) =>
  choices(
    answered,
    'earlierBeds',
    'A night before a bed’s first night here',
    [
      { value: 'problem', label: 'Is a problem of its row' },
      { value: 'open', label: 'The bed was in use since then' },
    ],
    { hint: 'Reports count a bed from its first night on.', width: 'wide' },
  );

/** As a file is read that nobody chose anything for. */
const USUAL = { isSameByName: false, skipsUnknownWords: false, opensBeds: false, dateOrder: 'tell' };

/** What was chosen before, or else what the headers say. */
function keptChoices({ columns, choices: kept }: WaitingImport): Record<string, string> {
  const { facts, dateOrder, isSameByName, skipsUnknownWords, opensBeds } = kept ?? {
    ...USUAL,
    facts: guessFacts(columns),
  };
  return {
    ...Object.fromEntries(facts.map((fact, index) => [columnField(index), fact ?? ''])),
    dateOrder,
    sameName: isSameByName ? 'one' : 'apart',
    unknownWords: skipsUnknownWords ? 'not-asked' : 'problem',
    earlierBeds: opensBeds ? 'open' : 'problem',
  };
}

/** What may be a guest's name is shown as every name is: nobody has said yet which column holds them. */
function shownSamples(cells: readonly string[], isKnown: (cell: string) => boolean): Part[] {
  const shown = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, SHOWN);
  const parts = shown.map((cell) =>
    isNoName(cell) || isKnown(cell) ? text(shortened(cell)) : named(new GuestName(shortened(cell), '…')),
  );
  return parts.flatMap((part, index) => (index === 0 ? [part] : [text(' · '), part]));
}

const shortened = (cell: string): string =>
  [...cell].length > 40 ? `${[...cell].slice(0, 40).join('')}…` : cell;

const LISTS: readonly ListName[] = ['referral-sources', 'endings', 'destinations'];

/** Beds and the words of our lists are nobody's name. */
function knownWords({ lists }: House, beds: readonly Bed[]): (cell: string) => boolean {
  const words = LISTS.flatMap((list) => lists.of(list).words).flatMap(({ code, label }) => [code, label]);
  const known = new Set([...words, ...beds.map(({ name }) => name), 'yes', 'no'].map(foldName));
  return (cell) => known.has(foldName(cell));
}
