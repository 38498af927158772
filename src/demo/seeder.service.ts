import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { StoryClock } from '../clock/story-clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { PracticeOpening } from './practice-opening.service.js';
import type { Cast, Moment, Story, Thread } from './story.js';
import { onHouseDay } from './story-days.js';
import { tellStory } from './tell-story.js';

/** All that goes on in the house at once, each told at its own times. */
export const THREADS = Symbol('threads of the story');

const HOURS_OF_A_WEEK = 7 * 24;

/** Fills an empty house file with weeks of invented stays, each act at its own time, through the same services as a shift. */
@Injectable()
export class SeederService {
  constructor(
    private readonly opening: PracticeOpening,
    @Inject(THREADS) private readonly threads: readonly Thread[],
    private readonly unit: UnitOfWork,
    private readonly clock: StoryClock,
  ) {}

  /** Ends on the house day the clock now shows, with the clock where it was. */
  async seed(weeks: number): Promise<void> {
    const now = this.clock.now();
    // A few days before the first stay, by the clock of the house
    this.clock.moveTo(now.subtract({ hours: (weeks + 1) * HOURS_OF_A_WEEK }));
    const cast = await this.opening.open();
    const { house } = cast;
    const story = tellStory(house, house.time.houseDay(now), weeks);
    for (const moments of weeksOf(story, this.momentsOf(story))) await this.tell(moments, cast);
    this.clock.moveTo(now);
  }

  private momentsOf(story: Story): Moment[] {
    return this.threads
      .flatMap((thread) => thread.moments(story))
      .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  }

  /** One unit of work; what time has changed is settled at its beginning (R14). */
  private async tell(moments: readonly Moment[], cast: Cast): Promise<void> {
    this.clock.moveTo(moments[0]!.at);
    await this.unit.run(async (tx) => {
      for (const { at, tell } of moments) {
        this.clock.moveTo(at);
        await tell(tx, cast);
      }
    });
  }
}

function weeksOf({ house, start }: Story, moments: readonly Moment[]): Moment[][] {
  const begin = onHouseDay(house.time, start, '04:00');
  const weeks = new Map<number, Moment[]>();
  for (const moment of moments) {
    const week = Math.floor(moment.at.since(begin).total('hours') / HOURS_OF_A_WEEK);
    weeks.set(week, [...(weeks.get(week) ?? []), moment]);
  }
  return [...weeks.values()];
}
