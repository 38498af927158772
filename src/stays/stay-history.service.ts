import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { historyOf } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import { PageReader } from '../database/page-reader.js';
import { type Act, withoutTasks } from '../domain/act.js';
import { PaperSheets } from '../paper/paper-sheets.service.js';
import { PeopleService } from '../people/people.service.js';
import type { HistoryLine } from './history.views.js';

/** What was done with a stay, by whom, from whose hand, and what can still be undone (R18, R24). */
@Injectable()
export class StayHistory {
  constructor(
    private readonly beds: BedsService,
    private readonly people: PeopleService,
    private readonly paper: PaperSheets,
    private readonly reader: PageReader,
  ) {}

  /** What was done, and the names of the beds it was done with. */
  async of(stayId: string, now: Temporal.Instant) {
    const [acts, beds] = await Promise.all([historyOf(this.reader.manager, stayId), this.beds.all()]);
    const bedNames = new Map(beds.map((bed) => [bed.id, bed.name]));
    const lines = await this.withNames(acts, now);
    const shown = withoutTasks(acts);
    return {
      history: lines.filter(({ act }) => shown.includes(act)),
      said: lines.filter(({ act }) => act.kind === 'task.answered'),
      bedNames,
    };
  }

  private async withNames(acts: Act[], now: Temporal.Instant) {
    const agreed = acts.flatMap(({ details }) => details.agreedBy ?? []);
    const names = await this.people.names([...acts.map(({ personId }) => personId), ...agreed]);
    const [guests, writers] = await Promise.all([this.guestNames(acts), this.paper.writersOf(acts)]);
    return acts.map((act, place) => ({
      act,
      personName: names.get(act.personId) ?? 'Someone',
      agreedBy: act.details.agreedBy ? (names.get(act.details.agreedBy) ?? 'a coordinator') : null,
      paperWriter: writers.get(act.id) ?? null,
      whyNotUndo: act.whyNotUndo(now, acts.slice(place + 1)),
      guests: guests.get(act.id) ?? null,
    }));
  }

  /** Whose stay it was said to be, or what they were called, before and after a line of history, by its id. */
  private async guestNames(acts: Act[]): Promise<Map<string, HistoryLine['guests']>> {
    if (!acts.some(({ details }) => details.field === 'guest' || details.field === 'name')) return new Map();
    const rows = await this.reader.rows<{ id: string; from: string | null; to: string | null }>(NAMES, [
      acts[0]!.stayId,
    ]);
    return new Map(rows.map(({ id, from, to }) => [id, { from, to }]));
  }
}

const NAMES = `SELECT a.id, coalesce(n.name_from, was.name) AS "from", coalesce(n.name_to, became.name) AS "to"
  FROM acts a LEFT JOIN earlier_names n ON n.act_id = a.id
    LEFT JOIN guests was ON was.id = a.details ->> 'from' LEFT JOIN guests became ON became.id = a.details ->> 'to'
  WHERE a.stay_id = ? AND a.details ->> 'field' IN ('guest', 'name')`;
