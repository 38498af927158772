import { anyChanged, refuse } from './refuse.js';

/**
 * A key alone is not enough: INSERT OR REPLACE deletes the row it meets without asking any trigger, and `save()` on a
 * taken key silently takes it.
 */
export const isNotReplaced = (table: string, key = 'id') =>
  refuse(
    `${table}_are_not_replaced`,
    `BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = NEW.${key})`,
    `${table}: already there`,
  );

export const keepsItsKey = (table: string, key = 'id') =>
  refuse(
    `${table}_keep_their_key`,
    `BEFORE UPDATE ON ${table} WHEN ${anyChanged(key)}`,
    `${table}: the key never changes`,
  );

export const isNeverDeleted = (table: string) =>
  refuse(`${table}_are_kept`, `BEFORE DELETE ON ${table}`, `${table}: kept for good`);

const neverChanges = (table: string) => [
  refuse(`${table}_are_not_added`, `BEFORE INSERT ON ${table}`, `${table}: fixed`),
  refuse(`${table}_are_not_changed`, `BEFORE UPDATE ON ${table}`, `${table}: fixed`),
  isNeverDeleted(table),
];

/** History and audit are only added to; all that comes later to an act is its undoing, and its reason may be forgotten. */
const onlyGrow = [
  refuse(
    'acts_are_not_numbered_again',
    `BEFORE INSERT ON acts WHEN EXISTS (SELECT 1 FROM acts WHERE number = NEW.number)`,
    'acts: already there',
  ),
  refuse(
    'acts_are_only_marked_undone',
    `BEFORE UPDATE ON acts WHEN (OLD.undone_by_act IS NOT NULL AND ${anyChanged('undone_by_act')}) OR ${anyChanged(
      'number',
      'kind',
      'person_id',
      'at',
      'house_day',
      'stay_id',
      'bed_id',
      'details',
      'undo_until',
    )}`,
    'acts: only their undoing can be added',
  ),
  refuse(
    'audit_is_not_numbered_again',
    `BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number)`,
    'audit: only added to',
  ),
  refuse('audit_is_not_changed', 'BEFORE UPDATE ON audit', 'audit: only added to'),
  refuse('audit_is_kept', 'BEFORE DELETE ON audit', 'audit: only added to'),
];

const kept = 'people beds guests stays bed_segments departures consents turnovers claims acts'.split(' ');

export const keptRows = [
  ...kept.flatMap((table) => [isNotReplaced(table), keepsItsKey(table), isNeverDeleted(table)]),
  isNotReplaced('house'),
  isNeverDeleted('house'),
  isNotReplaced('secrets', 'name'),
  keepsItsKey('secrets', 'name'),
  isNeverDeleted('secrets'),
  isNotReplaced('sent_forms', 'token'),
  keepsItsKey('sent_forms', 'token'),
  ...neverChanges('nights'),
  ...onlyGrow,
];
