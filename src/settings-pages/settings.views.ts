import type { Temporal } from 'temporal-polyfill';
import { type Bed, bedFeatures } from '../domain/bed.js';
import type { KnownClaim } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { day } from '../web/dates.js';
import {
  type Answered,
  choices,
  field,
  hasErrors,
  listed,
  problems,
  ticks,
  titleOf,
  versionFor,
} from '../web/fields.js';
import { claimWords } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import { zoneField } from '../web/zone-field.js';

/** The pages of the settings, the one that is looked at marked. */
export const tabs = (current: string) =>
  [
    { href: paths.bedSettings(), label: 'Beds' },
    { href: paths.limitSettings(), label: 'How long' },
    { href: paths.agreementSettings(), label: 'Agreement' },
    { href: paths.houseSettings(), label: 'House' },
  ].map((tab) => ({ ...tab, current: tab.href === current }));

/** What is kept stands in the fields until something is typed. */
const over = (
  form: Answered,
  kept: Record<string, string>,
  many: Record<string, readonly string[]> = {},
): Answered => {
  const { errors, ready } = form;
  if (hasErrors(form)) return form;
  return { errors, ready, typed: (name) => kept[name] ?? '', chosen: (name) => many[name] ?? [] };
};

const keptHouse = (house: House) => [
  { term: 'Name of the house', value: house.name },
  { term: 'On-call line', value: house.onCallLine || 'None' },
  { term: 'Hours to make a bed ready', value: house.readyHours === null ? 'None' : String(house.readyHours) },
  { term: 'Time zone', value: house.timeZone },
  { term: 'Free beds told outside', value: house.tellsAvailability ? 'Yes' : 'No' },
  { term: 'When there is no bed', value: house.insteadOfABed || 'Nothing written' },
];

export function houseView(form: Answered, house: House, formToken: string) {
  const answered = over(form, {
    houseName: house.name,
    onCallLine: house.onCallLine,
    readyHours: house.readyHours === null ? '' : String(house.readyHours),
    timeZone: house.timeZone,
    insteadOfABed: house.insteadOfABed,
    tellsAvailability: house.tellsAvailability ? 'yes' : 'no',
  });
  return {
    title: titleOf(form, 'House settings'),
    tabs: tabs(paths.houseSettings()),
    problems: problems(form),
    keptNow: form.isOutdated ? keptHouse(house) : null,
    ...houseFields(answered, house),
    version: versionFor(form, house.version),
    formToken,
  };
}

const houseFields = (answered: Answered, house: House) => ({
  houseName: field(answered, 'houseName', 'Name of the house'),
  onCallLine: field(answered, 'onCallLine', 'On-call line', {
    optional: true,
    hint: 'A name and a number. It stands on every page and print, also before signing in.',
  }),
  readyHours: field(answered, 'readyHours', 'Hours to make a bed ready', {
    type: 'number',
    optional: true,
    hint: 'The board then says by when a bed should be ready. Nothing else happens.',
  }),
  timeZone: zoneField(
    answered,
    house.timeZone,
    `A new day starts at ${house.rolloverHour} am. What is recorded stays as it is.`,
  ),
  insteadOfABed: field(answered, 'insteadOfABed', 'When there is no bed, we can offer', {
    optional: true,
    rows: 4,
    hint: 'A line each, such as “tea and a chair until morning”. It stands beside the calls.',
  }),
  tellsAvailability: outside(answered),
});

const outside = (answered: Answered) =>
  choices(
    answered,
    'tellsAvailability',
    'May anyone outside read how many beds are free?',
    [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', detail: `at ${paths.availability()}, without signing in` },
    ],
    { hint: 'Only counts, the next free day and what the beds offer. Nothing about anyone.', width: 'wide' },
  );

export function bedsView(form: Answered, beds: readonly Bed[], today: Temporal.PlainDate, formToken: string) {
  return {
    title: titleOf(form, 'Beds of the house'),
    tabs: tabs(paths.bedSettings()),
    problems: problems(form),
    beds: beds.map((bed) => ({
      name: bed.name,
      room: bed.room,
      words: wordsOf(bed, today),
      href: paths.bedSetting(bed.id),
    })),
    addForm: {
      name: field(form, 'name', 'Name of the bed'),
      room: field(form, 'room', 'Room', { optional: true }),
    },
    formToken,
  };
}

function wordsOf(bed: Bed, today: Temporal.PlainDate): string {
  if (bed.lastNight === null) return 'In use';
  return bed.isInUse(today)
    ? `In use up to the night of ${day(bed.lastNight, today)}`
    : `Not used after ${day(bed.lastNight, today)}`;
}

const keptBed = (bed: Bed) => [
  { term: 'Name of the bed', value: bed.name },
  { term: 'Room', value: bed.room ?? 'None' },
  { term: 'Place on the board', value: String(bed.position) },
  { term: 'What it offers', value: bed.offers || 'Nothing said yet' },
  { term: 'Last night in use', value: bed.lastNight?.toString() ?? 'None' },
];

/** The claims that come after the last night that was wanted (R12); null until it was refused. */
type Later = readonly KnownClaim[] | null;

function laterLine(claim: KnownClaim, bed: Bed, today: Temporal.PlainDate) {
  const stay = claim.stayId ? paths.stay(claim.stayId) : null;
  const hrefs = { hold: paths.hold(claim.id), closure: paths.bed(bed.id), stay };
  return { words: claimWords(claim, bed, today), href: hrefs[claim.kind] };
}

export function bedView(
  form: Answered,
  bed: Bed,
  today: Temporal.PlainDate,
  formToken: string,
  later: Later,
) {
  const kept = {
    name: bed.name,
    room: bed.room ?? '',
    position: String(bed.position),
    lastNight: bed.lastNight?.toString() ?? '',
  };
  const answered = later ? form : over(form, kept, { features: bed.features });
  return {
    title: titleOf(form, 'Bed'),
    problems: problems(form),
    later: later && { claims: later.map((claim) => laterLine(claim, bed, today)) },
    bedName: bed.name,
    keptNow: form.isOutdated ? keptBed(bed) : null,
    ...bedFields(answered),
    version: versionFor(form, bed.version),
    action: paths.bedSetting(bed.id),
    backHref: paths.bedSettings(),
    formToken,
  };
}

const bedFields = (answered: Answered) => ({
  name: field(answered, 'name', 'Name of the bed'),
  room: field(answered, 'room', 'Room', { optional: true }),
  position: field(answered, 'position', 'Place on the board', { type: 'number' }),
  lastNight: field(answered, 'lastNight', 'Last night in use', {
    optional: true,
    hint: 'As 2026-11-30. Leave it empty while the bed is in use. Past stays keep its name.',
  }),
  features: ticks(answered, 'features', 'What it offers', listed(bedFeatures), { width: 'mid' }),
});
