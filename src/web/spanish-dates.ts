import type { Temporal } from 'temporal-polyfill';
import type { HouseTime } from '../domain/house-time.js';

// Fixed tables, as in dates.ts
const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'];
const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

const short = (date: Temporal.PlainDate): string => `${WEEKDAYS[date.dayOfWeek - 1]!}\u00a0${date.day}`;

const WHICH = { only: '', first: ' (primera)', second: ' (segunda)' };

/** 'dom 22 nov, 10:40 p. m.' and 'noche del dom 22 al lun 23': the line over a guest's turn in Spanish (R1). */
export function spanishMoment(time: HouseTime, at: Temporal.Instant): { moment: string; night: string } {
  const { day, hour, minute, which } = time.local(at);
  const half = hour < 12 ? 'a.\u00a0m.' : 'p.\u00a0m.';
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}\u00a0${half}${WHICH[which]}`;
  const houseDay = time.houseDay(at);
  return {
    moment: `${short(day)}\u00a0${MONTHS[day.month - 1]!}, ${clock}`,
    night: `noche del ${short(houseDay)} al ${short(houseDay.add({ days: 1 }))}`,
  };
}
