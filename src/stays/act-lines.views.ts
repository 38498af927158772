import type { Stay } from '../domain/stay.js';
import type { actsOf, StayAct } from '../domain/stay-acts.js';
import { paths } from '../web/paths.js';

/** In the order of the page: first where the guest is, then which bed and until when. */
const actWords: Record<StayAct, { label: string; href: (id: string) => string }> = {
  'stays.depart': { label: 'Record leaving', href: paths.departure },
  'stays.away': { label: 'Away for a night', href: paths.away },
  'stays.notSeen': { label: 'Not seen', href: paths.notSeen },
  'stays.back': { label: 'They are back', href: paths.back },
  'stays.move': { label: 'Move to another bed', href: paths.move },
  'stays.swap': { label: 'Swap beds', href: paths.swap },
  'stays.plan': { label: 'Change the leaving day', href: paths.departureDay },
};
const order = Object.keys(actWords) as StayAct[];

/** What can be done stands as links, the rest quietly with why not. A stay that is over says so on top of its page. */
export function actLines(acts: ReturnType<typeof actsOf>, { id, isHere }: Pick<Stay, 'id' | 'isHere'>) {
  const isOut = acts.some(({ act, why }) => act === 'stays.back' && why === null);
  // The leaving day is asked below; of a guest who is out the page says so above, with the ways back
  const elsewhere: StayAct[] = ['stays.plan', ...(isOut ? (['stays.back', 'stays.away'] as const) : [])];
  const can = order.filter(
    (each) => !elsewhere.includes(each) && acts.some(({ act, why }) => act === each && why === null),
  );
  // That nobody can come back who is here needs no saying
  const cannot = isHere ? acts.filter(({ act, why }) => why !== null && act !== 'stays.back') : [];
  return {
    can: can.map((act) => ({
      label: actWords[act].label,
      href: actWords[act].href(id),
      isFirst: act === 'stays.depart',
      isPressed: act === 'stays.notSeen',
    })),
    cannot: cannot.map(({ act, why }) => ({ label: actWords[act].label, why })),
  };
}
