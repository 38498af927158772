const lead = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/;
const withoutLead = (sql: string): string => sql.replace(lead, '');

const questions = [
  'journal_mode|synchronous|foreign_keys|trusted_schema|cell_size_check|secure_delete|journal_size_limit|busy_timeout',
  'query_only|application_id|user_version|page_count|page_size|freelist_count|data_version|compile_options',
].join('|');
const checks =
  'table_info|table_xinfo|table_list|index_list|index_info|foreign_key_list|foreign_key_check|quick_check|integrity_check';
const readingPragma = new RegExp(
  `^PRAGMA\\s+(?:(?:${questions})|(?:${checks})\\s*(?:\\([\\w"']*\\))?)\\s*;?\\s*$`,
  'i',
);

/** TypeORM says this one on every connection; it only makes the file stricter. */
const stricter = /^PRAGMA foreign_keys = ON$/;

/** A statement that can change nothing, whoever runs it. WITH may write, so it does not count. */
export function isReading(sql: string): boolean {
  const statement = withoutLead(sql);
  return (
    /^(?:SELECT|EXPLAIN|VALUES)\b/i.test(statement) ||
    readingPragma.test(statement) ||
    stricter.test(statement)
  );
}

/** A statement that changes rows inside the open transaction and cannot end it, as INSERT OR ROLLBACK can. */
export function isOnRows(sql: string): boolean {
  const statement = withoutLead(sql);
  return /^(?:INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i.test(statement) && !/\bROLLBACK\b/i.test(statement);
}

/** The log beside the file is emptied after COMMIT, where words were taken out for good. */
export const EMPTY_THE_LOG = 'PRAGMA wal_checkpoint(TRUNCATE)';

export const isSteering = (sql: string): boolean =>
  sql === EMPTY_THE_LOG || /^(?:BEGIN IMMEDIATE|COMMIT|ROLLBACK)$/.test(sql);
