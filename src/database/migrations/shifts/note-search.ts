/** The number of the note that an amendment or a taking back is of. */
const numberOf = (row: string) => `(SELECT number FROM notes WHERE id = ${row}.note_id
      UNION ALL SELECT number FROM guest_notes WHERE id = ${row}.guest_note_id)`;

const wordsNow = (table: string, key: string) => `SELECT n.number, coalesce(
      (SELECT a.text FROM amendments a WHERE a.${key} = n.id ORDER BY a.number DESC LIMIT 1), n.text)
    FROM ${table} n WHERE NOT EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.${key} = n.id)`;

/**
 * What each note says now, to be found by its words (R28): house notes and notes with guests under the one number both draw
 * from. Triggers keep it in step. With a taking back the words leave its pages too.
 */
export const noteSearch = [
  `CREATE VIRTUAL TABLE note_words USING fts5(words, columnsize=0, tokenize='unicode61 remove_diacritics 2')`,
  `INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1)`,
  `INSERT INTO note_words (rowid, words) ${wordsNow('notes', 'note_id')}`,
  `INSERT INTO note_words (rowid, words) ${wordsNow('guest_notes', 'guest_note_id')}`,
  ...['notes', 'guest_notes'].map(
    (table) => `CREATE TRIGGER search_follows_new_${table} AFTER INSERT ON ${table} BEGIN
    INSERT INTO note_words (rowid, words) VALUES (NEW.number, NEW.text);
  END`,
  ),
  `CREATE TRIGGER search_follows_amendments AFTER INSERT ON amendments BEGIN
    UPDATE note_words SET words = NEW.text WHERE rowid = ${numberOf('NEW')};
  END`,
  `CREATE TRIGGER search_forgets_what_is_taken_back AFTER INSERT ON notes_taken_back BEGIN
    DELETE FROM note_words WHERE rowid = ${numberOf('NEW')};
  END`,
];
