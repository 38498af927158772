import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, openHouse } from '../support/open-house.js';

const PASSPHRASE = 'another lamp on the porch';

describe('the house command', () => {
  let house: House;

  beforeEach(async () => {
    house = await openHouse();
  });

  afterEach(() => house.close());

  const run = async (args: string[], typed = '') => {
    const env = { ...process.env, HOUSE_DATA_DIR: house.folder };
    const child = spawn('node', ['--disable-warning=ExperimentalWarning', 'dist/cli/house.js', ...args], {
      env,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdin.end(typed);
    await once(child, 'close');
    return { code: child.exitCode, out, err };
  };

  it('checks and copies the file beside the running house', async () => {
    expect(JSON.parse((await run(['verify', '--json'])).out)).toMatchObject({ sound: true, problem: null });
    const { code, out } = await run(['backup', '--json']);
    expect(code).toBe(0);
    const { file } = JSON.parse(out) as { file: string };
    expect(await readdir(join(house.folder, 'backups'))).toEqual([file.split('/').at(-1)]);
    expect((await run(['verify'])).out).toContain('is sound');
  });

  it('finds a file whose rules were changed behind its back', async () => {
    await house.stop();
    const { default: sqlite3 } = await import('sqlite3');
    const file = new sqlite3.Database(join(house.folder, 'house.sqlite'));
    await new Promise((done) => file.exec('DROP TRIGGER a_bed_night_has_one_claim', done));
    await new Promise((done) => file.close(done));
    const { code, out } = await run(['verify', '--json']);
    expect([code, (JSON.parse(out) as { sound: boolean }).sound]).toEqual([1, false]);
  });

  it('wants the running house stopped before it changes anything', async () => {
    const { code, err } = await run(['person:add', 'Theo', 'staff'], PASSPHRASE);
    expect(code).toBe(3);
    expect(err).toContain('already running');
  });

  it('adds someone and gives a new passphrase to someone who forgot', async () => {
    await house.stop();
    expect((await run(['person:add', 'Theo', 'staff'], PASSPHRASE)).code).toBe(0);
    const reset = await run(['person:reset', 'marta'], PASSPHRASE);
    expect([reset.code, reset.out.trim()]).toEqual([0, 'marta has a new passphrase and can sign in.']);
    const again = await openHouse({ folder: house.folder });
    const people = await again.rows<{ id: string; name: string }>(
      'SELECT id, name FROM people ORDER BY name',
    );
    for (const { id } of people) await again.desk().signIn(id, PASSPHRASE);
    expect(people.map(({ name }) => name)).toEqual(['Marta', 'Theo']);
    await again.stop();
  });

  it('says what it did not understand', async () => {
    expect((await run(['--help'])).code).toBe(0);
    expect((await run(['nonsense'])).code).toBe(2);
    expect((await run(['person:add', 'Theo', 'king'], PASSPHRASE)).code).toBe(2);
    expect((await run(['person:add', 'x'.repeat(120), 'staff'], PASSPHRASE)).code).toBe(2);
    await house.stop();
    const short = await run(['person:reset', 'Marta'], 'short');
    expect([short.code, short.err]).toEqual([1, expect.stringContaining('at least 15 characters')]);
    expect((await run(['person:reset', 'Nobody'], PASSPHRASE)).err).toContain('Nobody here is called Nobody');
  });
});
