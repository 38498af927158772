import { roles, roleWords } from '../../src/domain/person.js';
import { aPerson, at } from '../support/builders.js';

describe('someone who works here', () => {
  it('works here until they are disabled', () => {
    expect(aPerson().worksHere).toBe(true);
    expect(aPerson({ disabledAt: at('2026-03-10T12:00:00Z') }).worksHere).toBe(false);
  });

  it('has a role that pages have a word for', () =>
    expect(roles.map((role) => roleWords[role])).toEqual(['Companion', 'Coordinator', 'Manager']));
});
