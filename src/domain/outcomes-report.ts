import { answerTables, changeFigures, wouldHaveGone } from './answer-figures.js';
import { cameBackWithin } from './came-back.js';
import type { ReportTerms } from './column.js';
import type { CountTable, FigureGroup, Report } from './figure.js';
import { followUpFigures } from './follow-up-figures.js';
import { dayNumber } from './day-number.js';
import { guestFigures, type GuestStay } from './guest-figures.js';
import { hospitalFigures } from './hospital-figures.js';
import { leftIn, type NightsOfStays, outcomesOf, type StayThatLeft } from './measures.js';
import { isIn, type Period } from './period.js';
import { endTables, importedFigures, stayFigures } from './stay-figures.js';
import type { StayToExport } from './stay-to-export.js';
import { connectionFigures, connectionTable, supportTables } from './support-figures.js';

/** What the stays of a period led to, with the spread of their nights for the picture. */
export interface OutcomesReport extends Report {
  nights: NightsOfStays;
}

/** The one report of outcomes, for page, picture and every file (R36). `stays` may hold others besides. */
export function outcomesReport(
  stays: readonly StayToExport[],
  period: Period,
  terms: ReportTerms,
): OutcomesReport {
  const outcomes = outcomesOf(stays, period, terms.lists);
  const left = leftIn(period, stays);
  const arrived = stays.filter((stay) => !stay.isUndone && isIn(period, stay.arrivalDay)).map(({ id }) => id);
  const nights = stayFigures(
    outcomes,
    left.map(({ id }) => id),
    arrived,
  );
  return {
    groups: [
      { ...nights, figures: [...nights.figures, ...importedFigures(left)] },
      guestFigures(guestStays(stays), period, terms.today),
      ...afterwards(left, terms),
    ],
    tables: [...endTables(outcomes, terms.lists), ...toldTables(left, terms)],
    nights: outcomes.nights,
  };
}

/** What the stays led to, as far as it is known. */
function afterwards(
  left: readonly StayThatLeft<StayToExport>[],
  { today, questions, points }: ReportTerms,
): FigureGroup[] {
  return [
    {
      ...{ code: 'came_back', title: 'Came back', note: null },
      figures: [30, 180].map((days) => cameBackWithin(days, left, today)),
    },
    wouldHaveGone(left, questions),
    ...hospitalFigures(left, questions),
    changeFigures(left, questions, ['arrival', 'leaving']),
    changeFigures(left, questions, ['arrival', 'follow-up']),
    followUpFigures(left, points, today),
    connectionFigures(left),
  ];
}

const toldTables = (left: readonly StayToExport[], { questions }: ReportTerms): CountTable[] => [
  ...answerTables(left, questions),
  ...supportTables(left),
  connectionTable(left),
];

const guestStays = (stays: readonly StayToExport[]): GuestStay[] =>
  stays
    .filter(({ isUndone }) => !isUndone)
    .map(({ id, guestKey, arrivalDay, plannedDay, departureDay, staysBefore, stayedBefore }) => ({
      ...{ id, guest: guestKey, stayedBefore, isFirstOnFile: staysBefore === 0 },
      ...{ arrivalDay: dayNumber(arrivalDay), plannedDay: dayNumber(plannedDay) },
      departureDay: departureDay && dayNumber(departureDay),
    }));
