/** CHECK expressions that the first migration uses again and again. */

/** A UTC instant in whole seconds, as text that sorts by time. */
export const isInstant = (column: string) =>
  `${column} GLOB '2[0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'`;

/** Whole minutes: what happened in the house is never finer (R3). */
export const isMinute = (column: string) =>
  `${column} GLOB '2[0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:00Z'`;

export const isText = (column: string, most: number) =>
  `length(trim(${column})) > 0 AND length(${column}) <= ${most}`;

export const isOneOf = (column: string, values: readonly string[]) =>
  `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
