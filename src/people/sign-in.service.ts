import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { AuditService } from '../audit/audit.service.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Person } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { PassphrasesService } from './passphrases.service.js';
import { TriesService } from './tries.service.js';

/** Everyone signs in as themselves (R41). */
@Injectable()
export class SignInService {
  constructor(
    private readonly pages: PageReader,
    private readonly unit: UnitOfWork,
    private readonly passphrases: PassphrasesService,
    private readonly tries: TriesService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The person whose passphrase this is. Throws a RuleViolation for `field`, the same one for a wrong passphrase, an unknown
   * person and somebody who no longer works here; too many tries wait first. `device` is the browser's own mark.
   */
  async recognise(personId: string, passphrase: string, device: string, field: string): Promise<Person> {
    // Both are whatever somebody sent: hashed, so that nobody fills the file with long ones
    const subjects = [`person:${hashOf(personId)}`, `device:${hashOf(device)}`];
    const wait = await this.tries.begin(subjects);
    if (wait > 0) throw new RuleViolation(field, `Too many tries. Wait ${wait} seconds, then try again`);
    const person = await this.pages.manager.findOneBy(Person, { id: personId });
    const known = person?.worksHere ? person : null;
    const fits = await this.passphrases.fits(known?.passphraseHash ?? null, passphrase);
    await this.unit.run(async (tx) => {
      if (fits) await this.tries.forget(tx, subjects);
      await this.audit.write(
        tx,
        fits ? personId : null,
        fits ? 'signIn.done' : 'signIn.failed',
        known?.id ?? null,
      );
    });
    if (!fits || !known)
      throw new RuleViolation(field, 'That didn’t fit. Check the name and type the passphrase again');
    return known;
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
