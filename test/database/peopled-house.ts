import { join } from 'node:path';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { houseFolder } from '../support/files.js';

const day = (date: string) => `2026-${date}`;
const at = (date: string) => `2026-${date}:00Z`;

/**
 * Ada is in North, Bo left South, Dee's arrival was undone; North is held after Ada, East is closed,
 * South held for Cy. Eve is Ada, written twice, and East is held under that name. Of most things there is one in force and one that was undone, let go or ended.
 */
const rows = [
  `INSERT INTO house VALUES (1, 'Willow House', 'America/Chicago', 4, '', 7, '07:00', 1, 0, NULL, '', 0, 0, 30, 0)`,
  ...['marta', 'theo'].map(
    (who) =>
      `INSERT INTO people VALUES ('${who}', '${who}', 'staff', '$argon2id$x', 'day', '${at('02-01T09:00')}', NULL, 1, 0)`,
  ),
  ...['north', 'south', 'east'].map(
    (bed, position) =>
      `INSERT INTO beds VALUES ('${bed}', '${bed}', NULL, ${position}, '${day('01-01')}', NULL, 1, '')`,
  ),
  ...['ada', 'bo', 'cy', 'dee', 'eve'].map(
    (guest) =>
      `INSERT INTO guests VALUES ('${guest}', '${guest}', '${guest}', NULL, '${at('02-01T09:00')}', 1)`,
  ),
  ...stay('ada', 'north', '03-02', '03-06', null, null),
  ...stay('bo', 'south', '02-20', '02-25', '02-24', null),
  ...stay('eve', 'south', '01-10', '01-12', '01-12', null),
  `INSERT INTO linked_guests VALUES ('eve', 'ada', '${at('03-02T16:00')}')`,
  `INSERT INTO claims VALUES ('held-for-eve', 'hold', 'east', 'ada', '${day('04-10')}', '${day('04-12')}')`,
  `INSERT INTO holds VALUES ('held-for-eve', 'east', NULL, 'eve', '${day('04-10')}', '${day('04-12')}', '${at('04-10T23:00')}',
    NULL, 'theo', '${at('03-02T15:00')}', NULL, NULL, NULL, 1, NULL)`,
  `INSERT INTO imports VALUES ('book', 'marta', '${at('02-21T15:00')}', '${day('02-21')}', 0, '[]', NULL)`,
  `INSERT INTO imports VALUES ('undone', 'marta', '${at('02-21T15:00')}', '${day('02-21')}', 0, '[]', '${at('02-21T16:00')}')`,
  `INSERT INTO imported_stays VALUES ('stay-eve', 'book', 2, '${'a'.repeat(64)}', NULL)`,
  `INSERT INTO imported_stays VALUES ('stay-bo', 'undone', 2, '${'b'.repeat(64)}', '${at('02-21T16:00')}')`,
  `INSERT INTO waiting_imports VALUES ('new-book', 'marta', 'book.csv', '${at('02-21T15:00')}', '["Bed"]', NULL)`,
  `INSERT INTO waiting_rows VALUES ('new-book', 2, '["North"]')`,
  ...stay('dee', 'south', '03-01', '03-05', null, '03-01T22:00'),
  `INSERT INTO claims VALUES ('held-north', 'hold', 'north', NULL, '${day('03-06')}', '${day('03-08')}')`,
  `INSERT INTO claims VALUES ('closed-east', 'closure', 'east', NULL, '${day('03-01')}', '${day('03-10')}')`,
  `INSERT INTO claims VALUES ('held-for-cy', 'hold', 'south', 'cy', '${day('03-10')}', '${day('03-12')}')`,
  `INSERT INTO claims VALUES ('let-go', 'hold', 'south', NULL, '${day('03-15')}', '${day('03-15')}')`,
  `INSERT INTO holds VALUES ('held-for-cy', 'south', NULL, 'cy', '${day('03-10')}', '${day('03-12')}', '${at('03-10T23:00')}',
    NULL, 'theo', '${at('03-02T15:00')}', NULL, NULL, NULL, 1, NULL)`,
  `INSERT INTO holds VALUES ('let-go', 'south', 'Eli', NULL, '${day('03-15')}', '${day('03-16')}', '${at('03-15T23:00')}',
    NULL, 'theo', '${at('03-02T15:00')}', '${at('03-02T16:00')}', '${day('03-02')}', 'let-go', 1, NULL)`,
  `INSERT INTO claims VALUES ('to-close', 'closure', 'south', NULL, '${day('04-25')}', '${day('04-28')}')`,
  `INSERT INTO claims VALUES ('closed-so-far', 'closure', 'south', NULL, '${day('02-27')}', '${day('03-01')}')`,
  `INSERT INTO claims VALUES ('cancelled', 'closure', 'south', NULL, '${day('04-01')}', '${day('04-01')}')`,
  `INSERT INTO closures VALUES ('to-close', 'south', '${day('04-25')}', '${day('04-27')}', 'repair', 'The tap', 1, 'marta',
    '${at('02-20T15:00')}', NULL, NULL, NULL, NULL, NULL, 1)`,
  `INSERT INTO closures VALUES ('closed-so-far', 'south', '${day('02-27')}', NULL, 'repair', 'The window', 0, 'theo',
    '${at('02-27T15:00')}', NULL, NULL, '${at('03-01T15:00')}', '${day('03-01')}', 'used-again', 1)`,
  `INSERT INTO closures VALUES ('cancelled', 'south', '${day('04-01')}', '${day('04-02')}', 'repair', NULL, 1, 'marta',
    '${at('02-20T15:00')}', NULL, NULL, '${at('02-21T15:00')}', '${day('02-21')}', 'cancelled', 1)`,
  `INSERT INTO bed_segments VALUES ('part-ada-undone', 'stay-ada', 'south', '${at('03-02T15:00')}', '${day('03-02')}', NULL,
    NULL, '${at('03-02T16:00')}', 2)`,
  `INSERT INTO claims VALUES ('part-ada-undone', 'stay', 'south', 'ada', '${day('03-02')}', '${day('03-02')}')`,
  ...[
    ['left-bo', 'NULL'],
    ['undone', `'${at('02-24T16:00')}'`],
  ].map(
    ([
      id,
      undone,
    ]) => `INSERT INTO departures VALUES ('${id}', 'stay-bo', '${at('02-24T15:00')}', 'exact', 'as-planned',
      'home', NULL, 'no', 'yes', 'A coat', ${undone}, '${day('03-10')}')`,
  ),
  `INSERT INTO consents VALUES ('consent-bo', 'bo', 'stay-bo', 'follow-up', 'call', '555', 0, 0, NULL, NULL,
    '${at('02-24T15:00')}', '${day('02-24')}', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL)`,
  `INSERT INTO follow_ups VALUES ('later-bo', 'stay-bo', 'consent-bo', '30d', '${day('03-26')}', NULL, NULL, NULL, NULL, 1, NULL, NULL, 3)`,
  `INSERT INTO consents SELECT 'withdrawn-bo', guest_id, stay_id, purpose, channel, detail, 0, 0, NULL, NULL, given_at, given_on,
    NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL FROM consents`,
  // About their things, and one that ends in March
  `INSERT INTO consents SELECT 'things-bo', guest_id, stay_id, 'things', channel, detail, 0, 0, NULL, NULL, given_at, given_on,
    NULL, NULL, NULL, NULL, 1, 'Spanish', NULL, NULL, NULL, 0, 'theo', NULL, NULL FROM consents WHERE id = 'consent-bo'`,
  `INSERT INTO consents SELECT 'march-bo', guest_id, stay_id, purpose, 'text', detail, 0, 0, NULL, NULL, given_at, given_on,
    NULL, NULL, NULL, NULL, 0, NULL, '${day('03-01')}', NULL, NULL, 0, 'theo', NULL, NULL FROM consents WHERE id = 'consent-bo'`,
  `INSERT INTO follow_ups VALUES ('march-bo', 'stay-bo', 'march-bo', '3d', '${day('02-27')}', NULL, NULL, NULL, NULL, 1, 'theo', 'nobody', 3)`,
  `INSERT INTO follow_ups VALUES ('ended-bo', 'stay-bo', 'withdrawn-bo', '3d', '${day('02-27')}', NULL, NULL, NULL, NULL, 1, NULL, NULL, 3)`,
  `UPDATE consents SET withdrawn_at = '${at('02-24T16:00')}' WHERE id = 'withdrawn-bo'`,
  `INSERT INTO follow_ups VALUES ('in-touch-bo', 'stay-bo', 'consent-bo', '3d', '${day('02-27')}', NULL, NULL, NULL, NULL, 1, NULL, NULL, 3)`,
  `INSERT INTO attempts VALUES (1, 'try-bo', 'in-touch-bo', '${at('02-27T15:00')}', '${day('02-27')}', 'call', 'no_answer', NULL,
    'theo', NULL)`,
  `INSERT INTO notes VALUES (1, 'bins', 'Bins out', 'done', NULL, NULL, '${at('03-02T15:00')}', '${day('03-02')}', 'theo',
    NULL, NULL, NULL, 0)`,
  `INSERT INTO guest_notes VALUES (2, 'of-ada', 'stay-ada', 'She likes tea', 'both', NULL, '${at('03-02T15:00')}', '${day('03-02')}',
    'theo')`,
  `INSERT INTO amendments VALUES (3, 'again', 'Bins in', 'A slip', '${at('03-02T16:00')}', '${day('03-02')}', 'marta', 'bins', NULL)`,
  `INSERT INTO guest_notes VALUES (4, 'gone-ada', 'stay-ada', 'Not so', 'staff', NULL, '${at('03-02T15:00')}', '${day('03-02')}',
    'theo')`,
  `INSERT INTO note_answers VALUES ('said', 'of-ada', 2, 'add', 'With milk', '${at('03-02T16:00')}', 'theo', 0)`,
  `INSERT INTO note_answers VALUES ('said-gone', 'gone-ada', 4, 'disagree', 'No', '${at('03-02T15:30')}', 'theo', 0)`,
  `INSERT INTO hidden_notes VALUES ('of-ada', 'guest_asked', '${day('03-20')}', '${at('03-02T17:00')}', 'marta', NULL, NULL)`,
  `INSERT INTO hidden_notes VALUES ('gone-ada', 'guest_asked', '${day('03-20')}', NULL, NULL, '${at('03-02T17:00')}', 'marta')`,
  `INSERT INTO notes_taken_back VALUES ('gone', '${at('03-02T16:00')}', 'theo', 'not_so', NULL, 'gone-ada')`,
  `UPDATE guest_notes SET text = '–' WHERE id = 'gone-ada'`,
  `UPDATE note_answers SET words = NULL WHERE id = 'said-gone'`,
  `INSERT INTO answer_sets VALUES ('kept-bo', 'stay-bo', 'leaving', 'screen', 'en', '${at('02-24T14:00')}', '${day('02-24')}',
    'theo', NULL, NULL)`,
  `INSERT INTO follow_ups VALUES ('reached-bo', 'stay-bo', 'consent-bo', '180d', '${day('02-27')}', NULL, NULL,
    '${at('02-27T15:00')}', 'reached', 1, NULL, NULL, 3)`,
  `INSERT INTO answer_sets VALUES ('told-bo', 'stay-bo', 'follow-up', 'sheet', 'en', '${at('02-27T15:00')}', '${day('02-27')}',
    'theo', NULL, 'reached-bo')`,
  `INSERT INTO answers VALUES ('told-bo', 'hospital_nights_after', 1, 'answered', NULL, NULL, 0)`,
  `INSERT INTO answers VALUES ('kept-bo', 'hope', 1, 'answered', 2, NULL, NULL), ('kept-bo', 'say', 1, 'skipped', NULL, NULL, NULL)`,
  `INSERT INTO answer_sets VALUES ('undone-bo', 'stay-bo', 'arrival', 'sheet', 'en', '${at('02-24T14:00')}', '${day('02-24')}',
    'theo', '${at('02-24T14:30')}', NULL)`,
  `INSERT INTO notes VALUES (5, 'gone-bins', 'Bins', 'done', NULL, NULL, '${at('03-02T15:00')}', '${day('03-02')}', 'theo',
    NULL, NULL, NULL, 0)`,
  `INSERT INTO notes_taken_back VALUES ('gone-too', '${at('03-02T16:00')}', 'theo', 'not_so', 'gone-bins', NULL)`,
  `INSERT INTO on_shift VALUES ('theo-tonight', 'theo', 'shift', '${at('03-02T22:00')}', '${at('03-03T06:00')}', NULL, 'marta',
    '${at('03-02T15:00')}', NULL, NULL, NULL)`,
  `INSERT INTO on_shift VALUES ('never', 'marta', 'on-call', '${at('03-02T22:00')}', '${at('03-03T06:00')}', '555-0100', 'marta',
    '${at('03-02T15:00')}', NULL, NULL, '${at('03-02T16:00')}')`,
  `INSERT INTO sheets_settled VALUES ('${at('03-02T22:00')}', 'printed', '${at('03-02T22:10')}', 'theo')`,
  `UPDATE read_marks SET up_to = 2, read_at = '${at('03-02T16:00')}' WHERE person_id = 'theo'`,
  `INSERT INTO calls VALUES ('rang', 'phone', 'not_said', 'rang_off', '${at('03-02T15:00')}', '${day('03-02')}', 'theo', NULL,
    NULL, 12, 'Eli', '${at('03-02T16:00')}', '555-0182', NULL, NULL)`,
  `INSERT INTO waitlist VALUES (1, 'eli', 'Eli', NULL, '${at('03-02T15:00')}', '${day('03-02')}', 'theo', '${day('03-03')}',
    NULL, NULL, NULL, NULL, 1)`,
  `INSERT INTO turnovers VALUES ('after-bo', 'south', 'part-bo', '${at('02-24T15:00')}', NULL, NULL)`,
  `INSERT INTO turnovers VALUES ('ended', 'south', 'part-bo', '${at('02-24T12:00')}', '${at('02-24T13:00')}', NULL)`,
  `INSERT INTO absences VALUES ('missed-ada', 'stay-ada', 'not-seen', '${at('03-02T22:00')}', '${day('03-02')}', NULL, NULL,
    '${at('03-03T15:00')}', '${day('03-03')}', 'back', NULL)`,
  `INSERT INTO absences VALUES ('out-ada', 'stay-ada', 'away', '${at('03-04T15:00')}', '${day('03-04')}', '${at('03-05T21:00')}',
    'Ring Bo', NULL, NULL, NULL, NULL)`,
  `INSERT INTO absences VALUES ('out-undone', 'stay-ada', 'not-seen', '${at('03-05T15:00')}', '${day('03-05')}', NULL, NULL, NULL,
    NULL, NULL, '${at('03-05T16:00')}')`,
  `INSERT INTO absences VALUES ('out-bo', 'stay-bo', 'not-seen', '${at('02-21T15:00')}', '${day('02-21')}', NULL, NULL,
    '${at('02-22T15:00')}', '${day('02-22')}', 'back', NULL)`,
  ...['first', 'second'].map(
    (
      act,
      index,
    ) => `INSERT INTO acts VALUES (${index + 1}, '${act}', 'stay.arrived', 'marta', '${at('03-02T15:00')}',
      '${day('03-02')}', 'stay-ada', 'north', '{}', NULL, NULL, NULL)`,
  ),
  `UPDATE acts SET undone_by_act = 'second' WHERE id = 'first'`,
  `INSERT INTO talk_first VALUES ('of-cy', 'cy', 'The key is out', '${day('03-01')}', '${day('04-01')}', '${at('03-01T15:00')}', 'marta',
    '${at('03-01T16:00')}', 'theo', 'It is on the desk', NULL, NULL, 2)`,
  `INSERT INTO deaths VALUES ('of-bo', 'bo', 'stay-bo', '${at('03-01T15:00')}', 'about', '${at('03-02T15:00')}', 'marta', NULL)`,
  `INSERT INTO deaths VALUES ('not-of-bo', 'bo', 'stay-bo', '${at('02-25T15:00')}', 'exact', '${at('02-25T15:00')}', 'marta',
    '${at('02-26T15:00')}')`,
  `INSERT INTO earlier_names VALUES ('second', 'bo', 'Boo', 'bo')`,
  `INSERT INTO paper_sheets VALUES ('before', '${at('02-24T16:00')}', 'theo', NULL, NULL)`,
  `UPDATE paper_sheets SET ended_at = '${at('02-24T17:00')}', ended_by = 'theo'`,
  `INSERT INTO paper_sheets VALUES ('power-cut', '${at('03-02T16:00')}', 'theo', NULL, NULL)`,
  `INSERT INTO paper_lines VALUES (1, 'came', 'power-cut', 'arrived', '${at('03-02T15:00')}', NULL, 'Old Ned', 'first', NULL,
    'theo', '${at('03-02T16:00')}')`,
  `INSERT INTO audit VALUES (1, '${at('03-02T15:00')}', 'marta', 'stay.view', 'stay-ada')`,
  `INSERT INTO sent_forms VALUES ('token', '${'a'.repeat(64)}', '/', '${at('03-02T15:00')}')`,
  `INSERT INTO list_versions VALUES ('waitlist-outcomes', 2, 'marta', '${at('03-01T15:00')}')`,
  `INSERT INTO list_entries VALUES ('waitlist-outcomes', 2, 1, 'bed_found', 'Came', NULL, NULL)`,
  `INSERT INTO agreements VALUES (1, 'We knock', 'marta', '${at('03-01T15:00')}')`,
  `INSERT INTO stay_tasks VALUES ('told-ada', 'stay-ada', 'told', 1, 'done', 'My sister', NULL, NULL, NULL, 'theo',
    '${at('03-02T15:00')}', NULL, NULL)`,
  `INSERT INTO stay_limits VALUES ('a-week', NULL, '${day('01-01')}', 7, NULL, NULL)`,
  ...['open', 'closed', 'undone'].flatMap((id) => [
    `INSERT INTO incidents VALUES ('${id}', '${at('03-02T14:00')}', '${day('03-02')}', 'hurt', 'not_asked', 'marta',
      '${at('03-02T15:00')}', 'theo', 9, NULL, NULL, NULL, 1)`,
    `INSERT INTO incident_guests VALUES ('${id}', 'ada', 'stay-ada', NULL)`,
    `INSERT INTO incident_words (id, incident_id, code, text, person_id, written_at)
      VALUES ('line-${id}', '${id}', 'nextShift', 'Mind the step', 'theo', '${at('03-02T15:00')}')`,
    `INSERT INTO incident_words (id, incident_id, code, told_at, due, person_id, written_at, undone_at) VALUES
      ('told-${id}', '${id}', 'told', '${at('03-02T15:00')}', 'tell', 'theo', '${at('03-02T15:00')}', '${at('03-02T16:00')}')`,
  ]),
  `UPDATE incidents SET closed_at = '${at('03-03T15:00')}', closed_by = 'marta' WHERE id = 'closed'`,
  `UPDATE incidents SET undone_at = '${at('03-03T15:00')}' WHERE id = 'undone'`,
  `INSERT INTO supply_looks VALUES (1, 'looked', 'naloxone', '${at('03-02T15:00')}', '${day('03-02')}', 'theo', NULL,
    '${day('12-01')}', '${at('03-02T16:00')}')`,
  `INSERT INTO help_without_bed VALUES (1, 'came-by', 'visit', NULL, '${at('03-02T15:00')}', '${day('03-02')}', '${at('03-02T15:00')}',
    2, NULL, 1, 'Kim', 'theo', 1, NULL)`,
  `INSERT INTO help_without_bed VALUES (2, 'undone', 'group', 'walk', '${at('03-02T15:00')}', '${day('03-02')}', '${at('03-02T15:00')}',
    6, 60, 0, NULL, 'theo', 1, '${at('03-02T16:00')}')`,
  ...['1', '2'].map(
    (
      last,
    ) => `INSERT INTO feedback VALUES ('11111111-1111-4111-8111-11111111111${last}', '${day('03-02')}', 'house', NULL, 'Too dark',
      ${last === '1' ? 'NULL' : `'${'b'.repeat(64)}'`})`,
  ),
  `INSERT INTO feedback_names VALUES ('11111111-1111-4111-8111-111111111111', 'Kim', 'theo', '${at('03-02T15:00')}')`,
  `INSERT INTO feedback_answers VALUES (1, '11111111-1111-4111-8111-111111111111', 'A lamp', '${day('03-02')}', '${at('03-02T15:00')}', 'theo')`,
  `INSERT INTO said_and_done VALUES (1, 'lamp', 'Dark', 'A lamp', '${day('03-02')}', '${at('03-02T15:00')}', 'marta', 1)`,
  `INSERT INTO outside_addresses VALUES (1, 'The advocates', 'marta', '${at('03-02T15:00')}')`,
  `INSERT INTO ready_to_leave VALUES ('stay-ada', '[]', 'theo', '${at('03-02T16:00')}', 1)`,
  `INSERT INTO things_gone VALUES ('had', 'left-bo', 'sent', 'theo', '${at('03-02T16:00')}', '${at('03-02T16:30')}')`,
  `INSERT INTO things_gone VALUES ('has', 'left-bo', 'fetched', 'theo', '${at('03-02T17:00')}', NULL)`,
  `INSERT INTO places VALUES ('clinic', 'The clinic', 'health', '555-0140', NULL, NULL, NULL, NULL, 1)`,
  `INSERT INTO connections VALUES ('to-clinic', 'stay-bo', 'clinic', NULL, 'rang', '${at('03-02T15:00')}', 'theo', NULL, 1)`,
  `INSERT INTO connections VALUES ('undone', 'stay-bo', NULL, 'A choir', NULL, '${at('03-02T15:00')}', 'theo',
    '${at('03-02T16:00')}', 2)`,
  ...['1', '2'].map(
    (
      number,
    ) => `INSERT INTO connection_answers VALUES (${number}, 'said-${number}', 'to-clinic', 'trouble', 'Too cold',
      '${at('03-02T15:00')}', '${day('03-02')}', 'theo', ${number === '1' ? 'NULL' : `'${at('03-02T16:00')}'`})`,
  ),
  `INSERT INTO place_looks VALUES (1, 'seen', 'clinic', 1, 'Rang them', '${at('03-02T15:00')}', '${day('03-02')}', 'marta',
    '${at('03-02T16:00')}')`,
  `INSERT INTO support_told VALUES ('told-undone', 'stay-bo', 1, 'made', 'theo', '${at('03-02T16:00')}', '${at('03-02T16:30')}')`,
  `INSERT INTO support_told VALUES ('told', 'stay-bo', 2, 'theirs', 'theo', '${at('03-02T17:00')}', NULL)`,
  `INSERT INTO support_kinds VALUES ('told', 'emotional', 'taken-up', 'one')`,
  ...['NULL', `'${at('03-02T16:00')}'`].map(
    (
      undone,
      number,
    ) => `INSERT INTO talks VALUES ('talk-${number}', 'stay-ada', 'emotional', 'one', '${at('03-02T15:00')}',
      '${day('03-02')}', 'theo', ${undone})`,
  ),
  `INSERT INTO given_out_grid VALUES (1, 'quarters', '${at('03-02T15:00')}', '${day('03-02')}', 'marta')`,
  `INSERT INTO given_out VALUES ('2025-10-01', 1, '2026-01-01', '${at('03-02T15:00')}', '${day('03-02')}', 'marta', '[]', '[]')`,
  `INSERT INTO exception_looks VALUES ('first', 'marta', '${at('03-03T15:00')}', NULL)`,
];

