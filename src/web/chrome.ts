import type { FastifyReply, Session } from 'fastify';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { PRACTICE_WORDS } from '../domain/practice.js';
import { clockTime, machine, moment, nightOf } from './dates.js';
import type { FormTokens } from './form-tokens.js';
import type { ToldFlash } from './flash.js';
import { isSafe } from './own-site.js';
import { paths } from './paths.js';
import { ENGLISH, inLanguage } from './turn-chrome.js';
import type { Visit } from './visit.js';
import { undoButton } from './undo-button.js';

/** What is the same for every page of a house, however it is asked for. */
export interface Surroundings {
  tokens: FormTokens;
  /** The file said so at the start; it never changes. */
  isPractice: boolean;
}

/** What stands around every page: the house, the time, who is signed in, and the desk's own buttons. */
export function chromeOf(reply: FastifyReply, view: object, { tokens, isPractice }: Surroundings) {
  // Refused before anyone asked who it is from: the hook that opens the visit has not run
  const visit = reply.request.visit as Visit | undefined;
  if (!visit) return { ...BARE, practice: isPractice ? PRACTICE_WORDS : null };
  if (visit.turn && visit.person) return turnOf(visit, reply, view);
  return {
    ...signOf(visit),
    ...OF_THE_HOUSE,
    theme: visit.theme,
    clock: clockOf(visit),
    csrf: reply.generateCsrf(),
    ...keptFormOf(reply, view),
    offersWording: offersWordingOn(visit, view),
    ...(visit.person && !visit.isCovered ? deskOf(visit, visit.person, reply, tokens) : NO_DESK),
  };
}

const offersWordingOn = ({ offersPlainWords }: Visit, view: object): boolean =>
  offersPlainWords && 'offersWording' in view && view.offersWording === true;

/** A screen in a guest's hands: the house and the hour, in their language; nothing of the desk, and nobody's name. */
const turnOf = (visit: Visit, reply: FastifyReply, view: object) => ({
  ...BARE,
  ...signOf(visit),
  askedAbout: null,
  theme: visit.theme,
  clock: clockOf(visit),
  csrf: reply.generateCsrf(),
  isTurn: true,
  ...inLanguage(visit, view),
});

const OF_THE_HOUSE = { ...ENGLISH, isTurn: false };

/** A form that is drawn again holds what was typed: sent unchanged, there is still something to keep (R31). */
function keptFormOf({ request }: FastifyReply, view: object) {
  const keptForm = 'keptForm' in view && view.keptForm === true;
  return { keptForm, asBegun: keptForm && isSafe(request.method) };
}

/** What stands over every door, signed in or not. */
const signOf = ({ house }: Visit) => ({
  askedAbout: house && paths.askedAbout(),
  houseName: house?.name ?? 'Porchlight',
  practice: house?.isPractice ? PRACTICE_WORDS : null,
  onCall: house?.onCall ?? '',
});

/** What only someone who is signed in and uncovered gets. */
function deskOf(visit: Visit, person: Actor, { request }: FastifyReply, tokens: FormTokens) {
  const here = request.url.split('?')[0]!;
  return {
    person: person.name,
    onShift: fewOf(visit.house?.planned.onShift ?? []),
    nav: NAV.map(([label, href]) => ({ label, href, current: isPartOf(here, href) })),
    links: linksOf(person, here),
    namesShown: visit.namesUntil !== null,
    namesUntil:
      visit.namesUntil && visit.house ? `until ${clockTime(visit.house.time, visit.namesUntil)}` : '',
    flash: takeFlash(request.session, visit.told, tokens.draw({ personId: person.id, place: '' })),
  };
}

/** The five words of the menu, always in this order. */
const NAV = [
  ['Beds', paths.board()],
  ['Calls', paths.calls()],
  ['Shift', paths.shift()],
  ['Follow-ups', paths.followUps()],
  ['Find', paths.stays()],
] as const;

/** Every address begins with the board's: what belongs to it is told by name. */
const isPartOf = (here: string, href: string): boolean =>
  here === href || (BESIDE[href]?.test(here) ?? here.startsWith(`${href}/`));

const BESIDE: Record<string, RegExp> = {
  [paths.board()]: /^\/(?:timeline|nights|beds)\b/,
  [paths.calls()]: /^\/(?:calls|without-bed)\b/,
};

const NO_DESK = {
  person: null,
  onShift: '',
  nav: [],
  links: [],
  namesShown: false,
  namesUntil: '',
  flash: null,
};

const BARE = {
  ...OF_THE_HOUSE,
  houseName: 'Porchlight',
  theme: 'day',
  clock: { machine: '', moment: '', night: '' },
  onCall: '',
  askedAbout: null,
  csrf: '',
  keptForm: false,
  asBegun: false,
  offersWording: false,
  ...NO_DESK,
};

function clockOf({ house, now }: Visit) {
  if (!house) return { machine: now.toString({ smallestUnit: 'minute' }), moment: '', night: '' };
  const { time } = house;
  return { machine: machine(time, now), moment: moment(time, now), night: nightOf(time.houseDay(now)) };
}

function linksOf({ role }: Actor, here: string) {
  const links = [
    { href: paths.bedSettings(), label: 'Settings', act: 'settings.manage' },
    { href: paths.people(), label: 'People', act: 'people.manage' },
  ] as const;
  const open = links.filter(({ act }) => mayDo(role, act)).map(({ href, label }) => ({ href, label }));
  return [...open, { href: paths.help(), label: 'Help' }].map((link) => ({
    ...link,
    current: here.startsWith(link.href),
  }));
}

function takeFlash(session: Session, told: ToldFlash | null, formToken: string) {
  if (!told) return null;
  delete session.flash;
  return { message: told.message, undo: undoButton(told.undo, formToken) };
}

/** The line over every page has room for three names. */
const fewOf = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
