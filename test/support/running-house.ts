import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The built Porchlight as a process of its own, on a free port. `npm test` builds it before the tests; a control has a build of its own. */
export class RunningHouse {
  private said = '';
  private readonly process: ChildProcess;

  constructor(dataDir: string, settings: Record<string, string> = {}, build = 'dist') {
    this.process = spawn('node', ['--disable-warning=ExperimentalWarning', join(build, 'main.js')], {
      env: {
        ...process.env,
        UV_THREADPOOL_SIZE: '16',
        HOUSE_PORT: '0',
        HOUSE_DATA_DIR: dataDir,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout!, this.process.stderr!]) {
      stream.on('data', (data: Buffer) => (this.said += data.toString()));
    }
  }

  /** Everything it printed so far. */
  get output(): string {
    return this.said;
  }

  /** The address it printed, once it is open. Throws with what it said when it did not open within so many milliseconds. */
  async address(within = 60_000): Promise<string> {
    for (let waited = 0; waited < within; waited += 20) {
      const [, found] = /open at (\S+)/.exec(this.said) ?? [];
      if (found) return found;
      if (this.process.exitCode !== null) throw new Error(`it stopped: ${this.said}`);
      await pause(20);
    }
    throw new Error(`it did not open: ${this.said}`);
  }

  get setUpCode(): string {
    return /code (\S+)/.exec(this.said)![1]!;
  }

  /** Answers the exit code; null when a signal ended it. */
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    const exit = once(this.process, 'close');
    if (signal) this.process.kill(signal);
    await exit;
    return this.process.exitCode;
  }
}
