import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';

const onlyChanges = (table: string, name: string, kept: readonly string[], message: string) =>
  refuse(`${table}_${name}`, `BEFORE UPDATE ON ${table} WHEN ${anyChanged(...kept)}`, `${table}: ${message}`);

const kept = ['consents', 'follow_ups', 'calls'];
const numbered = ['notes', 'attempts'];

/** What was written stays as it was written (R28): a note can be done, a call or a try undone, nothing else. */
export const guards = [
  ...kept.flatMap((table) => [isNotReplaced(table), keepsItsKey(table), isNeverDeleted(table)]),
  ...numbered.flatMap((table) => [
    refuse(
      `${table}_are_not_numbered_again`,
      `BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE number = NEW.number OR id = NEW.id)`,
      `${table}: already there`,
    ),
    isNeverDeleted(table),
  ]),
  onlyChanges(
    'notes',
    'are_never_edited',
    'number id text lives shift_ends_at until_day written_at house_day person_id'.split(' '),
    'only their being done can change',
  ),
  onlyChanges(
    'calls',
    'are_only_undone',
    'line caller outcome at house_day person_id'.split(' '),
    'only their undoing can be added',
  ),
  onlyChanges(
    'attempts',
    'are_only_undone',
    'number id follow_up_id at house_day channel result asked_for person_id'.split(' '),
    'only their undoing can be added',
  ),
  onlyChanges(
    'follow_ups',
    'keep_their_plan',
    'stay_id consent_id point'.split(' '),
    'the plan is the guest’s',
  ),
  refuse(
    'follow_ups_are_planned_once',
    `BEFORE INSERT ON follow_ups WHEN EXISTS (
      SELECT 1 FROM follow_ups f WHERE f.consent_id = NEW.consent_id AND f.point = NEW.point AND f.id <> NEW.id)`,
    'follow_ups: this point is planned already',
  ),
  // R32: nobody is on the list whose yes is not on file, or no longer stands
  refuse(
    'follow_ups_need_a_live_consent',
    `BEFORE INSERT ON follow_ups WHEN NOT EXISTS (
      SELECT 1 FROM consents c WHERE c.id = NEW.consent_id AND c.stay_id = NEW.stay_id AND c.withdrawn_at IS NULL)`,
    'follow_ups: no live consent',
  ),
  refuse(
    'attempts_need_a_live_consent',
    `BEFORE INSERT ON attempts WHEN NOT EXISTS (
      SELECT 1 FROM follow_ups f JOIN consents c ON c.id = f.consent_id
      WHERE f.id = NEW.follow_up_id AND f.closed_at IS NULL AND c.withdrawn_at IS NULL)`,
    'attempts: no live consent',
  ),
  refuse(
    'the_house_stays_what_it_is',
    'BEFORE UPDATE ON house WHEN NEW.is_practice IS NOT OLD.is_practice',
    'house: practice stays practice',
  ),
];
