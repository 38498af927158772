import { Injectable } from '@nestjs/common';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { House } from '../domain/house.js';
import type { Shift } from '../domain/shift.js';
import { type Helped, type Rung, withoutBed } from '../domain/without-bed-figures.js';
import { quietLine } from './quiet-line.views.js';

/** What the shift page says of it in one quiet line (R30). */
@Injectable()
export class HelpCounts {
  constructor(private readonly pages: PageReader) {}

  /** '2 visits (3 people) · 1 thing given · 4 calls (50 minutes)'; null when there was nothing. */
  async within({ start, end }: Pick<Shift, 'start' | 'end'>, { time, lists }: House): Promise<string | null> {
    const hours = [start, end].map((at) => instantText.to(at));
    const days = [start, end].map((at) => dayText.to(time.houseDay(at)));
    const [help, calls] = await Promise.all([
      this.pages.rows<Helped>(HELP, hours),
      this.pages.rows<Rung>(CALLS, [...hours, ...days]),
    ]);
    return quietLine(withoutBed(help, calls, lists));
  }
}

const HELP = `SELECT kind, code, count, minutes, is_overnight AS isOvernight FROM help_without_bed
  WHERE at >= ? AND at < ? AND undone_at IS NULL`;

const CALLS = `SELECT line, minutes FROM calls
  WHERE at >= ? AND at < ? AND house_day BETWEEN ? AND ? AND undone_at IS NULL`;
