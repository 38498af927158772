import { Injectable } from '@nestjs/common';
import { Conflict } from '../domain/conflict.js';
import { AnswersService } from '../questions/answers.service.js';
import { StaysService } from '../stays/stays.service.js';
import { Page } from '../web/answer.js';
import type { Answered } from '../web/fields.js';
import { FormTokens } from '../web/form-tokens.js';
import type { Desk } from '../web/who.js';
import { handOverView } from './hand-over.views.js';
import { TurnsService } from './turns.service.js';

export type Purpose = 'go-on' | 'arrival' | 'leaving' | 'read';

/** Gathers for what a screen can be handed over. */
@Injectable()
export class HandOverPages {
  constructor(
    private readonly stays: StaysService,
    private readonly turns: TurnsService,
    private readonly answers: AnswersService,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for an unknown stay, a Conflict for one that does not count, or whose guest died (R50). */
  async offered(stayId: string): Promise<Purpose[]> {
    const { stay, death } = await this.stays.find(stayId);
    if (stay.undoneAt) throw new Conflict('This check-in was undone.');
    if (death) throw new Conflict('Nothing is asked here any more.');
    const [sets, turn] = await Promise.all([this.answers.of(stayId), this.turns.ofStay(stayId)]);
    const moments = (['arrival', 'leaving'] as const).filter(
      (moment) => !sets.some((set) => set.moment === moment),
    );
    return [...(turn && turn.ended === null ? (['go-on'] as const) : []), ...moments, 'read'];
  }

  async page(stayId: string, form: Answered, { who, house }: Desk, status: number): Promise<Page> {
    const [whole, offered, turn, sets] = await Promise.all([
      this.stays.find(stayId),
      this.offered(stayId),
      this.turns.ofStay(stayId),
      this.answers.of(stayId),
    ]);
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    const facts = { whole, offered, turn, sets, house, who, formToken };
    return new Page('turn/hand-over', handOverView(form, facts), status);
  }
}
