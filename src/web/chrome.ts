import type { FastifyReply } from 'fastify';
import { mayDo } from '../domain/permissions.js';
import { clockTime, machine, moment, nightOf } from './dates.js';
import { paths } from './paths.js';
import type { Flash, Visit } from './visit.js';

/** What stands around every page: the house, the time, who is signed in, and the desk's own buttons. */
export function chromeOf(reply: FastifyReply, view: object) {
  const { visit, session } = reply.request;
  if (!visit) return BARE;
  const isOpen = visit.person !== null && !visit.isCovered;
  const here = reply.request.url.split('?')[0]!;
  return {
    houseName: visit.house?.name ?? 'Porchlight',
    theme: visit.theme,
    clock: clockOf(visit),
    onCall: visit.house?.onCallLine ?? '',
    person: isOpen ? visit.person!.name : null,
    nav: isOpen ? [{ href: paths.board(), label: 'Beds', current: here === paths.board() }] : [],
    links: isOpen ? linksOf(visit, here) : [],
    namesShown: visit.namesUntil !== null,
    namesUntil: visit.namesUntil && visit.house ? `until ${clockTime(visit.house.time, visit.namesUntil)}` : '',
    csrf: reply.generateCsrf(),
    keptForm: 'keptForm' in view && view.keptForm === true,
    flash: isOpen ? takeFlash(session) : null,
    askedAbout: isOpen ? paths.askedAbout() : null,
  };
}

/** For a request that was refused before anyone asked who it is from. */
const BARE = {
  houseName: 'Porchlight',
  theme: 'day',
  clock: { machine: '', moment: '', night: '' },
  onCall: '',
  person: null,
  nav: [],
  links: [],
  namesShown: false,
  namesUntil: '',
  csrf: '',
  keptForm: false,
  flash: null,
  askedAbout: null,
};

function clockOf({ house, now }: Visit) {
  if (!house) return { machine: now.toString({ smallestUnit: 'minute' }), moment: '', night: '' };
  const { time } = house;
  return { machine: machine(time, now), moment: moment(time, now), night: nightOf(time.houseDay(now)) };
}

function linksOf(visit: Visit, here: string) {
  const links = [
    { href: paths.bedSettings(), label: 'Settings', act: 'settings.manage' },
    { href: paths.people(), label: 'People', act: 'people.manage' },
  ] as const;
  const open = links.filter(({ act }) => mayDo(visit.person!.role, act)).map(({ href, label }) => ({ href, label }));
  return [...open, { href: paths.help(), label: 'Help' }].map((link) => ({
    ...link,
    current: here.startsWith(link.href),
  }));
}

function takeFlash(session: { flash?: Flash }) {
  const { flash } = session;
  if (!flash) return null;
  delete session.flash;
  const undo = flash.undo && { action: paths.undo(flash.undo), label: 'Undo' };
  return { message: [{ text: flash.message, guest: null }], undo: undo || null };
}
