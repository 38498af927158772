import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Turn } from '../domain/turn.js';
import { AnswersService } from '../questions/answers.service.js';
import { type AtDesk, TurnActs } from './turn-acts.service.js';
import { TurnsService } from './turns.service.js';

/** How a turn ends: what was answered is kept, or is gone. */
@Injectable()
export class TurnEnds {
  constructor(
    private readonly turns: TurnsService,
    private readonly acts: TurnActs,
    private readonly answers: AnswersService,
    private readonly audit: AuditService,
  ) {}

  /** What they answered belongs to the stay from now on; nothing to keep is the same as throwing it away. */
  keep(at: AtDesk): Promise<void> {
    return this.acts.step(at, async (tx, turn) => {
      const answers = await this.turns.answers(turn.id, tx);
      const { stayId, moment, language } = turn;
      if (moment === null || answers.length === 0) return this.over(tx, turn, 'thrown');
      const set = { stayId, moment, followUpId: null, language, cameBy: 'screen', answers } as const;
      await this.answers.keep(tx, set, at.who, at.house);
      await this.audit.write(tx, at.who.id, 'turn.keep', stayId);
      await this.over(tx, turn, 'kept');
    });
  }

  /** The trail does not tell it from any other step. */
  throwAway(at: AtDesk): Promise<void> {
    return this.acts.step(at, (tx, turn) => this.over(tx, turn, 'thrown'));
  }

  private async over(tx: EntityManager, turn: Turn, how: 'kept' | 'thrown'): Promise<void> {
    await this.turns.forgetHalf(tx, turn.id);
    turn.end(how);
  }
}
