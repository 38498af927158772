import type { House } from '../domain/house.js';
import type { Draft } from '../drafts/drafts.service.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { zoneField } from '../web/zone-field.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

const keptHouse = (house: House) => [
  { term: 'Name of the house', value: house.name },
  { term: 'On-call line', value: house.onCallLine || 'None' },
  { term: 'Hours to make a bed ready', value: house.readyHours === null ? 'None' : String(house.readyHours) },
  { term: 'Shifts begin at', value: house.shiftStarts },
  { term: 'Time zone', value: house.timeZone },
  { term: 'Free beds told outside', value: house.tellsAvailability ? 'Yes' : 'No' },
  { term: 'Notes can be kept off paper', value: house.hidesNotes ? 'Yes' : 'No' },
  { term: 'Talks are logged', value: house.logsTalks ? 'Yes' : 'No' },
  { term: 'A quiet guest’s turn is wiped after', value: `${house.turnWipedAfter} minutes` },
  { term: 'When there is no bed', value: house.insteadOfABed || 'Nothing written' },
];

export function houseView(form: Begun, house: House, formToken: string, draft: Draft | null) {
  const answered = over(form, {
    houseName: house.name,
    onCallLine: house.onCallLine,
    readyHours: house.readyHours === null ? '' : String(house.readyHours),
    shiftStarts: house.shiftStarts,
    timeZone: house.timeZone,
    insteadOfABed: house.insteadOfABed,
    tellsAvailability: house.tellsAvailability ? 'yes' : 'no',
    hidesNotes: house.hidesNotes ? 'yes' : 'no',
    logsTalks: house.logsTalks ? 'yes' : 'no',
    turnWipedAfter: String(house.turnWipedAfter),
  });
  return {
    title: titleOf(form, 'House settings'),
    keptForm: true,
    draft: draftOf(draft, house),
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
  shiftStarts: field(answered, 'shiftStarts', 'Hours at which shifts begin', {
    hint: 'Two or three whole hours, such as 8 14 22. Undo and “this shift” end with the shift. What is recorded keeps its own end.',
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
  hidesNotes: offPaper(answered),
  logsTalks: talks(answered),
  turnWipedAfter: wipedAfter(answered),
});

const wipedAfter = (answered: Answered) =>
  field(answered, 'turnWipedAfter', 'Minutes until a quiet guest’s turn is wiped', {
    type: 'number',
    hint: 'What they half answered is then gone. The screen covers itself before that.',
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

/** Off unless a house decides otherwise: what is written about somebody is theirs to read (R27). */
const offPaper = (answered: Answered) =>
  choices(
    answered,
    'hidesNotes',
    'May a note with a guest be kept off their print-out for a while?',
    [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', detail: 'with a reason, a day and a coordinator’s look' },
    ],
    { hint: 'The print-out says how many are kept off it, why, and until when.', width: 'wide' },
  );

/** Off unless a house decides otherwise: what was there is asked once, at leaving, and counted so. */
const talks = (answered: Answered) =>
  choices(
    answered,
    'logsTalks',
    'Is each talk with a guest logged with a tap?',
    [
      { value: 'no', label: 'No', detail: 'what was there is asked once, at leaving' },
      { value: 'yes', label: 'Yes', detail: 'four buttons on the page of each stay' },
    ],
    { hint: 'Only which kind it was, never what was said. Nobody is measured by it.', width: 'wide' },
  );
