/** What a script, a shell or a mistake may try on the house file. Every one of them must change nothing. */

/** What a guest said, made into something else. */
const saidOtherwise = [
  `purpose = 'things'`,
  `channel = 'text'`,
  `detail = '556'`,
  `voicemail = 1`,
  `say_house_name = 1`,
  `shared_phone = 1`,
  `safe_from = 9, safe_to = 24`,
  `language = 'Spanish'`,
  `expires_on = '2026-12-01'`,
  `person = 'Kim'`,
  `told = 'All'`,
  `stay_id = 'stay-ada'`,
  `given_at = '2026-03-02T15:00:00Z'`,
  `withdrawn_person = 'theo'`,
  `undone_at = '2026-03-02T15:00:00Z'`,
];

const conflictClauses = ['', 'OR ABORT', 'OR FAIL', 'OR IGNORE', 'OR REPLACE', 'OR ROLLBACK'];
const inserts = (rest: string) => conflictClauses.map((clause) => `INSERT ${clause} INTO ${rest}`);
const updates = (rest: string) => conflictClauses.map((clause) => `UPDATE ${clause} ${rest}`);

/** What stands after INSERT INTO for a row of these tables; days without their year, 2026. */
export const claim = (
  id: string,
  kind: string,
  bed: string,
  guest: string | null,
  first: string,
  end: string,
) =>
  `claims VALUES ('${id}', '${kind}', '${bed}', ${guest ? `'${guest}'` : 'NULL'}, '2026-${first}', '2026-${end}')`;

const claims = [
  // somebody else's night: first, middle and last of it, from before to after, one of many
  ...inserts(claim('new', 'hold', 'north', null, '03-05', '03-06')),
  ...inserts(claim('new', 'hold', 'north', null, '03-01', '03-03')),
  ...inserts(claim('new', 'hold', 'north', null, '03-01', '03-20')),
  ...inserts(claim('new', 'hold', 'north', null, '03-07', '03-09')),
  ...inserts(claim('new', 'closure', 'north', null, '03-04', '03-05')),
  ...inserts(claim('new', 'hold', 'east', null, '03-09', '03-11')),
  // a guest in two beds
  ...inserts(claim('new', 'hold', 'south', 'ada', '03-05', '03-07')),
  ...inserts(claim('new', 'hold', 'north', 'cy', '03-11', '03-13')),
  // a stay that is not there, another's stay, more or less than the stay says
  ...inserts(claim('new', 'stay', 'south', 'cy', '03-20', '03-22')),
  ...inserts(claim('new', 'stay', 'south', 'bo', '02-20', '02-24')),
  // in the place of what is there
  ...inserts(claim('held-north', 'hold', 'south', null, '03-20', '03-22')),
  ...inserts(claim('part-ada', 'stay', 'south', 'ada', '03-02', '03-06')),
  ...inserts(claim('part-bo', 'hold', 'south', null, '03-20', '03-22')),
  `REPLACE INTO ${claim('held-for-cy', 'hold', 'south', null, '03-20', '03-22')}`,
  `INSERT INTO ${claim('held-north', 'hold', 'south', null, '03-20', '03-22')}
    ON CONFLICT (id) DO UPDATE SET bed_id = excluded.bed_id`,
  // words that are no kind, an end before its beginning
  ...inserts(claim('new', 'hold', 'south', null, '03-22', '03-20')),
  ...inserts(claim('new', 'party', 'south', null, '03-20', '03-22')),

  ...updates(`claims SET end_night = '2026-03-07' WHERE id = 'part-ada'`),
  ...updates(`claims SET end_night = '2026-03-04' WHERE id = 'part-ada'`),
  ...updates(`claims SET end_night = first_night WHERE id = 'part-ada'`),
  ...updates(`claims SET first_night = '2026-03-01' WHERE id = 'part-ada'`),
  ...updates(`claims SET bed_id = 'south' WHERE id = 'part-ada'`),
  ...updates(`claims SET guest_key = 'cy' WHERE id = 'part-ada'`),
  ...updates(`claims SET guest_key = NULL WHERE id = 'part-ada'`),
  ...updates(`claims SET kind = 'hold' WHERE id = 'part-ada'`),
  ...updates(`claims SET kind = 'closure', guest_key = NULL WHERE id = 'held-for-cy'`),
  ...updates(`claims SET id = 'mine' WHERE id = 'held-north'`),
  ...updates(`claims SET id = 'held-north' WHERE id = 'closed-east'`),
  ...updates(`claims SET id = 'held-north' WHERE id = 'let-go'`),
  ...updates(`claims SET first_night = '2026-03-05' WHERE id = 'held-north'`),
  ...updates(`claims SET bed_id = 'north', first_night = '2026-03-07' WHERE id = 'closed-east'`),
  ...updates(`claims SET guest_key = 'ada', first_night = '2026-03-05' WHERE id = 'held-for-cy'`),
  ...updates(`claims SET guest_key = 'cy', end_night = '2026-03-11' WHERE id = 'held-north'`),
  ...updates(`claims SET bed_id = 'north'`),
  ...updates(`claims SET end_night = '2026-02-26' WHERE id = 'part-bo'`),
  ...updates(`claims SET end_night = '2026-03-02' WHERE id = 'part-dee'`),
  `DELETE FROM claims`,
  `DELETE FROM claims WHERE id = 'held-north'`,
  `DELETE FROM claims WHERE id = 'part-ada'`,
  `DELETE FROM claims WHERE id = 'part-dee'`,
];

/** A row of `holds` for South, the nights of 20 to 22 March. */
const hold = (id: string, ended: string, bed = 'south') =>
  `holds VALUES ('${id}', '${bed}', 'Eli', NULL, '2026-03-20', '2026-03-22', '2026-03-20T23:00:00Z', NULL, 'theo',
    '2026-03-02T15:00:00Z', ${ended}, 1, NULL)`;
const LASTS = 'NULL, NULL, NULL';
const LET_GO = `'2026-03-02T16:00:00Z', '2026-03-02', 'let-go'`;

const holds = [
  ...inserts(hold('held-for-cy', LASTS)),
  ...inserts(hold('let-go', LASTS)),
  ...inserts(hold('held-north', LET_GO)),
  ...inserts(`${hold('new', LET_GO)}; INSERT INTO ${claim('new', 'hold', 'south', null, '03-20', '03-22')}`),
  ...inserts(`${hold('new', LASTS)}; INSERT INTO ${claim('new', 'hold', 'east', null, '03-20', '03-22')}`),
  ...updates(`claims SET end_night = '2026-03-14' WHERE id = 'held-for-cy'`),
  ...updates(`claims SET first_night = '2026-03-09' WHERE id = 'held-for-cy'`),
  ...updates(`claims SET bed_id = 'east' WHERE id = 'held-for-cy'`),
  ...updates(`claims SET end_night = '2026-03-16' WHERE id = 'let-go'`),
  ...updates(
    `holds SET ending = 'let-go', ended_at = made_at, ended_on = first_night WHERE id = 'held-for-cy'`,
  ),
  ...updates(`holds SET bed_id = 'east' WHERE id = 'held-for-cy'`),
  ...updates(`holds SET end_night = '2026-03-20' WHERE id = 'let-go'`),
  ...updates(`holds SET made_by = 'marta' WHERE id = 'let-go'`),
  ...updates(`holds SET id = 'let-go' WHERE id = 'held-for-cy'`),
  ...updates(`holds SET id = 'closed-east' WHERE id = 'let-go'`),
  `DELETE FROM holds`,
];

/** A row of `closures` for South, the nights of 20 and 21 March. */
const closure = (id: string, ended: string, bed = 'south') =>
  `closures VALUES ('${id}', '${bed}', '2026-03-20', '2026-03-21', 'repair', NULL, 1, 'theo', '2026-03-02T15:00:00Z',
    NULL, NULL, ${ended}, 1)`;
const CANCELLED = `'2026-03-02T16:00:00Z', '2026-03-02', 'cancelled'`;
const OPENED = `'2026-03-21T16:00:00Z', '2026-03-21', 'used-again'`;
const closing = (first: string, end: string, bed = 'south') => claim('new', 'closure', bed, null, first, end);

