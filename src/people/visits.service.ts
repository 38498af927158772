import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Person } from '../domain/person.js';
import { HouseService } from '../house/house.service.js';
import { PlannedService } from '../house/planned.service.js';
import type { ToldFlash } from '../web/flash.js';
import type { Visit } from '../web/visit.js';
import { FlashWords } from './flash-words.service.js';

const SEEN_EVERY = { seconds: 60 };

/** Works out who is asking, once for each request; asked fresh, so that a disabled person is out at once. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly pages: PageReader,
    private readonly house: HouseService,
    private readonly planned: PlannedService,
    private readonly clock: Clock,
    private readonly flashWords: FlashWords,
  ) {}

  async open(request: FastifyRequest): Promise<Visit> {
    const now = this.clock.now();
    const { session } = request;
    const [house, planned, person] = await Promise.all([
      this.house.find(),
      this.planned.at(now),
      this.personOf(session.personId),
    ]);
    if (person) markSeen(session, now);
    return {
      house: house && Object.assign(house, { planned }),
      now,
      person,
      theme: person?.theme ?? themeOf(request),
      offersPlainWords: person?.offersPlainWords === true,
      isCovered: session.isCovered === true,
      turn: session.turn ?? null,
      namesUntil: namesShownUntil(session, now),
      told: person && (await this.told(session)),
    };
  }

  private async told({ flash }: FastifyRequest['session']): Promise<ToldFlash | null> {
    return flash ? this.flashWords.of(flash) : null;
  }

  private async personOf(id: string | undefined): Promise<Person | null> {
    const person = id === undefined ? null : await this.pages.manager.findOneBy(Person, { id });
    return person?.worksHere ? person : null;
  }
}

/** Before somebody has signed in, the browser remembers it. */
const themeOf = ({ cookies }: FastifyRequest): Visit['theme'] =>
  cookies.theme === 'night' ? 'night' : 'day';

function namesShownUntil({ namesUntil }: FastifyRequest['session'], now: Temporal.Instant) {
  const until = namesUntil ? Temporal.Instant.from(namesUntil) : null;
  return until && Temporal.Instant.compare(now, until) < 0 ? until : null;
}

/** Last seen is written at most once a minute: the session is saved only when something in it changed. */
function markSeen(session: FastifyRequest['session'], now: Temporal.Instant): void {
  const next = session.seenAt ? Temporal.Instant.from(session.seenAt).add(SEEN_EVERY) : null;
  if (!next || Temporal.Instant.compare(next, now) <= 0)
    session.seenAt = now.toString({ smallestUnit: 'second' });
}
