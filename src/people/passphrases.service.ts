import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalisePassphrase } from '../domain/passphrase.js';

/** argon2id, 64 MiB, three passes: the OWASP and RFC 9106 range, about 0.2 s on a small machine. */
const ARGON2ID = 2; // the enum of the package cannot be read where each file is compiled alone
export const ARGON2 = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

const AT_ONCE = 2;

/** Hashes and checks passphrases, at most two at once, never inside a unit of work. */
@Injectable()
export class PassphrasesService implements OnApplicationBootstrap {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  constructor(private readonly cost: typeof ARGON2 = ARGON2) {}

  hash(passphrase: string): Promise<string> {
    return this.inTurn(() => hash(normalisePassphrase(passphrase), this.cost));
  }

  /** Takes as long for nobody (`stored` is null) as for somebody, so that the answer does not tell who exists. */
  async fits(stored: string | null, typed: string): Promise<boolean> {
    const against = stored ?? (await this.decoyHash());
    const fits = await this.inTurn(() => verify(against, normalisePassphrase(typed)));
    return fits && stored !== null;
  }

  /** Made at the start: the first unknown person should not take longer than the next. */
  async onApplicationBootstrap(): Promise<void> {
    await this.decoyHash();
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= this.hash('nobody has this passphrase'));
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
