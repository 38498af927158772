import { EntitySchema } from 'typeorm';
import { StayTask } from '../../domain/stay-task.js';
import { column, empty } from '../columns.js';

export const StayTaskSchema = new EntitySchema<StayTask>({
  name: 'StayTask',
  target: StayTask,
  tableName: 'stay_tasks',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    task: column.text('task'),
    number: column.number('number'),
    state: column.text('state'),
    words: column.text('words', empty),
    second: column.text('second', empty),
    mark: column.text('mark', empty),
    agreement: column.number('agreement', empty),
    personId: column.text('person_id'),
    at: column.instant('at'),
    undoneAt: column.instant('undone_at', empty),
    goneAt: column.instant('gone_at', empty),
  },
});
