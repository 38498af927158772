import type { Temporal } from 'temporal-polyfill';
import { type ClosedAs, pointLabel } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import type { FollowUpNow } from '../follow-ups/follow-ups.service.js';
import { day } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { contactWords } from './ending.views.js';

const WITHDRAWN = 'Withdrawn. Nobody rings';

const closedWords: Record<ClosedAs, string> = {
  reached: 'Reached',
  'not-reached': 'Not reached',
  'not-this-one': 'Not this one, they said',
  stopped: WITHDRAWN,
  died: WITHDRAWN,
  undone: WITHDRAWN,
};

/**
 * What a guest agreed to at leaving, and what became of each moment (R33); null when nothing was. Never the number: that stands
 * on the follow-up's page, while it may be rung (R34).
 */
export function agreedView(plan: readonly FollowUpNow[], house: House, today: Temporal.PlainDate) {
  if (plan.length === 0) return null;
  const consents = [...new Map(plan.map(({ consent }) => [consent.id, consent])).values()];
  return {
    planHref: consents.some((consent) => consent.isLive(today))
      ? paths.followUpPlan(plan[0]!.followUp.stayId)
      : null,
    way: consents
      .filter((consent) => consent.isLive(today))
      .map((consent) => `${contactWords(consent)}. ${mayWords(consent)}`)
      .join(' '),
    moments: plan.map((each) => ({
      point: pointLabel(each.followUp.point),
      state: `${stateOf(each, house, today)}.`,
      href: each.offer.kind === 'closed' ? null : paths.followUp(each.followUp.id),
    })),
  };
}

/** What we may do when we ring; nothing to say of a guest who will call us. */
function mayWords({ channel, voicemail, sayHouseName }: FollowUpNow['consent']): string {
  if (channel === 'they-call') return 'Nothing goes out from the house.';
  const message = voicemail ? 'A message may be left.' : 'No message.';
  const name = sayHouseName ? 'The house’s name may be said.' : 'The house’s name is not said.';
  return channel === 'call' ? `${message} ${name}` : name;
}

function stateOf({ followUp, consent, offer }: FollowUpNow, house: House, today: Temporal.PlainDate): string {
  if (followUp.closedAt)
    return `${closedWords[followUp.closedAs!]}, ${day(house.time.houseDay(followUp.closedAt), today)}`;
  if (consent.withdrawnAt) return WITHDRAWN;
  if (!consent.isLive(today)) return `Their yes ended ${day(consent.expiresOn!, today)}. Nobody rings`;
  if (offer.kind === 'unheard') return `We waited until ${day(offer.until, today)}`;
  if (offer.kind === 'waiting') return `They will call us, from ${day(followUp.dueOn, today)}`;
  return `Due ${day(followUp.dueOn, today)}`;
}
