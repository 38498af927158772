/** The house is not opened. The message is for whoever starts Porchlight: plain words, what is wrong and what to do. */
export class CannotOpen extends Error {}

/** Too many acts are waiting their turn, or another program holds the file: 503, nothing was written, try again. */
export class HouseIsBusy extends Error {
  constructor() {
    super('The house is busy. Nothing was kept. Please try again.');
  }
}

/** The disk is full or does not take what is written: 503. The act was not kept; earlier ones are. */
export class HouseFileFull extends Error {}

/** A mistake in the program: something was written, or a transaction steered, other than by the unit of work. */
export class WriteOutsideUnitOfWork extends Error {
  constructor(statement: string) {
    super(`Only a unit of work writes, and only rows: ${firstWords(statement)}`);
  }
}

/** Enough to find the place; never the values. */
const firstWords = (statement: string): string => statement.trim().split(/\s+/).slice(0, 3).join(' ');
