/** A trigger that refuses: the statement fails as a whole and nothing it did stays. */
export const refuse = (name: string, when: string, message: string) =>
  `CREATE TRIGGER ${name} ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END`;

/** The rule holds for a row that is inserted and for one that is changed. */
export const onEveryWrite = (name: string, table: string, condition: string, message: string) => [
  refuse(`${name}_on_insert`, `BEFORE INSERT ON ${table} WHEN ${condition}`, message),
  refuse(`${name}_on_update`, `BEFORE UPDATE ON ${table} WHEN ${condition}`, message),
];

/**
 * Compared, not listed after UPDATE OF: a number that is the primary key also changes under the name `rowid`, and then a
 * trigger that waits for `number` stays silent.
 */
export const anyChanged = (...columns: readonly string[]) =>
  columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');
