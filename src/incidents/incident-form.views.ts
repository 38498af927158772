import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import { type IncidentWords, standing, type WordsOfForm } from '../domain/incident-words.js';
import type { Draft } from '../drafts/drafts.service.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, problems, titleOf, versionFor } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';
import { factLines } from './incident-facts.views.js';
import { firstQuestions, LATER, moreQuestions, type QuestionFacts } from './incident-questions.views.js';

/** What the form is drawn from. */
export interface IncidentFormFacts extends Omit<QuestionFacts, 'keptKinds'> {
  /** What is kept of it; null while nothing is. */
  kept: Kept | null;
  /** Why it cannot be kept, in a sentence. */
  refused: string | null;
  wording: WordingView;
  draft: Draft | null;
  formToken: string;
}

interface Kept {
  incident: Incident;
  words: readonly IncidentWords[];
  guests: readonly NearbyStay[];
}

type Typed = Answered & { body: FormBody };

export function incidentFormView(form: Typed, facts: IncidentFormFacts) {
  const { house, kept, draft, refused, formToken } = facts;
  const known = kept ? over(form, kept, house) : form;
  const asked = { ...facts, keptKinds: kept && kept.incident.kinds };
  return {
    title: titleOf(form, 'Something happened'),
    keptForm: true,
    offersWording: true,
    problems: problems(form),
    refused,
    wording: facts.wording,
    draft: draftOf(draft, house),
    ...(kept ? forMore(form, kept, facts) : FOR_NEW),
    ...firstQuestions(known, asked),
    ...moreQuestions(known, asked),
    isMoreOpen: kept !== null || LATER.some((name) => form.body.get(name)?.some((answer) => answer !== '')),
    formToken,
  };
}

const FOR_NEW = {
  heading: 'Something happened',
  keptNow: null,
  action: paths.happened(),
  version: null,
  button: 'Write it down',
  after: 'You can say more later. Nothing is final until it is closed.',
  backHref: paths.shift(),
};

const forMore = (form: Typed, kept: Kept, { house, people }: IncidentFormFacts) => ({
  heading: 'Something happened: say more',
  keptNow: form.isOutdated ? factLines(kept, house, people) : null,
  action: paths.happeningChange(kept.incident.id),
  version: versionFor(form, kept.incident.version),
  button: 'Keep it',
  after: 'What stood there before is kept.',
  backHref: paths.happening(kept.incident.id),
});

/** What is kept stands in the fields until something is typed. */
function over(form: Typed, { incident, words, guests }: Kept, house: House): Answered {
  const { errors, ready } = form;
  if (form.body.size > 0) return form;
  const one: Record<string, string> = {
    happenedAt: house.time.typed(incident.happenedAt).slice(0, 16),
    emergency: incident.emergency,
  };
  const many: Record<string, readonly string[]> = {
    kinds: incident.kinds,
    people: incident.people,
    guests: guests.map(({ stayId }) => stayId),
  };
  return {
    errors,
    ready,
    typed: (name) => one[name] ?? standing(words, name as WordsOfForm) ?? '',
    chosen: (name) => many[name] ?? [],
  };
}
