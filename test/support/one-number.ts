import { paths } from '../../src/web/paths.js';
import { type Desk, read } from './desk.js';
import type { House } from './open-house.js';

/** How many beds are free now, as each page says it to a person and the line to anyone outside; they are to be one number. */
export async function freeNow(house: House, desk: Desk, today: string) {
  const { body: line } = (await house.desk().get('/availability.json')) as { body: Record<string, unknown> };
  const [board, sheet, timeline, list, night] = (await Promise.all(
    ['/', paths.nightSheet(), paths.timeline(), '/timeline?view=list', paths.night(today)].map((path) =>
      desk.visit(path),
    ),
  )) as [Page, Page, Page, Page, Page];
  const counts = {
    line: Number(line.freeTonight),
    board: numberIn(read(board, 'h1'), /^Beds: (\d+) free now/u),
    sheet: numberIn(read(sheet, 'main p:not(.flash p) b'), /^(\d+) free now/u),
    timeline: numberIn(read(timeline, 'tfoot .now'), /^(\d+)$/u),
    list: numberIn(read(list, '.tally .now b'), /^(\d+)$/u),
    night: numberIn(read(night, '.lead'), /^(\d+) free now/u),
  };
  return { counts, pages: { board, sheet, timeline, list, night } };
}

type Page = Awaited<ReturnType<Desk['visit']>>;

const numberIn = (text: string, words: RegExp): number => Number(words.exec(text)?.[1] ?? NaN);
