import type { Temporal } from 'temporal-polyfill';
import { channelWords } from '../domain/contact.js';
import { dueOn } from '../domain/follow-up.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import type { Person } from '../domain/person.js';
import { changeable, pointsToChoose, usableConsents } from '../domain/plan.js';
import type { GuestStay } from '../guests/guest-stays.service.js';
import { callerQuestions } from '../web/caller-questions.js';
import { day, moment } from '../web/dates.js';
import { type Answered, choices, problems, ticks, titleOf, versionFor } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import type { StayPlan } from './plan-choice.service.js';

/** What the page of a plan is drawn from. */
export interface PlanFacts {
  plan: StayPlan;
  stay: GuestStay;
  /** Who works here. */
  people: readonly Person[];
  house: House;
  now: Temporal.Instant;
  savedAt: Temporal.Instant | null;
  formToken: string;
}

/** What is chosen now, as the form shows it first. */
export function planBody(plan: StayPlan): FormBody {
  const open = changeable(plan);
  const [first] = open;
  const channel = plan.consents.find(({ id }) => id === first?.consentId)?.channel ?? '';
  return new Map([
    ['point', open.map(({ point }) => point)],
    ['channel', [channel]],
    ['by', [first?.callerId ?? '']],
    ['ifGone', [first?.ifGone ?? '']],
  ]);
}

export function planView(form: Answered, facts: PlanFacts) {
  const { plan, stay, house, savedAt } = facts;
  const consents = usableConsents(plan);
  return {
    title: titleOf(form, 'The plan'),
    keptForm: consents.length > 0,
    problems: problems(form),
    guest: new GuestName(stay.guestName, stay.bedName),
    lead: `Left ${stay.bedName} ${day(plan.departureDay, plan.today)}. Only what they want; no is fine.`,
    draft: savedAt && { savedAt: moment(house.time, savedAt), place: paths.followUpPlan(stay.id) },
    form: consents.length > 0 ? planForm(form, facts) : null,
    consentsHref: paths.consents(stay.guestId),
    stayHref: paths.stay(stay.id),
  };
}

function planForm(form: Answered, facts: PlanFacts) {
  const { plan, stay, people, formToken } = facts;
  const points = pointsToChoose(plan).map((point) => ({
    value: point.code,
    label: `${point.label}: ${day(dueOn(point, plan.departureDay), plan.today)}`,
  }));
  return {
    action: paths.followUpPlan(stay.id),
    formToken,
    version: versionFor(form, plan.version),
    points: ticks(form, 'point', 'When? Only what they want', points, { width: 'wide' }),
    channel: choices(form, 'channel', 'How?', ways(plan), { hint: 'Only ways they said yes to.' }),
    ...callerQuestions(form, people),
  };
}

const ways = (plan: StayPlan) =>
  usableConsents(plan).map(({ channel }) => ({ value: channel, label: labelOf(channelWords, channel) }));
