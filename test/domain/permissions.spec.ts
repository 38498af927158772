import { mayDo, type Permission, permissions } from '../../src/domain/permissions.js';
import type { Role } from '../../src/domain/person.js';

const acts = Object.keys(permissions) as Permission[];
const refusedTo = (role: Role) => acts.filter((act) => !mayDo(role, act));

// R42
describe('what a role may do', () => {
  it('staff: everything but what coordinators and managers look after', () =>
    expect(refusedTo('staff')).toEqual([
      'beds.manage',
      'stays.apart',
      'stays.correct',
      'stays.reopen',
      'guests.linkSlip',
      'guests.talkFirst',
      'happened.readAll',
      'happened.close',
      'notes.unhide',
      'feedback.saidAndDone',
      'places.manage',
      'places.look',
      'exceptions.look',
      'reports.view',
      'reports.stays',
      'reports.export',
      'reports.giveOut',
      'people.manage',
      'settings.manage',
      'imports.run',
    ]));

  it('coordinator: everything but exports, people and settings', () =>
    expect(refusedTo('coordinator')).toEqual([
      'reports.export',
      'reports.giveOut',
      'people.manage',
      'settings.manage',
      'imports.run',
    ]));

  it('manager: everything there is', () => expect(refusedTo('manager')).toEqual([]));

  it('nobody else: nothing', () => expect(refusedTo('guest' as Role)).toEqual(acts));
});