const closures = [
  ...inserts(closure('to-close', LASTS)),
  ...inserts(closure('cancelled', LASTS)),
  ...inserts(closure('closed-east', CANCELLED)),
  ...inserts(closure('closed-east', LASTS)),
  ...inserts(`${closure('new', CANCELLED)}; INSERT INTO ${closing('03-20', '03-22')}`),
  ...inserts(`${closure('new', OPENED)}; INSERT INTO ${closing('03-20', '03-22')}`),
  ...inserts(`${closure('new', LASTS)}; INSERT INTO ${closing('03-20', '03-23')}`),
  ...inserts(`${closure('new', LASTS)}; INSERT INTO ${closing('03-19', '03-22')}`),
  ...inserts(`${closure('new', LASTS)}; INSERT INTO ${closing('03-20', '03-22', 'east')}`),
  ...updates(`claims SET end_night = '2026-04-29' WHERE id = 'to-close'`),
  ...updates(`claims SET first_night = '2026-04-24' WHERE id = 'to-close'`),
  ...updates(`claims SET end_night = '2026-03-02' WHERE id = 'closed-so-far'`),
  ...updates(`claims SET end_night = '2026-04-03' WHERE id = 'cancelled'`),
  ...updates(`closures SET last_night = '2026-04-26' WHERE id = 'to-close'`),
  ...updates(
    `closures SET ending = 'undone', ended_at = made_at, ended_on = first_night WHERE id = 'to-close'`,
  ),
  ...updates(`closures SET ending = NULL, ended_at = NULL, ended_on = NULL WHERE id = 'closed-so-far'`),
  ...updates(`closures SET bed_id = 'east' WHERE id = 'cancelled'`),
  ...updates(`closures SET made_by = 'theo' WHERE id = 'to-close'`),
  ...updates(`closures SET is_planned = 1 WHERE id = 'closed-so-far'`),
  ...updates(`closures SET id = 'other' WHERE id = 'to-close'`),
  ...updates(`closures SET id = 'cancelled' WHERE id = 'to-close'`),
  ...updates(`closures SET id = 'closed-east' WHERE id = 'cancelled'`),
  `DELETE FROM closures`,
];

const bedNights = [
  ...inserts(`bed_nights VALUES ('north', '2026-03-06', 'cy', 'part-ada')`),
  ...inserts(`bed_nights VALUES ('north', '2026-03-05', NULL, 'held-north')`),
  ...inserts(`bed_nights VALUES ('north', '2026-03-05', 'ada', 'part-ada')`),
  ...inserts(`bed_nights VALUES ('south', '2026-03-05', 'ada', 'part-ada')`),
  ...inserts(`bed_nights VALUES ('south', '2026-03-20', NULL, 'held-for-cy')`),
  ...inserts(`bed_nights VALUES ('south', '2026-03-20', NULL, 'nobody')`),
  `INSERT INTO bed_nights VALUES ('north', '2026-03-06', NULL, 'held-north')
    ON CONFLICT (bed_id, night) DO UPDATE SET claim_id = 'part-ada'`,
  ...updates(`bed_nights SET claim_id = 'part-ada' WHERE night = '2026-03-06'`),
  ...updates(`bed_nights SET guest_key = 'cy' WHERE night = '2026-03-05'`),
  ...updates(`bed_nights SET bed_id = 'south' WHERE night = '2026-03-05'`),
  ...updates(`bed_nights SET night = '2026-03-20' WHERE night = '2026-03-05'`),
  ...updates(`bed_nights SET night = '2026-03-06' WHERE night = '2026-03-05'`),
  `DELETE FROM bed_nights`,
  `DELETE FROM bed_nights WHERE night = '2026-03-06'`,
];

export const part = (id: string, stay: string, bed: string, from: string, to: string | null) =>
  `bed_segments VALUES ('${id}', '${stay}', '${bed}', '2026-${from}T15:00:00Z', '2026-${from}',
    ${to ? `'2026-${to}T15:00:00Z', '2026-${to}'` : 'NULL, NULL'}, NULL, 1)`;

const parts = [
  ...inserts(part('new', 'stay-bo', 'north', '03-04', null)),
  ...inserts(part('new', 'stay-bo', 'north', '03-20', null)),
  ...inserts(part('new', 'stay-bo', 'north', '03-03', '03-04')),
  ...inserts(part('new', 'stay-bo', 'south', '02-22', '02-23')),
  ...inserts(part('new', 'stay-bo', 'east', '03-05', null)),
  ...inserts(part('new', 'stay-bo', 'south', '03-11', '03-12')),
  ...inserts(part('new', 'stay-ada', 'south', '03-04', null)),
  ...inserts(part('new', 'stay-ada', 'south', '03-20', null)),
  ...inserts(part('part-ada', 'stay-ada', 'south', '03-02', null)),
  ...inserts(part('part-bo', 'stay-bo', 'north', '02-20', '02-24')),
  ...updates(`bed_segments SET bed_id = 'north', undone_at = NULL WHERE id = 'part-dee'`),
  ...updates(`bed_segments SET stay_id = 'stay-ada', undone_at = NULL WHERE id = 'part-dee'`),
  ...updates(`bed_segments SET stay_id = 'stay-bo' WHERE id = 'part-ada'`),
  ...updates(`bed_segments SET bed_id = 'north', to_at = NULL, to_day = NULL WHERE id = 'part-bo'`),
  ...updates(
    `bed_segments SET bed_id = 'north', to_at = '2026-03-03T15:00:00Z', to_day = '2026-03-03' WHERE id = 'part-bo'`,
  ),
  ...updates(`bed_segments SET bed_id = 'east' WHERE id = 'part-ada'`),
  ...updates(`bed_segments SET to_at = '2026-03-07T15:00:00Z', to_day = '2026-03-07' WHERE id = 'part-ada'`),
  ...updates(`bed_segments SET bed_id = 'south', from_day = '2026-03-11' WHERE id = 'part-ada'`),
  ...updates(`bed_segments SET undone_at = NULL, from_day = '2026-03-06', from_at = '2026-03-06T15:00:00Z'
    WHERE id = 'part-ada-undone'`),
  ...updates(`bed_segments SET bed_id = 'south' WHERE id = 'part-ada';
    INSERT INTO ${claim('new', 'hold', 'south', null, '03-03', '03-05')}`),
  ...updates(`bed_segments SET id = 'part-ada' WHERE id = 'part-bo'`),
  ...updates(`bed_segments SET id = 'part-ada' WHERE id = 'part-ada-undone'`),
  ...updates(`bed_segments SET id = 'held-north' WHERE id = 'part-ada'`),
  `DELETE FROM bed_segments`,
  `DELETE FROM bed_segments WHERE id = 'part-ada'`,
];

export const stay = (id: string, guest: string, from: string, left: string | null) =>
  `stays VALUES ('${id}', '${guest}', 'no', '2026-${from}T15:00:00Z', '2026-${from}', '2026-03-30', '2026-03-30',
    ${left ? `'2026-${left}T15:00:00Z', '2026-${left}'` : 'NULL, NULL'}, NULL, 1, 'not_asked')`;

const stays = [
  ...inserts(stay('new', 'ada', '03-04', null)),
  ...inserts(stay('new', 'ada', '02-10', null)),
  ...inserts(stay('new', 'ada', '03-03', '03-04')),
  ...inserts(stay('new', 'bo', '02-22', '02-23')),
  ...inserts(stay('stay-ada', 'cy', '03-04', null)),
  ...inserts(stay('stay-bo', 'cy', '03-04', null)),
  ...updates(`stays SET guest_id = 'ada', undone_at = NULL WHERE id = 'stay-dee'`),
  ...updates(`stays SET guest_id = 'ada', left_at = NULL, departure_day = NULL WHERE id = 'stay-bo'`),
  ...updates(`stays SET guest_id = 'cy', planned_day = '2026-03-11' WHERE id = 'stay-ada'`),
  ...updates(`stays SET planned_day = '2026-03-07' WHERE id = 'stay-ada'`),
  ...updates(`stays SET id = 'stay-ada' WHERE id = 'stay-bo'`),
  ...updates(`stays SET id = 'stay-ada' WHERE id = 'stay-dee'`),
  ...updates(`stays SET id = 'other' WHERE id = 'stay-ada'`),
  `DELETE FROM stays`,
  `DELETE FROM stays WHERE id = 'stay-dee'`,
];

const linked = (guest: string, sameAs: string) =>
  `linked_guests VALUES ('${guest}', '${sameAs}', '2026-03-02T16:00:00Z')`;

const links = [
  // somebody linked twice, a mark that is linked itself, another's link
  ...inserts(linked('eve', 'cy')),
  ...inserts(linked('ada', 'cy')),
  ...inserts(linked('cy', 'eve')),
  ...inserts(linked('cy', 'cy')),
  ...updates(`linked_guests SET same_as = 'cy'`),
  ...updates(`linked_guests SET guest_id = 'cy'`),
  // one person in the house twice, or in two beds
  ...inserts(stay('new', 'eve', '03-04', null)),
  ...updates(`stays SET guest_id = 'eve', undone_at = NULL WHERE id = 'stay-dee'`),
  ...inserts(`guests VALUES ('fay', 'fay', 'fay', NULL, '2026-02-01T09:00:00Z', 1);
    INSERT INTO ${stay('new', 'fay', '03-03', '03-04')}; INSERT INTO ${linked('fay', 'ada')}`),
  ...inserts(`${linked('cy', 'ada')}; INSERT INTO ${claim('new', 'hold', 'east', 'ada', '03-10', '03-12')}`),
  `DELETE FROM linked_guests; INSERT INTO ${claim('new', 'hold', 'north', 'eve', '04-11', '04-13')}`,
  // a bed that is kept for a guest, in nobody's name or another's
  ...updates(`claims SET guest_key = NULL WHERE id = 'held-for-cy'`),
  ...updates(`claims SET guest_key = 'bo' WHERE id = 'held-for-cy'`),
  ...updates(`claims SET guest_key = 'eve' WHERE id = 'held-for-eve'`),
  ...updates(`claims SET guest_key = 'eve' WHERE id = 'part-ada'`),
  ...inserts(`${claim('new', 'hold', 'south', 'cy', '03-20', '03-22')}; INSERT INTO ${hold('new', LASTS)}`),
  ...updates(`holds SET guest_id = 'bo' WHERE id = 'held-for-cy'`),
];

