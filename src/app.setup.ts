import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import session from '@fastify/session';
import staticFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HouseService } from './house/house.service.js';
import { SessionStore } from './people/session-store.service.js';
import { VisitsService } from './people/visits.service.js';
import { checkEveryDoor } from './web/all-doors.js';
import { assetPaths } from './web/assets.js';
import { chromeOf } from './web/chrome.js';
import { type FormBody, only, readFormBody } from './web/form-body.js';
import { FormTokens } from './web/form-tokens.js';
import { FILE_LIMIT, NoFilesHere, readMultipart, takesFiles } from './web/multipart.js';
import { isFromOurPage, isOurHost, isSafe } from './web/own-site.js';
import { NotFromHere, WrongHost } from './web/refusals.js';
import { viewEngine } from './web/view-engine.js';

export interface Surroundings {
  publicUrl: URL;
  sessionSecret: string;
  /** Where `views/` and `dist/assets/` stand. */
  home: string;
}

export const BODY_LIMIT = 2 * 1024 * 1024;

/** Everything the running server and the HTTP tests must share. Call it before `init()`. */
export async function setUpApp(app: NestFastifyApplication, around: Surroundings): Promise<void> {
  checkEveryDoor(app);
  const server = app.getHttpAdapter().getInstance();
  await addHeaders(app, around.publicUrl);
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store');
    if (!isOurHost(request, around.publicUrl)) throw new WrongHost();
    if (!isSafe(request.method) && !isFromOurPage(request)) throw new NotFromHere();
  });
  await addSessions(app, around);
  addForms(server);
  await addPages(app, server, around);
}

/** Strict: no script or style but our own files, nothing from elsewhere, nothing kept by the browser. */
async function addHeaders(app: NestFastifyApplication, publicUrl: URL): Promise<void> {
  const isSecure = publicUrl.protocol === 'https:';
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    // helmet's own `no-referrer` makes browsers send `Origin: null` with our own forms
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  });
}

const contentPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // What is typed is kept by our own script (R31)
  connectSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

async function addSessions(
  app: NestFastifyApplication,
  { publicUrl, sessionSecret }: Surroundings,
): Promise<void> {
  await app.register(cookie);
  await app.register(session, {
    secret: sessionSecret,
    store: app.get<SessionStore>(SessionStore),
    cookieName: 'porchlight',
    cookie: { httpOnly: true, sameSite: 'strict', secure: publicUrl.protocol === 'https:', path: '/' },
    saveUninitialized: false,
    rolling: false,
  });
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    logLevel: 'debug',
    getToken: (request) => only((request.body as FormBody | undefined) ?? new Map(), '_csrf'),
  });
  const visits = app.get(VisitsService);
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('visit');
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return;
    request.visit = await visits.open(request);
    if (!request.cookies.device) reply.setCookie('device', newDevice(request), deviceCookie);
  });
}

const deviceCookie = {
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: 'auto',
  maxAge: 31_536_000,
} as const;

/** Marks a browser, so that guessing is slowed by device as well; in force from this very request. */
function newDevice(request: { cookies: Record<string, string | undefined> }): string {
  return (request.cookies.device = randomUUID());
}

/** Forms only: flat urlencoded fields, and a file where a page asks for one; guards and handlers see them alike. */
function addForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    ({ url }, text, done) => {
      try {
        done(null, readFormBody(text as string, url));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: FILE_LIMIT + FIELDS_LIMIT },
    async (request: FastifyRequest, body: Buffer) => {
      if (!takesFiles(request)) throw new NoFilesHere('this form takes no files');
      return readMultipart(body, request);
    },
  );
}

/** What stands around a file, in bytes. */
const FIELDS_LIMIT = 64 * 1024;

async function addPages(
  app: NestFastifyApplication,
  server: FastifyInstance,
  { home }: Surroundings,
): Promise<void> {
  const root = join(home, 'dist', 'assets');
  await app.register(staticFiles, {
    root,
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
  });
  const render = viewEngine({
    viewsDir: join(home, 'views'),
    asset: assetPaths(join(root, 'manifest.json')),
  });
  const every = { tokens: app.get(FormTokens), isPractice: await isPractice(app) };
  server.decorateReply('view', function (template: string, view: object) {
    const html = render(template, { ...view, chrome: chromeOf(this, view, every) });
    return this.type('text/html; charset=utf-8').send(html);
  });
}

/** Known from the start, for pages that are refused before anyone asks the file. */
const isPractice = async (app: NestFastifyApplication): Promise<boolean> =>
  (await app.get(HouseService).find())?.isPractice ?? false;
