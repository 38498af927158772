import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, MoreThan } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { Guest } from '../domain/guest.js';
import { Stay } from '../domain/stay.js';

/** Something done this shift that can still be undone, as the board lists it. */
export interface Recent {
  act: Act;
  bedName: string;
  guest: Guest | null;
  personName: string;
  canUndo: boolean;
}

const MOST = 5;

type ActWithGuest = Act & { guest?: Guest };

/** What was done this shift, newest first: undo stands on the board, where the slip is noticed (R24). */
@Injectable()
export class RecentActs {
  constructor(private readonly pages: PageReader) {}

  async thisShift(now: Temporal.Instant): Promise<Recent[]> {
    const found = await this.undoable(now);
    const later = await this.laterThan(found.map(({ act }) => act));
    return found.map((line) => ({
      ...line,
      canUndo:
        line.act.whyNotUndo(
          now,
          later.filter((each) => isLater(each, line.act)),
        ) === null,
    }));
  }

  private async undoable(now: Temporal.Instant): Promise<Omit<Recent, 'canUndo'>[]> {
    const { entities, raw } = await this.pages.manager
      .createQueryBuilder(Act, 'act')
      .leftJoin(Stay, 'stay', 'stay.id = act.stayId')
      .leftJoinAndMapOne('act.guest', Guest, 'guest', 'guest.id = stay.guestId')
      .innerJoin('beds', 'bed', 'bed.id = act.bed_id')
      .innerJoin('people', 'person', 'person.id = act.person_id')
      .addSelect('bed.name', 'bed_name')
      .addSelect('person.name', 'person_name')
      .where('act.undo_until > :now AND act.undone_by_act IS NULL', { now: instantText.to(now) })
      .orderBy('act.number', 'DESC')
      .limit(MOST)
      .getRawAndEntities<{ bed_name: string; person_name: string }>();
    return (entities as ActWithGuest[]).map((act, place) => ({
      act,
      guest: act.guest ?? null,
      bedName: raw[place]!.bed_name,
      personName: raw[place]!.person_name,
    }));
  }

  /** Everything done since the oldest of these, with their stays and beds: what may stand in the way of undoing one. */
  private laterThan(acts: readonly Act[]): Promise<Act[]> {
    const oldest = acts.at(-1);
    if (!oldest) return Promise.resolve([]);
    const number = MoreThan(oldest.number);
    const stayIds = acts.flatMap(({ stayId }) => stayId ?? []);
    const bedIds = acts.flatMap(({ bedId }) => bedId ?? []);
    return this.pages.manager.findBy(Act, [
      { stayId: In(stayIds), number },
      { bedId: In(bedIds), number },
    ]);
  }
}

/** With the same stay, or with the same bed where no stay is meant. */
const isLater = (act: Act, than: Act): boolean =>
  act.number > than.number && (than.stayId ? act.stayId === than.stayId : act.bedId === than.bedId);
