/** Stands behind who keyed it in: whose hand it was on paper (R52); nothing for what was recorded as usual. */
export const fromPaper = (writer: string | null | undefined): string =>
  writer == null ? '' : ` · from paper, written by ${writer}`;
