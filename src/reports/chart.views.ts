import { counted } from '../web/counted.js';
import type { NightsOfStays } from '../domain/measures.js';

/** Longer stays share one bar: the page stays readable when somebody stayed for months. */
const MOST_NIGHTS_SHOWN = 28;

interface Bar {
  /** '4', or '29+' for all longer stays together. */
  label: string;
  stays: number;
}

// In the units of the drawing, which are pixels of the page
const STEP = 38;
const WIDTH = 26;
const HIGHEST = 110;
const TOP = 26;
const BASE = TOP + HIGHEST;
const HEIGHT = BASE + 54;
const SIDE = 4;

/** A bar for each number of nights up to the longest stay, with the numbers themselves for the table below it. */
export function spreadChart(spread: NightsOfStays['spread']) {
  const bars = barsOf(spread);
  const most = Math.max(...bars.map(({ stays }) => stays));
  const width = bars.length * STEP + 2 * SIDE;
  return {
    width,
    height: HEIGHT,
    right: width - SIDE,
    left: SIDE,
    base: BASE,
    numbersAt: BASE + 22,
    axisAt: BASE + 46,
    said: bars
      .filter(({ stays }) => stays > 0)
      .map(({ label, stays }) => said(label, stays))
      .join(', '),
    bars: bars.map(({ label, stays }, place) => {
      const height = Math.round((stays / most) * HIGHEST);
      const middle = SIDE + place * STEP + STEP / 2;
      const top = BASE - height;
      return { label, stays, x: middle - WIDTH / 2, middle, y: top, width: WIDTH, height, countAt: top - 7 };
    }),
  };
}

function barsOf(spread: NightsOfStays['spread']): Bar[] {
  const longest = Math.min(spread.at(-1)?.nights ?? 0, MOST_NIGHTS_SHOWN);
  const bars = Array.from({ length: longest + 1 }, (_, nights) => ({
    label: String(nights),
    stays: spread.find((each) => each.nights === nights)?.stays ?? 0,
  }));
  const longer = spread.filter(({ nights }) => nights > MOST_NIGHTS_SHOWN);
  const stays = longer.reduce((sum, each) => sum + each.stays, 0);
  return stays > 0 ? [...bars, { label: `${MOST_NIGHTS_SHOWN + 1}+`, stays }] : bars;
}

/** '2 stays of 4 nights', '1 stay of 29 nights or more' */
function said(label: string, stays: number): string {
  const nights = label === '1' ? '1 night' : `${label.replace('+', '')} nights`;
  return `${counted(stays, 'stay')} of ${nights}${label.endsWith('+') ? ' or more' : ''}`;
}
