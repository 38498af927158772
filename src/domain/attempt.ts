import type { Temporal } from 'temporal-polyfill';
import type { Channel } from './contact.js';
import type { ListEntry } from './list-entry.js';

/** What a try leads to: reached, tried again, asked for another time (which uses up no try), left to the guest, not on this number any more, or ended (R34). */
export type Effect =
  | 'reached'
  | 'try-again'
  | 'later'
  | 'wait'
  | 'set-number-aside'
  | 'close-this-one'
  | 'stop-all'
  | 'end-for-good';

export interface AttemptResult extends ListEntry {
  effect: Effect;
  /** The ways of being in touch it can come of, when it goes out from the house. */
  on: readonly Channel[];
  /** It can also come without anybody having rung: the guest called, or somebody told us. */
  comesIn: boolean;
}

const result = (
  code: string,
  label: string,
  effect: Effect,
  on: readonly Channel[],
  comesIn = false,
): AttemptResult => ({ code, label, effect, on, comesIn });

const out: readonly Channel[] = ['call', 'text', 'post'];
const byPhone: readonly Channel[] = ['call', 'text'];

/** What can come of a try (R34), the usual first. */
export const attemptResults: readonly AttemptResult[] = [
  result('talked', 'Talked', 'reached', out),
  result('no_answer', 'No answer', 'try-again', out),
  result('later', 'Asked to call later', 'later', byPhone),
  result('message_left', 'Left the agreed message', 'try-again', ['call']),
  result('called_us', 'They called us', 'reached', out, true),
  result('someone_else', 'Someone else answered', 'wait', byPhone),
  result('someone_else_stop', 'Someone else: don’t ring again', 'set-number-aside', byPhone),
  result('wrong_number', 'Wrong number', 'set-number-aside', byPhone),
  result('mail_back', 'Mail came back', 'set-number-aside', ['post']),
  result('not_this_one', 'Not this one, please', 'close-this-one', out, true),
  result('stop_all', 'Please stop all', 'stop-all', out, true),
  result('died', 'Known to have died', 'end-for-good', out, true),
];

/** One try to reach a guest who said yes to it. Never changed; an undone one counts nowhere. */
export class Attempt {
  /** In the order they were written down; given by the file. */
  number: number;
  id: string;
  followUpId: string;
  at: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  channel: Channel;
  result: string;
  /** When the guest asked to be rung next; null for what the house proposes. */
  askedFor: Temporal.Instant | null;
  personId: string;
  undoneAt: Temporal.Instant | null = null;

  constructor(facts: Omit<Attempt, 'number' | 'undoneAt' | 'effect'>) {
    this.id = facts.id;
    this.followUpId = facts.followUpId;
    this.at = facts.at;
    this.houseDay = facts.houseDay;
    this.channel = facts.channel;
    this.result = facts.result;
    this.askedFor = facts.askedFor;
    this.personId = facts.personId;
  }

  /** What it leads to; a result no list has any more leaves all as it was. */
  get effect(): Effect | null {
    return attemptResults.find(({ code }) => code === this.result)?.effect ?? null;
  }
}
