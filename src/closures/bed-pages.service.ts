import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { BedsService } from '../beds/beds.service.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { Closure } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { Turnover } from '../domain/turnover.js';
import { PaperSheets } from '../paper/paper-sheets.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { paths } from '../web/paths.js';
import type { BedLine } from './bed-history.views.js';
import { bedPageView } from './bed-page.views.js';
import { ClosurePages, statusOf } from './closure-pages.service.js';
import type { ClosureForm } from './closures.forms.js';

/** So many of each kind fit a page: the newest. */
const MOST = 30;

/** Of a bed's history, what says nothing of its guests. */
const KINDS = ['bed.closed', 'closure.changed', 'closure.ended', 'bed.ready'] as const;

/** Gathers what a bed's page shows: closures past and coming, history, how long making ready took. */
@Injectable()
export class BedPages {
  constructor(
    private readonly beds: BedsService,
    private readonly people: PeopleService,
    private readonly closures: ClosurePages,
    private readonly paper: PaperSheets,
    private readonly reader: PageReader,
  ) {}

  async bed(id: string, form: ClosureForm, who: Actor, house: House, isTaken = false): Promise<Page> {
    const bed = await this.beds.find(id);
    const firstNight = parseDay(form.firstNight);
    const asked = { beds: [bed], lastNight: parseDay(form.lastNight), own: [], isNow: false };
    const facts = await this.closures.facts(
      bed,
      who,
      house,
      isTaken && firstNight ? { ...asked, firstNight } : null,
    );
    const [closures, acts, turnovers] = await this.past(id);
    const names = await this.people.names([
      ...closures.flatMap(({ madeBy, seenBy }) => [madeBy, seenBy ?? '']),
      ...acts.map(({ personId }) => personId),
      ...turnovers.map(({ readyBy }) => readyBy!),
    ]);
    const view = bedPageView(form, {
      ...facts,
      closures,
      turnovers,
      names,
      history: linesOf(acts, closures, names, await this.paper.writersOf(acts)),
      settingsHref: mayDo(who.role, 'settings.manage') ? paths.bedSetting(id) : null,
    });
    return new Page('closures/bed', view, statusOf(form, isTaken));
  }

  private past(bedId: string) {
    const { manager } = this.reader;
    return Promise.all([
      manager.find(Closure, { where: { bedId }, order: { firstNight: 'DESC', madeAt: 'DESC' }, take: MOST }),
      manager.find(Act, { where: { bedId, kind: In(KINDS) }, order: { number: 'DESC' }, take: MOST }),
      manager.find(Turnover, {
        where: { bedId, readyBy: Not(IsNull()) },
        order: { sinceAt: 'DESC' },
        take: MOST,
      }),
    ]);
  }
}

/** A bed closed along with its room is undone with it: the line itself does not say so. */
function linesOf(
  acts: readonly Act[],
  closures: readonly Closure[],
  names: ReadonlyMap<string, string>,
  writers: ReadonlyMap<string, string>,
): BedLine[] {
  const undone = closures.filter(({ ending }) => ending === 'undone').map(({ id }) => id);
  return acts.map((act) => ({
    act,
    personName: names.get(act.personId) ?? 'Someone',
    paperWriter: writers.get(act.id) ?? null,
    isUndone:
      act.undoneByAct !== null || (act.kind === 'bed.closed' && undone.includes(act.details.closure ?? '')),
  }));
}
