import type { Temporal } from 'temporal-polyfill';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { ENTRY_UNDONE, type WaitlistEntry } from '../domain/waitlist-entry.js';
import { day, dayShort, moment } from '../web/dates.js';
import { type Answered, choices, field, listed, problems, titleOf, versionFor } from '../web/fields.js';
import { counted } from '../web/counted.js';
import type { DraftView } from '../web/draft-view.js';
import { paths } from '../web/paths.js';

export interface WaitlistFacts {
  house: House;
  today: Temporal.PlainDate;
  formToken: string;
}

/** The name somebody waits under. Forgotten names read as what they were: somebody. */
const nameOf = ({ name }: WaitlistEntry): GuestName => new GuestName(name, 'the waitlist');

export function waitlistView(
  form: Answered,
  entries: readonly WaitlistEntry[],
  facts: WaitlistFacts & { draft: DraftView | null },
) {
  const { today, formToken } = facts;
  return {
    title: titleOf(form, 'Waitlist'),
    keptForm: true,
    draft: facts.draft,
    problems: problems(form),
    lead: entries.length === 0 ? null : `${entries.length} waiting, whoever asked first on top.`,
    quiet: entries.length === 0 ? 'Nobody is waiting.' : null,
    entries: entries.map((entry) => lineOf(entry, today)),
    action: paths.waitlist(),
    name: field(form, 'name', 'Name they go by', { hint: 'What we ask for when we ring.' }),
    need: field(form, 'need', 'What they need', {
      optional: true,
      hint: 'Only what helps to find the right bed, such as “no steps”, and how to reach them.',
    }),
    askAgainOn: field(form, 'askAgainOn', 'Ask again on', {
      optional: true,
      type: 'date',
      hint: `Left empty: ${day(today.add({ days: 1 }), today)}.`,
    }),
    boardHref: paths.board(),
    formToken,
  };
}

function lineOf(entry: WaitlistEntry, today: Temporal.PlainDate) {
  const waited = entry.daysWaiting(today);
  return {
    who: nameOf(entry),
    href: paths.waitlistEntry(entry.id),
    since: `Asked ${day(entry.askedOn, today)}${waited > 0 ? `, ${counted(waited, 'day')} ago` : ''}`,
    need: entry.need,
    ask: entry.isDue(today) ? null : `Ask again ${dayShort(entry.askAgainOn)}`,
    due: entry.isDue(today) ? `To ask again since ${dayShort(entry.askAgainOn)}` : null,
  };
}

/** What was typed into either form of an entry's page. */
export interface EntryForms {
  again: Answered;
  close: Answered;
}

export function waitlistEntryView({ again, close }: EntryForms, entry: WaitlistEntry, facts: WaitlistFacts) {
  const { house, today, formToken } = facts;
  const outcomes = house.lists.of('waitlist-outcomes').live;
  const asked = Object.keys(close.errors).length > 0 ? close : again;
  return {
    title: titleOf(asked, 'On the waitlist'),
    problems: problems(asked),
    who: nameOf(entry),
    lead: `Asked ${moment(house.time, entry.askedAt, today)}`,
    need: entry.need,
    ask: `Ask again ${day(entry.askAgainOn, today)}`,
    ended: entry.outcome && endedWords(entry, house, today),
    holdHref: paths.newHoldForWaiting(entry.id),
    againAction: paths.waitlistAskAgain(entry.id),
    askAgainOn: field(again, 'askAgainOn', 'Still waiting: ask again on', { type: 'date' }),
    closeAction: paths.waitlistClose(entry.id),
    outcome: choices(close, 'outcome', 'Not waiting any more', listed(outcomes), { width: 'mid' }),
    reason: field(close, 'reason', 'Why', {
      optional: true,
      hint: 'Needed when a bed was found before others who asked earlier.',
    }),
    version: versionFor(asked, entry.version),
    listHref: paths.waitlist(),
    formToken,
  };
}

function endedWords({ outcome, reason, closedAt }: WaitlistEntry, house: House, today: Temporal.PlainDate) {
  if (outcome === ENTRY_UNDONE) return 'The call it came of was undone. Nobody waits here.';
  const words = `${house.lists.label('waitlist-outcomes', outcome!)}, ${moment(house.time, closedAt!, today)}.`;
  return reason ? `${words} “${reason}”` : words;
}
