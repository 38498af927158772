import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { HelpTapped } from '../domain/without-bed.js';
import { WithoutBedService } from '../without-bed/without-bed.service.js';
import { Dice } from './dice.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

const MOST_A_DAY = 4;

/** What is done how often: mostly somebody sits in the living room. */
const kinds = [
  ['visit ', 50],
  ['night ', 8],
  ['thing food', 14],
  ['thing fare', 8],
  ['thing clothes', 6],
  ['thing toiletries', 4],
  ['group support', 5],
  ['group meal', 3],
  ['group walk', 2],
] as const;

/** Who came by the living room, what was given, what people did together. */
@Injectable()
export class WithoutBedThread implements Thread {
  constructor(
    private readonly withoutBed: WithoutBedService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, start, today }: Story): Moment[] {
    const dice = new Dice('without a bed');
    const days = start.until(today, { largestUnit: 'day' }).days;
    return Array.from({ length: days }, (_, day) => start.add({ days: day })).flatMap((day) =>
      Array.from({ length: dice.between(0, MOST_A_DAY) }, () => {
        const tapped = tapOf(dice);
        const hour = tapped.isOvernight ? 23 : dice.between(10, 21);
        const at = onHouseDay(house.time, day, `${hour}:${dice.between(10, 59)}`);
        return { at, tell: (tx: EntityManager, cast: Cast) => this.note(tx, cast, at, tapped) };
      }),
    );
  }

  private async note(
    tx: EntityManager,
    { house, onShift }: Cast,
    at: Moment['at'],
    tapped: HelpTapped,
  ): Promise<void> {
    const who = onShift(at);
    const { subjectId } = await this.withoutBed.note(tx, tapped, who, house);
    await this.audit.write(tx, who.id, 'withoutBed.note', subjectId);
  }
}

function tapOf(dice: Dice): HelpTapped {
  const [kind, code] = dice.weighed(kinds).split(' ') as ['visit' | 'night' | 'thing' | 'group', string];
  if (kind === 'group') return { kind, code, count: dice.between(2, 9), isOvernight: false };
  if (kind === 'thing') return { kind, code, count: 1, isOvernight: false };
  return { kind: 'visit', code: null, count: 1, isOvernight: kind === 'night' };
}