const others = [
  ...inserts(`beds VALUES ('north', 'attic', NULL, 1, '2026-01-01', NULL, 1, '')`),
  ...inserts(`beds VALUES ('new', 'NORTH', NULL, 1, '2026-01-01', NULL, 1, '')`),
  ...updates(`beds SET name = 'North' WHERE id = 'south'`),
  ...updates(`beds SET id = 'north' WHERE id = 'south'`),
  ...updates(`beds SET id = 'north', name = 'attic' WHERE id = 'south'`),
  `DELETE FROM beds WHERE id = 'east'`,
  ...inserts(
    `people VALUES ('marta', 'x', 'staff', '$argon2id$x', 'day', '2026-02-01T09:00:00Z', NULL, 1, 0)`,
  ),
  ...inserts(
    `people VALUES ('new', 'MARTA', 'staff', '$argon2id$x', 'day', '2026-02-01T09:00:00Z', NULL, 1, 0)`,
  ),
  ...updates(`people SET name = 'Marta' WHERE id = 'theo'`),
  ...updates(`people SET id = 'marta' WHERE id = 'theo'`),
  ...updates(`people SET id = 'marta', name = 'new' WHERE id = 'theo'`),
  `DELETE FROM people WHERE id = 'theo'`,
  ...inserts(`guests VALUES ('ada', 'x', 'x', NULL, '2026-02-01T09:00:00Z', 1)`),
  ...updates(`guests SET id = 'ada' WHERE id = 'cy'`),
  `DELETE FROM guests`,
  ...inserts(`departures SELECT 'left-bo', stay_id, left_at, left_about, 'x', destination, own_words, in_touch, keys_back,
    things_left, undone_at, things_until FROM departures`),
  ...inserts(`departures SELECT 'again', stay_id, left_at, left_about, 'x', destination, own_words, in_touch, keys_back,
    things_left, undone_at, things_until FROM departures WHERE id = 'left-bo'`),
  ...updates(`departures SET id = 'left-bo' WHERE id = 'undone'`),
  ...updates(`departures SET undone_at = NULL WHERE id = 'undone'`),
  `DELETE FROM departures`,
  ...inserts(
    `consents SELECT id, guest_id, stay_id, purpose, 'post', detail, 1, 1, NULL, NULL, given_at, given_on, NULL, NULL, NULL,
      NULL, 0, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL FROM consents WHERE id = 'consent-bo'`,
  ),
  ...updates(`consents SET id = 'other' WHERE id = 'consent-bo'`),
  ...updates(`consents SET id = 'consent-bo' WHERE id = 'withdrawn-bo'`),
  ...saidOtherwise.flatMap((said) => updates(`consents SET ${said} WHERE id = 'consent-bo'`)),
  ...updates(`consents SET expires_on = NULL WHERE id = 'march-bo'`),
  ...updates(`consents SET given_by = 'marta' WHERE id = 'things-bo'`),
  `DELETE FROM consents`,
  ...inserts(`turnovers VALUES ('after-bo', 'north', 'part-ada', '2026-03-02T15:00:00Z', NULL, NULL)`),
  ...inserts(`turnovers VALUES ('new', 'south', 'part-bo', '2026-03-02T15:00:00Z', NULL, NULL)`),
  ...updates(`turnovers SET id = 'after-bo' WHERE id = 'ended'`),
  ...updates(`turnovers SET ended_at = NULL WHERE id = 'ended'`),
  `DELETE FROM turnovers`,
  ...updates(`house SET id = 2`),
  ...updates(`house SET rowid = 2`),
  ...inserts(`house SELECT id, 'x', time_zone, 5, '', 7, '07:00', 1, 0, NULL, '', 0, 0, 30, 0 FROM house`),
  ...updates(`house SET is_practice = 1`),
  `DELETE FROM house`,
  ...inserts(`secrets VALUES ('form', '${'b'.repeat(64)}')`),
  ...updates(`secrets SET name = 'form'`),
  ...updates(`secrets SET name = 'other' WHERE name = 'form'`),
  `DELETE FROM secrets`,
  ...inserts(`sent_forms VALUES ('token', '${'b'.repeat(64)}', '/x', '2026-03-02T15:00:00Z')`),
  ...updates(`sent_forms SET token = 'other'`),
  ...inserts(`nights VALUES ('2026-02-30')`),
  ...updates(`nights SET night = '2026-02-30' WHERE night = '2026-02-28'`),
  ...updates(`nights SET night = '2126-01-01' WHERE night = '2026-07-01'`),
  `DELETE FROM nights WHERE night = '2026-07-01'`,
];

const act = (number: string, id: string) =>
  `acts SELECT ${number}, '${id}', 'bed.ready', person_id, at, house_day, NULL, NULL, '{}', NULL, NULL, NULL FROM acts LIMIT 1`;

const history = [
  ...inserts(act('1', 'new')),
  ...inserts(act('-1', 'new')),
  ...inserts(act('NULL', 'first')),
  ...updates(`acts SET rowid = 99 WHERE number = 1`),
  ...updates(`acts SET oid = 2 WHERE number = 1`),
  ...updates(`acts SET _rowid_ = 2 WHERE number = 1`),
  ...updates(`acts SET number = 2 WHERE number = 1`),
  ...updates(`acts SET id = 'other' WHERE number = 1`),
  ...updates(`acts SET id = 'second' WHERE number = 1`),
  ...updates(`acts SET person_id = 'theo'`),
  ...updates(`acts SET details = '{"a":1}'`),
  ...updates(`acts SET undone_by_act = NULL`),
  `DELETE FROM acts`,
  ...inserts(`audit VALUES (1, '2026-03-02T15:00:00Z', 'theo', 'x', NULL)`),
  ...inserts(`audit VALUES (-1, '2026-03-02T15:00:00Z', 'theo', 'x', NULL)`),
  ...updates(`audit SET rowid = 99`),
  ...updates(`audit SET act = 'x'`),
  `DELETE FROM audit`,
];

const followUp = (id: string, consent: string, point: string) =>
  `follow_ups VALUES ('${id}', 'stay-bo', '${consent}', '${point}', '2026-04-01', NULL, NULL, NULL, NULL, 1, NULL, NULL, 3)`;
const attempt = (number: string, id: string, followUp: string) =>
  `attempts VALUES (${number}, '${id}', '${followUp}', '2026-03-02T15:00:00Z', '2026-03-02', 'call', 'talked', NULL, 'theo', NULL)`;

const inTouch = [
  // in the place of what is there, twice the same point, without a yes that stands
  ...inserts(followUp('in-touch-bo', 'consent-bo', '11m')),
  ...inserts(followUp('new', 'consent-bo', '3d')),
  ...inserts(followUp('new', 'withdrawn-bo', '180d')),
  ...inserts(followUp('new', 'nobodys', '180d')),
  // a yes to something else, and one that has ended by then
  ...inserts(followUp('new', 'things-bo', '180d')),
  ...inserts(followUp('new', 'march-bo', '180d')),
  ...inserts(attempt('NULL', 'new', 'march-bo')),
  ...updates(`follow_ups SET id = 'other' WHERE id = 'in-touch-bo'`),
  ...updates(`follow_ups SET id = 'other' WHERE id = 'later-bo'`),
  ...updates(`follow_ups SET id = 'in-touch-bo' WHERE id = 'later-bo'`),
  ...updates(`follow_ups SET point = '11m' WHERE id = 'in-touch-bo'`),
  ...updates(`follow_ups SET point = '3d' WHERE id = 'later-bo'`),
  ...updates(`follow_ups SET consent_id = 'withdrawn-bo' WHERE id = 'in-touch-bo'`),
  ...updates(`follow_ups SET stay_id = 'stay-ada' WHERE id = 'in-touch-bo'`),
  `DELETE FROM follow_ups`,
  ...inserts(attempt('NULL', 'try-bo', 'in-touch-bo')),
  ...inserts(attempt('1', 'new', 'in-touch-bo')),
  ...inserts(attempt('NULL', 'new', 'ended-bo')),
  ...inserts(attempt('NULL', 'new', 'nobodys')),
  ...updates(`attempts SET id = 'other'`),
  ...updates(`attempts SET rowid = 9`),
  ...updates(`attempts SET result = 'talked'`),
  ...updates(`attempts SET person_id = 'marta'`),
  `DELETE FROM attempts`,
];

const waits = (number: number, id: string) =>
  `waitlist VALUES (${number}, '${id}', 'Kim', NULL, '2026-03-02T15:00:00Z', '2026-03-02', 'theo', '2026-03-03', NULL, NULL,
    NULL, NULL, 1)`;

/** What stands after INSERT INTO for a row of a note with a guest, and of an amendment. */
const guestNote = (number: number, id: string, stay = 'stay-ada', by = 'staff') =>
  `guest_notes VALUES (${number}, '${id}', '${stay}', 'x', '${by}', NULL, '2026-03-02T17:00:00Z', '2026-03-02', 'theo')`;
