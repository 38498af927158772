import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor, Person } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type DraftView, draftOf } from '../web/draft-view.js';
import { TheHouse, Who } from '../web/who.js';
import { PassphrasesService } from './passphrases.service.js';
import { NoQuestions, PassphraseForm, PersonForm, RoleForm } from './people.forms.js';
import { PeopleService } from './people.service.js';
import { newPersonView, peopleView, personView } from './people.views.js';

/** Managers add people, change what they do, let them in and out. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly passphrases: PassphrasesService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('people.manage')
  async index() {
    return new Page('people/index', peopleView(await this.people.all()));
  }

  @Get('new')
  @Permit('people.manage')
  async newPerson(@Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.newPerson());
    return this.formPage(new PersonForm(draft?.body), who, 200, draftOf(draft, house));
  }

  @Post()
  @Permit('people.manage')
  async create(@Body() body: FormBody, @Who() who: Actor) {
    const form = new PersonForm(body);
    const done = await form.submit(async ({ name, role, passphrase }) => {
      const passphraseHash = await this.passphrases.hash(passphrase);
      return this.acts.once(who, 'people.manage', body, async (tx) => {
        const { id } = await this.people.add(tx, { name, role, passphraseHash });
        return { address: paths.people(), subjectId: id, undo: null };
      });
    });
    return done ? new SeeOther(done.address, said('They can sign in now.')) : this.formPage(form, who, 422);
  }

  @Get(':id')
  @Permit('people.manage')
  async show(@Param('id') id: string, @Who() who: Actor) {
    return this.personPage(new RoleForm(), await this.people.find(id), who, 200);
  }

  @Post(':id/role')
  @Permit('people.manage')
  changeRole(@Param('id') id: string, @Body() body: FormBody, @Who() who: Actor) {
    const form = new RoleForm(body);
    return this.change(id, form, who, ({ role, version }) =>
      this.acts.log(who, 'people.manage', (tx) => this.people.changeRole(tx, id, version, role), id),
    );
  }

  @Post(':id/passphrase')
  @Permit('people.manage')
  changePassphrase(@Param('id') id: string, @Body() body: FormBody, @Who() who: Actor) {
    return this.change(id, new PassphraseForm(body), who, async ({ passphrase }) => {
      const hash = await this.passphrases.hash(passphrase);
      await this.acts.log(who, 'people.manage', (tx) => this.people.changePassphrase(tx, id, hash), id);
    });
  }

  @Post(':id/disable')
  @Permit('people.manage')
  disable(@Param('id') id: string, @Who() who: Actor) {
    return this.change(id, new NoQuestions(), who, () =>
      this.acts.log(who, 'people.manage', (tx) => this.people.disable(tx, id), id),
    );
  }

  @Post(':id/enable')
  @Permit('people.manage')
  enable(@Param('id') id: string, @Who() who: Actor) {
    return this.change(id, new NoQuestions(), who, () =>
      this.acts.log(who, 'people.manage', (tx) => this.people.enable(tx, id), id),
    );
  }

  private async change<Values>(
    id: string,
    form: Form<Values>,
    who: Actor,
    act: (values: Values) => Promise<void>,
  ) {
    await this.people.find(id);
    const done = await form.submit(async (values) => {
      await act(values);
      return true;
    });
    if (!done) return this.personPage(form, await this.people.find(id), who, form.status);
    return new SeeOther(paths.person(id), said('Kept.'));
  }

  private formPage(form: PersonForm, who: Actor, status: number, draft: DraftView | null = null) {
    const token = this.tokens.draw({ personId: who.id, place: paths.newPerson() });
    return new Page('people/new', newPersonView(form, token, draft), status);
  }

  private personPage(form: Form<unknown>, person: Person, who: Actor, status: number) {
    const token = this.tokens.draw({ personId: who.id, place: '' });
    return new Page('people/show', personView(form, person, token), status);
  }
}

const said = (message: string) => ({ message, undo: null });
