/** Hours of the house clock, from 0 to 24: `from` is in, `to` is not. */
export interface Hours {
  from: number;
  to: number;
}

/** '10 am', '12 noon', '12 midnight': 12 am and 12 pm are misread by tired people. */
export function hourWords(hour: number): string {
  const half = hour % 12 === 0 ? (hour % 24 === 0 ? 'midnight' : 'noon') : hour < 12 ? 'am' : 'pm';
  return `${hour % 12 || 12}\u00a0${half}`;
}

/** '10 am to 5 pm' */
export const hoursWords = ({ from, to }: Hours): string => `${hourWords(from)} to ${hourWords(to)}`;
