import { channelWords, type Consent } from '../domain/consent.js';
import type { Departure } from '../domain/departure.js';
import { hoursWords } from '../domain/hours.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { day, moment } from '../web/dates.js';
import { thingsEnds } from '../domain/things-left.js';
import { listed } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { ThingsGone } from './things-left.service.js';
import type { StayWhole } from './stays.service.js';

const aboutWords: Record<Departure['leftAbout'], string> = {
  exact: '',
  about: 'about ',
  'not-known': 'time not known, put down as ',
};
export const touchWords: Record<Departure['inTouch'], string> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Not asked',
};
export const keysWords: Record<Departure['keysBack'], string> = {
  yes: 'Yes',
  'not-yet': 'Not yet',
  'not-asked': 'Not asked',
};

/** The way and its hours, never the number: that stands on the follow-up's page, while it may be rung (R32, R34). */
export function contactWords({ channel, safeFrom, safeTo, setAsideBy }: Consent): string {
  const hours = safeFrom === null || safeTo === null ? null : hoursWords({ from: safeFrom, to: safeTo });
  return [labelOf(channelWords, channel), hours, setAsideBy && 'number set aside'].filter(Boolean).join(', ');
}

function inTouchAnswer({ inTouch }: Departure, consent: Consent | null): string {
  if (consent) return `${touchWords[inTouch]}. ${contactWords(consent)}`;
  return inTouch === 'yes' ? 'Yes, then taken back. Nobody rings' : touchWords[inTouch];
}

const thingsWords = ({ thingsLeft, thingsUntil }: Departure): string =>
  [thingsLeft ?? 'Nothing written', thingsUntil && `kept until ${day(thingsUntil)}`]
    .filter(Boolean)
    .join(' · ');

/** How the stay ended, in the words of the page. */
export function endingOf(departure: Departure, { consent }: Pick<StayWhole, 'consent'>, house: House) {
  return [
    { term: 'Left', value: aboutWords[departure.leftAbout] + moment(house.time, departure.leftAt) },
    { term: 'How the stay ended', value: house.lists.label('endings', departure.ending) },
    { term: 'Where they went', value: house.lists.label('destinations', departure.destination) },
    { term: 'In their own words', value: departure.ownWords ?? 'Nothing written' },
    {
      term: 'May we be in touch?',
      value: inTouchAnswer(departure, consent),
    },
    { term: 'Keys back', value: keysWords[departure.keysBack] },
    { term: 'Things left', value: thingsWords(departure) },
  ];
}

/** What became of the things they left, or the buttons that say so; null where nothing was left, or they died (R50). */
export function thingsView({ stay, departure, death }: StayWhole, gone: ThingsGone | null, house: House) {
  if (!departure?.thingsLeft || death) return null;
  return {
    gone: gone && `${labelOf(thingsEnds, gone.how)}. ${gone.personName}, ${moment(house.time, gone.at)}`,
    words: thingsWords(departure),
    action: paths.thingsLeft(stay.id),
    ends: listed(thingsEnds),
  };
}
