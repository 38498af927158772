import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { AbsenceKind } from '../domain/absent-nights.js';
import { statusOf } from '../domain/bed-board.js';
import { counted } from '../web/counted.js';
import { dayShort } from '../web/dates.js';
import { named, type Part, text } from '../web/sentence.js';
import { type BedNow, nameOf } from './board.service.js';

/** The house in one line. */
export interface Summary {
  /** The beds that count: in use, or with a guest. */
  beds: readonly BedNow[];
  free: readonly BedNow[];
  /** '1 free now' */
  freeLine: string;
  /** '1 getting ready · 1 once S. leaves · 2 guests here' */
  rest: Part[];
}

/** Counts the beds once for every page, so that all of them say one number (R8). */
@Injectable()
export class BoardSummary {
  of(all: readonly BedNow[], today: Temporal.PlainDate): Summary {
    const beds = all.filter((each) => each.stay !== null || each.bed.isInUse(today));
    const free = beds.filter((each) => statusOf(each, today) === 'free');
    return { beds, free, freeLine: `${free.length} free now`, rest: restOf(beds, today) };
  }
}

/** Of the guests here; one who is away has their bed (R21). */
function outOf(beds: readonly BedNow[]): Part[][] {
  const count = (kind: AbsenceKind) => beds.filter(({ absence }) => absence?.kind === kind).length;
  const [away, notSeen] = [count('away'), count('not-seen')];
  return [away > 0 ? [text(`${away} of them away`)] : [], notSeen > 0 ? [text(`${notSeen} not seen`)] : []];
}

function restOf(beds: readonly BedNow[], today: Temporal.PlainDate): Part[] {
  const ready = beds.filter((each) => statusOf(each, today) === 'getting-ready').length;
  const leaving = beds.filter(({ stay }) => stay?.isLeavingOn(today));
  const here = beds.filter(({ stay }) => stay !== null).length;
  const expected = beds.filter((each) => ['arriving', 'held'].includes(statusOf(each, today))).length;
  const sentences: Part[][] = [
    ready > 0 ? [text(`${ready} getting ready`)] : [],
    leaving.length === 1 ? [text('1 once '), named(nameOf(leaving[0]!)), text(' leaves')] : [],
    leaving.length > 1 ? [text(`${leaving.length} leaving today, ${dayShort(today)}`)] : [],
    [text(`${counted(here, 'guest')} here`)],
    ...outOf(beds),
    expected > 0 ? [text(`${expected} expected`)] : [],
  ];
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, place) => (place ? [text(' · '), ...parts] : parts));
}
