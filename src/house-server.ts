import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { BODY_LIMIT, setUpApp } from './app.setup.js';
import { SystemClock } from './clock/system-clock.js';
import { openHouse, type OpenHouse } from './database/opening.js';
import { CannotOpen } from './database/refusals.js';
import { makePracticeHouse } from './demo/practice-house.js';
import { PRACTICE_PASSPHRASE, PRACTICE_WORDS, practicePeople } from './domain/practice.js';
import { roleWords } from './domain/person.js';
import { HouseService } from './house/house.service.js';
import { readSettings, type Settings } from './settings.js';
import { SetupService } from './setup/setup.service.js';
import { HouseAdapter } from './web/house-adapter.js';
import { paths } from './web/paths.js';

const LEAST_THREADS = 16;
const logLevels = { error: ['error'], warn: ['error', 'warn'], info: ['error', 'warn', 'log'] } as const;

/**
 * Opens the house file, then serves it. Answers what to say to whoever started it. Throws WrongSettings or CannotOpen with one plain sentence each: nothing is
 * served, and no new house is made, when the file is not as it should be.
 */
export async function startHouse(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const settings = readSettings(environment);
  // Waiting statements hold libuv's threads; setting this from inside the process has no effect
  if (Number(environment.UV_THREADPOOL_SIZE ?? 4) < LEAST_THREADS) {
    throw new CannotOpen(
      `Please start with "npm start": Porchlight needs UV_THREADPOOL_SIZE=${LEAST_THREADS}.`,
    );
  }
  if (settings.isDemo) await makePracticeHouse(settings.dataDir, new SystemClock().now());
  const open = await openHouse(settings.dataDir);
  const app = await serve(open, settings);
  closeOnSignals(app, open);
  return greeting(app, settings);
}

async function serve(open: OpenHouse, settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on(open),
    new HouseAdapter({ bodyLimit: BODY_LIMIT }),
    { bodyParser: false, logger: [...logLevels[settings.logLevel]] },
  );
  await setUpApp(app, {
    publicUrl: settings.publicUrl,
    sessionSecret: open.secrets.session,
    home: process.cwd(),
  });
  await app.listen(settings.port, settings.host);
  return app;
}

/** Requests under way are answered, then the file is closed cleanly and the lock freed. */
function closeOnSignals(app: NestFastifyApplication, open: OpenHouse): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    await app.close();
    await open.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close());
}

async function greeting(app: NestFastifyApplication, settings: Settings): Promise<string[]> {
  const address = settings.publicUrl.port === '0' ? await app.getUrl() : settings.publicUrl.origin;
  const isOpen = `Porchlight is open at ${address}`;
  const house = await app.get(HouseService).find();
  if (house?.isPractice) return [isOpen, ...practiceSignIns];
  if (house) return [isOpen];
  return [
    isOpen,
    `First run: open ${address}${paths.setUp()} and enter the set-up code ${app.get(SetupService).code}`,
  ];
}

const practiceSignIns = [
  PRACTICE_WORDS,
  ...practicePeople.map(({ name, role }) => `  ${name} (${roleWords[role].toLowerCase()})`),
  `  Everyone’s passphrase: ${PRACTICE_PASSPHRASE}`,
];
