import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TASK_NAMES } from '../protocol';
import { removeControlFile, writeControlFile } from './control-file';
import type { DevHost } from './dev-host';

/** The dev host's door for other processes. */
export interface ControlServer {
  close(): Promise<void>;
}

/**
 * Opens a door on the loopback interface: GET /status, and POST /run-now/TASK, which answers when the run has ended. The
 * address and a token are in a file that only this user can read.
 * @param consoleAddress for the status: where the console is opened, with its token
 */
export async function openControlServer(
  host: Pick<DevHost, 'runNow' | 'status'>,
  file: string,
  consoleAddress?: string,
): Promise<ControlServer> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    void answer(host, { token, consoleAddress }, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    writeControlFile(file, { pid: process.pid, url: `http://127.0.0.1:${port}`, token });
  } catch (error) {
    await closed(server);
    throw error;
  }
  return {
    async close() {
      removeControlFile(file, token);
      await closed(server);
    },
  };
}

async function answer(
  host: Pick<DevHost, 'runNow' | 'status'>,
  { token, consoleAddress }: { readonly token: string; readonly consoleAddress: string | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isAuthorized(request, token)) {
    send(response, 401, { error: 'The token is missing or wrong.' });
    return;
  }
  const route = `${request.method ?? ''} ${request.url ?? ''}`;
  if (route === 'GET /status') {
    send(response, 200, { pid: process.pid, console: consoleAddress, tasks: host.status() });
    return;
  }
  const task = TASK_NAMES.find((name) => route === `POST /run-now/${name}`);
  if (!task) {
    send(response, 404, { error: 'There is GET /status, and POST /run-now/TASK.' });
    return;
  }
  try {
    send(response, 200, await host.runNow(task));
  } catch (error) {
    send(response, 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

function isAuthorized(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body));
}

/** Lets the answers that are under way go out. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}
