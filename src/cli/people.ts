import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { createInterface } from 'node:readline';
import type { EntityManager } from 'typeorm';
import { AppModule } from '../app.module.js';
import { AuditService } from '../audit/audit.service.js';
import { openHouse } from '../database/opening.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { acceptPassphrase } from '../domain/passphrase.js';
import { roles } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { HouseService } from '../house/house.service.js';
import { PassphrasesService } from '../people/passphrases.service.js';
import { PeopleService } from '../people/people.service.js';
import { readSettings } from '../settings.js';

/** `person:add NAME ROLE`, the passphrase from the terminal or standard input. */
export async function addPerson([typed = '', roleTyped]: readonly string[]): Promise<number> {
  const name = typed.replace(/\s+/gu, ' ').trim();
  const role = roles.find((each) => each === roleTyped);
  if (name === '' || name.length > 100 || !role) {
    return say('Type: person:add NAME staff|coordinator|manager, the name in at most 100 letters', 2);
  }
  return change(`${name} can sign in now.`, 'people.manage', async (people, tx, passphraseHash) => {
    const person = await people.add(tx, { name, role, passphraseHash });
    return person.id;
  });
}

/** `person:reset NAME`: the way back in when the only manager forgot. */
export async function resetPerson([name]: readonly string[]): Promise<number> {
  if (!name) return say('Type: person:reset NAME', 2);
  return change(
    `${name} has a new passphrase and can sign in.`,
    'people.manage',
    async (people, tx, hash) => {
      const person = (await people.all()).find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (!person) throw new RuleViolation('name', `Nobody here is called ${name}.`);
      await people.changePassphrase(tx, person.id, hash);
      await people.enable(tx, person.id);
      return person.id;
    },
  );
}

type Change = (people: PeopleService, tx: EntityManager, passphraseHash: string) => Promise<string>;

async function change(done: string, act: string, work: Change): Promise<number> {
  const house = await openHouse(readSettings(process.env).dataDir);
  try {
    const app = await NestFactory.createApplicationContext(AppModule.on(house), { logger: ['error'] });
    if (!(await app.get(HouseService).find())) return say('There is no house yet: run "npm start" first.', 1);
    await inTheHouse(app, act, work);
    await app.close();
    return say(done, 0);
  } catch (error) {
    if (error instanceof RuleViolation) return say(error.message, 1);
    throw error;
  } finally {
    await house.close();
  }
}

async function inTheHouse(app: INestApplicationContext, act: string, work: Change): Promise<void> {
  const passphrase = acceptPassphrase('passphrase', await ask('Passphrase (15 characters or more): '));
  const hash = await app.get(PassphrasesService).hash(passphrase);
  await app.get(UnitOfWork).run(async (tx) => {
    const id = await work(app.get(PeopleService), tx, hash);
    await app.get(AuditService).write(tx, null, act, id);
  });
}

/** One line from whoever sits at the terminal, or from a pipe. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

function say(words: string, code: number): number {
  (code === 0 ? console.log : console.error)(words);
  return code;
}
