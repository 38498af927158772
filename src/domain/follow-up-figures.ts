import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { Figure, FigureGroup } from './figure.js';
import { dueOn, type PlanPoint } from './follow-up.js';
import type { StayThatLeft } from './measures.js';
import { isAgreed, type StayToExport } from './stay-to-export.js';

type Left = StayThatLeft<StayToExport>;

/**
 * For each point: how many of those whose due day is past said yes to it, how many of them were reached, and how many of all
 * were (measures.md). Only what a live yes permits is told (R32).
 */
export function followUpFigures(
  left: readonly Left[],
  points: readonly PlanPoint[],
  today: Temporal.PlainDate,
): FigureGroup {
  return {
    code: 'follow_up',
    title: 'In touch after leaving',
    note: 'Read all three together: a high reach of few who agreed says little of all who left.',
    figures: points.flatMap((point) => pointFigures(point, left, today)),
  };
}

function pointFigures(point: PlanPoint, left: readonly Left[], today: Temporal.PlainDate): Figure[] {
  const due = left.filter(({ departureDay }) => isBefore(dueOn(point, departureDay), today));
  const agreed = due.filter(({ followUps }) => of(point, followUps).some((each) => isAgreed(each, today)));
  const reached = agreed.filter(({ followUps }) =>
    of(point, followUps).some(({ closedAs }) => closedAs === 'reached'),
  );
  const figure = (
    part: string,
    label: string,
    counted: readonly Left[],
    among: readonly Left[],
    meaning: string,
  ) => ({
    code: `follow_up_${part}_${point.code}`,
    label: `${point.label}: ${label}`,
    unit: 'share' as const,
    value: counted.length,
    n: among.length,
    of: 'stays',
    missing: left.length - due.length,
    meaning: `${meaning} Missing: not due yet.`,
    stays: counted.map(({ id }) => id),
  });
  return [
    figure('consent', 'said yes', agreed, due, 'Of the stays that left, those whose guest agreed.'),
    figure('reach', 'reached, of those', reached, agreed, 'Of those who agreed, those who were reached.'),
    figure('overall', 'reached, of all', reached, due, 'Of all that left, those who were reached.'),
  ];
}

const of = ({ code }: PlanPoint, followUps: StayToExport['followUps']) =>
  followUps.filter(({ point }) => point === code);
