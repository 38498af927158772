import type { Temporal } from 'temporal-polyfill';
import { type AttemptResult, attemptResults } from '../domain/attempt.js';
import { wordsBy } from '../domain/contact-rules.js';
import type { Channel } from '../domain/contact.js';
import { whyNotAsked } from '../domain/follow-up.js';
import { labelOf } from '../domain/list-entry.js';
import { hoursOf, possibleResults } from '../domain/follow-up-offer.js';
import { hoursWords } from '../domain/hours.js';
import type { House } from '../domain/house.js';
import { day, moment } from '../web/dates.js';
import { type Answered, field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import { resultButtons, resultWords, wayWords } from './contact-words.views.js';
import type { FollowUpNow } from './follow-ups.service.js';
import { stateOf } from './follow-up-state.views.js';
import { howToReach } from './reach.views.js';
import { guestOf, pointWords } from './follow-ups.views.js';

/** What the page of one follow-up is drawn from. */
export interface FollowUpFacts {
  house: House;
  now: Temporal.Instant;
  whole: FollowUpNow;
  /** Who would be ringing. */
  myName: string;
  /** The acts that can still be undone, by the try they wrote down. */
  undoable: ReadonlyMap<string, string>;
  /** Of everyone who tried before. */
  names: ReadonlyMap<string, string>;
  savedAt: Temporal.Instant | null;
  formToken: string;
  undoToken: string;
}

export function followUpView(form: Answered, facts: FollowUpFacts) {
  const { house, now, whole } = facts;
  const { followUp, consent, offer } = whole;
  const today = house.time.houseDay(now);
  const results = possibleResults(offer, consent);
  return {
    title: titleOf(form, 'A try'),
    keptForm: results.length > 0,
    problems: problems(form),
    backHref: paths.followUps(),
    place: paths.followUp(followUp.id),
    guest: guestOf(whole),
    lead: `Stayed in ${whole.bedName} · ${pointWords(whole)} · due ${day(followUp.dueOn, today)} · ${wayWords(consent)}`,
    ...howToReach(whole),
    state: stateOf(facts),
    form: results.length > 0 ? tryForm(form, facts) : null,
    results: { error: form.errors.result ?? null, ...buttonsOf(results, consent.channel) },
    draft: facts.savedAt && { savedAt: moment(house.time, facts.savedAt) },
    tries: triesOf(facts),
    stayHref: paths.stay(followUp.stayId),
    asked: askedLink(facts),
    consentsHref: paths.consents(whole.guest.id),
    died: whoElseShouldKnow(whole),
    reached: reachedWords(whole, house, today),
    sayAloud: sayAloud(facts),
  };
}

const whoElseShouldKnow = ({ followUp }: FollowUpNow) =>
  followUp.closedAs === 'died' && {
    deathHref: paths.death(followUp.stayId),
    helpHref: paths.ifSomeoneDies(),
    notesHref: paths.shift(),
  };

/** What they are asked, or were; null before they were reached. */
function askedLink({ house, now, whole: { followUp, consent } }: FollowUpFacts) {
  if (whyNotAsked(followUp, consent, house.time.houseDay(now)) !== null) return null;
  return { href: paths.followUpAnswers(followUp.id), label: 'A few questions, and what they said' };
}

const buttonsOf = (results: readonly AttemptResult[], channel: Channel) => ({
  buttons: resultButtons(results.filter(endsNothing), channel),
  endings: resultButtons(
    results.filter((each) => !endsNothing(each)),
    channel,
  ),
});

/** What closes more than this one follow-up stands apart: it looks like nothing else. */
const endsNothing = ({ effect }: AttemptResult): boolean =>
  effect !== 'stop-all' && effect !== 'end-for-good';

const triesOf = (facts: FollowUpFacts) =>
  facts.whole.tries.map((each) => ({
    when: `${moment(facts.house.time, each.at, facts.house.time.houseDay(facts.now))}, ${facts.names.get(each.personId) ?? 'someone'}`,
    result: resultWords(each.result, each.channel),
    undo: undoButton(facts.undoable.get(each.id), facts.undoToken),
  }));

function tryForm(form: Answered, { house, now, whole, formToken }: FollowUpFacts) {
  const { followUp, consent } = whole;
  return {
    action: paths.attempts(followUp.id),
    version: versionFor(form, followUp.version),
    formToken,
    isOpen: form.typed('nextTry') !== '' || form.typed('at') !== '',
    nextTry: field(form, 'nextTry', 'They asked for another time', {
      type: 'datetime-local',
      optional: true,
      hint:
        consent.channel === 'post'
          ? 'Left empty, we write again after two weeks.'
          : `From ${hoursWords(hoursOf(consent, house))}. Left empty, we try again the next day.`,
    }),
    at: field(form, 'at', 'It was earlier', {
      type: 'datetime-local',
      optional: true,
      hint: `Leave it empty for now, ${moment(house.time, now)}.`,
    }),
  };
}

function reachedWords(
  { lastReached, followUp }: FollowUpNow,
  house: House,
  today: Temporal.PlainDate,
): string {
  const last = lastReached ? moment(house.time, lastReached, today) : 'not yet';
  return followUp.isOpen
    ? `Last reached: ${last}. After ${followUp.mostTries} tries without an answer it closes as not reached.`
    : `Last reached: ${last}.`;
}

/** Words that tell a stranger nothing (R34). */
const sayAloud = ({ myName, house }: FollowUpFacts) => ({
  answers: `“${wordsBy(house.contact, myName)}”`,
  someoneElse: `“It’s ${myName}. I’ll try another time. No message.”`,
});

/** What was just done, in the words of the button: a slip is seen at once. */
export const writtenDown = (result: string): string =>
  `Written down: ${labelOf(attemptResults, result).toLowerCase()}.`;
