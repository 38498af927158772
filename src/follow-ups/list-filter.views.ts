import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import { paths } from '../web/paths.js';
import type { FollowUpNow } from './follow-ups.service.js';

const parts = ['all', 'due', 'week', 'waiting', 'done'] as const;
type ListPart = (typeof parts)[number];

/** Which of the list is shown: it stands in the address, and no name does. */
export interface ListFilter {
  part: ListPart;
  /** Only what this person was asked for. */
  isMine: boolean;
}

const partWords: Record<ListPart, string> = {
  all: 'All',
  due: 'Due',
  week: 'This week',
  waiting: 'They will call',
  done: 'Done',
};

/** What an address asks for; anything unknown shows all. */
export const filterOf = ({ part, whose }: Record<string, unknown>): ListFilter => ({
  part: parts.find((each) => each === part) ?? 'all',
  isMine: whose === 'mine',
});

const inPart: Record<ListPart, (each: FollowUpNow, today: Temporal.PlainDate) => boolean> = {
  all: () => true,
  due: ({ offer: { kind } }) => kind === 'now' || kind === 'later' || kind === 'here',
  week: ({ followUp, offer }, today) =>
    offer.kind !== 'waiting' &&
    isBefore(offer.kind === 'coming' ? offer.on : followUp.dueOn, today.add({ days: 7 })),
  waiting: ({ offer }) => offer.kind === 'waiting',
  done: () => false,
};

/** Whether this open one stands in that part. */
export const isIn = (part: ListPart, each: FollowUpNow, today: Temporal.PlainDate): boolean =>
  inPart[part](each, today);

export function filterLinks({ part, isMine }: ListFilter) {
  return {
    tabs: parts.map((each) => ({
      href: paths.followUpsOf(each, isMine),
      label: partWords[each],
      current: each === part,
    })),
    mine: {
      href: paths.followUpsOf(part, !isMine),
      label: isMine ? 'Show everyone’s' : 'Only those I was asked for',
    },
  };
}

export const quietWords = ({ part, isMine }: ListFilter): string => {
  if (isMine) return 'All quiet. Nothing here was asked of you.';
  return part === 'all' ? 'All quiet. Nothing is due in the next two weeks.' : 'All quiet. Nothing here.';
};
