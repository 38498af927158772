import type { Temporal } from 'temporal-polyfill';
import type { Channel } from './contact.js';
import type { Consent } from './consent.js';
import { isBefore } from './days.js';
import { dueOn, type FollowUp, type PlanPoint, pointOf } from './follow-up.js';
import { type Caller, checkCaller, checkWithin } from './in-touch.js';
import { RuleViolation } from './rule-violation.js';

/** What a guest chooses after leaving: when, how and by whom (R33). */
export interface PlanChoice extends Caller {
  /** Codes of the house's points. */
  points: readonly string[];
  channel: Channel;
}

/** What stands planned at the end of one stay, with what decides how it can be changed. */
export interface Plan {
  followUps: readonly FollowUp[];
  /** Those that were tried. */
  tried: ReadonlySet<string>;
  consents: readonly Consent[];
  /** What the house offers now. */
  offered: readonly PlanPoint[];
  departureDay: Temporal.PlainDate;
  today: Temporal.PlainDate;
}

/** What a choice makes of a plan. */
export interface PlanChange {
  consent: Consent;
  /** Stay open under the same yes; only the caller may be another. */
  keep: FollowUp[];
  /** Were chosen before and are not any more. They count nowhere. */
  drop: FollowUp[];
  /** Were dropped once and are chosen again. */
  again: FollowUp[];
  add: PlanPoint[];
}

/** The newest yes to being in touch in each way that a plan can rest on; a number that was set aside is none. */
export function usableConsents({ consents, today }: Plan): Consent[] {
  const usable = consents.filter(
    (each) => each.purpose === 'follow-up' && each.isLive(today) && each.setAsideBy === null,
  );
  return usable.filter((each, place) => !usable.slice(place + 1).some((later) => later.isLike(each)));
}

/** What nobody touched and can still be changed. */
export const changeable = ({ followUps, tried }: Plan): FollowUp[] =>
  followUps.filter(({ id, isOpen }) => isOpen && !tried.has(id));

/** What has had its try or its end: it stays as it is. One that was dropped, or stopped, can be chosen anew. */
const isSettled = ({ id, isOpen, closedAs }: FollowUp, { tried }: Plan): boolean =>
  isOpen ? tried.has(id) : closedAs !== 'undone' && closedAs !== 'stopped';

/** The points that can be chosen on this day: not settled, and not over before they were ever chosen. */
export function pointsToChoose(plan: Plan): PlanPoint[] {
  const chosen = changeable(plan).map(({ point }) => point);
  const known = plan.offered.map(({ code }) => code);
  const others = chosen.filter((code) => !known.includes(code)).flatMap((code) => pointOf(code) ?? []);
  return [...plan.offered, ...others].filter((point) => {
    if (plan.followUps.some((each) => each.point === point.code && isSettled(each, plan))) return false;
    return chosen.includes(point.code) || !isBefore(dueOn(point, plan.departureDay), plan.today);
  });
}

/**
 * What this choice changes (R33). Throws a RuleViolation for a way without a yes that holds, for a point that cannot be chosen or
 * falls due after the last day of the yes, and for a caller without a word on what happens when they are gone.
 */
export function planChange(plan: Plan, choice: PlanChoice): PlanChange {
  const consent = usableConsents(plan).find(({ channel }) => channel === choice.channel);
  if (!consent) throw new RuleViolation('channel', 'Choose a way they said yes to');
  checkCaller(choice);
  const wanted = wantedPoints(plan, choice, consent);
  const codes = wanted.map(({ code }) => code);
  const open = changeable(plan);
  const keep = open.filter(({ point, consentId }) => consentId === consent.id && codes.includes(point));
  const again = plan.followUps.filter(
    ({ point, consentId, closedAs }) =>
      closedAs === 'undone' && consentId === consent.id && codes.includes(point),
  );
  const had = [...keep, ...again].map(({ point }) => point);
  return {
    consent,
    keep,
    again,
    drop: open.filter((each) => !keep.includes(each)),
    add: wanted.filter(({ code }) => !had.includes(code)),
  };
}

function wantedPoints(plan: Plan, { points }: PlanChoice, consent: Consent): PlanPoint[] {
  const open = pointsToChoose(plan);
  const wanted = open.filter(({ code }) => points.includes(code));
  if (wanted.length < points.length) throw new RuleViolation('point', 'Choose among these moments');
  checkWithin(wanted, consent, plan.departureDay);
  return wanted;
}