const amendment = (number: number, id: string, ofHouse: string, ofGuest: string) =>
  `amendments VALUES (${number}, '${id}', 'x', 'y', '2026-03-02T17:00:00Z', '2026-03-02', 'theo', ${ofHouse}, ${ofGuest})`;
export const taking = (id: string, ofHouse: string, ofGuest: string) =>
  `notes_taken_back VALUES ('${id}', '2026-03-02T17:00:00Z', 'theo', 'not_so', ${ofHouse}, ${ofGuest})`;

/** Never edited, numbered once, and emptied only where they were taken back (R28, R29). */
const writtenLines = [
  ...[1, 2, 3, 4, 5].flatMap((number) => inserts(guestNote(number, 'new'))),
  ...inserts(guestNote(6, 'of-ada')),
  ...inserts(guestNote(6, 'new', 'stay-ada', 'the king')),
  ...updates(`guest_notes SET text = 'x'`),
  ...updates(`guest_notes SET text = '–' WHERE id = 'of-ada'`),
  ...updates(`guest_notes SET text = 'Not so' WHERE id = 'gone-ada'`),
  ...updates(`guest_notes SET stay_id = 'stay-bo'`),
  ...updates(`guest_notes SET rowid = 9 WHERE id = 'of-ada'`),
  `DELETE FROM guest_notes`,
  ...[1, 2, 3, 4].flatMap((number) => inserts(amendment(number, 'new', `'bins'`, 'NULL'))),
  ...inserts(amendment(6, 'again', `'bins'`, 'NULL')),
  ...inserts(amendment(6, 'new', 'NULL', 'NULL')),
  ...inserts(amendment(6, 'new', `'bins'`, `'of-ada'`)),
  ...inserts(amendment(6, 'new', 'NULL', `'gone-ada'`)),
  ...updates(`amendments SET text = 'x'`),
  ...updates(`amendments SET why = '–', text = '–'`),
  ...updates(`amendments SET note_id = NULL, guest_note_id = 'of-ada'`),
  `DELETE FROM amendments`,
  ...inserts(taking('gone', `'bins'`, 'NULL')),
  ...inserts(taking('new', 'NULL', `'gone-ada'`)),
  ...inserts(taking('new', `'gone-bins'`, 'NULL')),
  ...inserts(taking('new', 'NULL', 'NULL')),
  ...updates(`notes_taken_back SET reason = 'misfiled'`),
  `DELETE FROM notes_taken_back`,
  ...inserts(`note_answers VALUES ('said', 'of-ada', 2, 'agree', NULL, '2026-03-02T17:00:00Z', 'theo', 0)`),
  ...inserts(`note_answers VALUES ('new', 'of-ada', 2, 'maybe', NULL, '2026-03-02T17:00:00Z', 'theo', 0)`),
  ...updates(`note_answers SET words = NULL WHERE id = 'said'`),
  ...updates(`note_answers SET words = 'x'`),
  ...updates(`note_answers SET answer = 'agree' WHERE id = 'said-gone'`),
  ...updates(`note_answers SET id = 'other' WHERE id = 'said-gone'`),
  `DELETE FROM note_answers`,
  ...inserts(`hidden_notes VALUES ('of-ada', 'names_someone', '2026-03-21', NULL, NULL, NULL, NULL)`),
  ...updates(`hidden_notes SET until_day = '2026-04-20'`),
  ...updates(`hidden_notes SET looked_at = NULL, looked_by = NULL WHERE guest_note_id = 'of-ada'`),
  ...updates(`hidden_notes SET opened_by = 'theo' WHERE guest_note_id = 'gone-ada'`),
  ...updates(`hidden_notes SET opened_at = '2026-03-03T17:00:00Z' WHERE guest_note_id = 'of-ada'`),
  `DELETE FROM hidden_notes`,
  ...inserts(`note_numbers VALUES (4, 'theo', 'bins', NULL)`),
  ...inserts(`note_numbers VALUES (1, 'theo', 'bins', NULL)`),
  ...updates(`note_numbers SET person_id = 'marta'`),
  `DELETE FROM note_numbers`,
  ...inserts(`read_marks VALUES ('theo', 0, NULL)`),
  ...updates(`read_marks SET up_to = 1 WHERE person_id = 'theo'`),
  ...updates(`read_marks SET up_to = 99, read_at = '2026-03-02T17:00:00Z'`),
  ...updates(`read_marks SET person_id = 'marta' WHERE person_id = 'theo'`),
  `DELETE FROM read_marks`,
];

const onShift = (id: string, role = 'shift', to = '2026-03-03T06:00:00Z') =>
  `on_shift VALUES ('${id}', 'theo', '${role}', '2026-03-02T22:00:00Z', '${to}', NULL, 'marta', '2026-03-02T15:00:00Z', NULL,
    NULL, NULL)`;

/** Who was on shift stays as it was put down: a line is ended or undone, once, and the sheet of a shift is settled once. */
const shifts = [
  ...inserts(onShift('theo-tonight')),
  ...inserts(onShift('new', 'king')),
  ...inserts(onShift('new', 'shift', '2026-03-02T22:00:00Z')),
  ...inserts(onShift('new', 'shift', 'tonight')),
  ...updates(`on_shift SET person_id = 'marta' WHERE id = 'theo-tonight'`),
  ...updates(`on_shift SET to_at = '2026-03-09T06:00:00Z' WHERE id = 'theo-tonight'`),
  ...updates(`on_shift SET id = 'other' WHERE id = 'theo-tonight'`),
  ...updates(`on_shift SET ended_at = '2026-03-02T23:00:00Z' WHERE id = 'theo-tonight'`),
  ...updates(`on_shift SET undone_at = NULL WHERE id = 'never'`),
  `DELETE FROM on_shift`,
  ...inserts(`sheets_settled VALUES ('2026-03-02T22:00:00Z', 'not-now', '2026-03-02T22:20:00Z', 'marta')`),
  ...inserts(`sheets_settled VALUES ('2026-03-03T06:00:00Z', 'lost', '2026-03-03T06:20:00Z', 'marta')`),
  ...updates(`sheets_settled SET how = 'not-now'`),
  `DELETE FROM sheets_settled`,
];

const notesAndCalls = [
  ...inserts(`notes SELECT 1, 'new', 'x', lives, shift_ends_at, until_day, written_at, house_day, person_id, NULL, NULL, NULL, 0
    FROM notes`),
  ...inserts(`notes SELECT NULL, id, 'x', lives, shift_ends_at, until_day, written_at, house_day, person_id, NULL, NULL, NULL, 0
    FROM notes`),
  ...updates(`notes SET text = 'x'`),
  ...updates(`notes SET rowid = 9`),
  ...updates(`notes SET person_id = 'marta'`),
  ...updates(`notes SET event_at = '2026-03-02T14:00:00Z'`),
  ...updates(`notes SET is_pinned = 1`),
  ...updates(`notes SET text = '–'`),
  `DELETE FROM notes`,
  // not the next number, nor one that was given
  ...inserts(`notes SELECT 9, 'new', 'x', 'shift', '2026-03-09T15:00:00Z', NULL, written_at, house_day, person_id, NULL, NULL, NULL, 1
    FROM notes`),
  ...[2, 3, 4].flatMap((number) =>
    inserts(`notes SELECT ${number}, 'new', 'x', lives, NULL, NULL, written_at, house_day, person_id, NULL, NULL, NULL, 0
    FROM notes`),
  ),
  ...inserts(
    `calls VALUES ('rang', 'door', 'self', 'talked', '2026-03-02T15:00:00Z', '2026-03-02', 'theo', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`,
  ),
  ...updates(`calls SET name = 'Kim'`),
  ...updates(`calls SET minutes = 5`),
  ...inserts(waits(1, 'new')),
  ...inserts(waits(2, 'eli')),
  ...updates(`waitlist SET number = 5`),
  ...updates(`waitlist SET rowid = 5`),
  ...updates(`waitlist SET id = 'other'`),
  ...updates(`waitlist SET asked_on = '2026-03-01'`),
  `DELETE FROM waitlist`,
  ...inserts(`exception_looks VALUES ('first', 'marta', '2026-03-04T09:00:00Z', NULL)`),
  `DELETE FROM exception_looks`,
  ...updates(`calls SET id = 'other'`),
  ...updates(`calls SET outcome = 'talked'`),
  `DELETE FROM calls`,
];

/** A row of `absences`; days of March 2026, `back` null while it is open. */
export const absence = (id: string, who: string, since: string, back: string | null, undone = 'NULL') =>
  `absences VALUES ('${id}', '${who}', 'not-seen', '2026-${since}T15:00:00Z', '2026-${since}', NULL, NULL,
    ${back ? `'2026-${back}T15:00:00Z', '2026-${back}', 'back'` : 'NULL, NULL, NULL'}, ${undone})`;