function stay(
  guest: string,
  bed: string,
  from: string,
  planned: string,
  left: string | null,
  undone: string | null,
) {
  const text = (value: string | null) => (value === null ? 'NULL' : `'2026-${value}'`);
  const to = left && `${left}T15:00:00Z`;
  const undoneAt = undone && `${undone}:00Z`;
  const end = undone ? from : (left ?? planned);
  return [
    `INSERT INTO stays VALUES ('stay-${guest}', '${guest}', 'no', '${at(`${from}T15:00`)}', '${day(from)}', '${day(planned)}',
      '${day(planned)}', ${text(to)}, ${text(left)}, ${text(undoneAt)}, 1, 'not_asked')`,
    `INSERT INTO bed_segments VALUES ('part-${guest}', 'stay-${guest}', '${bed}', '${at(`${from}T15:00`)}', '${day(from)}',
      ${text(to)}, ${text(left)}, ${text(undoneAt)}, 1)`,
    `INSERT INTO claims VALUES ('part-${guest}', 'stay', '${bed}', '${guest}', '${day(from)}', '${day(end)}')`,
  ];
}

/** The path of a house file of its own with these people in it. */
export async function peopledHouse(): Promise<string> {
  const path = join(await houseFolder(), 'house.sqlite');
  await withFile(RawFile.writing(path), (file) =>
    file.exec(['PRAGMA foreign_keys = ON', 'BEGIN', ...rows, 'COMMIT'].join(';\n')),
  );
  return path;
}

const tables =
  'house people beds guests stays bed_segments claims bed_nights departures consents turnovers acts audit secrets sent_forms notes calls follow_ups attempts holds closures waitlist stay_limits exception_looks absences linked_guests agreements list_versions list_entries stay_tasks deaths earlier_names talk_first paper_sheets paper_lines guest_notes amendments notes_taken_back note_numbers read_marks note_answers hidden_notes incidents incident_guests incident_words incident_clocks supplies supply_looks plain_words contact_rules on_shift sheets_settled ready_to_leave things_gone help_without_bed feedback feedback_names feedback_answers said_and_done outside_addresses questions question_versions answer_sets answers places connections connection_answers place_looks support_told support_kinds talks imports imported_stays waiting_imports waiting_rows given_out_grid given_out';

/** Every row of every guarded table, with the number SQLite knows it by where it has one. */
export async function everyRow(file: RawFile): Promise<string> {
  const found = [];
  for (const table of tables.split(' ')) found.push(await file.rows(`SELECT * FROM ${table}`));
  found.push(await file.rows('SELECT count(*), min(night), max(night) FROM nights'));
  return JSON.stringify(found);
}
