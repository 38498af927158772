import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import type { KnownClaim } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import type { HouseList } from '../domain/house-list.js';
import type { ListEntry } from '../domain/list-entry.js';
import type { Draft } from '../drafts/drafts.service.js';
import { type Begun, over } from '../web/begun.js';
import { day } from '../web/dates.js';
import { type Answered, field, listed, problems, ticks, titleOf, versionFor } from '../web/fields.js';
import { claimWords } from '../web/obstacle.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';

/** The pages of the settings, the one that is looked at marked. */
export const tabs = (current: string) =>
  [
    { href: paths.bedSettings(), label: 'Beds' },
    { href: paths.limitSettings(), label: 'How long' },
    { href: paths.agreementSettings(), label: 'Agreement' },
    { href: paths.listSettings(), label: 'Lists' },
    { href: paths.inTouchSettings(), label: 'In touch' },
    { href: paths.questionSettings(), label: 'Questions' },
    { href: paths.clockSettings(), label: 'Clocks' },
    { href: paths.supplySettings(), label: 'Supplies' },
    { href: paths.wordingSettings(), label: 'Words' },
    { href: paths.outsideSettings(), label: 'Outside' },
    { href: paths.houseSettings(), label: 'House' },
    { href: paths.imports(), label: 'Import' },
  ].map((tab) => ({ ...tab, current: tab.href === current }));

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

const keptBed = (bed: Bed, features: HouseList) => [
  { term: 'Name of the bed', value: bed.name },
  { term: 'Room', value: bed.room ?? 'None' },
  { term: 'Place on the board', value: String(bed.position) },
  { term: 'What it offers', value: bed.offers(features) || 'Nothing said yet' },
  { term: 'Last night in use', value: bed.lastNight?.toString() ?? 'None' },
];

/** The claims that come after the last night that was wanted (R12); null until it was refused. */
type Later = readonly KnownClaim[] | null;

function laterLine(claim: KnownClaim, bed: Bed, today: Temporal.PlainDate) {
  const stay = claim.stayId ? paths.stay(claim.stayId) : null;
  const hrefs = { hold: paths.hold(claim.id), closure: paths.bed(bed.id), stay };
  return { words: claimWords(claim, bed, today), href: hrefs[claim.kind] };
}

/** What a bed's page is drawn from. */
interface BedPageFacts {
  house: House;
  today: Temporal.PlainDate;
  formToken: string;
  later: Later;
  draft: Draft | null;
}

export function bedView(form: Begun, bed: Bed, { house, today, formToken, later, draft }: BedPageFacts) {
  const kept = {
    name: bed.name,
    room: bed.room ?? '',
    position: String(bed.position),
    lastNight: bed.lastNight?.toString() ?? '',
  };
  const answered = over(form, kept, { features: bed.features });
  return {
    title: titleOf(form, 'Bed'),
    keptForm: true,
    draft: draftOf(draft, house),
    problems: problems(form),
    later: later && { claims: later.map((claim) => laterLine(claim, bed, today)) },
    bedName: bed.name,
    keptNow: form.isOutdated ? keptBed(bed, house.lists.of('bed-features')) : null,
    ...bedFields(answered, house.lists.of('bed-features').offered(bed.features)),
    version: versionFor(form, bed.version),
    action: paths.bedSetting(bed.id),
    backHref: paths.bedSettings(),
    formToken,
  };
}

const bedFields = (answered: Answered, offered: readonly ListEntry[]) => ({
  name: field(answered, 'name', 'Name of the bed'),
  room: field(answered, 'room', 'Room', { optional: true }),
  position: field(answered, 'position', 'Place on the board', { type: 'number' }),
  lastNight: field(answered, 'lastNight', 'Last night in use', {
    optional: true,
    hint: 'As 2026-11-30. Leave it empty while the bed is in use. Past stays keep its name.',
  }),
  features: ticks(answered, 'features', 'What it offers', listed(offered), { width: 'mid' }),
});
