import { Injectable } from '@nestjs/common';
import { BoardService } from '../beds/board.service.js';
import { BedsService } from '../beds/beds.service.js';
import type { Bed } from '../domain/bed.js';
import { NeedsException } from '../domain/conflict.js';
import type { PaperDesk, TypedForm } from '../paper/paper-kinds.service.js';
import type { Question } from '../web/paper-questions.js';
import { ExceptionsService } from './exceptions.service.js';
import { whoQuestion, yesQuestion } from './on-paper.views.js';

/** What lines about a stay ask alike: whose it is, which beds there are, and a coordinator's yes (R22). */
@Injectable()
export class PaperAsks {
  constructor(
    private readonly board: BoardService,
    private readonly beds: BedsService,
    private readonly exceptions: ExceptionsService,
  ) {}

  /** A yes, when it is needed or was asked for, and who of those who are here; `hint` stands beside that question. */
  async about(form: TypedForm, desk: PaperDesk, hint: string | null = null): Promise<Question[]> {
    const [exception, beds] = await Promise.all([this.exception(form, desk), this.here()]);
    return [...yesQuestion(form, exception), whoQuestion(form, beds, hint)];
  }

  async exception(form: TypedForm, { error }: PaperDesk) {
    if (error instanceof NeedsException) return this.exceptions.question(error.past);
    return form.body.has('exceptionReason') ? this.exceptions.question('unknown') : null;
  }

  async inUse({ house, now }: PaperDesk): Promise<Bed[]> {
    const today = house.time.houseDay(now);
    return (await this.beds.all()).filter((bed) => bed.isInUse(today));
  }

  private async here() {
    return (await this.board.occupied()).map((each) => ({ ...each, claims: [] }));
  }
}
