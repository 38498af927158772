import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { Person, type Role } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { NotHere } from '../web/refusals.js';

/** Who works here. Nobody is ever deleted: what a person did keeps its name. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  all(): Promise<Person[]> {
    return this.pages.manager.find(Person, { order: { name: 'ASC' } });
  }

  workingHere(): Promise<Person[]> {
    return this.pages.manager.find(Person, { where: { disabledAt: IsNull() }, order: { name: 'ASC' } });
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Person> {
    const person = await reader.findOneBy(Person, { id });
    if (!person) throw new NotHere();
    return person;
  }

  names(ids: readonly string[]): Promise<Map<string, string>> {
    const people = this.pages.rows<{ id: string; name: string }>('SELECT id, name FROM people', []);
    return people.then(
      (rows) => new Map(rows.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
    );
  }

  /** Throws a RuleViolation when somebody of this name works or worked here. */
  async add(tx: EntityManager, facts: { name: string; role: Role; passphraseHash: string }): Promise<Person> {
    const taken = await tx
      .createQueryBuilder(Person, 'person')
      .where('person.name = :name COLLATE NOCASE', facts)
      .getExists();
    if (taken)
      throw new RuleViolation('name', 'Someone of this name is here already. Add a letter or a surname');
    const person = new Person({ id: randomUUID(), ...facts, addedAt: this.clock.now() });
    await tx.insert(Person, person);
    return person;
  }

  /**
   * The person signs in anew with what they may do now. Throws a RuleViolation when it would leave the house without a
   * manager, ChangedMeanwhile when `version` is not the person's.
   */
  async changeRole(tx: EntityManager, id: string, version: number, role: Role): Promise<void> {
    const person = await this.find(id, tx);
    if (role !== 'manager') await this.checkOtherManager(tx, person, 'role');
    await updateVersion(tx, Person, { id, version }, { role });
    if (role !== person.role) await this.signOutEverywhere(tx, id);
  }

  /** Signs the person out everywhere at once. Throws a RuleViolation for the last manager. */
  async disable(tx: EntityManager, id: string): Promise<void> {
    const person = await this.find(id, tx);
    if (!person.worksHere) return;
    await this.checkOtherManager(tx, person, '');
    await updateVersion(tx, Person, person, { disabledAt: this.clock.now() });
    await this.signOutEverywhere(tx, id);
  }

  async enable(tx: EntityManager, id: string): Promise<void> {
    await updateVersion(tx, Person, await this.find(id, tx), { disabledAt: null });
  }

  /** A new passphrase ends every session that was opened with the old one. */
  async changePassphrase(tx: EntityManager, id: string, passphraseHash: string): Promise<void> {
    await updateVersion(tx, Person, await this.find(id, tx), { passphraseHash });
    await this.signOutEverywhere(tx, id);
  }

  async changeTheme(tx: EntityManager, id: string, theme: Person['theme']): Promise<void> {
    await tx.update(Person, { id }, { theme });
  }

  async offerPlainWords(tx: EntityManager, id: string, offersPlainWords: boolean): Promise<void> {
    await tx.update(Person, { id }, { offersPlainWords });
  }

  private async signOutEverywhere(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE person_id = ?', [id]);
  }

  private async checkOtherManager(tx: EntityManager, person: Person, field: string): Promise<void> {
    if (person.role !== 'manager') return;
    const others = await tx.countBy(Person, { role: 'manager', disabledAt: IsNull(), id: Not(person.id) });
    if (others === 0)
      throw new RuleViolation(field, 'The house needs a manager. Make someone else a manager first');
  }
}
