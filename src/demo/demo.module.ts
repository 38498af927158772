import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { BedsModule } from '../beds/beds.module.js';
import { StoryClock } from '../clock/story-clock.js';
import type { OpenHouse } from '../database/opening.js';
import { SetupModule } from '../setup/setup.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { ClaimsThread } from './claims-thread.service.js';
import { SeederService } from './seeder.service.js';
import { StaysThread } from './stays-thread.service.js';

@Module({})
export class DemoModule {
  /** The whole app, going by the clock of a story, and what tells the story. */
  static on(open: OpenHouse, clock: StoryClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [AppModule.on(open, clock), BedsModule, StaysModule, SetupModule],
      providers: [{ provide: StoryClock, useValue: clock }, SeederService, StaysThread, ClaimsThread],
    };
  }
}