const absences = [
  // out of the house twice: now, from before to after, within what is over
  ...inserts(absence('new', 'stay-ada', '03-20', null)),
  ...inserts(absence('new', 'stay-ada', '03-03', null)),
  ...inserts(absence('new', 'stay-ada', '03-02', '03-03')),
  ...inserts(absence('new', 'stay-ada', '03-05', '03-06')),
  ...inserts(absence('new', 'stay-bo', '02-20', '02-25')),
  // in the place of what is there
  ...inserts(absence('out-ada', 'stay-bo', '03-20', '03-21')),
  ...inserts(absence('out-bo', 'stay-bo', '03-20', '03-21')),
  ...inserts(absence('out-undone', 'stay-ada', '03-02', null, `'2026-03-02T16:00:00Z'`)),
  ...updates(`absences SET undone_at = NULL WHERE id = 'out-undone'`),
  ...updates(`absences SET back_at = NULL, back_day = NULL, ending = NULL WHERE id = 'missed-ada'`),
  ...updates(
    `absences SET back_at = '2026-03-09T15:00:00Z', back_day = '2026-03-09' WHERE id = 'missed-ada'`,
  ),
  ...updates(`absences SET stay_id = 'stay-ada' WHERE id = 'out-bo'`),
  ...updates(`absences SET since_day = '2026-02-20' WHERE id = 'out-bo'`),
  ...updates(`absences SET since_at = '2026-02-20T15:00:00Z' WHERE id = 'out-bo'`),
  ...updates(`absences SET kind = 'away', back_by = back_at WHERE id = 'out-bo'`),
  ...updates(`absences SET back_by = '2026-03-20T15:00:00Z' WHERE id = 'out-ada'`),
  ...updates(`absences SET id = 'out-bo' WHERE id = 'out-undone'`),
  ...updates(`absences SET id = 'other' WHERE id = 'out-bo'`),
  // an end before its beginning, half an end, a wish of somebody nobody has seen
  ...inserts(absence('new', 'stay-ada', '03-20', '03-19')),
  ...updates(`absences SET back_at = NULL WHERE id = 'out-bo'`),
  ...updates(`absences SET wish = 'Ring' WHERE id = 'out-bo'`),
  `DELETE FROM absences`,
];

/** A row of `stay_tasks` in which somebody said something of one task of Ada's. */
export const said = (id: string, number: number, rest = `'done', 'My work', NULL, NULL, NULL`) =>
  `stay_tasks VALUES ('${id}', 'stay-ada', 'told', ${number}, ${rest}, 'theo', '2026-03-02T16:00:00Z', NULL, NULL)`;

const settlingIn = [
  // in the place of what was said, under another key too
  ...inserts(said('told-ada', 2)),
  ...inserts(said('new', 1)),
  // a text beside "passed", a state that is none, empty words, words that are gone and there
  ...inserts(said('new', 2, `'passed', 'My work', NULL, NULL, NULL`)),
  ...inserts(said('new', 2, `'perhaps', NULL, NULL, NULL, NULL`)),
  ...inserts(said('new', 2, `'done', ' ', NULL, NULL, NULL`)),
  ...updates(`stay_tasks SET gone_at = '2026-03-02T16:00:00Z'`),
  ...updates(`stay_tasks SET words = 'My work'`),
  ...updates(`stay_tasks SET second = 'Everything'`),
  ...updates(`stay_tasks SET state = 'passed', words = NULL`),
  ...updates(`stay_tasks SET stay_id = 'stay-bo'`),
  ...updates(`stay_tasks SET person_id = 'marta'`),
  ...updates(`stay_tasks SET id = 'other'`),
  `DELETE FROM stay_tasks`,
  ...inserts(`list_versions VALUES ('endings', 1, NULL, NULL)`),
  ...inserts(`list_versions VALUES ('endings', 3, 'marta', '2026-03-02T16:00:00Z')`),
  ...inserts(`list_versions VALUES ('endings', 2, NULL, NULL)`),
  ...inserts(`list_entries VALUES ('endings', 1, 1, 'planned', 'Went', NULL, NULL)`),
  ...inserts(`list_entries VALUES ('endings', 1, 99, 'planned', 'Went', NULL, NULL)`),
  ...inserts(`list_entries VALUES ('endings', 1, 1, 'new', 'Went', NULL, NULL)`),
  ...inserts(`list_entries VALUES ('endings', 1, 99, 'new', 'left AS planned', NULL, NULL)`),
  ...inserts(`list_entries VALUES ('endings', 2, 1, 'new', 'Went', NULL, NULL)`),
  ...inserts(`list_entries VALUES ('endings', 1, 99, 'new', ' ', NULL, NULL)`),
  ...updates(`list_entries SET label = 'Went' WHERE code = 'planned'`),
  ...updates(`list_entries SET retired_on = '2026-03-02'`),
  ...updates(`list_versions SET at = '2026-03-02T16:00:00Z' WHERE number = 2`),
  ...inserts(`list_entries VALUES ('waitlist-outcomes', 1, 99, 'new', 'Went', NULL, NULL)`),
  `DELETE FROM list_entries`,
  `DELETE FROM list_versions`,
  ...inserts(`agreements VALUES (1, 'We whisper', 'marta', '2026-03-02T16:00:00Z')`),
  ...updates(`agreements SET text = 'We whisper'`),
  ...updates(`agreements SET number = 2`),
  `DELETE FROM agreements`,
  ...inserts(`contact_rules VALUES (1, 9, 20, 5, '3d', 'Hello', 'marta', '2026-03-02T16:00:00Z')`),
  ...inserts(`contact_rules VALUES (2, 9, 20, 5, '3d', 'Hello', NULL, '2026-03-02T16:00:00Z')`),
  ...inserts(`contact_rules VALUES (2, 20, 9, 5, '3d', 'Hello', 'marta', '2026-03-02T16:00:00Z')`),
  ...updates(`contact_rules SET words = 'Hello'`),
  `DELETE FROM contact_rules`,
  ...inserts(`plain_words VALUES (1, 'dryer = machine', 'marta', '2026-03-02T16:00:00Z')`),
  ...inserts(`plain_words VALUES (2, 'dryer = machine', NULL, '2026-03-02T16:00:00Z')`),
  ...updates(`plain_words SET lines = ''`),
  ...updates(`plain_words SET number = 2`),
  `DELETE FROM plain_words`,
];

/** A row of `deaths`, of the stay of this guest. */
export const death = (id: string, who: string, undone = 'NULL') =>
  `deaths VALUES ('${id}', '${who}', 'stay-${who}', '2026-03-01T15:00:00Z', 'exact', '2026-03-02T15:00:00Z', 'marta', ${undone})`;

const deaths = [
  // twice, in the place of what is there, given back by a shell
  ...inserts(death('new', 'bo')),
  ...inserts(death('of-bo', 'ada')),
  ...inserts(death('not-of-bo', 'ada')),
  ...updates(`deaths SET undone_at = NULL WHERE id = 'not-of-bo'`),
  ...updates(`deaths SET id = 'other' WHERE id = 'not-of-bo'`),
  ...updates(`deaths SET stay_id = 'stay-ada' WHERE id = 'of-bo'`),
  ...updates(`deaths SET written_at = '2026-03-03T15:00:00Z' WHERE id = 'of-bo'`),
  ...updates(`deaths SET person_id = 'theo' WHERE id = 'of-bo'`),
  `DELETE FROM deaths`,
  ...inserts(`earlier_names VALUES ('second', 'ada', 'Adda', 'ada')`),
  ...updates(`earlier_names SET act_id = 'first'`),
  `DELETE FROM earlier_names`,
];

const TO_ADA = `'2026-03-01T15:00:00Z', 'marta', NULL, NULL, NULL, NULL, NULL, 1)`;
const talkFirst = [
  // in the place of what is there, for longer than half a year, backwards, without a word why
  ...inserts(`talk_first VALUES ('of-cy', 'ada', 'Another', '2026-03-01', '2026-04-01', ${TO_ADA}`),
  ...inserts(`talk_first VALUES ('long', 'ada', 'Long', '2026-03-01', '2026-09-02', ${TO_ADA}`),
  ...inserts(`talk_first VALUES ('back', 'ada', 'Back', '2026-03-01', '2026-02-28', ${TO_ADA}`),
  ...inserts(`talk_first VALUES ('mute', 'ada', ' ', '2026-03-01', '2026-04-01', ${TO_ADA}`),
  ...updates(`talk_first SET guest_id = 'ada' WHERE id = 'of-cy'`),
  ...updates(`talk_first SET until_day = '2026-08-01' WHERE id = 'of-cy'`),
  ...updates(`talk_first SET id = 'other' WHERE id = 'of-cy'`),
  `DELETE FROM talk_first`,
];

/** A row of `paper_lines` that became this act. */
const line = (number: number, id: string, sheet: string, act: string, writer = "'theo'") =>
  `paper_lines VALUES (${number}, '${id}', '${sheet}', 'arrived', '2026-03-02T15:00:00Z', ${writer}, NULL, '${act}', NULL,
    'theo', '2026-03-02T16:00:00Z')`;

/** A row of `paper_sheets`. */
export const paperSheet = (id: string, end = 'NULL, NULL') =>
  `paper_sheets VALUES ('${id}', '2026-03-02T16:00:00Z', 'theo', ${end})`;

