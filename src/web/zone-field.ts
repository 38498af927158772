import { knownZones } from '../domain/house-time.js';
import { type Answered, select, type Select } from './fields.js';

/** Where the house stands. `known` is offered too: the platform lists some zones under an older name only. */
export function zoneField(form: Answered, known: string, hint: string): Select {
  const chosen = form.typed('timeZone') || known;
  const zones = [...new Set([...knownZones(), ...(known === '' ? [] : [known])])].sort();
  const ready = zones.map((zone) => ({ value: zone, label: zone }));
  const nothing = chosen === '' ? [{ value: '', label: 'Choose the time zone' }] : [];
  const answered = { errors: form.errors, ready: form.ready, typed: () => chosen };
  return select(answered, 'timeZone', 'Time zone', [...nothing, ...ready], hint);
}
