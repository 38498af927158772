import { AsyncLocalStorage } from 'node:async_hooks';
import { HouseIsBusy } from './refusals.js';

interface Turn {
  of: Turns;
  isOver: boolean;
  /** The turn of another queue this one was taken in. */
  around: Turn | undefined;
}

/** One for all queues: node asks every storage that was ever used at each promise, also when its house is long closed. */
const turnsAround = new AsyncLocalStorage<Turn>();

/** First in, first out, one at a time. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private taken = 0;

  /** @param mostWaiting how many may wait behind the one whose turn it is */
  constructor(private readonly mostWaiting: number) {}

  /**
   * Answers what `work` answers once its turn came. Throws HouseIsBusy, and never starts, when too many wait; throws when
   * called from inside a turn, which would wait for itself for ever.
   */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const around = stillOpen(turnsAround.getStore());
    if (this.isTaken(around)) throw new Error('Already inside: pass on what is open instead');
    if (this.taken > this.mostWaiting) throw new HouseIsBusy();
    this.taken += 1;
    const turn = this.last.then(() => this.inTurn(work, around));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private isTaken(around: Turn | undefined): boolean {
    return around !== undefined && (around.of === this || this.isTaken(stillOpen(around.around)));
  }

  private async inTurn<Result>(work: () => Promise<Result>, around: Turn | undefined): Promise<Result> {
    const turn = { of: this, isOver: false, around };
    try {
      return await turnsAround.run(turn, work);
    } finally {
      turn.isOver = true;
      this.taken -= 1;
    }
  }
}

/** What was started in a turn can go on after it: the turns that are over then stand around nothing any more. */
const stillOpen = (turn: Turn | undefined): Turn | undefined =>
  turn?.isOver ? stillOpen(turn.around) : turn;