const fromPaper = [
  // a second sheet, one given back, ended otherwise, in the place of what is there
  ...inserts(paperSheet('new')),
  ...inserts(paperSheet('before', `'2026-03-02T17:00:00Z', 'theo'`)),
  ...updates(`paper_sheets SET ended_at = NULL, ended_by = NULL WHERE id = 'before'`),
  ...updates(`paper_sheets SET ended_at = '2026-03-02T18:00:00Z' WHERE id = 'before'`),
  ...updates(`paper_sheets SET begun_by = 'marta' WHERE id = 'power-cut'`),
  ...updates(`paper_sheets SET id = 'other' WHERE id = 'power-cut'`),
  `DELETE FROM paper_sheets WHERE id = 'before'`,
  // a line of a sheet that is in, of nobody, of an act that has one, in the place of what is there
  ...inserts(line(9, 'new', 'before', 'second')),
  ...inserts(line(9, 'new', 'power-cut', 'second', 'NULL')),
  ...inserts(line(9, 'new', 'power-cut', 'first')),
  ...inserts(line(1, 'new', 'power-cut', 'second')),
  ...inserts(line(9, 'came', 'power-cut', 'second')),
  ...updates(`paper_lines SET happened_at = '2026-03-01T15:00:00Z'`),
  ...updates(`paper_lines SET writer_name = 'Young Ned'`),
  ...updates(`paper_lines SET act_id = 'second'`),
  ...updates(`paper_lines SET keyed_by = 'marta'`),
  `DELETE FROM paper_lines`,
];

/** A row of `incident_words` in Theo's hand. */
const words = (number: number, id: string, incident: string, code: string, guest = 'NULL') =>
  `incident_words VALUES (${number}, '${id}', '${incident}', '${code}', ${guest}, 'Other words', NULL, NULL, 'theo',
    '2026-03-02T15:00:00Z', NULL)`;

const CLOSED = ['closed', 'undone'];

const somethingHappened = [
  // opened again, said otherwise, closed otherwise, in the place of what is there
  ...CLOSED.flatMap((id) => [
    ...updates(`incidents SET closed_at = NULL, closed_by = NULL, undone_at = NULL WHERE id = '${id}'`),
    ...updates(`incidents SET kinds = 'other' WHERE id = '${id}'`),
    ...inserts(words(90, 'new', id, 'happened')),
    ...inserts(words(90, 'new', id, 'part', "'ada'")),
    ...inserts(`incident_guests VALUES ('${id}', 'bo', 'stay-bo', NULL)`),
    ...updates(`incident_guests SET out_at = '2026-03-03T15:00:00Z' WHERE incident_id = '${id}'`),
  ]),
  ...inserts(`incidents VALUES ('open', '2026-03-02T14:00:00Z', '2026-03-02', 'hit', 'guest', '', '2026-03-02T15:00:00Z',
    'theo', 9, NULL, NULL, NULL, 1)`),
  ...updates(`incidents SET id = 'other' WHERE id = 'open'`),
  ...updates(`incidents SET person_id = 'marta' WHERE id = 'open'`),
  ...updates(`incidents SET written_at = '2026-03-01T15:00:00Z' WHERE id = 'open'`),
  ...updates(`incidents SET clocks_up_to = 1 WHERE id = 'open'`),
  ...updates(`incidents SET emergency = 'the cat' WHERE id = 'open'`),
  ...updates(`incidents SET kinds = '' WHERE id = 'open'`),
  `DELETE FROM incidents`,
  `DELETE FROM incidents WHERE id = 'closed'`,
  // another guest in the place of one
  ...inserts(`incident_guests VALUES ('open', 'ada', 'stay-bo', '2026-03-03T15:00:00Z')`),
  ...updates(`incident_guests SET guest_id = 'bo' WHERE incident_id = 'open'`),
  ...updates(`incident_guests SET stay_id = 'stay-bo' WHERE incident_id = 'open'`),
  ...updates(`incident_guests SET incident_id = 'closed', guest_id = 'bo' WHERE incident_id = 'open'`),
  `DELETE FROM incident_guests`,
  // words in the place of others, words put into somebody's mouth, for nobody
  ...inserts(words(1, 'new', 'open', 'happened')),
  ...inserts(words(90, 'line-open', 'open', 'happened')),
  ...inserts(words(90, 'new', 'open', 'part')),
  ...inserts(words(90, 'new', 'open', 'told')),
  ...updates(`incident_words SET text = 'Other words' WHERE id = 'line-open'`),
  ...updates(`incident_words SET person_id = 'marta' WHERE id = 'line-open'`),
  ...updates(`incident_words SET incident_id = 'closed' WHERE id = 'line-open'`),
  ...updates(`incident_words SET number = 90 WHERE id = 'line-open'`),
  ...updates(`incident_words SET rowid = 90 WHERE id = 'line-open'`),
  ...updates(`incident_words SET undone_at = NULL WHERE id = 'told-open'`),
  ...updates(`incident_words SET undone_at = '2026-03-02T16:00:00Z' WHERE id = 'line-open'`),
  `DELETE FROM incident_words`,
  `DELETE FROM incident_words WHERE id = 'line-closed'`,
  ...inserts(`incident_clocks VALUES (1, 'hurt', 700, NULL, NULL, 'theo', '2026-03-02T15:00:00Z')`),
  ...inserts(`incident_clocks VALUES (99, 'hurt', 0, NULL, NULL, 'theo', '2026-03-02T15:00:00Z')`),
  ...updates(`incident_clocks SET tell_hours = 700`),
  `DELETE FROM incident_clocks`,
];

const supplies = [
  ...inserts(`supplies VALUES ('naloxone', 'Torch', NULL, 30, NULL, NULL, 1)`),
  ...inserts(`supplies VALUES ('torch', 'Torch', NULL, 0, NULL, NULL, 1)`),
  ...inserts(`supplies VALUES ('torch', 'Torch', NULL, 30, '2027-02-30', NULL, 1)`),
  ...inserts(`supplies VALUES ('torch', 'Torch', NULL, 30, NULL, '2026-03-02', 1)`),
  ...updates(`supplies SET id = 'other' WHERE id = 'naloxone'`),
  `DELETE FROM supplies`,
  ...inserts(
    `supply_looks VALUES (1, 'new', 'naloxone', '2026-03-02T15:00:00Z', '2026-03-02', 'marta', NULL, NULL, NULL)`,
  ),
  ...inserts(
    `supply_looks VALUES (9, 'looked', 'naloxone', '2026-03-02T15:00:00Z', '2026-03-02', 'marta', NULL, NULL, NULL)`,
  ),
  ...updates(`supply_looks SET person_id = 'marta'`),
  ...updates(`supply_looks SET undone_at = NULL`),
  ...updates(`supply_looks SET house_day = '2026-03-20'`),
  `DELETE FROM supply_looks`,
];

const T = `'2026-03-02T15:00:00Z'`;
const saidOfIt = (number: number, id: string, answer: string, at = T) =>
  `connection_answers VALUES (${number}, '${id}', 'to-clinic', '${answer}', NULL, ${at}, '2026-03-02', 'theo', NULL)`;

const connections = [
  ...inserts(`places VALUES ('clinic', 'Another', 'health', NULL, NULL, NULL, NULL, NULL, 1)`),
  ...inserts(`places VALUES ('new', ' ', 'health', NULL, NULL, NULL, NULL, NULL, 1)`),
  ...updates(`places SET id = 'other'`),
  `DELETE FROM places`,
  ...inserts(`connections VALUES ('to-clinic', 'stay-bo', 'clinic', NULL, 'rang', ${T}, 'theo', NULL, 1)`),
  ...inserts(`connections VALUES ('new', 'stay-bo', 'clinic', 'A choir', 'rang', ${T}, 'theo', NULL, 1)`),
  ...inserts(`connections VALUES ('new', 'stay-bo', NULL, NULL, 'rang', ${T}, 'theo', NULL, 1)`),
  ...inserts(`connections VALUES ('new', 'stay-bo', 'clinic', NULL, 'flew', ${T}, 'theo', NULL, 1)`),
  ...updates(`connections SET stay_id = 'stay-ada' WHERE id = 'to-clinic'`),
  ...updates(`connections SET way = 'told' WHERE id = 'to-clinic'`),
  ...updates(`connections SET undone_at = NULL WHERE id = 'undone'`),
  `DELETE FROM connections`,
  ...inserts(saidOfIt(1, 'new', 'good')),
  ...inserts(saidOfIt(9, 'said-1', 'good')),
  ...inserts(saidOfIt(9, 'new', 'fine')),
  ...inserts(saidOfIt(9, 'new', 'good', `'2026-03-02T15:00:30Z'`)),
  ...updates(`connection_answers SET answer = 'good' WHERE number = 1`),
  ...updates(`connection_answers SET words = 'Warm' WHERE number = 1`),
  ...updates(`connection_answers SET undone_at = NULL WHERE number = 2`),
  `DELETE FROM connection_answers`,
  ...inserts(`place_looks VALUES (1, 'new', 'clinic', 1, NULL, ${T}, '2026-03-02', 'marta', NULL)`),
  ...inserts(`place_looks VALUES (9, 'seen', 'clinic', 1, NULL, ${T}, '2026-03-02', 'marta', NULL)`),
  ...updates(`place_looks SET done = NULL`),
  ...updates(`place_looks SET undone_at = NULL`),
  `DELETE FROM place_looks`,
];

