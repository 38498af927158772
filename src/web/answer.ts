import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Flash } from './flash.js';
import type { Visit } from './visit.js';

/** What a controller answers; the adapter sends it. */
export abstract class Answer {
  abstract send(reply: FastifyReply): FastifyReply;
}

/** A page made from `views/<template>.hbs` and its view. */
export class Page extends Answer {
  constructor(
    readonly template: string,
    readonly view: object,
    readonly status = 200,
  ) {
    super();
  }

  send(reply: FastifyReply): FastifyReply {
    return reply.status(this.status).view(this.template, this.view);
  }
}

/** A page that leaves the screen by itself once it was quiet, also without scripts. `seconds` is whole and above 0. */
export class PassingPage extends Page {
  constructor(
    template: string,
    view: object,
    private readonly leaves: { seconds: number; to: string },
    status = 200,
  ) {
    super(template, view, status);
  }

  override send(reply: FastifyReply): FastifyReply {
    return super.send(reply.header('refresh', `${this.leaves.seconds}; url=${this.leaves.to}`));
  }
}

/** What a script of ours asked for, as JSON. */
export class Facts extends Answer {
  constructor(readonly facts: object) {
    super();
  }

  send(reply: FastifyReply): FastifyReply {
    return reply.status(200).send(this.facts);
  }
}

/** Done, and the browser stays where it is (204). */
export class Nothing extends Answer {
  send(reply: FastifyReply): FastifyReply {
    return reply.status(204).send();
  }
}

const A_YEAR = 31_536_000;

/** Done: look there (303). `flash` is shown on the next page; `theme` is remembered by the browser for the sign-in page. */
export class SeeOther extends Answer {
  constructor(
    readonly address: string,
    readonly flash: Flash | null = null,
    readonly theme: Visit['theme'] | null = null,
  ) {
    super();
  }

  send(reply: FastifyReply): FastifyReply {
    if (this.flash) reply.request.session.flash = this.flash;
    if (this.theme)
      reply.setCookie('theme', this.theme, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: 'auto',
        maxAge: A_YEAR,
      });
    return reply.redirect(this.address, 303);
  }
}

/** A file to keep, sent piece by piece. `name` is made of letters, digits, dots and hyphens only. */
export class Download extends Answer {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly pieces: Iterable<Buffer>,
  ) {
    super();
  }

  send(reply: FastifyReply): FastifyReply {
    return reply
      .type(this.type)
      .header('content-disposition', `attachment; filename="${this.name}"`)
      .send(Readable.from(this.pieces));
  }
}

/** Thrown where the answer is known before a controller is asked. */
export class AnsweredEarly extends Error {
  constructor(readonly answer: Answer) {
    super('answered early');
  }
}
