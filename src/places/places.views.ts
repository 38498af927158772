import type { House } from '../domain/house.js';
import type { Place } from '../domain/place.js';
import { counted } from '../web/counted.js';
import { type Answered, choices, field, listed, problems, titleOf } from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { TroubleCount } from './place-reports.service.js';

/** What the directory is drawn from; `trouble` and `adds` are a coordinator's. */
export interface DirectoryFacts {
  house: House;
  places: readonly Place[];
  trouble: readonly TroubleCount[];
  mayManage: boolean;
  draft: Draft | null;
  formToken: string;
}

export function placesView(form: Answered, facts: DirectoryFacts) {
  const { house, places, trouble, mayManage, draft, formToken } = facts;
  const used = places.filter(({ retiredOn }) => retiredOn === null);
  const retired = places.filter(({ retiredOn }) => retiredOn !== null);
  return {
    title: titleOf(form, 'Places'),
    keptForm: mayManage,
    problems: problems(form),
    draft: mayManage ? draftOf(draft, house) : null,
    none: used.length > 0 ? null : noneWords(mayManage),
    groups: groupsOf(used, house),
    trouble: trouble.map(troubleLine),
    retired: mayManage ? retired.map(({ id, name }) => ({ name, href: paths.place(id) })) : [],
    adding: mayManage
      ? { action: paths.places(), formToken, ...placeFields(form, house.lists.of('place-kinds').live) }
      : null,
  };
}

const noneWords = (mayManage: boolean): string =>
  mayManage
    ? 'No places yet. Add the first one below: whoever is on at night finds it here.'
    : 'No places yet. A coordinator can add the ones you know.';

/** By what they are for, in the order of the house. */
function groupsOf(places: readonly Place[], { lists }: House) {
  return lists
    .of('place-kinds')
    .entries.map(({ code, label }) => ({
      id: `kind-${code}`,
      label,
      places: places.filter(({ kind }) => kind === code).map(placeLine),
    }))
    .filter(({ places: some }) => some.length > 0);
}

const placeLine = ({ id, name, phone, address, opens, note }: Place) => ({
  name,
  href: paths.place(id),
  phone,
  where: [address, opens].filter((each) => each !== null).join(' · ') || null,
  note,
});

const troubleLine = ({ placeId, name, count, waiting }: TroubleCount) => ({
  name,
  href: paths.place(placeId),
  words: `${counted(count, 'report')} of trouble`,
  waits: waiting > 0 ? `${counted(waiting, 'report')} not looked at yet` : null,
});

/** The questions about a place, as `partials/place-fields.hbs` places them. */
export const placeFields = (form: Answered, kinds: Parameters<typeof listed>[0]) => ({
  name: field(form, 'name', 'Name of the place'),
  kind: choices(form, 'kind', 'What it is for', listed(kinds)),
  phone: field(form, 'phone', 'Phone', { type: 'tel', optional: true }),
  address: field(form, 'address', 'Address', { optional: true }),
  opens: field(form, 'opens', 'When it is open', { optional: true }),
  note: field(form, 'note', 'Good to know', {
    optional: true,
    hint: 'Who to ask for, what to bring. Never a guest’s name.',
  }),
});
