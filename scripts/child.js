import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The folder package.json stands in. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What every process that opens the house needs set before node starts: SQLite waits on these threads. */
export const houseEnvironment = { ...process.env, UV_THREADPOOL_SIZE: '16' };

/** Node's flags for the house itself. */
export const houseFlags = ['--disable-warning=ExperimentalWarning'];

/** Says why nothing can go on, in one sentence, and ends. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Runs node with these arguments to its end and gives its exit code. Passes on SIGINT and SIGTERM. */
export const node = (args, options) => child(process.execPath, args, options);

/** Runs a command to its end and gives its exit code, as a shell would: 128 + n when a signal ended it. */
export function child(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const running = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => {
      // A terminal has already told the whole group; a second Ctrl-C would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      running.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach((signal) => process.on(signal, pass));
    const watch = whenNpmIsGone(() => running.kill('SIGTERM'));
    const done = () => {
      clearInterval(watch);
      signals.forEach((signal) => process.off(signal, pass));
    };
    running.once('error', (error) => (done(), reject(error)));
    running.once('close', (code, signal) => (done(), resolve(code ?? 128 + constants.signals[signal])));
  });
}

/** npm tells only the shell in between to stop, which dies without passing it on: notice being left alone. */
function whenNpmIsGone(act) {
  const parent = process.ppid;
  return process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && act(), 250).unref();
}
