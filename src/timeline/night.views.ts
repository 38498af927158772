import type { Temporal } from 'temporal-polyfill';
import type { Summary } from '../beds/board-summary.service.js';
import { isBefore, isSameDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { absentOn } from '../domain/absent-nights.js';
import { freeBeds, type Tile } from '../domain/night-table.js';
import { counted } from '../web/counted.js';
import { month, nightOf } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { type Part, text } from '../web/sentence.js';
import { type Around, tileView } from './tile.views.js';
import { isNight } from './timeline.forms.js';
import type { BedTiles, NightClaim } from './timeline.service.js';

/** What the page of one night is drawn from. */
export interface NightFacts {
  house: House;
  today: Temporal.PlainDate;
  night: Temporal.PlainDate;
  beds: readonly BedTiles[];
  /** Of the current night, as the board counts. */
  summary: Summary;
}

export function nightView(facts: NightFacts) {
  const { house, today, night, beds } = facts;
  const end = night.add({ days: 1 });
  const isNow = isSameDay(night, today);
  return {
    title: inFull(night),
    lead: leadOf(facts),
    before: nightLink(night.subtract({ days: 1 })),
    after: nightLink(end),
    nowHref: isNow ? null : paths.night(today.toString()),
    sheetHref: isNow ? paths.nightSheet() : null,
    timelineHref: paths.timeline(),
    beds: beds.map((each) => lineOf(each, { house, today, end })),
    quiet: beds.length === 0 ? 'The house has no beds on this night.' : null,
  };
}

/** 'Night of Sun 22 to Mon 23 November 2026' */
const inFull = (night: Temporal.PlainDate): string =>
  `N${nightOf(night).slice(1)} ${month(night.add({ days: 1 }))}`;

/** Of a night of nobody it is enough that it is free. */
function lineOf(each: BedTiles, around: Around) {
  const tile = each.tiles[0]!;
  const view = tileView(tile, each, around);
  return { ...view, range: tile.claim && view.range };
}

const nightLink = (night: Temporal.PlainDate) =>
  isNight(night) ? { href: paths.night(night.toString()), label: nightOf(night) } : null;

/** A kept bed is not a bed slept in, and of a guest nobody saw it is not known (R21). */
function sleptWords(tiles: readonly Tile<NightClaim>[], night: Temporal.PlainDate): string {
  const stayed = tiles.filter(({ status }) => status === 'staying');
  const out = stayed.map(({ claim }) => absentOn(claim?.absences ?? [], night));
  const [away, notSeen] = (['away', 'not-seen'] as const).map(
    (kind) => out.filter((each) => each === kind).length,
  );
  return [
    `${counted(stayed.length - away! - notSeen!, 'guest')} stayed.`,
    ...(away ? [`${away} away, bed kept.`] : []),
    ...(notSeen ? [`Of ${notSeen} it is not known.`] : []),
  ].join(' ');
}

function leadOf({ night, today, beds, summary }: NightFacts): Part[] {
  if (isSameDay(night, today)) return [text(`${summary.freeLine} · `), ...summary.rest];
  const tiles = beds.flatMap((each) => each.tiles);
  if (isBefore(night, today)) {
    return [text(`This night is over. ${sleptWords(tiles, night)}`)];
  }
  const [free] = freeBeds(tiles, { start: night, end: night.add({ days: 1 }) }, today);
  return [text(`${counted(free!, 'bed')} free, as planned so far.`)];
}
