import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { HouseList } from '../domain/house-list.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { ListsService } from '../house/lists.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { NotHere } from '../web/refusals.js';
import { TheHouse, Who } from '../web/who.js';
import { ListForm } from './lists.forms.js';
import { listsView, listView } from './lists.views.js';

/** The ready answers of the house, in its own words. */
@Controller('settings/lists')
export class ListsController {
  constructor(
    private readonly lists: ListsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  showLists(@TheHouse() house: House) {
    return new Page('settings-pages/lists', listsView(house));
  }

  @Get(':list')
  @Permit('settings.manage')
  async editList(@Param('list') name: string, @Who() who: Actor, @TheHouse() house: House) {
    const list = listNamed(name, house);
    const draft = await this.drafts.find(who.id, paths.listSetting(name));
    return this.page(new ListForm(draft?.body, list), { who, house, list, status: 200 });
  }

  @Post(':list')
  @Permit('settings.manage')
  async changeList(
    @Param('list') name: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const list = listNamed(name, house);
    const form = new ListForm(body, list);
    const by = { personId: who.id, today: house.time.houseDay(visit.now) };
    const done = await form.submit((wanted) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.lists.keep(tx, list.kind, wanted, by);
        return { address: paths.listSetting(name), subjectId: null, undo: null };
      }),
    );
    if (done)
      return new SeeOther(done.address, { message: 'Kept. Old records read the new words.', undo: null });
    const kept = form.isOutdated ? listNamed(name, { lists: await this.lists.all() }) : list;
    return this.page(form, { who, house, list: kept, status: form.status });
  }

  private async page(form: ListForm, { who, house, list, status }: Asks): Promise<Page> {
    const place = paths.listSetting(list.kind.name);
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = listView(form, {
      house,
      list,
      draft,
      ...(await this.lists.versions(list.kind)),
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('settings-pages/list', view, status);
  }
}

interface Asks {
  who: Actor;
  house: House;
  list: HouseList;
  status: number;
}

/** Throws NotHere for a name no list has. */
function listNamed(name: string, { lists }: Pick<House, 'lists'>): HouseList {
  const list = lists.all.find(({ kind }) => kind.name === name);
  if (!list) throw new NotHere();
  return list;
}
