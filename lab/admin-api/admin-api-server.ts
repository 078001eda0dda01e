import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import type { CmdletRunner } from '../cmdlets';
import type { Journal } from '../control/journal';
import { listen, readBody } from '../control/http';
import { deliverFault, needsReply, send } from '../faults/deliver';
import type { FaultBook } from '../faults/fault-book';
import { answerBatch } from './batch';
import type { LabCertificates } from './certificates';
import { serviceErrorReply } from './error-body';
import { InvokeCommand, type InvokeRequest, readCommand } from './invoke-command';
import { PageCursors } from './page-cursors';
import { jsonReply, type Reply, unauthorized } from './reply';
import { openIdConfiguration, type TokenService } from './token-service';

/** What the front needs. */
export interface AdminApiOptions {
  readonly runner: CmdletRunner;
  readonly tokens: TokenService;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly certificates: LabCertificates;
  /** The names under which the tenant is known. */
  readonly tenants: readonly string[];
  /** Real time in milliseconds. */
  readonly now: () => number;
  /** 0: any. If it is taken, any. */
  readonly port: number;
}

const LARGEST_BODY = 4 * 1024 * 1024;
const LARGEST_PAGE = 1000;

/** The Exchange Online admin API and its token endpoint, over HTTPS on the loopback address. */
export class AdminApiServer {
  private readonly server: Server;
  private readonly invoke: InvokeCommand;
  private origin = '';

  constructor(private readonly options: AdminApiOptions) {
    const { runner, journal, certificates, now } = options;
    this.invoke = new InvokeCommand(runner, new PageCursors(now), journal);
    this.server = createServer(
      { cert: `${certificates.server}\n${certificates.ca}`, key: certificates.serverKey },
      (request, response) => {
        this.handle(request, response).catch((error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          send(response, serviceErrorReply(500, 'InternalServerError', message));
        });
      },
    );
  }

  /** Begins to listen; gives the origin, for example https://127.0.0.1:8443. */
  async open(): Promise<string> {
    this.origin = `https://127.0.0.1:${await listen(this.server, this.options.port)}`;
    return this.origin;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const [, first, second, third, fourth] = url.pathname.split('/');
    const requestId = header(request, 'client-request-id') || randomUUID();
    response.setHeader('Request-Id', requestId);
    response.setHeader('Cache-Control', 'no-cache');
    if (request.method === 'GET' && url.pathname.endsWith('/.well-known/openid-configuration')) {
      send(response, jsonReply(200, openIdConfiguration(this.origin, first ?? '')));
    } else if (request.method === 'POST' && url.pathname.endsWith('/oauth2/v2.0/token')) {
      await this.handleToken(request, response, first ?? '');
    } else if (first === 'adminapi' && second !== undefined && third !== undefined) {
      const body = await readBody(request, LARGEST_BODY);
      await this.handleAdmin(request, response, { url, version: second, tenant: third, action: fourth ?? '', body });
    } else {
      send(response, jsonReply(404, { error: { code: 'NotFound', message: 'Resource not found.' } }));
    }
  }

  private async handleToken(request: IncomingMessage, response: ServerResponse, tenant: string): Promise<void> {
    const form = new URLSearchParams(await readBody(request, LARGEST_BODY));
    const fault = this.options.faults.strike({ target: 'token', cmdlet: '', isNextPage: false });
    const endpoint = `${this.origin}/${tenant}/oauth2/v2.0/token`;
    const answer = async (): Promise<Reply> => {
      const { status, body } = await this.options.tokens.issue(tenant, form, endpoint);
      return jsonReply(status, body);
    };
    if (fault === undefined) send(response, await answer());
    else await deliverFault(response, fault, needsReply(fault) ? await answer() : undefined);
  }

  private async handleAdmin(request: IncomingMessage, response: ServerResponse, call: AdminCall): Promise<void> {
    const bearer = /^Bearer (.+)$/i.exec(header(request, 'authorization'))?.[1];
    const user = bearer === undefined ? undefined : await this.options.tokens.verify(bearer);
    const refusal = user === undefined ? unauthorized(bearer !== undefined) : this.refuse(request, call);
    if (refusal !== undefined || user === undefined) {
      send(response, refusal ?? unauthorized(true));
      return;
    }
    this.setBudgetHeaders(response);
    const cookie = this.affinity(request, response);
    const caller = { user, owner: header(request, 'connection-id') || cookie, prefer: header(request, 'prefer') };
    if (call.action === '$batch') {
      send(
        response,
        answerBatch(call.body, (url, body, headers) =>
          this.answerQuietly({ ...call, url, body }, { ...caller, ...headers }),
        ),
      );
      return;
    }
    await this.answerLoudly(response, call, caller);
  }

