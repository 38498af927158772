import { EntitySchema } from 'typeorm';
import { Person } from '../../domain/person.js';
import { column, empty } from '../columns.js';

export const PersonSchema = new EntitySchema<Person>({
  name: 'Person',
  target: Person,
  tableName: 'people',
  columns: {
    id: column.id(),
    name: column.text('name'),
    role: column.text('role'),
    passphraseHash: column.text('passphrase_hash'),
    theme: column.text('theme'),
    offersPlainWords: column.yesOrNo('offers_plain_words'),
    addedAt: column.instant('added_at'),
    disabledAt: column.instant('disabled_at', empty),
    version: column.number('version'),
  },
});
