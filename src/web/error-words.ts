import { HttpException } from '@nestjs/common';
import { HouseFileFull, HouseIsBusy } from '../database/refusals.js';
import { CannotUndo, Conflict, SentBefore } from '../domain/conflict.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { ErrorWords } from './error-pages.js';
import { paths } from './paths.js';
import { NotFromHere, PageTooOld, Refusal, WrongHost } from './refusals.js';

type Kind = abstract new (...args: never[]) => Error;

const statuses: readonly [Kind, (error: never) => number][] = [
  [Refusal, (error: Refusal) => error.status],
  [HouseIsBusy, () => 503],
  [HouseFileFull, () => 503],
  [Conflict, () => 409],
  [RuleViolation, () => 422],
  [HttpException, (error: HttpException) => error.getStatus()],
];

/** The status an error is answered with; 500 for what nobody expected. */
export function statusOf(error: unknown): number {
  const known = statuses.find(([kind]) => error instanceof kind);
  if (known) return known[1](error as never);
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}

const allBeds = { href: paths.board(), label: 'Look at all beds' };

/** The first that fits says what the page of the status alone could not. */
const words: readonly [Kind, (error: never) => Partial<ErrorWords>][] = [
  [
    NotFromHere,
    () => ({
      lead: 'It did not come from one of our own pages. Nothing was changed.',
      lines: ['Open the page again and send it once more.'],
    }),
  ],
  [
    WrongHost,
    () => ({
      heading: 'This is not our address',
      lines: ['Type the address Porchlight printed when it started.'],
    }),
  ],
  [PageTooOld, ({ place }: PageTooOld) => (place === null ? {} : keptFor(place))],
  [
    HouseFileFull,
    ({ message }: HouseFileFull) => ({
      heading: 'Nothing can be kept just now',
      lead: message,
      lines: ['Use paper, and ring the on-call line.'],
    }),
  ],
  [
    SentBefore,
    ({ answer }: SentBefore) => ({
      heading: 'This form was sent before',
      lead: 'It was sent with other answers. The first ones are kept.',
      lines: [],
      links: [{ href: answer, label: 'See what is kept' }, allBeds],
    }),
  ],
  [
    RuleViolation,
    ({ message }: RuleViolation) => ({ heading: 'That is not possible', lead: message, lines: [] }),
  ],
  [
    CannotUndo,
    ({ message }: CannotUndo) => ({
      heading: 'That cannot be undone now',
      lead: message,
      lines: ['A coordinator can help to put it right.'],
    }),
  ],
  [Conflict, ({ message }: Conflict) => ({ lead: message })],
];

const keptFor = (place: string): Partial<ErrorWords> => ({
  lead: 'Nothing was changed. What was typed is kept for the person who typed it.',
  lines: ['Open the page again: your answers are there.'],
  links: [{ href: place, label: 'Open the page again' }, allBeds],
});

export function wordsAbout(error: unknown): Partial<ErrorWords> {
  const known = words.find(([kind]) => error instanceof kind);
  return known ? known[1](error as never) : {};
}
