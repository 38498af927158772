import type { House } from '../domain/house.js';
import {
  supportAnswers,
  supportKinds,
  supportLines,
  supportWays,
  wellnessAnswers,
  whyNotSupport,
} from '../domain/support.js';
import { type Talk, talksWords, whyNotLogged } from '../domain/talk.js';
import type { Draft } from '../drafts/drafts.service.js';
import { moment } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { choices, listed, problems, select, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { guestName } from './stays.views.js';
import type { StayWhole } from './stays.service.js';
import type { SupportForm } from './support.forms.js';
import type { SupportNow, SupportStanding } from './support.service.js';

interface PageFacts {
  whole: StayWhole;
  standing: SupportStanding;
  house: House;
  draft: Draft | null;
  /** Logged in passing: read out, never chosen beforehand. */
  talks: readonly Talk[];
  formToken: string;
}

/** One short page, filled in beside the guest. */
export function supportView(form: SupportForm, facts: PageFacts) {
  const { whole, standing, house, draft, talks, formToken } = facts;
  const id = whole.stay.id;
  return {
    title: titleOf(form, 'What was there'),
    keptForm: true,
    problems: problems(form),
    guest: guestName(whole),
    backHref: paths.stay(id),
    action: paths.support(id),
    draft: draftOf(draft, house),
    logged: talksWords(talks) || null,
    keptNow: form.isOutdated && standing.last ? supportLines(standing.last) : null,
    version: versionFor(form, standing.version),
    kinds: supportKinds.map(({ code, label }) => ({
      answer: choices(form, code, label, listed(supportAnswers), { width: 'mid' }),
      way: select(form, `${code}Way`, `${label}: how?`, [
        { value: '', label: 'Nobody said' },
        ...listed(supportWays),
      ]),
    })),
    wellness: choices(form, 'wellness', 'A wellness plan', listed(wellnessAnswers), {
      width: 'mid',
      hint: 'The plan is theirs. Nothing of it is kept here.',
    }),
    formToken,
  };
}

/** What the part of a stay’s page is drawn from. */
export interface SupportFacts {
  support: SupportNow | null;
  /** What was logged of it in passing; none in a house that logs no talks. */
  talks: readonly Talk[];
  house: House;
  formToken: string;
}

/** A tap each, where the house wants it; what was logged is told also afterwards. */
function talksPart({ stay }: StayWhole, { talks, house, formToken }: SupportFacts) {
  const isLogged = whyNotLogged(house.logsTalks, stay) === null;
  return {
    logged: talksWords(talks) || null,
    tap: isLogged ? { action: paths.talks(stay.id), formToken, kinds: listed(supportKinds) } : null,
  };
}

/** The part of a stay’s page; null where it is never asked. */
export function supportPart(whole: StayWhole, facts: SupportFacts) {
  const { stay, death } = whole;
  const {
    support: last,
    house: { time },
  } = facts;
  const isAsked = whyNotSupport(stay.undoneAt !== null, death !== null) === null;
  if (!isAsked && (last === null || stay.undoneAt)) return null;
  return {
    href: isAsked ? paths.support(stay.id) : null,
    label: last ? 'Put it right with them' : 'Ask what was there for them',
    lines: last ? supportLines(last) : null,
    meta: last && `With ${last.personName}, ${moment(time, last.at)}`,
    ...talksPart(whole, facts),
  };
}
