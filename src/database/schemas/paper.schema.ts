import { EntitySchema } from 'typeorm';
import { PaperLine, PaperSheet } from '../../domain/paper-sheet.js';
import { column, empty } from '../columns.js';

export const PaperSheetSchema = new EntitySchema<PaperSheet>({
  name: 'PaperSheet',
  target: PaperSheet,
  tableName: 'paper_sheets',
  columns: {
    id: column.id(),
    begunAt: column.instant('begun_at'),
    begunBy: column.text('begun_by'),
    endedAt: column.instant('ended_at', empty),
    endedBy: column.text('ended_by', empty),
  },
});

export const PaperLineSchema = new EntitySchema<PaperLine>({
  name: 'PaperLine',
  target: PaperLine,
  tableName: 'paper_lines',
  columns: {
    number: { type: 'integer', primary: true, generated: true },
    id: column.text('id'),
    sheetId: column.text('sheet_id'),
    kind: column.text('kind'),
    happenedAt: column.instant('happened_at'),
    writerId: column.text('writer_id', empty),
    writerName: column.text('writer_name', empty),
    actId: column.text('act_id', empty),
    noteId: column.text('note_id', empty),
    keyedBy: column.text('keyed_by'),
    keyedAt: column.instant('keyed_at'),
  },
});
