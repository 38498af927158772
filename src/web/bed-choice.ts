import type { Bed } from '../domain/bed.js';
import { bedsThatFit } from '../domain/bed-needs.js';
import type { HouseLists } from '../domain/house-lists.js';
import { counted } from './counted.js';
import { type Answered, type Choices, choices, listed, type Option, ticks } from './fields.js';

/** A bed that can be chosen, and what is said of it beside what it offers. */
export interface BedAnswer {
  bed: Bed;
  detail: string;
}

/** What somebody needs of a bed, as `partials/bed-needs.hbs` places it; null where no bed says what it offers. */
export interface NeedsView {
  question: Choices;
  isOpen: boolean;
  /** '2 beds fit.'; null until something is ticked. */
  found: string | null;
}

/** The beds to choose from, as `partials/bed-choice.hbs` places them: those that fit stand first. */
export interface BedChoice extends Omit<Choices, 'options'> {
  groups: { heading: string | null; options: Option[] }[];
}

interface BedsAsked {
  legend: string;
  lists: HouseLists;
  chosen: string;
  hint?: string | null;
}

/** The question `bedId`, with the beds that offer what was ticked before the others; `chosen` is the bed that is marked. */
export function bedChoice(
  form: Answered,
  answers: readonly BedAnswer[],
  asks: BedsAsked,
): { needs: NeedsView | null; beds: BedChoice } {
  const features = asks.lists.of('bed-features');
  const needs = features.live.filter(({ code }) => form.chosen?.('needs').includes(code));
  const { fit, rest } = bedsThatFit(
    answers,
    needs.map(({ code }) => code),
  );
  const { options, ...question } = asked(form, [...fit, ...rest], asks);
  const without = { heading: 'Without what was asked for', options: options.slice(fit.length) };
  const groups = [{ heading: null, options: options.slice(0, fit.length) }, without];
  return {
    needs: answers.some(({ bed }) => bed.features.length > 0)
      ? needsView(form, listed(features.live), needs.length > 0 ? fit.length : null)
      : null,
    beds: { ...question, groups: groups.filter((group) => group.options.length > 0) },
  };
}

function asked(
  { errors, ready }: Answered,
  answers: readonly BedAnswer[],
  { legend, lists, chosen, hint = null }: BedsAsked,
): Choices {
  const options = answers.map(({ bed, detail }) => ({
    value: bed.id,
    label: bed.name,
    detail: [detail, bed.offers(lists.of('bed-features'))].filter(Boolean).join(' · '),
  }));
  const answering: Answered = { errors, ready, typed: () => chosen };
  return choices(answering, 'bedId', legend, options, { width: answers.length > 3 ? 'mid' : 'wide', hint });
}

const needsView = (
  form: Answered,
  answers: { value: string; label: string }[],
  fit: number | null,
): NeedsView => ({
  question: ticks(form, 'needs', 'What they need', answers, { width: 'mid' }),
  isOpen: fit !== null,
  found: fit === null ? null : foundWords(fit),
});

const foundWords = (fit: number): string =>
  fit === 0 ? 'No bed here offers all of this.' : `${counted(fit, 'bed')} ${fit === 1 ? 'fits' : 'fit'}.`;
