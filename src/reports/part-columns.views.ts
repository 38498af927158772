import { occupancyOf } from '../domain/night-figures.js';
import type { PartOfPeriod } from '../domain/occupancy-report.js';
import type { PartKind } from '../domain/period-parts.js';
import { shownRatio } from './figures.views.js';
import { partShort } from './part-words.views.js';

// In the units of the drawing, which are pixels of the page
const STEP = 52;
const WIDTH = 34;
const HIGHEST = 120;
const TOP = 26;
const BASE = TOP + HIGHEST;
const HEIGHT = BASE + 66;
const SIDE = 4;
/** Room for the words below it, however few columns there are. */
const NARROWEST = 280;

/** A column for each part of a period, as high as its occupancy; the lighter one behind it is all nights in service. */
export function partColumns(parts: readonly PartOfPeriod[], kind: PartKind) {
  const columns = parts.map(({ period, counts }, place) => {
    const percent = shownRatio(occupancyOf(counts), 100, 0);
    const high = Math.round((occupancyOf(counts) ?? 0) * HIGHEST);
    const [label, below] = partShort(period, kind, place === 0);
    const middle = SIDE + place * STEP + STEP / 2;
    return {
      ...{ label, below, percent, middle, high, x: middle - WIDTH / 2, y: BASE - high },
      countAt: BASE - high - 7,
      inService: counts.inService > 0,
    };
  });
  return {
    ...{ columns, width: Math.max(columns.length * STEP + 2 * SIDE, NARROWEST), height: HEIGHT, wide: WIDTH },
    ...{ left: SIDE, top: TOP, highest: HIGHEST, base: BASE },
    ...{ right: columns.length * STEP + SIDE, labelAt: BASE + 20, belowAt: BASE + 38, axisAt: BASE + 60 },
    said: columns.map(({ label, below, percent }) => spoken(label, below, percent)).join(', '),
  };
}

/** '1 Feb 80%' */
const spoken = (label: string, below: string, percent: number | 'none'): string =>
  `${[label, below].filter(Boolean).join(' ')}: ${percent === 'none' ? percent : `${percent}%`}`;