/** A row of `help_without_bed` that is like the visit there is, but for these. */
const help = (number: number, id: string, rest: string) =>
  `help_without_bed SELECT ${number}, '${id}', ${rest}, person_id, 1, NULL FROM help_without_bed WHERE id = 'came-by'`;
const THEN = 'at, house_day, noted_at';

const withoutBed = [
  // in the place of what is there
  ...inserts(help(1, 'new', `'visit', NULL, ${THEN}, 1, NULL, 0, NULL`)),
  ...inserts(help(9, 'came-by', `'visit', NULL, ${THEN}, 1, NULL, 0, NULL`)),
  // nobody at a visit, a visit of a kind, a group with a name or for the night, a thing with minutes, before it was noted
  ...inserts(help(9, 'new', `'visit', NULL, ${THEN}, 0, NULL, 0, NULL`)),
  ...inserts(help(9, 'new', `'visit', 'walk', ${THEN}, 1, NULL, 0, NULL`)),
  ...inserts(help(9, 'new', `'group', NULL, ${THEN}, 1, NULL, 0, NULL`)),
  ...inserts(help(9, 'new', `'group', 'walk', ${THEN}, 1, NULL, 0, 'Kim'`)),
  ...inserts(help(9, 'new', `'group', 'walk', ${THEN}, 1, NULL, 1, NULL`)),
  ...inserts(help(9, 'new', `'thing', 'food', ${THEN}, 1, 5, 0, NULL`)),
  ...inserts(help(9, 'new', `'visit', NULL, '2026-03-02T15:01:00Z', house_day, noted_at, 1, NULL, 0, NULL`)),
  ...updates(`help_without_bed SET person_id = 'marta'`),
  ...updates(`help_without_bed SET kind = 'thing', code = 'food', is_overnight = 0 WHERE id = 'came-by'`),
  ...updates(`help_without_bed SET id = 'other' WHERE id = 'came-by'`),
  ...updates(`help_without_bed SET rowid = 9 WHERE id = 'came-by'`),
  ...updates(`help_without_bed SET count = 7 WHERE id = 'undone'`),
  ...updates(`help_without_bed SET undone_at = NULL WHERE id = 'undone'`),
  `DELETE FROM help_without_bed`,
];

const NAMED = '11111111-1111-4111-8111-111111111111';
const NAMELESS = '11111111-1111-4111-8111-111111111112';
const NEW = '11111111-1111-4111-8111-111111111113';

const feedback = [
  // in the place of what is there, under its code, without a name of a service, with one of the house, of no kind
  ...inserts(`feedback VALUES ('${NAMED}', '2026-03-02', 'house', NULL, 'x', NULL)`),
  ...inserts(`feedback VALUES ('${NEW}', '2026-03-02', 'house', NULL, 'x', '${'b'.repeat(64)}')`),
  ...inserts(`feedback VALUES ('${NEW}', '2026-03-02', 'service', NULL, 'x', NULL)`),
  ...inserts(`feedback VALUES ('${NEW}', '2026-03-02', 'house', 'The clinic', 'x', NULL)`),
  ...inserts(`feedback VALUES ('${NEW}', '2026-03-02', 'weather', NULL, 'x', NULL)`),
  ...inserts(`feedback VALUES ('${NEW}', '2026-03-02', 'house', NULL, 'x', 'KMRT')`),
  ...updates(`feedback SET text = 'x'`),
  ...updates(`feedback SET code_hash = NULL`),
  ...updates(`feedback SET house_day = '2026-03-03'`),
  `DELETE FROM feedback`,
  // a name for whoever gave none
  ...inserts(`feedback_names VALUES ('${NAMELESS}', 'Kim', 'theo', '2026-03-02T15:00:00Z')`),
  ...inserts(`feedback_names VALUES ('${NAMED}', 'Lou', 'theo', '2026-03-02T15:00:00Z')`),
  ...updates(`feedback_names SET name = 'Lou'`),
  ...updates(`feedback_names SET feedback_id = '${NAMELESS}'`),
  ...inserts(`feedback_answers VALUES (1, '${NAMED}', 'x', '2026-03-02', '2026-03-02T15:00:00Z', 'theo')`),
  ...updates(`feedback_answers SET text = 'x'`),
  ...updates(`feedback_answers SET feedback_id = '${NAMELESS}'`),
  `DELETE FROM feedback_answers`,
  ...inserts(`said_and_done VALUES (1, 'new', 'x', 'y', '2026-03-02', '2026-03-02T15:00:00Z', 'marta', 1)`),
  ...inserts(`said_and_done VALUES (9, 'lamp', 'x', 'y', '2026-03-02', '2026-03-02T15:00:00Z', 'marta', 1)`),
  ...updates(`said_and_done SET said = 'x'`),
  ...updates(`said_and_done SET number = 9`),
  ...updates(`said_and_done SET is_on = 2`),
  `DELETE FROM said_and_done`,
  ...inserts(`outside_addresses VALUES (1, 'x', 'marta', '2026-03-02T15:00:00Z')`),
  ...updates(`outside_addresses SET text = 'x'`),
  `DELETE FROM outside_addresses`,
];

export const answerSet = (id: string, moment: string, followUp: string | null = null, stay = 'stay-bo') =>
  `answer_sets VALUES ('${id}', '${stay}', '${moment}', 'screen', 'en', '2026-03-02T17:00:00Z', '2026-03-02', 'theo', NULL,
    ${followUp === null ? 'NULL' : `'${followUp}'`})`;

/** Answered once for each moment of a stay, in the words it was asked in, and never changed (R37). */
const answers = [
  ...inserts(answerSet('new', 'leaving')),
  ...inserts(answerSet('kept-bo', 'arrival')),
  // Only at a follow-up, once, where somebody was reached under a yes that holds
  ...inserts(answerSet('new', 'follow-up')),
  ...inserts(answerSet('new', 'arrival', 'reached-bo')),
  ...inserts(answerSet('new', 'follow-up', 'reached-bo')),
  ...inserts(answerSet('new', 'follow-up', 'later-bo')),
  ...inserts(answerSet('new', 'follow-up', 'ended-bo')),
  ...inserts(answerSet('new', 'follow-up', 'march-bo')),
  ...inserts(answerSet('new', 'follow-up', 'reached-bo', 'stay-ada')),
  ...updates(`answer_sets SET follow_up_id = NULL WHERE id = 'told-bo'`),
  ...updates(`answer_sets SET follow_up_id = 'later-bo' WHERE id = 'told-bo'`),
  ...inserts(answerSet('new', 'tomorrow')),
  ...updates(`answer_sets SET stay_id = 'stay-ada' WHERE id = 'kept-bo'`),
  ...updates(`answer_sets SET moment = 'follow-up' WHERE id = 'kept-bo'`),
  ...updates(`answer_sets SET undone_at = NULL WHERE id = 'undone-bo'`),
  ...updates(`answer_sets SET id = 'other' WHERE id = 'kept-bo'`),
  `DELETE FROM answer_sets`,
  ...inserts(`answers VALUES ('kept-bo', 'hope', 1, 'answered', 3, NULL, NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'answered', NULL, NULL, NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'answered', 0, NULL, NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'skipped', 1, NULL, NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'not-said', NULL, 'Tea', NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'not-asked', NULL, NULL, NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'answered', 2, NULL, 2)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'answered', NULL, NULL, -1)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 1, 'skipped', NULL, NULL, 0)`),
  ...updates(`answers SET count = 1 WHERE code = 'hospital_nights_after'`),
  ...updates(`answers SET choice = 1 WHERE code = 'hope'`),
  ...updates(`answers SET outcome = 'not-said' WHERE code = 'say'`),
  `DELETE FROM answers`,
  ...inserts(`questions VALUES ('hope', 'scale')`),
  ...updates(`questions SET kind = 'words' WHERE code = 'hope'`),
  `DELETE FROM questions`,
  ...updates(`question_versions SET en_text = 'How?'`),
  ...updates(`question_versions SET over = '11m'`),
  ...inserts(`question_versions SELECT code, 1, place, moments, en_text, en_why, en_options, es_text, es_why, es_options, scores,
    person_id, at, over, over_why FROM question_versions WHERE code = 'hope'`),
  ...inserts(`question_versions SELECT code, 3, place, moments, en_text, en_why, en_options, es_text, es_why, es_options, scores,
    person_id, at, over, over_why FROM question_versions WHERE code = 'hope'`),
  `DELETE FROM question_versions`,
  ...updates(`note_answers SET is_alone = 1 WHERE id = 'said-gone'`),
];

