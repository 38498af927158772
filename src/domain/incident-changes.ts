import type { Incident } from './incident.js';

/** What is said of a happening in codes and references: all that history keeps of it (R44). */
export type IncidentCodes = Record<'happenedAt' | 'kinds' | 'emergency' | 'people' | 'guests', string>;

export const incidentCodes = (
  { happenedAt, kinds, emergency, people }: Incident,
  guestIds: readonly string[],
): IncidentCodes => ({
  happenedAt: happenedAt.toString(),
  kinds: kinds.join(' '),
  emergency,
  people: people.join(' '),
  guests: guestIds.join(' '),
});

/** What stood there before, of what is another now. */
export const saidBefore = (before: IncidentCodes, after: IncidentCodes): Partial<IncidentCodes> =>
  Object.fromEntries(
    Object.entries(before).filter(([name, value]) => after[name as keyof IncidentCodes] !== value),
  );
