import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessRoutes } from './api/access-routes';
import { logRoutes } from './api/log-routes';
import { orderRoutes } from './api/order-routes';
import { partnershipRoutes } from './api/partnership-routes';
import { settingsRoutes } from './api/settings-routes';
import { taskRoutes } from './api/task-routes';
import type { ConsoleDesk } from './console-desk';
import { EventStream } from './event-stream';
import { HttpError, sendJson } from './http-io';
import { refusalOf } from './request-guard';
import { Router } from './router';
import { loadStaticFiles, type StaticFiles } from './static-files';

/** How the console is opened. */
export interface ConsoleOptions {
  /** 0 is any. */
  readonly port: number;
  /** The folder of the built page. */
  readonly webFolder: string;
}

/** A console that is open. */
export interface Console {
  /** Without the token. */
  readonly url: string;
  readonly token: string;
  /** What a person opens: the token is in the fragment, which a browser sends to nobody. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens the console on the loopback interface.
 * @throws Error if the page is not built or the port is taken
 */
export async function openConsole(desk: ConsoleDesk, { port, webFolder }: ConsoleOptions): Promise<Console> {
  const token = randomBytes(32).toString('base64url');
  const files = loadStaticFiles(webFolder);
  const events = new EventStream(() => desk.state());
  const stopListening = desk.listen(() => {
    events.changed();
  });
  const routes = [taskRoutes, partnershipRoutes, orderRoutes, accessRoutes, settingsRoutes, logRoutes];
  const router = new Router(routes.flatMap((make) => make(desk)));
  const bound = { port: 0 };
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    void answer({ port: bound.port, token, files, events, router, desk }, request, response);
  });
  await listening(server, port);
  bound.port = (server.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${bound.port}`;
  return {
    url,
    token,
    address: `${url}/#token=${token}`,
    async close() {
      stopListening();
      events.close();
      await closed(server);
    },
  };
}

interface Place {
  readonly port: number;
  readonly token: string;
  readonly files: StaticFiles;
  readonly events: EventStream;
  readonly router: Router;
  readonly desk: ConsoleDesk;
}

async function answer(place: Place, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  try {
    await dispatch(place, request, response);
  } catch (error) {
    if (!(error instanceof HttpError)) report(place.desk, request, error);
    const [status, message] =
      error instanceof HttpError ? [error.status, error.message] : [500, 'The console has failed; see scheduler.log.'];
    // What is left of a body that is not wanted is not waited for.
    if (status === 413) response.setHeader('connection', 'close');
    sendJson(response, status, { error: message });
  }
}

const HEADERS = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
] as const;

async function dispatch(place: Place, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url: target = '/' } = request;
  const path = target.split('?')[0] ?? '/';
  const refusal = refusalOf({ method, path, headers: request.headers }, place);
  if (refusal) throw new HttpError(refusal.status, refusal.reason);
  const isRead = method === 'GET' || method === 'HEAD';
  if (!path.startsWith('/api/')) {
    if (!isRead) throw new HttpError(405, 'Use GET.');
    if (!place.files.answer(path, response, method === 'HEAD')) throw new HttpError(404, 'There is nothing here.');
    return;
  }
  if (path === '/api/events' && method === 'GET') {
    if (!place.events.add(response)) throw new HttpError(503, 'Too many pages are open.');
    return;
  }
  await place.router.answer(new URL(target, 'http://console'), request, response);
}

function report({ options }: ConsoleDesk, { method = '', url = '' }: IncomingMessage, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const fields = { request: `${method} ${url.split('?')[0] ?? ''}`, error: detail };
  options.log.write({ level: 'error', message: 'The console could not answer.', fields }, 'console');
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
