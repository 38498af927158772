import { Global, Module } from '@nestjs/common';
import { DeskController } from './desk.controller.js';
import { FlashWords } from './flash-words.service.js';
import { MeController } from './me.controller.js';
import { ARGON2, PassphrasesService } from './passphrases.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { SessionStore } from './session-store.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { TriesService } from './tries.service.js';
import { VisitsService } from './visits.service.js';

@Global()
@Module({
  controllers: [SignInController, DeskController, MeController, PeopleController],
  providers: [
    PeopleService,
    SignInService,
    TriesService,
    SessionStore,
    VisitsService,
    FlashWords,
    { provide: PassphrasesService, useFactory: () => new PassphrasesService(ARGON2) },
  ],
  exports: [PeopleService, PassphrasesService, SignInService, SessionStore, VisitsService],
})
export class PeopleModule {}
