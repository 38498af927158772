/** As trigrams see a name: its first letter counts, and the shortest name has some. */
const padded = (folded: string) => `'  ' || ${folded} || ' '`;

/** Names of one length stand together, so that a search leaves all others out before it reads any. */
const OF_ONE_LENGTH = 10_000_000;

const number = (folded: string) => `length(${folded}) * ${OF_ONE_LENGTH}`;

const add = `
    INSERT INTO guest_names (number, guest_id)
      SELECT ifnull((SELECT max(number) + 1 FROM guest_names
          WHERE number >= ${number('NEW.folded_name')} AND number < ${number('NEW.folded_name')} + ${OF_ONE_LENGTH}),
        ${number('NEW.folded_name')}), NEW.id
      WHERE NEW.folded_name IS NOT NULL;
    INSERT INTO guest_trigrams (rowid, name)
      SELECT number, ${padded('NEW.folded_name')} FROM guest_names WHERE guest_id = NEW.id;`;

/**
 * Finds a guest by a name with a typo, or by a part of it (R17). Triggers keep it in step with the names; nothing of a name
 * that is forgotten stays in it.
 */
export const nameSearch = [
  `CREATE TABLE guest_names (
    number INTEGER PRIMARY KEY,
    guest_id TEXT NOT NULL UNIQUE REFERENCES guests
  ) STRICT`,
  `CREATE VIRTUAL TABLE guest_trigrams USING fts5(name, content='', columnsize=0, tokenize='trigram case_sensitive 1')`,
  `INSERT INTO guest_trigrams (guest_trigrams, rank) VALUES ('secure-delete', 1)`,
  `CREATE VIRTUAL TABLE guest_trigram_places USING fts5vocab(guest_trigrams, instance)`,

  `INSERT INTO guest_names (number, guest_id)
    SELECT ${number('folded_name')} + row_number() OVER (PARTITION BY length(folded_name) ORDER BY id), id
      FROM guests WHERE folded_name IS NOT NULL`,
  `INSERT INTO guest_trigrams (rowid, name)
    SELECT n.number, ${padded('g.folded_name')} FROM guest_names n JOIN guests g ON g.id = n.guest_id`,

  `CREATE TRIGGER search_follows_new_guests AFTER INSERT ON guests BEGIN ${add}
  END`,
  `CREATE TRIGGER search_follows_names AFTER UPDATE ON guests WHEN NEW.folded_name IS NOT OLD.folded_name BEGIN
    INSERT INTO guest_trigrams (guest_trigrams, rowid, name)
      SELECT 'delete', number, ${padded('OLD.folded_name')} FROM guest_names WHERE guest_id = OLD.id;
    DELETE FROM guest_names WHERE guest_id = OLD.id; ${add}
  END`,
];
