import type { NightCounts } from './bed-nights.js';
import { countFigure, type Figure, type FigureGroup } from './figure.js';

/** Of 1, or null where there is no night to take it of (R37). */
export const occupancyOf = ({ occupied, inService }: NightCounts): number | null =>
  partOf(occupied, inService);

/** The same of all nights, closed ones too. */
export const occupancyOfCapacity = ({ occupied, capacity }: NightCounts): number | null =>
  partOf(occupied, capacity);

/** Occupied bed-nights by nights. */
export const guestsPerNight = ({ occupied, nights }: NightCounts): number | null => partOf(occupied, nights);

const partOf = (some: number, all: number): number | null => (all > 0 ? some / all : null);

/** The nights of the beds, the headline first (R36). */
export function nightFigures(counts: NightCounts): FigureGroup {
  const { nights, capacity, inService, occupied } = counts;
  const ofOccupied = (row: Row) => countFigure({ ...row, of: 'occupied', n: occupied });
  const ofCapacity = (row: Row) => countFigure({ ...row, of: 'nights', n: capacity });
  return {
    ...GROUP,
    figures: [
      share({ ...OCCUPANCY, value: occupancyOf(counts), n: inService }),
      share({ ...OF_CAPACITY, value: occupancyOfCapacity(counts), n: capacity }),
      { ...share({ ...PER_NIGHT, value: guestsPerNight(counts), n: nights }), unit: 'two-digits' },
      ofCapacity({ ...OCCUPIED, value: occupied }),
      ofCapacity({ ...IN_SERVICE, value: inService }),
      ofCapacity({ ...CLOSED, value: counts.closed }),
      ofOccupied({ ...SLEPT, value: counts.slept }),
      ofOccupied({ ...AWAY, value: counts.away }),
      ofOccupied({ ...NOT_KNOWN, value: counts.notKnown }),
      ofCapacity({ ...HELD, value: counts.heldNotUsed }),
    ],
  };
}

type Row = Pick<Figure, 'code' | 'label' | 'meaning'> & { value: number };

const share = (facts: Pick<Figure, 'code' | 'label' | 'meaning' | 'value' | 'n'>): Figure => ({
  ...facts,
  unit: 'percent',
  of: 'nights',
  missing: 0,
  stays: null,
});

const GROUP = {
  code: 'nights',
  title: 'Every figure, and what it means',
  note: 'A night of a bed is one. Only nights that have begun count. Each belongs to the bed the guest sleeps in.',
};

const OCCUPANCY = {
  code: 'occupancy',
  label: 'Occupancy',
  meaning: 'Occupied nights of nights in service.',
};
const OF_CAPACITY = {
  code: 'occupancy_of_capacity',
  label: 'Occupancy of capacity',
  meaning: 'Occupied nights of all nights, closed ones too.',
};
const PER_NIGHT = {
  code: 'guests_per_night',
  label: 'Guests per night',
  meaning: 'Occupied nights by nights in the period.',
};
const OCCUPIED = {
  code: 'occupied',
  label: 'Occupied nights',
  meaning:
    'From the house day of arrival to the one before leaving. A guest who is here has the nights that have begun.',
};
const IN_SERVICE = {
  code: 'in_service',
  label: 'Nights in service',
  meaning:
    'Beds in use and not closed. Held beds and beds getting ready are in service; so is a closed one with a guest in it.',
};
const CLOSED = {
  code: 'closed',
  label: 'Closed nights',
  meaning: 'The bed was closed and nobody was in it. Its last night is included.',
};
const SLEPT = {
  code: 'slept',
  label: 'Nights slept here',
  meaning: 'Occupied nights less nights away and nights that are not known.',
};
const AWAY = {
  code: 'held_away',
  label: 'Nights away, bed kept',
  meaning: 'From the house day they went to the house day before they were back, by the guest’s own word.',
};
const NOT_KNOWN = {
  code: 'not_known',
  label: 'Nights not known',
  meaning: 'Nobody saw the guest. Neither slept here nor away.',
};
const HELD = {
  code: 'held_not_used',
  label: 'Held, not used',
  meaning:
    'Nights of a hold that ended unused, up to the house day on which it ended. A night of a bed counts once.',
};
