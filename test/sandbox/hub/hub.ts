import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Application, Call } from '../http/application.ts';
import { Context } from './context.ts';
import { HubError, invalidToken, notFound, Redirect } from './errors.ts';
import type { Population } from './generate.ts';
import { populate } from './generate.ts';
import { requireWithinPublisher } from './oauth/publisher-rights.ts';
import { bucketOf, RateLimiter } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import { json, text } from './reply.ts';
import { Router, routeName } from './router.ts';
import { allRoutes } from './routes.ts';
import { seedAccounts } from './seed.ts';
import type { HubSettings } from './settings.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Viewer } from './store/account.ts';
import { Store } from './store/store.ts';
import { Uploads } from './store/uploads.ts';

/** What a sandbox may ask of its Hub. */
export interface HubOptions {
  /** Identifiers, the seeded content and the generated content depend on it alone. */
  readonly seed?: number;
  readonly settings?: Partial<HubSettings>;
  readonly now?: () => Date;
  /** Fills an organisation with repositories; they are made when they are looked at. */
  readonly generate?: Population;
  /** Leaves out the account `ada` and all she has. */
  readonly empty?: boolean;
}

/** The Hub of the sandbox. */
export interface Hub {
  readonly application: Application;
  readonly store: Store;
  readonly settings: HubSettings;
  /** Set by who serves the application. */
  baseUrl: string;
  /** The name a request's route is recorded under, such as `PUT /api/:kind/:repo/settings`. */
  routeOf(method: string, url: URL): string | undefined;
  /** Removes the files of large objects. */
  close(): Promise<void>;
}

const router = new Router(allRoutes);

/** A Hub in memory that official clients believe. */
export function createHub(options: HubOptions = {}): Hub {
  const seed = options.seed ?? 1;
  const now = options.now ?? (() => new Date());
  const store = new Store(seed, now);
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  if (options.empty !== true) seedAccounts(store);
  if (options.generate !== undefined) populate(store, options.generate);
  const parts = { store, settings, uploads: new Uploads(), limiter: new RateLimiter(settings.rateLimits, now) };
  return {
    application: (call) => serveCall(parts, call),
    store,
    settings,
    baseUrl: '',
    routeOf: (method, url) => {
      const match = router.match(method, url.pathname);
      return match && routeName(match.route);
    },
    close: () => store.close(),
  };
}

interface Parts {
  readonly store: Store;
  readonly settings: HubSettings;
  readonly uploads: Uploads;
  readonly limiter: RateLimiter;
}

async function serveCall(parts: Parts, call: Call): Promise<void> {
  const standing = standingHeaders(call);
  let reply: Reply;
  try {
    const viewer = authenticate(parts.store, call);
    const account = viewer?.user.name ?? call.request.socket.remoteAddress ?? '';
    const { headers, refusal } = parts.limiter.count(account, bucketOf(call.url.pathname));
    Object.assign(standing, headers);
    if (refusal !== undefined) throw refusal;
    reply = await dispatch(parts, call, viewer);
  } catch (error) {
    reply = explain(error);
  }
  await write(call, reply, standing);
}

function dispatch(parts: Parts, call: Call, viewer: Viewer | undefined): Reply | Promise<Reply> {
  const method = call.request.method ?? 'GET';
  if (method === 'OPTIONS') return text('', 204, { 'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE' });
  const match = router.match(method, call.url.pathname);
  if (match === undefined) {
    throw router.knows(call.url.pathname)
      ? new HubError(405, 'Method Not Allowed')
      : notFound("Sorry, we can't find the page you are looking for.");
  }
  call.route = routeName(match.route);
  requireWithinPublisher(viewer, match.route);
  return match.route.handle(new Context(parts, call, viewer, match.parameters));
}

function authenticate(store: Store, call: Call): Viewer | undefined {
  const header = call.request.headers.authorization;
  if (header === undefined) return undefined;
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  const viewer = token === undefined ? undefined : store.viewer(token);
  if (viewer === undefined) throw invalidToken();
  return viewer;
}

function explain(error: unknown): Reply {
  if (error instanceof Redirect) {
    return text(`Temporary Redirect. ${error.message}`, error.status, { Location: error.location });
  }
  if (!(error instanceof HubError)) throw error;
  // A header holds one line of Latin-1; the body holds the message as it is.
  const message = error.message.replaceAll(/[^\x20-\x7e]+/g, ' ').trim();
  return json({ error: error.message, ...error.extra }, error.status, {
    ...error.headers,
    ...(error.code !== undefined && { 'X-Error-Code': error.code }),
    'X-Error-Message': message,
  });
}

function standingHeaders(call: Call): Record<string, string> {
  const trace = call.request.headers['x-amzn-trace-id'];
  return {
    'X-Powered-By': 'huggingface-moon',
    'X-Request-Id': `Root=1-${randomUUID()};${typeof trace === 'string' ? trace : randomUUID()}`,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag',
  };
}

async function write(call: Call, reply: Reply, standing: Record<string, string>): Promise<void> {
  const { response, request } = call;
  const { body } = reply;
  const size = body === undefined ? 0 : Buffer.isBuffer(body) ? body.length : body.size;
  const headers: OutgoingHttpHeaders = { ...standing, 'Content-Length': size, ...reply.headers };
  response.writeHead(reply.status, headers);
  if (request.method === 'HEAD' || body === undefined) return end(response);
  if (Buffer.isBuffer(body)) return end(response, body);
  await pipeline(body.stream(), response);
}

function end(response: ServerResponse, body?: Buffer): Promise<void> {
  return new Promise((resolve) => response.end(body ?? '', () => resolve()));
}
