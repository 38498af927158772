import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { explained } from './constraint-errors.js';
import { openUnits, type OpenUnit } from './open-unit.js';
import { EMPTY_THE_LOG } from './statement-kinds.js';
import { Turns } from './turns.js';

const MOST_WAITING = 200;

type Work<Result> = (tx: EntityManager) => Promise<Result>;

/**
 * Every write of the house: one unit after the other on the one writing connection, kept whole or not at all. Never
 * TypeORM's `transaction()`: on one connection two that overlap share it, and lose or keep each other's rows.
 */
export class UnitOfWork {
  private readonly turns: Turns;
  private readonly settling: Work<void>[] = [];
  private isInDoubt = false;

  constructor(
    private readonly writer: DataSource,
    mostWaiting = MOST_WAITING,
  ) {
    this.turns = new Turns(mostWaiting);
  }

  /** Runs first in each unit, in its transaction: what time alone has changed (R14). */
  settleFirst(settle: Work<void>): void {
    this.settling.push(settle);
  }

  /**
   * Answers once COMMIT returned. Whatever `work` throws is thrown on and nothing is kept; what the file itself refuses is
   * thrown as a Conflict, HouseFileFull or HouseIsBusy. Inside, the database only: pass `tx` on, never run another unit.
   */
  run<Result>(work: Work<Result>): Promise<Result> {
    const unit: OpenUnit = { phase: 'steering', brokenBy: null, forgets: false };
    return this.turns.take(() => openUnits.run(unit, () => this.inTransaction(unit, work)));
  }

  /**
   * Inside a unit: what it takes out is to be gone for good (R28, R47). The file overwrites it by itself; the log beside the
   * file is emptied once COMMIT returned. A page that is being read just then can put that off to the next time.
   */
  forgetForGood(): void {
    const unit = openUnits.getStore();
    if (!unit) throw new Error('forgetForGood belongs inside a unit of work');
    unit.forgets = true;
  }

  private async inTransaction<Result>(unit: OpenUnit, work: Work<Result>): Promise<Result> {
    try {
      const runner = await this.begin();
      const result = await this.settleAndWork(unit, runner.manager, work);
      if (unit.brokenBy) throw unit.brokenBy;
      await runner.query('COMMIT');
      if (unit.forgets) await runner.query(EMPTY_THE_LOG);
      return result;
    } catch (error) {
      throw explained(error);
    } finally {
      await this.proveNoneOpen();
      unit.phase = 'over';
    }
  }

  private async settleAndWork<Result>(
    unit: OpenUnit,
    tx: EntityManager,
    work: Work<Result>,
  ): Promise<Result> {
    unit.phase = 'working';
    try {
      for (const settle of this.settling) await settle(tx);
      return await work(tx);
    } finally {
      unit.phase = 'steering';
    }
  }

  private async begin(): Promise<QueryRunner> {
    if (this.isInDoubt) await this.connectAnew();
    try {
      return await this.beginOn(this.writer.createQueryRunner());
    } catch (error) {
      if (!/within a transaction/.test(String(error))) throw error;
      await this.connectAnew();
      return this.beginOn(this.writer.createQueryRunner());
    }
  }

  private async beginOn(runner: QueryRunner): Promise<QueryRunner> {
    await runner.query('BEGIN IMMEDIATE');
    markAsInside(runner, true);
    return runner;
  }

  /** Rolls back whatever is open. SQLite saying that nothing is, is the proof; without it the next unit connects anew. */
  private async proveNoneOpen(): Promise<void> {
    if (!this.writer.isInitialized) return;
    this.isInDoubt = true;
    const runner = this.writer.createQueryRunner();
    markAsInside(runner, false);
    for (let attempt = 0; attempt < 2 && this.isInDoubt; attempt += 1) {
      await runner.query('ROLLBACK').catch((error) => {
        this.isInDoubt = !/no transaction is active/.test(String(error));
      });
    }
  }

  /** A connection opens with every setting made and read back, so the new one is as good as the first. */
  private async connectAnew(): Promise<void> {
    this.isInDoubt = true;
    if (this.writer.isInitialized) await this.writer.destroy();
    await this.writer.initialize();
    this.isInDoubt = false;
  }
}

/** Otherwise `save` would open a transaction of its own inside ours, and roll ours back with its own. */
function markAsInside(runner: QueryRunner, isInside: boolean): void {
  Object.assign(runner as { isTransactionActive: boolean; transactionDepth?: number }, {
    isTransactionActive: isInside,
    transactionDepth: isInside ? 1 : 0,
  });
}
