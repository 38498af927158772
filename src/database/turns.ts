import { AsyncLocalStorage } from 'node:async_hooks';
import { HouseIsBusy } from './refusals.js';

/** First in, first out, one at a time. */
export class Turns {
  private readonly mine = new AsyncLocalStorage<{ isOver: boolean }>();
  private last: Promise<unknown> = Promise.resolve();
  private taken = 0;

  /** @param mostWaiting how many may wait behind the one whose turn it is */
  constructor(private readonly mostWaiting: number) {}

  /**
   * Answers what `work` answers once its turn came. Throws HouseIsBusy, and never starts, when too many wait; throws when
   * called from inside a turn, which would wait for itself for ever.
   */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.mine.getStore()?.isOver === false)
      throw new Error('Already inside: pass on what is open instead');
    if (this.taken > this.mostWaiting) throw new HouseIsBusy();
    this.taken += 1;
    const turn = this.last.then(() => this.inTurn(work));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = { isOver: false };
    try {
      return await this.mine.run(turn, work);
    } finally {
      turn.isOver = true;
      this.taken -= 1;
    }
  }
}
