import { NestFactory } from '@nestjs/core';
import type { Temporal } from 'temporal-polyfill';
import { StoryClock } from '../clock/story-clock.js';
import { openPracticeHouse } from '../database/opening.js';
import { DemoModule } from './demo.module.js';
import { SeederService } from './seeder.service.js';

const A_YEAR = 52;

/**
 * Makes the practice house of this folder anew and leaves it closed: so many weeks up to `now`. Throws CannotOpen, and
 * touches nothing, when the folder holds a real house or one that is open.
 */
export async function makePracticeHouse(
  folder: string,
  now: Temporal.Instant,
  weeks = A_YEAR,
): Promise<void> {
  const open = await openPracticeHouse(folder);
  try {
    const app = await NestFactory.createApplicationContext(DemoModule.on(open, new StoryClock(now)), {
      logger: ['error'],
    });
    await app.get(SeederService).seed(weeks);
    await app.close();
  } finally {
    await open.close();
  }
}
