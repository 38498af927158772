import type { Response } from 'supertest';
import { Temporal } from 'temporal-polyfill';
import type { Desk, Fields } from '../support/desk.js';
import type { ServedHouse } from './served-house.js';

const CLIENTS = 40;

/** Forty at once who press whatever there is, each act drawn from one seed. */
export class Crowd {
  /** How often each act was answered with each status, as 'move 303'. */
  readonly answers = new Map<string, number>();
  private beds: string[] = [];
  private tokens: string[] = [];
  private left = 0;
  private readonly draw: () => number;

  constructor(
    private readonly house: ServedHouse,
    seed: number,
  ) {
    this.draw = numbersFrom(seed);
  }

  /** Sends so many acts, forty at a time. */
  async press(acts: number): Promise<void> {
    this.beds = await this.ids('SELECT id FROM beds');
    this.tokens = await Promise.all(
      this.house.desks.map(async (desk) => String((await desk.visit('/'))('[name=_csrf]').first().val())),
    );
    this.left = acts;
    await Promise.all(Array.from({ length: CLIENTS }, (_, client) => this.client(client)));
  }

  /** Acts that were answered with a status like this. */
  count(status: RegExp): number {
    return [...this.answers].reduce((sum, [key, count]) => sum + (status.test(key) ? count : 0), 0);
  }

  private async client(number: number): Promise<void> {
    const place = number % this.house.desks.length;
    while (this.left > 0) {
      this.left -= 1;
      const name = this.one(ACTS);
      const asked = await this[name]();
      if (!asked) continue;
      const answer = await this.send(this.house.desks[place]!, this.tokens[place]!, ...asked);
      const key = `${name} ${answer.status}`;
      this.answers.set(key, (this.answers.get(key) ?? 0) + 1);
    }
  }

  private send(desk: Desk, _csrf: string, path: string, fields: Fields): Promise<Response> {
    return desk.post(path, { ...fields, _csrf });
  }

  protected checkIn(): NonNullable<Asked> {
    const fields = { name: `Guest ${this.number(1, 1e6)}`, stayedBefore: 'no', confirmNotReady: 'yes' };
    return ['/check-in', { ...fields, bedId: this.one(this.beds), departureDay: this.day(1, 6) }];
  }

  protected async fromHold(): Promise<Asked> {
    const hold = await this.someone('SELECT id FROM holds WHERE ended_at IS NULL');
    const [path, fields] = this.checkIn();
    return hold === null ? null : [path, { ...fields, holdId: hold }];
  }

  protected hold(): Asked {
    const nights = { firstNight: this.day(0, 8), nights: String(this.number(1, 4)), keepUntil: '' };
    return ['/holds', { bedId: this.one(this.beds), guestName: 'Kim', ...nights }];
  }

  protected async letGo(): Promise<Asked> {
    const hold = await this.someone('SELECT id FROM holds WHERE ended_at IS NULL');
    return hold === null ? null : [`/holds/${hold}/let-go`, { reason: 'They rang' }];
  }

  protected async extend(): Promise<Asked> {
    const stay = await this.stay();
    return stay === null ? null : [`/stays/${stay}/departure-day`, { departureDay: this.day(0, 6) }];
  }

  protected async move(): Promise<Asked> {
    const stay = await this.stay();
    return stay === null ? null : [`/stays/${stay}/move`, { bedId: this.one(this.beds), reason: 'Quieter' }];
  }

  protected async swap(): Promise<Asked> {
    const [stay, otherStayId] = [await this.stay(), await this.stay()];
    return stay === null || otherStayId === null
      ? null
      : [`/stays/${stay}/swap`, { otherStayId, reason: 'Both want it' }];
  }

  protected closeNow(): Asked {
    const lastNight = this.day(0, 3);
    return [`/beds/${this.one(this.beds)}/close-now`, { reason: 'repair', note: 'The tap', lastNight }];
  }

  protected closeLater(): Asked {
    const [firstNight, lastNight] = [this.day(1, 4), this.day(5, 8)];
    const fields = { reason: 'repair', note: 'The floor', firstNight, lastNight };
    return [`/beds/${this.one(this.beds)}/closures`, fields];
  }

  protected async cancel(): Promise<Asked> {
    const closure = await this.someone('SELECT id FROM closures WHERE ended_at IS NULL');
    return closure === null ? null : [`/closures/${closure}/cancel`, { note: 'Mended' }];
  }

  protected async depart(): Promise<Asked> {
    const stay = await this.stay();
    return stay === null ? null : [`/stays/${stay}/departure`, { ending: 'planned', destination: 'family' }];
  }

  protected async undo(): Promise<Asked> {
    const act = await this.someone(
      'SELECT id FROM acts WHERE undo_until IS NOT NULL AND undone_by_act IS NULL ORDER BY number DESC LIMIT 20',
    );
    return act === null ? null : [`/undo/${act}`, {}];
  }

  private stay(): Promise<string | null> {
    return this.someone('SELECT id FROM stays WHERE left_at IS NULL AND undone_at IS NULL');
  }

  private async someone(sql: string): Promise<string | null> {
    const ids = await this.ids(sql);
    return ids.length === 0 ? null : this.one(ids);
  }

  private async ids(sql: string): Promise<string[]> {
    return (await this.house.rows<{ id: string }>(sql)).map(({ id }) => id);
  }

  private one<Of>(list: readonly Of[]): Of {
    return list[this.number(0, list.length - 1)]!;
  }

  /** A whole number from `least` to `most`. */
  private number(least: number, most: number): number {
    return least + Math.floor(this.draw() * (most - least + 1));
  }

  private day(least: number, most: number): string {
    const today = Temporal.Now.zonedDateTimeISO('America/Chicago').subtract({ hours: 4 }).toPlainDate();
    return today.add({ days: this.number(least, most) }).toString();
  }
}

/** Where to send what; null when there is nobody to do it to. */
type Asked = [path: string, fields: Fields] | null;

/** Whatever fills the house comes more often than what empties it. */
const ACTS = [
  ...[
    'checkIn',
    'checkIn',
    'checkIn',
    'hold',
    'hold',
    'hold',
    'fromHold',
    'extend',
    'extend',
    'move',
    'move',
  ],
  ...['swap', 'closeNow', 'closeLater', 'cancel', 'letGo', 'depart', 'undo'],
] as (
  | 'checkIn'
  | 'hold'
  | 'fromHold'
  | 'extend'
  | 'move'
  | 'swap'
  | 'closeNow'
  | 'closeLater'
  | 'cancel'
  | 'letGo'
  | 'depart'
  | 'undo'
)[];

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
