import { EntitySchema } from 'typeorm';
import { Incident } from '../../domain/incident.js';
import { IncidentWords } from '../../domain/incident-words.js';
import { column, empty } from '../columns.js';

export const IncidentSchema = new EntitySchema<Incident>({
  name: 'Incident',
  target: Incident,
  tableName: 'incidents',
  columns: {
    id: column.id(),
    happenedAt: column.instant('happened_at'),
    houseDay: column.day('house_day'),
    kinds: column.words('kinds'),
    emergency: column.text('emergency'),
    people: column.words('people'),
    writtenAt: column.instant('written_at'),
    personId: column.text('person_id'),
    clocksUpTo: column.number('clocks_up_to'),
    closedAt: column.instant('closed_at', empty),
    closedBy: column.text('closed_by', empty),
    undoneAt: column.instant('undone_at', empty),
    version: column.number('version'),
  },
});

export const IncidentWordsSchema = new EntitySchema<IncidentWords>({
  name: 'IncidentWords',
  target: IncidentWords,
  tableName: 'incident_words',
  columns: {
    number: { type: 'integer', primary: true, generated: true },
    id: column.text('id'),
    incidentId: column.text('incident_id'),
    code: column.text('code'),
    guestId: column.text('guest_id', empty),
    text: column.text('text', empty),
    toldAt: column.instant('told_at', empty),
    due: column.text('due', empty),
    personId: column.text('person_id'),
    writtenAt: column.instant('written_at'),
    undoneAt: column.instant('undone_at', empty),
  },
});
