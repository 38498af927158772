import sqlite3 from 'sqlite3';
import { SettledDatabase, writerSettings } from './connection-settings.js';
import { openUnits, type OpenUnit } from './open-unit.js';
import { WriteOutsideUnitOfWork } from './refusals.js';
import { isOnRows, isReading, isSteering } from './statement-kinds.js';

/**
 * The writer's connection. Who calls is asked at the moment of the call: a statement that could change anything throws
 * WriteOutsideUnitOfWork unless the open unit of work runs it.
 */
export class GuardedDatabase extends SettledDatabase {
  constructor(file: string, mode: number, done: (error: Error | null) => void) {
    super(file, mode, writerSettings, done);
    // In the order they were given: a statement nobody waited for cannot slip behind the COMMIT
    this.serialize();
  }

  override run(sql: string, ...rest: unknown[]): this {
    return super.run(sql, ...watched(sql, rest));
  }

  override all(sql: string, ...rest: unknown[]): this {
    return super.all(sql, ...watched(sql, rest));
  }

  override get(sql: string, ...rest: unknown[]): this {
    return super.get(sql, ...watched(sql, rest));
  }

  override each(sql: string): this {
    throw new WriteOutsideUnitOfWork(sql);
  }

  override exec(sql: string): this {
    throw new WriteOutsideUnitOfWork(sql);
  }

  /** Prepared statements outlive the unit they were made in. */
  override prepare(sql: string): sqlite3.Statement {
    throw new WriteOutsideUnitOfWork(sql);
  }

  map(sql: string): this {
    throw new WriteOutsideUnitOfWork(sql);
  }

  loadExtension(): this {
    throw new WriteOutsideUnitOfWork('loadExtension');
  }
}

/** The same arguments, with a callback that notes whether the transaction can still be trusted to be open. */
function watched(sql: string, rest: unknown[]): unknown[] {
  const unit = openUnits.getStore();
  if (!isReading(sql) && !isAllowed(sql, unit)) throw new WriteOutsideUnitOfWork(sql);
  if (unit?.phase !== 'working') return rest;
  if (unit.brokenBy) throw unit.brokenBy;
  return rest.map((each) => (typeof each === 'function' ? noting(unit, each as Callback) : each));
}

const isAllowed = (sql: string, unit: OpenUnit | undefined): boolean =>
  (unit?.phase === 'working' && isOnRows(sql)) || (unit?.phase === 'steering' && isSteering(sql));

type Callback = (this: unknown, error: (Error & { errno?: number }) | null, ...rest: unknown[]) => void;

/** A refused row leaves the transaction open; a full disk or a failing one may have ended it. */
function noting(unit: OpenUnit, callback: Callback): Callback {
  return function (error, ...rest) {
    if (error && error.errno !== sqlite3.CONSTRAINT) unit.brokenBy ??= error;
    callback.call(this, error, ...rest);
  };
}
