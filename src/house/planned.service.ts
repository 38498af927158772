import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { LONGEST_DAYS, OnShift, type Planned } from '../domain/on-shift.js';

/** Somebody who is on shift or on call, by name. */
export interface Named {
  entry: OnShift;
  name: string;
}

/** Who is on shift and on call, by the plan of the house (R30). */
@Injectable()
export class PlannedService {
  constructor(private readonly pages: PageReader) {}

  /** At this moment: whoever works here no more is neither. */
  async at(now: Temporal.Instant): Promise<Planned> {
    const there = (await this.between(now, now.add({ seconds: 1 }))).filter(({ worksHere }) => worksHere);
    const of = (role: OnShift['role']) => there.filter(({ entry }) => entry.role === role);
    return {
      onShift: namesOf(of('shift')),
      onCall: [
        ...new Map(of('on-call').map(({ entry, name }) => [name, { name, phone: entry.phone }])).values(),
      ],
    };
  }

  /** Whoever was, or is to be, on shift or on call in any moment of these; first those who began first. */
  async between(start: Temporal.Instant, end: Temporal.Instant): Promise<(Named & { worksHere: boolean })[]> {
    const longest = end.add({ hours: LONGEST_DAYS * 24 });
    const found = await this.named(
      'entry.to_at > :start AND entry.to_at <= :longest AND entry.from_at < :end',
      {
        start: instantText.to(start),
        end: instantText.to(end),
        longest: instantText.to(longest),
      },
    );
    return found.filter(({ entry }) => entry.touches(start, end));
  }

  /** Whoever is now or is still to come. */
  async ahead(now: Temporal.Instant): Promise<Named[]> {
    const found = await this.named('entry.to_at > :now', { now: instantText.to(now) });
    return found.filter(({ entry }) => entry.isAhead(now));
  }

  private async named(condition: string, values: Record<string, string>) {
    const { entities, raw } = await this.pages.manager
      .createQueryBuilder(OnShift, 'entry')
      .innerJoin('people', 'person', 'person.id = entry.person_id')
      .addSelect('person.name', 'person_name')
      .addSelect('person.disabled_at', 'disabled_at')
      .where(`${condition} AND entry.undone_at IS NULL`, values)
      .orderBy('entry.from_at')
      .addOrderBy('person.name')
      .getRawAndEntities<{ person_name: string; disabled_at: string | null }>();
    return entities.map((entry, place) => ({
      entry,
      name: raw[place]!.person_name,
      worksHere: raw[place]!.disabled_at === null,
    }));
  }
}

/** Each name once, though somebody is there for two reasons. */
export const namesOf = (there: readonly Named[]): string[] => [...new Set(there.map(({ name }) => name))];
