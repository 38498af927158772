import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stands in for npm: notes that it ran, then leaves what an install leaves. */
const pretendNpm = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('ran', 'npm ' + process.argv.slice(2).join(' ') + '\\n');
console.log('words of npm');
rmSync('node_modules', { recursive: true, force: true });
if (process.env.NPM_FAILS) process.exit(1);
await new Promise((done) => setTimeout(done, Number(process.env.NPM_TAKES ?? 0)));
mkdirSync('node_modules/@nestjs/cli/bin', { recursive: true });
writeFileSync('node_modules/@nestjs/cli/bin/nest.js', process.env.PRETEND_NEST);
writeFileSync('node_modules/.package-lock.json', '{}');
`;

/** Stands in for the compiler: notes that it ran, then leaves a house that says how it was started. */
const pretendNest = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('ran', 'nest ' + process.argv.slice(2).join(' ') + '\\n');
console.log('words of nest');
mkdirSync('dist/cli', { recursive: true });
const house = "console.log(process.env.HOUSE_DEMO === 'yes' ? 'practice' : 'house', process.env.UV_THREADPOOL_SIZE,"
  + "...process.argv.slice(2));"
  + "if (process.argv[2] === 'fails') process.exit(3);"
  + "if (process.argv[2] === 'stays') { process.on('SIGTERM', () => { console.log('told to stop'); process.exit(7); });"
  + "setInterval(() => {}, 1000); }";
writeFileSync('dist/main.js', house);
writeFileSync('dist/cli/house.js', house);
if (process.env.NEST_FAILS) process.exit(1);
`;

const npm = `npm ci --no-audit --no-fund --include=dev\n`;
const nest = 'nest build\n';

