/** `npm run check:reliability -- --full` does all of it; `npm test` and CI a short form. */
const isFull = process.env.RELIABILITY === 'full';

/** How much of each promise is tried, with which seeds; a seed given by hand is the only one. */
export const scale = {
  seeds: process.env.RELIABILITY_SEED ? [Number(process.env.RELIABILITY_SEED)] : isFull ? [1, 2, 3] : [1],
  acts: isFull ? 10_000 : 500,
  races: isFull ? 1_000 : 40,
  stories: isFull ? 500 : 14,
  reports: isFull ? 1_000 : 50,
  /** Milliseconds a test may take. */
  patience: isFull ? 3_600_000 : 180_000,
};
