import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { TokenService } from '../admin-api/token-service';
import { type FaultOrder, readFaultOrder } from '../faults/fault';
import type { FaultBook } from '../faults/fault-book';
import { parseIsoDuration } from '../organization/iso-duration';
import type { Organization } from '../organization/organization';
import { deviceJson, labState } from './lab-state';
import { listen, readBody } from './http';
import type { Journal } from './journal';

/** What the control server controls. */
export interface ControlOptions {
  readonly organization: Organization;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly tokens: TokenService;
  /** How many remote PowerShell shells are open. */
  readonly openShells: () => number;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const LARGEST_BODY = 1024 * 1024;

/** The lab's remote control: HTTP on the loopback address, for whoever has the token. */
export class ControlServer {
  /** Goes as a bearer token. */
  readonly token = randomBytes(24).toString('base64url');
  private readonly server: Server;

  constructor(private readonly options: ControlOptions) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        sendJson(response, { status: 500, body: { error: error instanceof Error ? error.message : String(error) } });
      });
    });
  }

  /** Begins to listen; gives the address. */
  async open(): Promise<string> {
    return `http://127.0.0.1:${await listen(this.server, 0)}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!this.isAuthorized(request)) {
      sendJson(response, { status: 401, body: { error: 'The bearer token is missing or wrong.' } });
      return;
    }
    if (request.method === 'GET' && url.pathname === '/lab/journal') {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
      await pipeline(this.options.journal.read(), response);
      return;
    }
    const body = request.method === 'POST' ? await readBody(request, LARGEST_BODY) : '';
    sendJson(response, this.answer(`${request.method ?? ''} ${url.pathname}`, url, body));
  }

  private answer(route: string, url: URL, body: string): Answer {
    const json = body === '' ? {} : parse(body);
    if (json === undefined) return { status: 400, body: { error: 'The body is not JSON.' } };
    const device = /^POST \/lab\/devices\/([^/]+)\/(sync|reset)$/.exec(route);
    if (device !== null) return this.actOnDevice(device[1] ?? '', device[2] ?? '', json);
    switch (route) {
      case 'GET /lab/state':
        return { status: 200, body: labState(this.options.organization, this.options.openShells()) };
      case 'GET /lab/devices':
        return this.devices(url);
      case 'GET /lab/faults':
        return { status: 200, body: { faults: this.options.faults.list(), calls: this.options.faults.spent } };
      case 'POST /lab/faults':
        return this.orderFaults(json);
      case 'POST /lab/clock':
        return this.moveClock(json);
      default:
        return { status: 404, body: { error: `There is no ${route}.` } };
    }
  }

  private devices(url: URL): Answer {
    const number = (name: string, otherwise: number): number => Number(url.searchParams.get(name) ?? otherwise);
    const [offset, limit] = [number('offset', 0), Math.min(number('limit', 100), 10_000)];
    if (!Number.isInteger(offset) || offset < 0 || !Number.isInteger(limit) || limit < 1) {
      return { status: 400, body: { error: 'offset and limit are whole numbers; offset from 0, limit from 1.' } };
    }
    const reader = this.options.organization.currentReader();
    const devices: unknown[] = [];
    for (let index = offset; index < reader.placeCount && devices.length < limit; index++) {
      const partnership = reader.partnership(index);
      if (partnership !== undefined) devices.push(deviceJson(partnership));
    }
    return { status: 200, body: { offset, devices } };
  }

  private orderFaults(json: unknown): Answer {
    const { order, problems } = readFaultOrder(json);
    if (order === undefined) return { status: 400, body: { error: 'The fault order is wrong.', problems } };
    this.acceptFaults(order);
    return { status: 200, body: { faults: this.options.faults.list() } };
  }

  /** Puts a fault order into force. */
  acceptFaults(order: FaultOrder): void {
    const { faults, organization, tokens } = this.options;
    faults.accept(order);
    if (order.clear === true) {
      organization.replicationLagMs = 0;
      tokens.lifetimeSeconds = 3599;
    }
    if (order.replicationLagMs !== undefined) organization.replicationLagMs = order.replicationLagMs;
    if (order.tokenLifetimeSeconds !== undefined) tokens.lifetimeSeconds = order.tokenLifetimeSeconds;
  }

  private moveClock(json: unknown): Answer {
    const { advance } = json as { advance?: unknown };
    const ms = typeof advance === 'string' ? parseIsoDuration(advance) : undefined;
    if (ms === undefined) {
      return { status: 400, body: { error: 'advance is an ISO 8601 duration, for example PT1H or P2D.' } };
    }
    this.options.organization.advanceClock(ms);
    return { status: 200, body: { now: new Date(this.options.organization.clock.now()).toISOString() } };
  }

  private actOnDevice(guid: string, action: string, json: unknown): Answer {
    const { organization } = this.options;
    const found = organization.identities.partnership(organization.currentReader(), guid);
    if (found === undefined) return { status: 404, body: { error: `There is no partnership ${guid}.` } };
    if (action === 'sync') organization.population.sync(found.index);
    else organization.population.reset(found.index, (json as { newDeviceId?: unknown }).newDeviceId === true);
    const now = organization.currentReader().partnership(found.index);
    return { status: 200, body: { device: now === undefined ? null : deviceJson(now) } };
  }

  private isAuthorized(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

function parse(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, answer: Answer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(answer.body)}\n`);
}
