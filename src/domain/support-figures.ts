import { howItWas } from './connection.js';
import { countFigure, countTable, type CountTable, type FigureGroup } from './figure.js';
import type { ListEntry } from './list-entry.js';
import type { StayToExport } from './stay-to-export.js';
import { supportAnswers, supportKinds, wellnessAnswers } from './support.js';

/** What was there for guests, as they told it: a table for each of the four kinds and for the wellness plan. */
export function supportTables(left: readonly StayToExport[]): CountTable[] {
  const kinds = supportKinds.map(({ code, label }) =>
    table(left, `support_${code}`, label, supportAnswers, ({ support }) => {
      return support.find(({ kind }) => kind === code)?.answer ?? 'not-asked';
    }),
  );
  const plan = table(
    left,
    'wellness_plan',
    'A wellness plan',
    wellnessAnswers,
    ({ wellness }) => wellness ?? 'not-asked',
  );
  return [...kinds, plan];
}

const table = (
  left: readonly StayToExport[],
  code: string,
  title: string,
  answers: readonly ListEntry[],
  answerOf: (stay: StayToExport) => string,
): CountTable =>
  countTable({ ...{ code, title }, of: 'left', column: 'What they told' }, answers, left, answerOf);

/** Connections made during the stays that left. */
export function connectionFigures(left: readonly StayToExport[]): FigureGroup {
  const withOne = left.filter(({ connections }) => connections.length > 0);
  return {
    code: 'connections',
    title: 'Connections in the community',
    note: null,
    figures: [
      countFigure({
        ...{
          code: 'connections_made',
          label: 'Connections made',
          of: 'connections',
          stays: withOne.map(({ id }) => id),
        },
        value: left.reduce((sum, { connections }) => sum + connections.length, 0),
        meaning: 'To a place, a group or a person outside, made with the guest during the stay.',
      }),
      {
        ...{
          code: 'stays_with_connection',
          label: 'Stays with a connection',
          unit: 'share',
          value: withOne.length,
        },
        ...{ n: left.length, of: 'stays', missing: 0, stays: withOne.map(({ id }) => id) },
        meaning: 'Of the stays that left, those with at least one.',
      },
    ],
  };
}

/** How the connections were, as guests said it afterwards; nobody is asked without a live yes (R32). */
export const connectionTable = (left: readonly StayToExport[]): CountTable =>
  countTable(
    {
      ...{ code: 'connections_were', of: 'connections' },
      ...{ title: 'How the connections were', column: 'What they told' },
    },
    [...howItWas, { code: 'not-asked', label: 'Not asked' }],
    left.flatMap(({ connections }) => connections),
    ({ answer }) => answer ?? 'not-asked',
  );
