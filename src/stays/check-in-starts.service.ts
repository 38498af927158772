import { Injectable } from '@nestjs/common';
import { isBefore } from '../domain/days.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { HoldsService } from '../holds/holds.service.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import type { Visit } from '../web/visit.js';

type Answers = [string, readonly string[]][];
type Looks = Pick<Visit, 'now' | 'namesUntil'>;

/** What a check-in begins with: what is kept for them, what was begun earlier, the bed that was pressed. */
@Injectable()
export class CheckInStarts {
  constructor(
    private readonly holds: HoldsService,
    private readonly drafts: DraftsService,
  ) {}

  /** `bed` and `hold` are as they stood in the address. Throws NotHere for a hold there is not. */
  async of(asked: { bed: unknown; hold: unknown }, who: Actor, visit: Looks, house: House) {
    const [bed, holdId] = [textOf(asked.bed), textOf(asked.hold)];
    const held = holdId === '' ? [] : await this.held(holdId, visit, house);
    const place = holdId === '' ? paths.checkIn() : paths.checkInFrom(holdId);
    const draft = await this.drafts.find(who.id, place);
    // The bed that was pressed on the board counts, also over one that was chosen in what was begun earlier
    const pressed: Answers = bed === '' ? [] : [['bedId', [bed]]];
    const body: FormBody = new Map([...held, ...(draft?.body ?? []), ...pressed]);
    return { body, draftSavedAt: draft?.savedAt ?? null };
  }

  /**
   * The answers a hold has ready: its bed, name and days, so that one more click checks in. While initials are shown the
   * name stays out of its field: left empty it is the one the bed is kept under.
   */
  private async held(id: string, { now, namesUntil }: Looks, house: House): Promise<Answers> {
    const hold = await this.holds.find(id);
    const name = await this.holds.nameOf(hold);
    const isToCome = isBefore(house.time.houseDay(now), hold.endNight);
    return [
      ['holdId', [hold.id]],
      ['bedId', [hold.bedId]],
      ['departureDay', [isToCome ? hold.endNight.toString() : '']],
      ['name', [namesUntil === null ? '' : (name ?? '')]],
      ['noName', [name === null ? 'yes' : '']],
      // Somebody who stayed before and is known: the page asks, with their record chosen (R17)
      ...(hold.guestId ? known(hold.guestId) : []),
    ];
  }
}

const known = (guestId: string): Answers => [
  ['guestId', [guestId]],
  ['askedSame', ['yes']],
];

const textOf = (asked: unknown): string => (typeof asked === 'string' ? asked : '');
