import type { Night } from './calendar.js';
import type { Limit } from './records.js';

export interface NightInBed {
  bed: number;
  night: Night;
}

export const nightsIn = (bed: number, from: Night, end: Night): NightInBed[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, index) => ({ bed, night: from + index }));

/** How long somebody stays, as the house decided it (R22): every night of a stay is looked at for each limit. */
export class Limits {
  /** `kept`: nights that begin on a day on which nobody is asked to leave. */
  constructor(
    private readonly all: readonly Limit[],
    private readonly kept: readonly Night[],
  ) {}

  /** A night would be past a limit it was not past before. */
  arePast(
    before: readonly NightInBed[],
    after: readonly NightInBed[],
    { arrival, others }: { arrival: Night; others: readonly NightInBed[] },
  ): boolean {
    const inForce = this.all.filter((limit) => this.holdsOn(limit, arrival));
    return inForce.some((limit) => {
      const had = this.pastOf(limit, before, others);
      return this.pastOf(limit, after, others).some((past) => !had.includes(past));
    });
  }

  /** The last one for the same beds that has begun. */
  private holdsOn(limit: Limit, arrival: Night): boolean {
    const begun = this.all.filter(({ bed, from }) => bed === limit.bed && from <= arrival);
    return begun.at(-1) === limit;
  }

  private pastOf(limit: Limit, stay: readonly NightInBed[], others: readonly NightInBed[]): string[] {
    const { bed, most, rolling } = limit;
    const isMeant = (each: NightInBed) => bed === null || each.bed === bed;
    const mine = stay.filter(isMeant);
    const all = [...mine, ...others.filter(isMeant)].map(({ night }) => night);
    return mine.flatMap(({ night }, place) => {
      if (this.kept.includes(night)) return [];
      const past = most !== null && place >= most ? [`stay ${night}`] : [];
      if (!rolling) return past;
      const [nights, days] = rolling;
      const near = all.filter((each) => night - days < each && each <= night);
      return near.length > nights ? [...past, `rolling ${night}`] : past;
    });
  }
}
