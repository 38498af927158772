import { HouseIsBusy } from './refusals.js';

/** First in, first out, one at a time. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private taken = 0;

  /** @param mostWaiting how many may wait behind the one whose turn it is */
  constructor(private readonly mostWaiting: number) {}

  /** Answers what `work` answers once its turn came. Throws HouseIsBusy, and never starts, when too many wait. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.taken > this.mostWaiting) throw new HouseIsBusy();
    this.taken += 1;
    const turn = this.last.then(work).finally(() => (this.taken -= 1));
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
