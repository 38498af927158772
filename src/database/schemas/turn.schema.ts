import { EntitySchema } from 'typeorm';
import { Turn } from '../../domain/turn.js';
import { column, empty } from '../columns.js';

export const TurnSchema = new EntitySchema<Turn>({
  name: 'Turn',
  target: Turn,
  tableName: 'turns',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    screen: column.text('screen', empty),
    moment: column.text('moment', empty),
    language: column.text('language'),
    mode: column.text('mode'),
    ended: column.text('ended', empty),
    atCode: column.text('at_code', empty),
    word: column.text('word', empty),
    wrongWords: column.number('wrong_words'),
    isCovered: column.yesOrNo('is_covered'),
    seenAt: column.instant('seen_at'),
    personId: column.text('person_id'),
  },
});
