import { Temporal } from 'temporal-polyfill';
import type { AbsenceKind, AbsentNights } from '../domain/absent-nights.js';

/** A column with the nights of a stay on which its guest was out of the house, for `readAbsentNights`; `stayId` is SQL. */
export const absentNightsOf = (stayId: string): string =>
  `(SELECT json_group_array(json_object('kind', kind, 'since', since_day, 'back', back_day))
    FROM absences WHERE stay_id = ${stayId} AND undone_at IS NULL)`;

interface Row {
  kind: AbsenceKind;
  since: string;
  back: string | null;
}

export const readAbsentNights = (column: string): AbsentNights[] =>
  (JSON.parse(column) as Row[]).map(({ kind, since, back }) => ({
    kind,
    sinceDay: Temporal.PlainDate.from(since),
    backDay: back === null ? null : Temporal.PlainDate.from(back),
  }));
