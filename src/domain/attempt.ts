import type { Temporal } from 'temporal-polyfill';
import type { Channel } from './consent.js';
import type { ListEntry } from './departure-lists.js';

/** What a try leads to: reached, tried again, left to the guest, not on this number any more, or ended (R34). */
export type Effect =
  'reached' | 'try-again' | 'wait' | 'set-number-aside' | 'close-this-one' | 'stop-all' | 'end-for-good';

export interface AttemptResult extends ListEntry {
  effect: Effect;
}

/** What can come of a try (R34). */
export const attemptResults: readonly AttemptResult[] = [
  { code: 'talked', label: 'Talked', effect: 'reached' },
  { code: 'no_answer', label: 'No answer', effect: 'try-again' },
  { code: 'later', label: 'Asked to call later', effect: 'try-again' },
  { code: 'message_left', label: 'Left the agreed message', effect: 'try-again' },
  { code: 'called_us', label: 'They called us', effect: 'reached' },
  { code: 'someone_else', label: 'Someone else answered', effect: 'wait' },
  { code: 'someone_else_stop', label: 'Someone else: don’t ring again', effect: 'set-number-aside' },
  { code: 'wrong_number', label: 'Wrong number', effect: 'set-number-aside' },
  { code: 'mail_back', label: 'Mail came back', effect: 'set-number-aside' },
  { code: 'not_this_one', label: 'Not this one, please', effect: 'close-this-one' },
  { code: 'stop_all', label: 'Please stop all', effect: 'stop-all' },
  { code: 'died', label: 'Known to have died', effect: 'end-for-good' },
];

/** One try to reach a guest who said yes to it. Never changed; an undone one counts nowhere. */
export class Attempt {
  id: string;
  followUpId: string;
  at: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  channel: Channel;
  result: string;
  personId: string;
  undoneAt: Temporal.Instant | null = null;

  /** What it leads to; a result no list has any more leaves all as it was. */
  get effect(): Effect | null {
    return attemptResults.find(({ code }) => code === this.result)?.effect ?? null;
  }
}
