import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Place } from '../domain/place.js';
import type { Draft } from '../drafts/drafts.service.js';
import { type Begun, over } from '../web/begun.js';
import { counted } from '../web/counted.js';
import { day, moment, month } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import type { PlaceLook, TroubleReport } from './place-reports.service.js';
import { placeFields } from './places.views.js';

/** What the page of one place is drawn from; `managing` is null for those who only read it. */
export interface PlacePageFacts {
  house: House;
  now: Temporal.Instant;
  place: Place;
  refused: string | null;
  managing: {
    draft: Draft | null;
    formToken: string;
    plainToken: string;
    reports: readonly TroubleReport[];
    looks: readonly PlaceLook[];
    undos: ReadonlyMap<string, string>;
  } | null;
}

/** The forms of the page; only one was sent. */
export interface PlaceForms {
  place: Begun;
  look: Answered;
}

export function placeView(forms: PlaceForms, facts: PlacePageFacts) {
  const { house, now, place, managing, refused } = facts;
  const sent = Object.keys(forms.look.errors).length > 0 ? forms.look : forms.place;
  const today = house.time.houseDay(now);
  return {
    title: titleOf(sent, 'Places'),
    keptForm: managing !== null,
    problems: problems(sent),
    refused,
    heading: place.name,
    lead: house.lists.label('place-kinds', place.kind),
    retired: place.retiredOn && `Not used any more since ${day(place.retiredOn, today)}.`,
    facts: keptFacts(place),
    backHref: paths.places(),
    draft: managing && draftOf(managing.draft, house),
    keptNow: forms.place.isOutdated ? keptNow(place, house) : null,
    change: managing && changeForm(forms.place, facts, managing.formToken),
    trouble: managing && troubleView(forms.look, facts, managing),
  };
}

const keptFacts = ({ phone, address, opens, note }: Place) =>
  [
    { term: 'Phone', value: phone },
    { term: 'Address', value: address },
    { term: 'When it is open', value: opens },
    { term: 'Good to know', value: note },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]));

const keptNow = (place: Place, { lists }: House) => [
  { term: 'Name of the place', value: place.name },
  { term: 'What it is for', value: lists.label('place-kinds', place.kind) },
  ...keptFacts(place),
  { term: 'Is it still used?', value: place.retiredOn ? 'No' : 'Yes' },
];

function changeForm(form: Begun, { place, house }: PlacePageFacts, formToken: string) {
  const answered = over(form, keptValues(place));
  const kinds = house.lists.of('place-kinds').offered([place.kind]);
  return {
    action: paths.place(place.id),
    formToken,
    version: versionFor(form, place.version),
    ...placeFields(answered, kinds),
    used: choices(
      answered,
      'used',
      'Is it still used?',
      [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'Not any more' },
      ],
      { width: 'few' },
    ),
  };
}

const keptValues = ({ name, kind, phone, address, opens, note, retiredOn }: Place) => ({
  ...{ name, kind, phone: phone ?? '', address: address ?? '', opens: opens ?? '', note: note ?? '' },
  used: retiredOn ? 'no' : 'yes',
});

type Managing = NonNullable<PlacePageFacts['managing']>;

/** What guests told of trouble, without who: the words stand under the month. */
function troubleView(form: Answered, { place, house, now }: PlacePageFacts, managing: Managing) {
  const { reports, looks, undos, plainToken } = managing;
  if (reports.length === 0 && looks.length === 0) return null;
  const today = house.time.houseDay(now);
  const seen = looks[0]?.upTo ?? 0;
  const newest = reports.find(({ number }) => number > seen);
  return {
    heading: `${counted(reports.length, 'report')} of trouble`,
    reports: reports.map((report) => reportLine(report, seen)),
    looks: looks.map(({ id, at, personName, done }) => ({
      words: `Looked at ${moment(house.time, at, today)}, ${personName}.`,
      done,
      undo: undoButton(undos.get(id), plainToken),
    })),
    look: newest ? lookForm(form, place, newest, plainToken) : null,
  };
}

const reportLine = ({ number, words, month: told }: TroubleReport, seen: number) => ({
  words: words ?? 'No words were given.',
  isQuoted: words !== null,
  month: month(told),
  isNew: number > seen,
});

const lookForm = (form: Answered, { id }: Place, { number }: TroubleReport, formToken: string) => ({
  action: paths.placeLook(id),
  formToken,
  upTo: String(number),
  done: field(form, 'done', 'What was done about it', {
    optional: true,
    hint: 'Everybody who coordinates reads it. Never a guest’s name.',
  }),
});
