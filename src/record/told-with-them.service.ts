import { Injectable } from '@nestjs/common';
import { type ConnectionTold, ConnectionsService } from '../connections/connections.service.js';
import type { Question } from '../domain/question.js';
import type { SupportTold } from '../domain/support.js';
import { type AnswerSet, AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { SupportService } from '../stays/support.service.js';

/** What a guest told in a stay beside its notes. */
export interface Told {
  answers: AnswerSet[];
  /** Null where nobody told it. */
  support: SupportTold | null;
  connections: ConnectionTold[];
}

/** Gathers what a guest answered, what was there for them, and where they were connected to. */
@Injectable()
export class ToldWithThem {
  constructor(
    private readonly answers: AnswersService,
    private readonly questions: QuestionsService,
    private readonly support: SupportService,
    private readonly connections: ConnectionsService,
  ) {}

  async of(stayId: string): Promise<Told> {
    const [answers, { last }, connections] = await Promise.all([
      this.answers.of(stayId),
      this.support.of(stayId),
      this.connections.toldOf(stayId),
    ]);
    return { answers, support: last, connections };
  }

  /** Every version there was: answers are read with the words they were given to. */
  asked(): Promise<Question[]> {
    return this.questions.versions();
  }
}
