import type { Temporal } from 'temporal-polyfill';
import type { Answered } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { happenedHref } from './good-to-know.views.js';
import { nameForm } from './name-form.views.js';
import type { StayFacts } from './stays.views.js';

/** What leads on from a stay that counts; nothing does from one that was undone. */
export function aboutTheGuest(form: Answered, facts: StayFacts, today: Temporal.PlainDate) {
  const { stay, guest, death } = facts.whole;
  if (stay.undoneAt)
    return {
      guestHref: null,
      consentsHref: null,
      connections: null,
      correct: null,
      nameForm: null,
      deathHref: null,
      happenedHref: null,
    };
  return {
    guestHref: paths.guest(guest.id),
    consentsHref: paths.consents(guest.id),
    connections: connectionsLink(stay.id, facts),
    correct: correctLink(stay.id, facts),
    nameForm: nameForm(form, facts),
    deathHref: death ? null : paths.death(stay.id),
    happenedHref: happenedHref(stay, today),
  };
}

const connectionsLink = (id: string, { connections }: StayFacts) => ({
  href: paths.connections(id),
  label: connections === 0 ? 'Connections' : `Connections: ${connections} made`,
});

/** Putting something right is a coordinator's; anyone else reads who can (R25, R53). */
const correctLink = (id: string, { mayCorrect }: StayFacts) => ({
  href: mayCorrect ? paths.correct(id) : null,
  why: mayCorrect ? null : 'A coordinator can put times, beds and answers right.',
});
