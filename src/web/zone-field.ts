import { knownZones } from '../domain/house-time.js';
import type { Answered } from './fields.js';

/** A question with many ready answers, as `partials/select.hbs` places it. */
export interface Select {
  name: string;
  label: string;
  hint: string;
  error: string | null;
  options: { value: string; label: string; selected: boolean }[];
}

/** Where the house stands. `known` is offered too: the platform lists some zones under an older name only. */
export function zoneField(form: Answered, known: string, hint: string): Select {
  const chosen = form.typed('timeZone') || known;
  const zones = [...new Set([...knownZones(), ...(known === '' ? [] : [known])])].sort();
  const nothing = chosen === '' ? [{ value: '', label: 'Choose the time zone', selected: true }] : [];
  const options = zones.map((zone) => ({ value: zone, label: zone, selected: zone === chosen }));
  return {
    name: 'timeZone',
    label: 'Time zone',
    hint,
    error: form.errors.timeZone ?? null,
    options: [...nothing, ...options],
  };
}
