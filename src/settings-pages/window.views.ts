import type { House } from '../domain/house.js';
import { hospitalWindows, SHIPPED_WINDOW, type windowOf } from '../domain/hospital-window.js';
import { labelOf } from '../domain/list-entry.js';
import type { Draft } from '../drafts/drafts.service.js';
import { draftOf } from '../web/draft-view.js';
import { choices, field, listed, problems, ticks, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

interface WindowFacts {
  kept: ReturnType<typeof windowOf>;
  house: House;
  draft: Draft | null;
  formToken: string;
}

const ASKED = [
  { value: 'nights', label: 'Nights in a hospital' },
  { value: 'visits', label: 'Visits to an emergency room' },
];

/** One time for the whole house: before a stay and after it must be equally long to be compared (measures.md). */
export function windowView(form: Begun, { kept, house, draft, formToken }: WindowFacts) {
  const asked = ASKED.map(({ value }) => value).filter((value) =>
    value === 'nights' ? kept.nights : kept.visits,
  );
  const answered = over(form, { window: kept.window, why: kept.why ?? '' }, { asked });
  return {
    title: titleOf(form, 'Nights in a hospital'),
    keptForm: true,
    tabs: tabs(paths.questionSettings()),
    problems: problems(form),
    draft: draftOf(draft, house),
    keptNow: form.isOutdated ? keptWords(kept) : null,
    asked: ticks(answered, 'asked', 'What is asked?', ASKED, {
      width: 'mid',
      hint: 'Before the stay is asked at leaving, never at arrival. After it at a follow-up.',
    }),
    window: choices(answered, 'window', 'Over which time?', listed(hospitalWindows)),
    why: field(answered, 'why', 'Why this time?', {
      optional: true,
      rows: 2,
      hint: `Needed for any other than ${labelOf(hospitalWindows, SHIPPED_WINDOW)}. It is printed with the figures.`,
    }),
    version: versionFor(form, kept.seen),
    backHref: paths.questionSettings(),
    action: paths.windowSettings(),
    formToken,
  };
}

const keptWords = ({ window, why, nights, visits }: WindowFacts['kept']) => [
  { term: 'Over which time', value: labelOf(hospitalWindows, window) },
  { term: 'Why', value: why ?? 'Nothing said' },
  { term: 'Nights in a hospital', value: nights ? 'Asked' : 'Not asked' },
  { term: 'Visits to an emergency room', value: visits ? 'Asked' : 'Not asked' },
];
