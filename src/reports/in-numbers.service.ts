/** SQL: a house day as a DayNumber, so that many years need no dates to be made of them. `column` is SQL. */
export const dayIn = (column: string): string => `unixepoch(${column}) / 86400`;

/** SQL: an instant as whole seconds since 1970. */
export const secondsIn = (column: string): string => `unixepoch(${column})`;
