import { EntitySchema } from 'typeorm';
import { TalkFirst } from '../../domain/talk-first.js';
import { column, empty } from '../columns.js';

export const TalkFirstSchema = new EntitySchema<TalkFirst>({
  name: 'TalkFirst',
  target: TalkFirst,
  tableName: 'talk_first',
  columns: {
    id: column.id(),
    guestId: column.text('guest_id'),
    reason: column.text('reason'),
    fromDay: column.day('from_day'),
    untilDay: column.day('until_day'),
    madeAt: column.instant('made_at'),
    personId: column.text('person_id'),
    toldAt: column.instant('told_at', empty),
    toldBy: column.text('told_by', empty),
    answer: column.text('answer', empty),
    endedAt: column.instant('ended_at', empty),
    endedBy: column.text('ended_by', empty),
    version: column.number('version'),
  },
});
