import { EntitySchema } from 'typeorm';
import { House } from '../../domain/house.js';
import { column, empty } from '../columns.js';

export const HouseSchema = new EntitySchema<House>({
  name: 'House',
  target: House,
  tableName: 'house',
  columns: {
    id: { type: 'integer', primary: true },
    name: column.text('name'),
    timeZone: column.text('time_zone'),
    rolloverHour: column.number('rollover_hour'),
    onCallLine: column.text('on_call_line'),
    backDatingDays: column.number('back_dating_days'),
    shiftStarts: column.text('shift_starts'),
    insteadOfABed: column.text('instead_of_a_bed'),
    isPractice: column.yesOrNo('is_practice'),
    hidesNotes: column.yesOrNo('hides_notes'),
    logsTalks: column.yesOrNo('logs_talks'),
    tellsAvailability: column.yesOrNo('tells_availability'),
    readyHours: column.number('ready_hours', empty),
    turnWipedAfter: column.number('turn_wiped_after'),
    version: column.number('version'),
  },
});
