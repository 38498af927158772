import { EntitySchema } from 'typeorm';
import { HelpWithoutBed } from '../../domain/without-bed.js';
import { column, empty } from '../columns.js';

export const HelpWithoutBedSchema = new EntitySchema<HelpWithoutBed>({
  name: 'HelpWithoutBed',
  target: HelpWithoutBed,
  tableName: 'help_without_bed',
  columns: {
    number: { type: 'integer', primary: true },
    id: column.text('id', { unique: true }),
    kind: column.text('kind'),
    code: column.text('code', empty),
    at: column.instant('at'),
    houseDay: column.day('house_day'),
    notedAt: column.instant('noted_at'),
    count: column.number('count'),
    minutes: column.number('minutes', empty),
    isOvernight: column.yesOrNo('is_overnight'),
    name: column.text('name', empty),
    personId: column.text('person_id'),
    version: column.number('version'),
    undoneAt: column.instant('undone_at', empty),
  },
});
