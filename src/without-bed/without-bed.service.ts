import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { updateVersion } from '../database/update-version.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { type HelpDetails, HelpWithoutBed, type HelpTapped, NAME_DAYS } from '../domain/without-bed.js';
import { HouseService } from '../house/house.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';

/** Visits, groups and things given: noted with a tap, undone until the shift ends (R24). */
@Injectable()
export class WithoutBedService implements OnModuleInit {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    private readonly unit: UnitOfWork,
    private readonly house: HouseService,
    private readonly undo: UndoService,
  ) {}

  onModuleInit(): void {
    this.undo.when('help.noted', (tx, act) => this.takeBack(tx, act));
    this.unit.settleFirst((tx) => this.forgetNames(tx));
  }

  /** Notes it as of this minute. Throws a RuleViolation for `code` or `count`. */
  async note(tx: EntityManager, tapped: HelpTapped, who: Actor, house: House): Promise<Done> {
    const facts = { ...tapped, id: randomUUID(), personId: who.id, now: this.clock.now() };
    const help = new HelpWithoutBed(facts, house);
    await tx.insert(HelpWithoutBed, help);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'help.noted',
      details: { help: help.id },
      canBeUndone: true,
    });
    return { address: paths.withoutBed(), subjectId: help.id, undo };
  }

  /**
   * Says more of it. Throws NotHere, ChangedMeanwhile when `version` is not its version (R26), and a RuleViolation as
   * `HelpWithoutBed.change` does.
   */
  async change(
    tx: EntityManager,
    id: string,
    { version, ...details }: HelpDetails & { version: number },
    house: House,
  ): Promise<void> {
    const help = await this.find(id, tx);
    if (help.version !== version)
      throw new ChangedMeanwhile('This was changed by someone else in the meantime.');
    help.change(details, this.clock.now(), house);
    const { at, houseDay, count, minutes, isOvernight, name } = help;
    const said = { at, houseDay, count, minutes, isOvernight, name };
    await updateVersion(tx, HelpWithoutBed, { id, version }, said);
  }

  /** Throws NotHere for an unknown id, and for what was undone. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<HelpWithoutBed> {
    const help = await reader.findOneBy(HelpWithoutBed, { id, undoneAt: IsNull() });
    if (!help) throw new NotHere();
    return help;
  }

  /** What was on this house day, newest first, without the undone. */
  of(houseDay: Temporal.PlainDate): Promise<HelpWithoutBed[]> {
    return this.pages.manager.find(HelpWithoutBed, {
      where: { houseDay, undoneAt: IsNull() },
      order: { at: 'DESC', number: 'DESC' },
    });
  }

  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    await tx.update(HelpWithoutBed, { id: details.help! }, { undoneAt: toMinute(this.clock.now()) });
    return paths.withoutBed();
  }

  /** A name goes after its days, also from the log beside the file (R47). */
  private async forgetNames(tx: EntityManager): Promise<void> {
    const house = await this.house.find(tx);
    if (!house) return;
    const last = dayText.to(house.time.houseDay(this.clock.now()).subtract({ days: NAME_DAYS }));
    const gone = await tx.query<unknown[]>(`SELECT id ${OLD_NAMES} LIMIT 1`, [last]);
    if (gone.length === 0) return;
    await tx.query(`UPDATE help_without_bed SET name = NULL WHERE id IN (SELECT id ${OLD_NAMES})`, [last]);
    this.unit.forgetForGood();
  }
}

const OLD_NAMES = 'FROM help_without_bed WHERE name IS NOT NULL AND house_day < ?';
