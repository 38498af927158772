import { EntitySchema } from 'typeorm';
import { Consent } from '../../domain/consent.js';
import { column, empty } from '../columns.js';

export const ConsentSchema = new EntitySchema<Consent>({
  name: 'Consent',
  target: Consent,
  tableName: 'consents',
  columns: {
    id: column.id(),
    guestId: column.text('guest_id'),
    stayId: column.text('stay_id'),
    purpose: column.text('purpose'),
    channel: column.text('channel'),
    detail: column.text('detail', empty),
    voicemail: column.yesOrNo('voicemail'),
    sayHouseName: column.yesOrNo('say_house_name'),
    safeFrom: column.number('safe_from', empty),
    safeTo: column.number('safe_to', empty),
    givenAt: column.instant('given_at'),
    givenOn: column.day('given_on'),
    withdrawnAt: column.instant('withdrawn_at', empty),
    withdrawnBy: column.text('withdrawn_by', empty),
    setAsideBy: column.text('set_aside_by', empty),
    heldBy: column.text('held_by', empty),
    sharedPhone: column.yesOrNo('shared_phone'),
    language: column.text('language', empty),
    expiresOn: column.day('expires_on', empty),
    person: column.text('person', empty),
    told: column.text('told', empty),
    atLeaving: column.yesOrNo('at_leaving'),
    givenBy: column.text('given_by', empty),
    withdrawnPerson: column.text('withdrawn_person', empty),
    undoneAt: column.instant('undone_at', empty),
  },
});
