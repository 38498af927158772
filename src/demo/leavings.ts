import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../domain/consent.js';
import type { DepartureAnswers } from '../domain/departure.js';
import type { Dice } from './dice.js';
import { ownWords, thingsLeft } from './invented.js';
import type { ToldStay } from './story.js';

const earlyEndings = [
  ['early_choice', 50],
  ['early_opportunity', 16],
  ['needs_more', 10],
  ['hospital_psych_vol', 7],
  ['hospital_med', 5],
  ['no_return', 5],
  ['hospital_psych_inv', 3],
  ['asked_to_leave', 3],
  ['police', 1],
] as const;

const places = [
  ['own_place', 34],
  ['family', 18],
  ['friends', 12],
  ['as_before', 9],
  ['shelter', 6],
  ['treatment', 4],
  ['group_home', 3],
  ['outside', 3],
  ['not_said', 3],
  ['hotel', 2],
  ['other_respite', 2],
  ['other', 2],
  ['not_asked', 1],
  ['not_known', 1],
] as const;

const withoutGoodbye = ['no_return', 'police', 'hospital_psych_inv'];

/** How a stay of so many nights ended that was planned for so many. */
export function leavingOf(
  dice: Dice,
  leftAt: Temporal.Instant,
  nights: number,
  planned: number,
): NonNullable<ToldStay['leaving']> {
  const ending = endingOf(dice, nights, planned);
  const said = withoutGoodbye.includes(ending) ? NOT_ASKED : saidAtTheDoor(dice);
  const answers: DepartureAnswers = {
    leftAt,
    leftAbout: ending === 'no_return' ? 'not-known' : dice.weighed(howExact),
    ending,
    destination: destinationOf(dice, ending),
    ...leftBehind(dice),
    ...said,
  };
  const isAgreed = said.inTouch === 'yes';
  return { answers, contact: isAgreed ? contactOf(dice) : null, points: isAgreed ? dice.pick(plans) : [] };
}

/** Whoever leaves things mostly says nothing of a day. */
const leftBehind = (dice: Dice): Pick<DepartureAnswers, 'thingsLeft' | 'thingsUntil'> => ({
  thingsLeft: dice.chance(12) ? dice.pick(thingsLeft) : null,
  thingsUntil: null,
});

type Said = Pick<DepartureAnswers, 'ownWords' | 'inTouch' | 'keysBack'>;

/** Nobody asks someone who is not there (R23). */
const NOT_ASKED: Said = { ownWords: null, inTouch: 'not-asked', keysBack: 'not-asked' };

const saidAtTheDoor = (dice: Dice): Said => ({
  ownWords: dice.chance(25) ? dice.pick(ownWords) : null,
  inTouch: dice.weighed([
    ['yes', 58],
    ['no', 24],
    ['not-asked', 18],
  ]),
  keysBack: dice.weighed([
    ['yes', 90],
    ['not-yet', 5],
    ['not-asked', 5],
  ]),
});

const howExact = [
  ['exact', 88],
  ['about', 12],
] as const;

function endingOf(dice: Dice, nights: number, planned: number): string {
  if (nights < planned) return dice.weighed(earlyEndings);
  return nights >= 7 && dice.chance(40) ? 'limit' : 'planned';
}

function destinationOf(dice: Dice, ending: string): string {
  if (ending.startsWith('hospital')) return 'hospital';
  if (ending === 'police') return 'jail';
  return ending === 'no_return' ? 'not_known' : dice.weighed(places);
}

const hours = [
  null,
  null,
  { from: 9, to: 12 },
  { from: 10, to: 18 },
  { from: 14, to: 20 },
  { from: 17, to: 21 },
];

/** Most want to be called once or twice, some all along. */
const plans = [['3d'], ['3d', '30d'], ['3d', '30d', '180d', '11m'], ['30d'], ['30d', '180d']] as const;

function contactOf(dice: Dice): Contact {
  const channel = dice.weighed<Contact['channel']>([
    ['call', 45],
    ['text', 35],
    ['they-call', 12],
    ['post', 8],
  ]);
  if (channel === 'they-call') return { channel, detail: null, ...SAYS_NOTHING };
  if (channel === 'post')
    return { channel, detail: `${dice.between(1, 99)} Nowhere Lane, Inventedville`, ...SAYS_NOTHING };
  return {
    channel,
    detail: phone(dice.between(0, 99)),
    voicemail: channel === 'call' && dice.chance(50),
    sayHouseName: dice.chance(35),
    safeHours: dice.pick(hours),
  };
}

const SAYS_NOTHING = { voicemail: false, sayHouseName: false, safeHours: null };

/** 555-0100 to 555-0199 are nobody's numbers. */
export const phone = (line: number): string => `555-01${String(line).padStart(2, '0')}`;