/** What stood ready goes on from what was read; what became of things is only undone. */
const leaving = [
  ...updates(`people SET offers_plain_words = 2`),
  ...updates(`departures SET things_until = '2026-02-30' WHERE id = 'left-bo'`),
  ...updates(`departures SET things_left = NULL WHERE id = 'left-bo'`),
  ...inserts(`ready_to_leave VALUES ('stay-ada', '["x"]', 'marta', '2026-03-02T18:00:00Z', 1)`),
  ...inserts(`ready_to_leave VALUES ('stay-bo', '[]', 'marta', '2026-03-02T18:00:00Z', 1)`),
  ...inserts(`ready_to_leave VALUES ('stay-dee', '[]', 'marta', '2026-03-02T18:00:00Z', 1)`),
  ...updates(`ready_to_leave SET fields = '["x"]'`),
  ...updates(`ready_to_leave SET stay_id = 'stay-dee', version = 2`),
  ...updates(`ready_to_leave SET fields = 'x', version = 2`),
  ...inserts(`things_gone VALUES ('new', 'left-bo', 'sent', 'marta', '2026-03-02T18:00:00Z', NULL)`),
  ...inserts(`things_gone VALUES ('has', 'undone', 'sent', 'marta', '2026-03-02T18:00:00Z', NULL)`),
  ...updates(`things_gone SET how = 'sent' WHERE id = 'has'`),
  ...updates(`things_gone SET undone_at = NULL WHERE id = 'had'`),
  `DELETE FROM things_gone`,
];

export const supportTold = (id: string) =>
  `support_told VALUES ('${id}', 'stay-bo', 2, 'made', 'marta', '2026-03-02T18:00:00Z', NULL)`;

const outOf = (first: string, version: number, end: string, day = '2026-03-02', shared = '[]') =>
  `given_out VALUES ('${first}', ${version}, '${end}', '2026-03-02T18:00:00Z', '${day}', 'marta', '[]', '${shared}')`;

/** What anyone outside was told stays as it was; the grid of periods is chosen once. */
const outside = [
  ...inserts(`given_out_grid VALUES (1, 'years', '2026-03-02T18:00:00Z', '2026-03-02', 'theo')`),
  ...inserts(`given_out_grid VALUES (2, 'years', '2026-03-02T18:00:00Z', '2026-03-02', 'theo')`),
  ...updates(`given_out_grid SET grid = 'years'`),
  ...updates(`given_out_grid SET person_id = 'theo'`),
  `DELETE FROM given_out_grid`,
  ...inserts(outOf('2025-10-01', 1, '2026-01-01', '2026-03-02', '[1]')),
  ...inserts(outOf('2025-10-01', 3, '2026-01-01')),
  ...inserts(outOf('2025-10-01', 0, '2026-01-01')),
  ...inserts(outOf('2025-07-01', 2, '2025-10-01')),
  ...inserts(outOf('2025-01-01', 1, '2026-01-01')),
  ...inserts(outOf('2025-08-01', 1, '2025-11-01')),
  ...inserts(outOf('2025-07-02', 1, '2025-10-02')),
  ...inserts(outOf('2025-07-01', 1, '2025-10-02')),
  ...inserts(outOf('2026-01-01', 1, '2026-04-01')),
  ...inserts(outOf('2025-07-01', 1, '2025-10-01', '2026-03-02', '{}')),
  ...inserts(outOf('2025-07-01', 1, '2025-10-01', '2026-03-02', 'none')),
  ...updates(`given_out SET shared = '[1]'`),
  ...updates(`given_out SET version = 2`),
  ...updates(`given_out SET first_day = '2025-07-01', end_day = '2025-10-01'`),
  `DELETE FROM given_out`,
];

/** What was there for a guest stays as it was told; all that comes later is its undoing. */
const support = [
  ...inserts(`support_told VALUES ('told', 'stay-ada', 1, 'made', 'marta', '2026-03-02T18:00:00Z', NULL)`),
  ...inserts(supportTold('new')),
  ...inserts(`support_told VALUES ('new', 'stay-bo', 3, 'a plan', 'marta', '2026-03-02T18:00:00Z', NULL)`),
  ...inserts(`support_kinds VALUES ('told', 'emotional', 'offered', NULL)`),
  ...inserts(`support_kinds VALUES ('told', 'clinical', 'offered', NULL)`),
  ...inserts(`support_kinds VALUES ('told', 'instrumental', '0', NULL)`),
  ...inserts(`support_kinds VALUES ('told', 'instrumental', 'skipped', 'one')`),
  ...updates(`support_told SET wellness = 'made' WHERE id = 'told'`),
  ...updates(`support_told SET undone_at = NULL WHERE id = 'told-undone'`),
  ...updates(`support_kinds SET answer = 'skipped', way = NULL`),
  ...inserts(
    `talks VALUES ('talk-0', 'stay-ada', 'emotional', 'one', '2026-03-02T18:00:00Z', '2026-03-02', 'theo', NULL)`,
  ),
  ...inserts(
    `talks VALUES ('new', 'stay-ada', 'said', 'one', '2026-03-02T18:00:00Z', '2026-03-02', 'theo', NULL)`,
  ),
  ...updates(`talks SET id = 'other' WHERE id = 'talk-0'`),
  ...updates(`talks SET kind = 'instrumental' WHERE id = 'talk-0'`),
  ...updates(`talks SET stay_id = 'stay-bo' WHERE id = 'talk-0'`),
  ...updates(`talks SET undone_at = NULL WHERE id = 'talk-1'`),
  `DELETE FROM talks`,
  `DELETE FROM support_told`,
  `DELETE FROM support_kinds`,
];

/** Each row of a spreadsheet is one stay, and what came in is never told otherwise; what waits has one owner. */
const imported = [
  ...inserts(`imports VALUES ('book', 'theo', '2026-03-02T15:00:00Z', '2026-03-02', 0, '[]', NULL)`),
  ...updates(`imports SET id = 'other' WHERE id = 'book'`),
  ...updates(`imports SET person_id = 'theo' WHERE id = 'book'`),
  ...updates(`imports SET undone_at = NULL WHERE id = 'undone'`),
  `DELETE FROM imports`,
  ...inserts(`imported_stays VALUES ('stay-ada', 'book', 3, '${'a'.repeat(64)}', NULL)`),
  ...inserts(`imported_stays VALUES ('stay-ada', 'book', 2, '${'c'.repeat(64)}', NULL)`),
  ...inserts(`imported_stays VALUES ('stay-eve', 'book', 3, '${'c'.repeat(64)}', NULL)`),
  ...inserts(`imported_stays VALUES ('stay-ada', 'book', 1, '${'c'.repeat(64)}', NULL)`),
  ...inserts(`imported_stays VALUES ('stay-ada', 'book', 3, 'short', NULL)`),
  ...updates(`imported_stays SET row_hash = '${'c'.repeat(64)}' WHERE stay_id = 'stay-eve'`),
  ...updates(`imported_stays SET stay_id = 'stay-ada' WHERE stay_id = 'stay-eve'`),
  ...updates(`imported_stays SET import_id = 'undone' WHERE stay_id = 'stay-eve'`),
  ...updates(`imported_stays SET undone_at = NULL WHERE stay_id = 'stay-bo'`),
  `DELETE FROM imported_stays`,
  ...inserts(`waiting_imports VALUES ('new-book', 'theo', 'b.csv', '2026-03-02T15:00:00Z', '[]', NULL)`),
  ...updates(`waiting_imports SET person_id = 'theo'`),
  ...updates(`waiting_imports SET id = 'other'`),
  ...inserts(`waiting_rows VALUES ('new-book', 2, '["South"]')`),
  ...inserts(`waiting_rows VALUES ('new-book', 1, '["South"]')`),
  ...updates(`waiting_rows SET cells = '[]'`),
];

export const hostileStatements = [
  ...imported,
  ...support,
  ...outside,
  ...leaving,
  ...claims,
  ...holds,
  ...links,
  ...closures,
  ...bedNights,
  ...holds,
  ...parts,
  ...stays,
  ...others,
  ...history,
  ...inTouch,
  ...notesAndCalls,
  ...writtenLines,
  ...answers,
  ...shifts,
  ...absences,
  ...settlingIn,
  ...deaths,
  ...talkFirst,
  ...fromPaper,
  ...somethingHappened,
  ...supplies,
  ...connections,
  ...withoutBed,
  ...feedback,
];

/** Doubles nothing, yet is not true: a day or a bed that does not exist, a part without its claim. */
export const refusedByForeignKeys = [
  ...inserts(answerSet('new', 'leaving', 'stay-nobody')),
  ...inserts(`connections VALUES ('new', 'stay-nobody', 'clinic', NULL, 'rang', ${T}, 'theo', NULL, 1)`),
  ...inserts(`connections VALUES ('new', 'stay-bo', 'nowhere', NULL, 'rang', ${T}, 'theo', NULL, 1)`),
  ...inserts(`place_looks VALUES (9, 'new', 'clinic', 99, NULL, ${T}, '2026-03-02', 'marta', NULL)`),
  ...inserts(`answers VALUES ('kept-bo', 'helped', 9, 'skipped', NULL, NULL)`),
  ...inserts(guestNote(6, 'new', 'stay-nobody')),
  ...inserts(amendment(6, 'new', `'of-nobody'`, 'NULL')),
  ...inserts(claim('new', 'hold', 'south', null, '02-28', '02-30')),
  ...inserts(claim('new', 'hold', 'attic', null, '03-20', '03-22')),
  ...inserts(part('new', 'stay-bo', 'south', '03-20', null)),
];
