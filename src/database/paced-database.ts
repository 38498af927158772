import type sqlite3 from 'sqlite3';
import { readerSettings, SettledDatabase } from './connection-settings.js';

type Callback = (this: unknown, ...results: unknown[]) => void;
type Method = 'run' | 'all' | 'get';

/**
 * A reading connection that hands SQLite a few statements at a time. A statement waiting for its connection holds one of
 * libuv's threads, and with all of them held the writer waits too.
 */
class PacedDatabase extends SettledDatabase {
  private inFlight = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    file: string,
    mode: number,
    private readonly mostInFlight: number,
    done: (error: Error | null) => void,
  ) {
    super(file, mode, readerSettings, done);
  }

  override run(sql: string, ...rest: unknown[]): this {
    return this.inTurn('run', sql, rest);
  }

  override all(sql: string, ...rest: unknown[]): this {
    return this.inTurn('all', sql, rest);
  }

  override get(sql: string, ...rest: unknown[]): this {
    return this.inTurn('get', sql, rest);
  }

  private inTurn(method: Method, sql: string, rest: unknown[]): this {
    const callback = rest.at(-1) as Callback;
    const next = () => this.next();
    const settled: Callback = function (...results) {
      next();
      callback.apply(this, results);
    };
    this.waiting.push(() => super[method](sql, ...rest.slice(0, -1), settled));
    this.start();
    return this;
  }

  private start(): void {
    while (this.inFlight < this.mostInFlight && this.waiting.length > 0) {
      this.inFlight += 1;
      this.waiting.shift()!();
    }
  }

  private next(): void {
    this.inFlight -= 1;
    this.start();
  }
}

type Done = (this: sqlite3.Database, error: Error | null) => void;

/** For pages: short questions, at most three at once. */
export class PagesDatabase extends PacedDatabase {
  constructor(file: string, mode: number, done: Done) {
    super(file, mode, 3, done);
  }
}

/** For reports, exports and checks: one after the other. */
export class ReportsDatabase extends PacedDatabase {
  constructor(file: string, mode: number, done: Done) {
    super(file, mode, 1, done);
  }
}
