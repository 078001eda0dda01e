import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { CmdletRunner } from '../cmdlets';
import { listen, readBody } from '../control/http';
import type { Journal } from '../control/journal';
import type { Fault } from '../faults/fault';
import type { FaultBook } from '../faults/fault-book';
import type { CmdletReference } from '../reference/reference';
import { busyLines, sendLines, spoilCall } from './call-faults';
import { answerLines, type CmdletRequest, readRequest } from './cmdlet-call';
import {
  connectionFault,
  type OnlineApplication,
  OnlineConnections,
  readConnectionWish,
  wantedCommands,
} from './online-connections';
import { checkEndpoint, type EndpointFailure, endpointFault, readWish, type ShellAccount } from './remote-endpoint';
import { Shells, tooManyShells } from './shells';

/** What the front needs. */
export interface PowerShellServerOptions {
  readonly runner: CmdletRunner;
  readonly reference: CmdletReference;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly application: OnlineApplication;
  readonly account: ShellAccount;
}

const LARGEST_BODY = 4 * 1024 * 1024;

/** What the lab's PowerShell modules talk to: HTTP on the loopback address, for whoever has the token. */
export class PowerShellServer {
  /** Goes as a bearer token. */
  readonly token = randomBytes(24).toString('base64url');
  private readonly server: Server;
  private readonly shells = new Shells();
  private readonly connections: OnlineConnections;

  constructor(private readonly options: PowerShellServerOptions) {
    this.connections = new OnlineConnections(options.application);
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  /** How many shells of remote sessions are open. */
  get openShells(): number {
    return this.shells.count;
  }

  /** Begins to listen; gives the address. */
  async open(): Promise<string> {
    return `http://127.0.0.1:${await listen(this.server, 0)}`;
  }

  async close(): Promise<void> {
    this.shells.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.isAuthorized(request)) {
      sendJson(response, 401, { error: 'The bearer token is missing or wrong.' });
      return;
    }
    const route = `${request.method ?? ''} ${request.url ?? ''}`;
    const session = String(request.headers['x-lab-session'] ?? '');
    const body = request.method === 'POST' ? parse(await readBody(request, LARGEST_BODY)) : undefined;
    const connection = /^DELETE \/connections\/([0-9a-f-]+)$/.exec(route)?.[1];
    if (route === 'POST /invoke') await this.invoke(response, session, readRequest(body));
    else if (route === 'POST /shells') await this.openShell(response, body);
    else if (route === 'GET /shell' && this.shells.userOf(session) !== undefined) this.shells.hold(session, response);
    else if (route === 'POST /connections') await this.connect(response, body);
    else if (connection !== undefined) this.disconnect(response, connection);
    else sendJson(response, 404, { error: `There is no ${route}.` });
  }

  private async invoke(response: ServerResponse, session: string, request: CmdletRequest | undefined): Promise<void> {
    const user = this.userOf(session);
    if (user === undefined) {
      sendJson(response, 401, { error: notConnected() });
      return;
    }
    if (request === undefined) {
      sendJson(response, 400, { error: badRequest() });
      return;
    }
    const { faults, runner } = this.options;
    const { site, clock } = runner.organization;
    const run = (fault?: string): Iterable<string> => answerLines(request, user, this.options, fault);
    if (faults.latencyMs > 0) await delay(faults.latencyMs);
    const call = { cmdlet: request.cmdlet, site, now: clock.now() };
    const wait = faults.spend();
    if (wait !== undefined) {
      await sendLines(response, busyLines(wait, call));
      return;
    }
    const fault = faults.strike({ target: 'invoke', cmdlet: request.cmdlet, isNextPage: false });
    if (fault === undefined) await sendLines(response, run());
    else await spoilCall(response, fault, { ...call, run: () => run(fault.kind) });
  }

