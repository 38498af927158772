import type { Logger } from 'typeorm';

const nothing = () => undefined;

/** TypeORM says nothing: what it would say has the statement and its values in it, and so names. */
export const silence: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
