/** One ready answer of a list: what is stored, and the house's words for it. */
export interface ListEntry {
  /** Stable: stored, and used by reports. */
  code: string;
  label: string;
}

/** The house's words for a stored code; the code itself when a list no longer has it. */
export const labelOf = (list: readonly ListEntry[], code: string): string =>
  list.find((entry) => entry.code === code)?.label ?? code;

export const codesOf = (list: readonly ListEntry[]): string[] => list.map(({ code }) => code);