describe('the commands of a fresh clone', () => {
  let clone: string;

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'clone-'));
    cpSync('scripts', join(clone, 'scripts'), { recursive: true });
    rmSync(join(clone, 'scripts', 'assets.js'), { force: true });
    write('npm/package.json', '{ "type": "module" }');
    write('npm/npm-cli.js', pretendNpm);
    write('package.json', '{ "type": "module" }');
    write('package-lock.json', '{}');
    write('src/main.ts', '');
    write('views/layout.hbs', '');
  });

  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  function write(file: string, text: string) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    writeFileSync(join(clone, file), text);
  }

  const start = (script: string, args: string[] = [], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [join('scripts', script), ...args], {
      cwd: clone,
      env: {
        PATH: process.env.PATH,
        npm_execpath: join(clone, 'npm/npm-cli.js'),
        PRETEND_NEST: pretendNest,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  async function run(...args: Parameters<typeof start>) {
    const running = start(...args);
    const [out, err] = [heard(running.stdout!), heard(running.stderr!)];
    const [code] = (await once(running, 'close')) as [number];
    return { code, out: out(), err: err(), ran: ran() };
  }

  function heard(stream: NodeJS.ReadableStream) {
    let text = '';
    stream.on('data', (part: Buffer) => (text += part.toString()));
    return () => text;
  }

  /** Which of npm and the compiler ran since last asked. */
  function ran(): string {
    const note = join(clone, 'ran');
    const text = existsSync(note) ? readFileSync(note, 'utf8') : '';
    rmSync(note, { force: true });
    return text;
  }

  const inAnHour = () => new Date(Date.now() + 3_600_000);
  const touch = (file: string) => utimesSync(join(clone, file), inAnHour(), inAnHour());

  it('the first start installs, builds and starts the house; the second only starts it', async () => {
    const first = await run('start.js');
    expect(first).toMatchObject({ code: 0, out: 'house 16\n', ran: npm + nest });
    expect(first.err).toContain('First start: fetching what Porchlight needs. This takes a few minutes.');
    expect(await run('start.js')).toEqual({ code: 0, out: 'house 16\n', err: '', ran: '' });
  });

  it('the practice house needs nothing but its own command either, whatever the settings say', async () => {
    const first = await run('demo.js', [], { HOUSE_DEMO: 'no' });
    expect(first).toMatchObject({ code: 0, out: 'practice 16\n', ran: npm + nest });
    expect((await run('start.js')).out).toBe('house 16\n');
  });

  it('installs again when the lock file says something else, not when only its date changed', async () => {
    await run('start.js');
    touch('package-lock.json');
    expect((await run('start.js')).ran).toBe(nest);
    write('package-lock.json', '{ "changed": true }');
    expect((await run('start.js')).ran).toBe(npm + nest);
  });

  it('takes an install made by hand, unless the lock file changed since', async () => {
    write('node_modules/@nestjs/cli/bin/nest.js', pretendNest);
    write('node_modules/.package-lock.json', '{}');
    expect((await run('start.js')).ran).toBe(nest);
    touch('package-lock.json');
    expect((await run('start.js')).ran).toBe(npm + nest);
  });

  it('does not take an install that was cut short', async () => {
    write('node_modules/@nestjs/cli/bin/nest.js', pretendNest);
    expect((await run('start.js')).ran).toBe(npm + nest);
  });

  it('says in a sentence that fetching failed, and tries again the next time', async () => {
    const failed = await run('start.js', [], { NPM_FAILS: 'yes' });
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.err).toContain('apt install python3 make g++');
    expect((await run('start.js')).ran).toBe(npm + nest);
  });

  it.each(['src/main.ts', 'views/layout.hbs', 'tsconfig.json', 'nest-cli.json', 'src/new.ts'])(
    'builds again when %s changed',
    async (file) => {
      await run('start.js');
      write(file, 'changed');
      expect((await run('start.js')).ran).toBe(nest);
      expect((await run('start.js')).ran).toBe('');
    },
  );

  it('builds again when a source went away, and leaves nothing of it', async () => {
    await run('start.js');
    write('dist/gone.js', '');
    rmSync(join(clone, 'views/layout.hbs'));
    expect((await run('start.js')).ran).toBe(nest);
    expect(existsSync(join(clone, 'dist/gone.js'))).toBe(false);
  });

  it('does not count a build that failed half-way', async () => {
    expect(await run('start.js', [], { NEST_FAILS: 'yes' })).toMatchObject({ code: 1, out: '' });
    expect((await run('start.js')).ran).toBe(nest);
  });

  it('makes the assets with the build', async () => {
    write('scripts/assets.js', `export const buildAssets = async () => console.error('made assets');`);
    expect((await run('start.js')).err).toContain('made assets');
    expect((await run('start.js')).err).toBe('');
  });

  it('a house command has stdout to itself, even on the first run, and its exit code is passed on', async () => {
    const answer = await run('house.js', ['fails', '--json']);
    expect(answer).toMatchObject({ code: 3, out: 'house 16 fails --json\n', ran: npm + nest });
  });

  it('two first starts at once install and build once', async () => {
    const both = await Promise.all([run('start.js', [], { NPM_TAKES: '500' }), run('start.js')]);
    expect(both.map(({ out }) => out)).toEqual(['house 16\n', 'house 16\n']);
    expect(both.map((one) => one.ran).join('')).toBe(npm + nest);
  });

  it('is not held up for ever by a command that was killed', async () => {
    write('.busy/left', '');
    utimesSync(join(clone, '.busy'), new Date(0), new Date(0));
    expect(await run('start.js')).toMatchObject({ code: 0, ran: npm + nest });
    expect(existsSync(join(clone, '.busy'))).toBe(false);
  });

  it('passes a request to stop on to the house and waits for it', async () => {
    const running = start('start.js', ['stays']);
    const out = heard(running.stdout!);
    while (!out().includes('house')) await pause(20);
    running.kill('SIGTERM');
    expect(await once(running, 'close')).toEqual([7, null]);
    expect(out()).toContain('told to stop');
  });

  it('stops the house when npm was stopped, which tells only the shell in between', async () => {
    await run('start.js');
    const shell = spawn('sh', ['-c', `"${process.execPath}" scripts/start.js stays & wait`], {
      cwd: clone,
      env: { PATH: process.env.PATH, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const out = heard(shell.stdout);
    while (!out().includes('house')) await pause(20);
    shell.kill('SIGTERM');
    await once(shell, 'close');
    expect(out()).toContain('told to stop');
  });
});
