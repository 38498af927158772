import type { NightCounts } from '../domain/bed-nights.js';
import { nights } from '../web/dates.js';

// In the units of the drawing, which are pixels of the page
const LEFT = 110;
const LONGEST = 450;
const STEP = 58;
const HEIGHT = 38;
const ROOM_FOR_WORDS = 110;

/** A bar for each bed: nights in service, and of them those that were occupied. */
export function bedBars(rows: readonly { name: string; counts: NightCounts }[]) {
  const most = Math.max(1, ...rows.map(({ counts }) => counts.inService));
  return {
    width: LEFT + LONGEST + ROOM_FOR_WORDS,
    height: rows.length * STEP,
    said: rows.map(({ name, counts }) => said(name, counts)).join(' '),
    left: LEFT,
    thick: HEIGHT,
    bars: rows.map(({ name, counts: { occupied, inService } }, place) => {
      const top = place * STEP + 10;
      const long = inServiceLength(inService, most);
      return {
        // A long name is whole in the table
        name: name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name,
        top,
        middle: top + HEIGHT / 2 + 5,
        inService: long,
        occupied: inServiceLength(occupied, most),
        wordsAt: LEFT + long + 12,
        words: `${occupied} of ${inService}`,
      };
    }),
  };
}

const MOST_LETTERS = 12;

const inServiceLength = (count: number, most: number): number => Math.round((count / most) * LONGEST);

/** 'South: 8 of 12 nights, closed on 2.' */
const said = (name: string, { occupied, inService, closed }: NightCounts): string =>
  `${name}: ${occupied} of ${nights(inService)}${closed > 0 ? `, closed on ${closed}` : ''}.`;
