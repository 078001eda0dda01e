import type { ServerResponse } from 'node:http';
import { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import type { Command } from '../../../../plugin/exchange/command';
import type { ExchangeSession, SessionEvent } from '../../../../plugin/exchange/exchange-session';
import type { LogRecord } from '../../../../plugin/host/host';
import { openSession } from '../../../../plugin/transports/open-session';
import { Secret, type Connection, type ExchangeOnline, type Limits } from '../../../../protocol';
import type { PSObject } from '../../../../psrp';
import { createAuthority, type CertificatePair, type TestAuthority } from '../../../support/certificates';
import { sendJson, startHttpsServer, type ReceivedRequest, type TestServer } from '../../../support/https-server';

/** How a request is answered: JSON with a status, or by hand. */
export type Answer =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string | string[]>>;
    }
  | ((response: ServerResponse, request: ReceivedRequest) => void);

export const CLIENT_SECRET = 'S3cr3t~Value+with/odd=chars';

export const LIMITS: Limits = {
  runTimeoutMs: 3_600_000,
  commandTimeoutMs: 60_000,
  maxConcurrentCommands: 3,
  maxThrottleWaitMs: 600_000,
  maxUnacknowledgedResults: 10,
  partnershipsPerResult: 100,
  maxCommandsPerMinute: 0,
};

/** Gives every test of a suite a service of its own; one authority issues for all of them. */
export function fakeExchangeForEach(use: (exchange: FakeExchange, authority: TestAuthority) => void): void {
  let authority: TestAuthority;
  let pair: CertificatePair;
  let exchange: FakeExchange;
  before(async () => {
    authority = await createAuthority();
    pair = await authority.issue();
  });
  beforeEach(async () => {
    exchange = new FakeExchange(authority);
    await exchange.start(pair);
    use(exchange, authority);
  });
  afterEach(() => exchange.stop());
}

/**
 * A token endpoint and an admin API on one real HTTPS server, a session to them, and a clock that only sleeping moves.
 * Answers are taken from the lists in order; when a list is empty, tokens are given out and pages are empty.
 */
export class FakeExchange {
  readonly tokenAnswers: Answer[] = [];
  readonly answers: Answer[] = [];
  readonly slept: number[] = [];
  readonly events: SessionEvent[] = [];
  readonly logged: LogRecord[] = [];
  /** Done while a command sleeps. */
  whileSleeping: () => Promise<void> = () => Promise.resolve();
  private offsetMs = 0;
  private tokens = 0;
  private server!: TestServer;
  private readonly sessions: ExchangeSession[] = [];

  constructor(private readonly authority: TestAuthority) {}

  async start(pair: CertificatePair): Promise<void> {
    this.server = await startHttpsServer(pair, (request, response) => {
      const isToken = request.path.startsWith('/contoso.test/oauth2/v2.0/token');
      const answer = (isToken ? this.tokenAnswers : this.answers).shift() ?? (isToken ? this.goodToken() : page([]));
      if (typeof answer === 'function') answer(response, request);
      else sendJson(response, answer.status ?? 200, answer.body ?? '', answer.headers);
    });
  }

  async stop(): Promise<void> {
    for (const session of this.sessions) await session.close();
    await this.stopServer();
  }

  async stopServer(): Promise<void> {
    await this.server.close();
  }

  goodToken(lifetimeSeconds = 3600): Answer {
    return { body: { token_type: 'Bearer', access_token: `token-${++this.tokens}`, expires_in: lifetimeSeconds } };
  }

  get url(): string {
    return this.server.url;
  }

  /** The requests to the admin API. */
  get requests(): readonly ReceivedRequest[] {
    return this.server.requests.filter(({ path }) => path.startsWith('/adminapi/'));
  }

  get tokenRequests(): readonly ReceivedRequest[] {
    return this.server.requests.filter(({ path }) => path.includes('/oauth2/'));
  }

  /** The time moves on by itself as well, because real connections take real time. */
  readonly clock = (): number => Date.now() + this.offsetMs;

  advance(ms: number): void {
    this.offsetMs += ms;
  }

  connection(target: Partial<ExchangeOnline> = {}, connection: Partial<Connection> = {}): Connection {
    return {
      id: 'contoso',
      displayName: '',
      transport: 'auto',
      target: {
        kind: 'exchangeOnline',
        tenant: 'contoso.test',
        clientId: '00000000-0000-4000-8000-000000000001',
        credential: { kind: 'secret', secret: new Secret(CLIENT_SECRET) },
        cloud: 'worldwide',
        authorityUrl: this.url,
        adminApiUrl: this.url,
        scope: '',
        organization: '',
        ...target,
      },
      powerShell: { edition: 'auto', executable: '', exchangeOnlineModule: '', startTimeoutMs: 1000 },
      network: {
        caPem: this.authority.certificate,
        caFile: '',
        pinnedCertificateSha256: '',
        proxyUrl: '',
        proxyUsername: '',
        proxyPassword: undefined,
        connectTimeoutMs: 2000,
      },
      ...connection,
    };
  }

  async open(
    limits: Partial<Limits> = {},
    connection = this.connection(),
    signal = new AbortController().signal,
  ): Promise<ExchangeSession> {
    const session = await openSession(
      connection,
      { ...LIMITS, ...limits },
      {
        clock: this.clock,
        random: () => 1,
        sleep: async (ms, given) => {
          this.slept.push(Math.round(ms / 100) * 100);
          await this.whileSleeping();
          // Whatever can go on while this sleeps does so before the clock moves.
          await new Promise((resolve) => setTimeout(resolve, 5));
          this.advance(ms);
          if (given.aborted) throw new Error('AbortError');
        },
        signal,
        log: (record) => this.logged.push(record),
      },
    );
    this.sessions.push(session);
    return session;
  }

  /** Runs a command to its end. */
  async run(
    session: ExchangeSession,
    command: Partial<Command> = {},
    options: {
      readonly signal?: AbortSignal;
      readonly timeoutMs?: number;
      readonly maxWaitMs?: number;
      readonly seen?: PSObject[];
    } = {},
  ): Promise<unknown[]> {
    const whole: Command = { cmdlet: 'Get-Thing', parameters: {}, effect: 'read', ...command };
    const seen = options.seen ?? [];
    const objects = session.invoke(whole, {
      signal: options.signal ?? new AbortController().signal,
      deadline: this.clock() + (options.timeoutMs ?? 1_000_000),
      maxWaitMs: options.maxWaitMs,
      onEvent: (event) => this.events.push(event),
    });
    for await (const object of objects) seen.push(object);
    return seen.map((object) => object.get('N'));
  }
}

/** A page of objects with the property N, and perhaps a link to the next one. */
export function page(numbers: readonly number[], nextLink?: string, warnings: readonly string[] = []): Answer {
  return {
    body: {
      '@adminapi.warnings': warnings,
      ...(nextLink !== undefined && { '@odata.nextLink': nextLink }),
      value: numbers.map((N) => ({ 'N@data.type': 'System.Int32', N })),
    },
  };
}

/** Breaks the connection after some bytes of the answer. */
export function cut(bytes = ''): Answer {
  return (response) => {
    if (bytes !== '') response.writeHead(200, { 'content-length': '100000' }).write(bytes);
    setTimeout(() => response.socket?.destroy(), 10);
  };
}

/** The ExchangeError that a promise ends with. */
export async function fault(work: Promise<unknown>): Promise<ExchangeError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ExchangeError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
