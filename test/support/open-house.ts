import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { rm } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { setUpApp } from '../../src/app.setup.js';
import { openHouse as openFile } from '../../src/database/opening.js';
import { PageReader } from '../../src/database/page-reader.js';
import { ReportReader } from '../../src/database/report-reader.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { Clock } from '../../src/domain/clock.js';
import type { Role } from '../../src/domain/person.js';
import { PassphrasesService } from '../../src/people/passphrases.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { SetupService } from '../../src/setup/setup.service.js';
import { HouseAdapter } from '../../src/web/house-adapter.js';
import { Desk } from './desk.js';
import { houseFolder } from './files.js';
import { FixedClock } from './fixed-clock.js';

export type House = Awaited<ReturnType<typeof openHouse>>;

/** One passphrase for everybody who is invented in a test. */
export const PASSPHRASE = 'three warm lamps on a porch';

/** The real cost belongs to one test of its own; everywhere else signing in should not be what takes the time. */
const CHEAP = { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 };

interface Wishes {
  /** A line each, as on the set-up page; '' leaves the house not set up. */
  beds?: string;
  timeZone?: string;
  /** When the house is set up. */
  startAt?: string;
  /** Everyone in it is invented, and every page says so. */
  isPractice?: boolean;
  /** The folder of a house that was opened before. */
  folder?: string;
}

/** The whole app on a real file of its own, listening on a free port, with a clock the test moves. */
export async function openHouse({
  beds = 'Maple\nCedar\nBirch',
  timeZone = 'America/Chicago',
  startAt,
  isPractice = false,
  folder,
}: Wishes = {}) {
  const clock = new FixedClock(startAt);
  const dataDir = folder ?? (await houseFolder());
  const file = await openFile(dataDir);
  const module = await Test.createTestingModule({ imports: [AppModule.on(file)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(PassphrasesService)
    .useValue(new PassphrasesService(CHEAP))
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new HouseAdapter(), {
    bodyParser: false,
    logger: false,
  });
  const routes: { method: string; url: string }[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) routes.push({ method: each, url });
    });
  const publicUrl = new URL('http://127.0.0.1');
  await setUpApp(app, { publicUrl, sessionSecret: file.secrets.session, home: process.cwd() });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const unit = app.get(UnitOfWork);

  if (folder === undefined && beds !== '') await setUp(app, beds, timeZone, isPractice);

  const close = async () => {
    await app.close();
    await file.close();
  };
  return {
    app,
    clock,
    url,
    folder: dataDir,
    /** Every route the server has, found as it is registered. */
    routes,
    setUpCode: app.get(SetupService).code,
    /** A browser nobody is signed in on. */
    desk: () => new Desk(url),
    /** A browser on which someone of this role is signed in, a person of their own each time. */
    signIn: async (role: Role = 'staff', name = newName()) => {
      const id = await addPerson(app, role, name);
      const desk = new Desk(url, { id, name });
      await desk.signIn(id, PASSPHRASE);
      return desk;
    },
    rows: <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      app.get(ReportReader).together((reader: EntityManager) => reader.query<Row[]>(sql, values)),
    /** What the pages read from the file while `work` runs. */
    asked: (work: () => Promise<void>) => listen(app.get(PageReader), work),
    write: <Result>(work: (tx: EntityManager) => Promise<Result>) => unit.run(work),
    /** Stops the house and leaves its folder for the next one. */
    stop: close,
    close: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function listen(pages: PageReader, work: () => Promise<void>) {
  const heard: { sql: string; values: unknown[] }[] = [];
  const { connection } = pages.manager;
  const before = connection.logger;
  const logQuery = (sql: string, values: unknown[] = []) => void heard.push({ sql, values });
  connection.logger = Object.assign(Object.create(before) as typeof before, { logQuery });
  await work();
  connection.logger = before;
  return heard;
}

let people = 0;
const newName = (): string => `Person ${(people += 1)}`;

async function setUp(
  app: NestFastifyApplication,
  beds: string,
  timeZone: string,
  isPractice: boolean,
): Promise<void> {
  const setup = app.get(SetupService);
  const values = {
    code: setup.code,
    houseName: 'Willow House',
    timeZone,
    beds: beds.split('\n').map((name) => ({ room: null, name })),
    personName: 'Marta',
    passphrase: PASSPHRASE,
  };
  await setup.open(values, isPractice);
}

async function addPerson(app: NestFastifyApplication, role: Role, name: string): Promise<string> {
  const passphraseHash = await app.get(PassphrasesService).hash(PASSPHRASE);
  return app
    .get(UnitOfWork)
    .run(async (tx) => (await app.get(PeopleService).add(tx, { name, role, passphraseHash })).id);
}