  /** Answers a call, with the faults that wait for it. */
  private async answerLoudly(response: ServerResponse, call: AdminCall, caller: Caller): Promise<void> {
    const { faults } = this.options;
    const read = this.read(call, caller);
    if ('status' in read) {
      send(response, read);
      return;
    }
    if (faults.latencyMs > 0) await delay(faults.latencyMs);
    const wait = faults.spend();
    if (wait !== undefined) {
      await deliverFault(response, { kind: 'throttle', retryAfter: wait }, undefined);
      return;
    }
    const fault = faults.strike({ target: 'invoke', cmdlet: read.cmdlet, isNextPage: read.skipToken !== undefined });
    if (fault === undefined) send(response, this.invoke.answer(read));
    else
      await deliverFault(
        response,
        fault,
        needsReply(fault) ? this.invoke.answer({ ...read, fault: fault.kind }) : undefined,
      );
  }

  /** Answers a part of a batch. Faults do not strike there, throttling does. */
  private answerQuietly(call: AdminCall, caller: Caller): Reply {
    const wait = this.options.faults.spend();
    if (wait !== undefined) {
      const reply = jsonReply(429, { error: { code: 'TooManyRequests', message: 'Too many requests.' } });
      return { ...reply, headers: { ...reply.headers, 'Retry-After': String(wait) } };
    }
    const read = this.read(call, caller);
    return 'status' in read ? read : this.invoke.answer(read);
  }

  private read(call: AdminCall, caller: Caller): InvokeRequest | Reply {
    const command = readCommand(parse(call.body));
    if ('status' in command) return command;
    const select = call.url.searchParams.get('$select');
    const wanted = Number(/odata\.maxpagesize=(\d+)/.exec(caller.prefer)?.[1] ?? LARGEST_PAGE);
    return {
      ...command,
      select: select === null || select === '' ? undefined : select.split(',').map((name) => name.trim()),
      pageSize: Math.max(1, Math.min(wanted, LARGEST_PAGE)),
      skipToken: call.url.searchParams.get('$skiptoken') ?? undefined,
      owner: caller.owner,
      user: caller.user,
      url: `${this.origin}/adminapi/${call.version}/${call.tenant}/InvokeCommand`,
      tenant: call.tenant,
      fault: undefined,
    };
  }

  private refuse(request: IncomingMessage, call: AdminCall): Reply | undefined {
    if (request.method !== 'POST' || call.version !== 'beta') {
      return serviceErrorReply(
        405,
        'MethodNotAllowed',
        'The requested resource does not support this method or version.',
      );
    }
    if (!this.options.tenants.includes(decodeURIComponent(call.tenant).toLowerCase())) {
      return serviceErrorReply(404, 'NotFound', `The tenant '${call.tenant}' was not found.`);
    }
    if (call.action !== 'InvokeCommand' && call.action !== '$batch') {
      return serviceErrorReply(404, 'NotFound', `There is no resource '${call.action}'.`);
    }
    if (header(request, 'x-anchormailbox') === '') {
      return serviceErrorReply(
        400,
        'BadRequest',
        'The request cannot be routed: the header X-AnchorMailbox is missing.',
      );
    }
    return undefined;
  }

  private affinity(request: IncomingMessage, response: ServerResponse): string {
    const found = /(?:^|;\s*)X-LabAffinity=([0-9a-f-]{36})/.exec(header(request, 'cookie'))?.[1];
    const cookie = found ?? randomUUID();
    if (found === undefined) response.setHeader('Set-Cookie', `X-LabAffinity=${cookie}; path=/; secure; HttpOnly`);
    return cookie;
  }

  private setBudgetHeaders(response: ServerResponse): void {
    response.setHeader('Rate-Limit-Limit', '30000');
    response.setHeader('Rate-Limit-Remaining', '29999');
    response.setHeader('Rate-Limit-Reset', new Date(this.options.now() + 300_000).toISOString());
  }
}

/** A call of the admin API, taken apart. */
interface AdminCall {
  readonly url: URL;
  readonly version: string;
  readonly tenant: string;
  readonly action: string;
  readonly body: string;
}

interface Caller {
  readonly user: string;
  readonly owner: string;
  readonly prefer: string;
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
