import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { BoardService } from '../beds/board.service.js';
import { PageReader } from '../database/page-reader.js';
import { type Availability, availabilityOf } from '../domain/availability.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';
import { NotHere } from '../web/refusals.js';

/** What is told, of which night, and when it changed last. */
export interface Told extends Availability {
  night: Temporal.PlainDate;
  lastChangedAt: Temporal.Instant | null;
}

/** The line for registries outside the house. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly board: BoardService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere unless the house says it to anyone who asks. */
  async now(house: House | null): Promise<Told> {
    if (!house?.tellsAvailability) throw new NotHere();
    const today = house.time.houseDay(this.clock.now());
    const [beds, lastChangedAt] = await Promise.all([this.board.now(today), this.lastChanged()]);
    return { ...availabilityOf(beds, house.lists.of('bed-features'), today), night: today, lastChangedAt };
  }

  /** To the hour only: nobody outside can tell from it who came or left when. */
  private async lastChanged(): Promise<Temporal.Instant | null> {
    const [act] = await this.pages.rows<{ at: string }>(
      'SELECT at FROM acts WHERE bed_id IS NOT NULL ORDER BY number DESC LIMIT 1',
    );
    return act ? Temporal.Instant.from(act.at).round({ smallestUnit: 'hour', roundingMode: 'floor' }) : null;
  }
}
