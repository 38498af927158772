import { Injectable } from '@nestjs/common';
import { PageReader } from '../database/page-reader.js';
import { GuestName } from '../domain/guest-name.js';
import { type About, type Flash, type Known, partOf, type ToldFlash } from '../web/flash.js';
import { type Part, text } from '../web/sentence.js';

/** Says of whom the message of the last page was, as they are called now. */
@Injectable()
export class FlashWords {
  constructor(private readonly pages: PageReader) {}

  async of({ message, undo }: Flash): Promise<ToldFlash> {
    const pieces = typeof message === 'string' ? [message] : message;
    return { message: await Promise.all(pieces.map((each, place) => this.part(each, place === 0))), undo };
  }

  private async part(piece: string | About, isStart: boolean): Promise<Part> {
    return typeof piece === 'string' ? text(piece) : partOf(piece, await this.known(piece), isStart);
  }

  private async known({ of, id }: About): Promise<Known> {
    const [row] = await this.pages.rows<{ name: string | null; bed: string | null }>(SQL[of], [id]);
    if (!row) return { guest: null, bed: null };
    const { name, bed } = row;
    // Somebody who is not here yet is not known by a bed
    const isHere = of === 'stay' || of === 'guest';
    return { guest: name === null && !isHere ? null : new GuestName(name, bed ?? 'the house'), bed };
  }
}

const STAY = `SELECT g.name, b.name AS bed FROM stays s
  JOIN guests g ON g.id = s.guest_id JOIN bed_segments p ON p.stay_id = s.id JOIN beds b ON b.id = p.bed_id`;

/** The bed of the last part that was slept in; of an undone stay the one it had. */
const LAST = 'ORDER BY s.arrived_at DESC, p.undone_at IS NULL DESC, p.place DESC LIMIT 1';

const SQL: Record<About['of'], string> = {
  stay: `${STAY} WHERE s.id = ? ${LAST}`,
  guest: `${STAY} WHERE s.guest_id = ? ${LAST}`,
  hold: `SELECT coalesce(g.name, h.guest_name) AS name, b.name AS bed
    FROM holds h JOIN beds b ON b.id = h.bed_id LEFT JOIN guests g ON g.id = h.guest_id WHERE h.id = ?`,
  entry: 'SELECT name, NULL AS bed FROM waitlist WHERE id = ?',
  bed: 'SELECT NULL AS name, name AS bed FROM beds WHERE id = ?',
};
