import type { Temporal } from 'temporal-polyfill';
import type { Summary } from '../beds/board-summary.service.js';
import { isSameDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { nightsBetween, parseDay } from '../domain/house-time.js';
import { freeBeds, type Tile } from '../domain/night-table.js';
import { isIn, lastDay, type Period } from '../domain/period.js';
import { counted } from '../web/counted.js';
import { day, dayShort, month } from '../web/dates.js';
import { field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Part, text } from '../web/sentence.js';
import { type Around, tileView } from './tile.views.js';
import { isNight, MOST_NIGHTS, type TimelineForm, USUAL_NIGHTS } from './timeline.forms.js';
import type { BedTiles, NightClaim } from './timeline.service.js';

/** What the timeline is drawn from. */
export interface TimelineFacts {
  house: House;
  today: Temporal.PlainDate;
  /** Null when the period that was asked for is none. */
  table: { period: Period; beds: readonly BedTiles[]; summary: Summary } | null;
}

export function timelineView(form: TimelineForm, { house, today, table }: TimelineFacts) {
  const typed = form.typed('from');
  return {
    title: titleOf(form, 'Timeline'),
    problems: problems(form),
    action: paths.timeline(),
    from: field(form, 'from', 'First night', { type: typed === '' || parseDay(typed) ? 'date' : 'text' }),
    nights: field(form, 'nights', `Nights, up to ${MOST_NIGHTS}`, {
      type: form.errors.nights ? 'text' : 'number',
    }),
    view: form.isList ? [{ name: 'view', value: 'list' }] : [],
    boardHref: paths.board(),
    table: table && { ...tableView(table, house, today), ...linksOf(table.period, form.isList, today) },
  };
}

function tableView(
  { period, beds, summary }: NonNullable<TimelineFacts['table']>,
  house: House,
  today: Temporal.PlainDate,
) {
  const around = { house, today, end: period.end };
  const span = `${day(period.start, today)} to ${day(lastDay(period), today)}`;
  const free = freeBeds(
    beds.flatMap(({ tiles }) => tiles),
    period,
    today,
  );
  return {
    span,
    count: free.length,
    isLong: free.length > FITS_ON_PAPER,
    nights: nightsOf(period).map((night, place) => ({
      ...headOf(night, place, today),
      free: free[place] ?? '–',
    })),
    beds: beds.map((each, place) => bedView(each, place, around)),
    quiet:
      beds.length === 0 ? 'The house has no beds on these nights. A manager adds them under Settings.' : null,
    summary: isIn(period, today) ? nowWords(summary, today) : null,
  };
}

/** More columns than this cannot be read on paper. */
const FITS_ON_PAPER = 21;

/** 'Sun 22: 1 free now · 1 getting ready', as the board says it. */
const nowWords = ({ freeLine, rest }: Summary, today: Temporal.PlainDate): Part[] => [
  text(`${dayShort(today)}: ${freeLine} · `),
  ...rest,
];

function nightsOf({ start, end }: Period): Temporal.PlainDate[] {
  return Array.from({ length: nightsBetween(start, end) }, (_, days) => start.add({ days }));
}

function headOf(night: Temporal.PlainDate, place: number, today: Temporal.PlainDate) {
  const isNow = isSameDay(night, today);
  const isNewMonth = place === 0 || night.day === 1;
  return {
    label: dayShort(night),
    month: isNewMonth ? month(night).slice(0, 3) : null,
    isNow,
    isOver: night.until(today).sign > 0,
    href: isNow ? paths.night(night.toString()) : null,
  };
}

function bedView(each: BedTiles, place: number, around: Around) {
  const tiles = each.tiles.map((tile) => ({
    ...tileView(tile, each, around),
    nights: nightsBetween(tile.firstNight, tile.endNight),
  }));
  return {
    key: `bed-${place + 1}`,
    name: each.bed.name,
    room: each.bed.room,
    tiles,
    cells: each.tiles.flatMap((tile, at) => cellsOf(tile, tiles[at]!, around.today)),
  };
}

type TileView = ReturnType<typeof tileView>;

interface Cell extends Pick<TileView, 'bed' | 'kind' | 'night'> {
  span: number;
  isNow: boolean;
  /** One of these three: a bar, a link to what can be done with the night, or a word. */
  bar: (TileView & { isOne: boolean }) | null;
  link: { href: string | null; label: string; more: string } | null;
  words: string;
}

/** Nights of nobody stand each in a cell of their own, the first of a run as a link; all others in one bar. */
function cellsOf(tile: Tile<NightClaim>, view: TileView, today: Temporal.PlainDate): Cell[] {
  const span = nightsBetween(tile.firstNight, tile.endNight);
  const { bed, kind } = view;
  if (tile.status !== 'free' && tile.status !== 'empty') {
    const isNow = span === 1 && isSameDay(tile.firstNight, today);
    return [
      {
        bed,
        kind,
        night: view.night,
        span,
        isNow,
        bar: { ...view, isOne: span === 1 },
        link: null,
        words: '',
      },
    ];
  }
  return nightsOf({ start: tile.firstNight, end: tile.endNight }).map((night, place) => ({
    bed,
    kind,
    night: night.toString(),
    span: 1,
    isNow: isSameDay(night, today),
    bar: null,
    link: place === 0 && view.act ? { href: view.href, ...view.act } : null,
    words: tile.status,
  }));
}

function linksOf({ start, end }: Period, isList: boolean, today: Temporal.PlainDate) {
  const count = nightsBetween(start, end);
  const view = isList ? 'list' : '';
  const at = (from: Temporal.PlainDate, as = view) =>
    isNight(from) && isNight(from.add({ days: count - 1 }))
      ? paths.timelineOf(from.toString(), count, as)
      : null;
  const isUsual = isSameDay(start, today.subtract({ days: 1 })) && count === USUAL_NIGHTS;
  return {
    columns: counted(count, 'night'),
    earlierHref: at(start.subtract({ days: count })),
    laterHref: at(end),
    usualHref: isUsual ? null : paths.timelineOf(today.subtract({ days: 1 }).toString(), USUAL_NIGHTS, view),
    otherHref: at(start, isList ? '' : 'list'),
    nowHref: paths.night(today.toString()),
  };
}