  private async openShell(response: ServerResponse, body: unknown): Promise<void> {
    const { account, runner } = this.options;
    const wish = readWish(body);
    const answer = (server: string | EndpointFailure): void => {
      const user = wish.username === '' ? account.username : wish.username;
      const ticket = typeof server === 'string' ? this.shells.grant(user) : server;
      if (typeof ticket === 'string') sendJson(response, 200, { ticket, computerName: server });
      else sendJson(response, 200, { failure: ticket });
    };
    const check = (): string | EndpointFailure => checkEndpoint(wish, runner.organization.site, account);
    const fault = this.options.faults.strike({ target: 'connect', cmdlet: 'New-PSSession', isNextPage: false });
    if (fault === undefined) answer(check());
    else if (await survives(response, fault)) answer(check());
    else if (!response.destroyed) answer(endpointFault(fault, tooManyShells()));
  }

  private async connect(response: ServerResponse, body: unknown): Promise<void> {
    const wish = readConnectionWish(body);
    const { faults, runner } = this.options;
    const fault = faults.strike({ target: 'connect', cmdlet: 'Connect-ExchangeOnline', isNextPage: false });
    if (fault !== undefined && !(await survives(response, fault))) {
      if (!response.destroyed) sendJson(response, 200, { failure: connectionFault(fault) });
      return;
    }
    const id = this.connections.connect(wish);
    const { appId, organization, managedIdentity, commandName, parameters } = wish;
    const entry = {
      front: 'powershell',
      user: managedIdentity ? 'managed identity' : appId,
      cmdlet: 'Connect-ExchangeOnline',
      parameters: { appId, organization, managedIdentity, commandName, given: parameters },
    };
    if (typeof id !== 'string') {
      this.options.journal.write({ ...entry, error: id });
      sendJson(response, 200, { failure: id });
      return;
    }
    this.options.journal.write({ ...entry, result: { objects: 0, hasMore: false } });
    sendJson(response, 200, { connectionId: id, commands: wantedCommands(runner.names(), commandName) });
  }

  private disconnect(response: ServerResponse, id: string): void {
    const user = this.connections.userOf(id) ?? '';
    const isKnown = this.connections.disconnect(id);
    const entry = { front: 'powershell', user, cmdlet: 'Disconnect-ExchangeOnline', parameters: { ConnectionId: id } };
    if (isKnown) this.options.journal.write({ ...entry, result: { objects: 0, hasMore: false } });
    sendJson(response, 200, { disconnected: isKnown });
  }

  /** Whose call it is; undefined if the shell or the connection is gone. */
  private userOf(session: string): string | undefined {
    const { account, application, runner } = this.options;
    if (session !== '') return this.shells.userOf(session) ?? this.connections.userOf(session);
    return runner.organization.site.version === 'Online' ? application.clientId : account.username;
  }

  private isAuthorized(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

/** Lets a fault delay or cut the opening of a session; whether it can go on as if nothing had been. */
async function survives(response: ServerResponse, fault: Fault): Promise<boolean> {
  switch (fault.kind) {
    case 'latency':
    case 'slow':
      await delay(fault.delayMs ?? 1000);
      return true;
    case 'stall':
      if (fault.delayMs !== undefined) await delay(fault.delayMs);
      else if (!response.destroyed) await new Promise<void>((resolve) => response.once('close', resolve));
      return fault.delayMs !== undefined;
    case 'cut':
      response.destroy();
      return false;
    default:
      return false;
  }
}

/** What the module says to whoever has not connected. */
function notConnected(): Readonly<Record<string, unknown>> {
  return {
    className: 'System.Exception',
    message: 'You must call the Connect-ExchangeOnline cmdlet before calling any other cmdlets.',
    category: 'ConnectionError',
    target: '',
    errorId: 'NotConnected',
    isTerminating: true,
  };
}

function badRequest(): Readonly<Record<string, unknown>> {
  const message = 'The call has no cmdlet with parameters.';
  return { ...notConnected(), className: 'System.ArgumentException', message, category: 'InvalidArgument' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
