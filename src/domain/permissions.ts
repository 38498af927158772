import type { Role } from './person.js';

const everyone: readonly Role[] = ['staff', 'coordinator', 'manager'];
const coordinators: readonly Role[] = ['coordinator', 'manager'];
const managers: readonly Role[] = ['manager'];

/** Each act a route can need, and the roles that have it (R42). What is not listed here nobody may do. */
export const permissions = {
  'beds.view': everyone,
  'beds.ready': everyone,
  'holds.view': everyone,
  'holds.make': everyone,
  'holds.change': everyone,
  'holds.letGo': everyone,
  'beds.closeNow': everyone,
  'beds.manage': coordinators,
  'stays.checkIn': everyone,
  'stays.view': everyone,
  'stays.depart': everyone,
  'stays.plan': everyone,
  'stays.move': everyone,
  'stays.swap': everyone,
  'stays.away': everyone,
  'stays.notSeen': everyone,
  'stays.back': everyone,
  'stays.seen': everyone,
  'stays.find': everyone,
  'stays.tasks': everyone,
  'stays.apart': coordinators,
  'stays.death': everyone,
  'stays.correct': coordinators,
  'stays.reopen': coordinators,
  'guests.name': everyone,
  'guests.view': everyone,
  'guests.link': everyone,
  'guests.linkSlip': coordinators,
  'guests.talkFirst': coordinators,
  'guests.told': everyone,
  'acts.undo': everyone,
  'shift.view': everyone,
  'notes.write': everyone,
  'notes.done': everyone,
  'notes.view': everyone,
  'notes.withGuest': everyone,
  'notes.answer': everyone,
  'notes.unhide': coordinators,
  'guests.record': everyone,
  'notes.amend': everyone,
  'notes.takeBack': everyone,
  'shift.read': everyone,
  'calls.view': everyone,
  'calls.log': everyone,
  'calls.ring': everyone,
  'waitlist.view': everyone,
  'waitlist.change': everyone,
  'followUps.view': everyone,
  'followUps.try': everyone,
  'paper.keyIn': everyone,
  'exceptions.look': coordinators,
  'reports.view': coordinators,
  'reports.export': managers,
  'drafts.discard': everyone,
  'drafts.keep': everyone,
  'names.show': everyone,
  'self.manage': everyone,
  'people.manage': managers,
  'settings.manage': managers,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether this role has the act (R42). */
export const mayDo = (role: Role, act: Permission): boolean => permissions[act].includes(role);
