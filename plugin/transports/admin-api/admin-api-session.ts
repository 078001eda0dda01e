import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { ExchangeError } from '../../exchange/exchange-error';
import type { Command } from '../../exchange/command';
import type { ExchangeSession, InvokeOptions } from '../../exchange/exchange-session';
import type { LogRecord } from '../../host/host';
import { CookieJar, type HttpClient, type HttpResponse, type Sleep } from '../../network';
import type { PSObject } from '../../../psrp';
import { CommandRun, type Failure, type RunSurroundings } from '../traffic/command-run';
import { TrafficGate } from '../traffic/traffic-gate';
import { classifyFailure } from './classify-failure';
import { claimsChallenge } from './claims-challenge';
import { decodePage, type Page } from './decode-page';
import { encodeRequest, type EncodedRequest } from './encode-request';
import { PageLinks } from './page-links';
import type { TokenSource } from './token-source';

/** What a session is made of. */
export interface AdminApiSessionOptions {
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly adminApiUrl: string;
  readonly adminApiAliases: readonly string[];
  readonly tenant: string;
  readonly maxConcurrentCommands: number;
  readonly maxCommandsPerMinute: number;
  readonly maxThrottleWaitMs: number;
  /** What no error text may contain. */
  readonly secrets: readonly string[];
  readonly clock: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly log: (record: LogRecord) => void;
  /** Aborted when the session ends; ends a sign-in under way as well. */
  readonly ending: AbortController;
}

/** Faults of the connection before which not a byte was sent. */
const NOTHING_SENT: ReadonlySet<string> = new Set(['connect.refused', 'connect.timeout']);
/** What becomes `truncated` in the middle of a list. */
const CUTS_A_LIST: ReadonlySet<string> = new Set([
  'connect.lost',
  'connect.refused',
  'connect.timeout',
  'server.unavailable',
]);
/** Exchange cut the list at a size that nobody asked for. */
const RESULT_SIZE = /\bResultSize\b/i;

/**
 * A session to Exchange Online over its admin API. The API has no sessions of its own: what this one holds are the token,
 * the connections and the traffic rules. A command that times out takes its connection with it, and nothing else.
 */
export class AdminApiSession implements ExchangeSession {
  readonly version = 'Online';
  readonly build = '';
  readonly transport = 'adminApi';

  private readonly connectionId = randomUUID();
  private readonly around: RunSurroundings;

  constructor(private readonly options: AdminApiSessionOptions) {
    const { clock, random, sleep, maxThrottleWaitMs } = options;
    const gate = new TrafficGate({
      maxConcurrent: options.maxConcurrentCommands,
      maxPerMinute: options.maxCommandsPerMinute,
      clock,
      sleep,
    });
    // Every command listens to it, and they are as many as the settings allow.
    setMaxListeners(0, options.ending.signal);
    this.around = { gate, clock, random, sleep, maxThrottleWaitMs, sessionSignal: options.ending.signal };
  }

  async *invoke(command: Command, options: InvokeOptions): AsyncGenerator<PSObject, void, undefined> {
    const run = new CommandRun(command, options, this.around);
    let isFurtherPage = false;
    try {
      const { adminApiUrl, adminApiAliases, tenant } = this.options;
      const request = encodeRequest(command, { adminApiUrl, tenant, connectionId: this.connectionId });
      const links = new PageLinks(request.url.origin, adminApiAliases, command.cmdlet);
      const cookies = new CookieJar();
      let url = request.url;
      for (;;) {
        const page = await this.readPage(run, { ...request, url }, cookies, isFurtherPage);
        if (page.objects.length > 0) {
          run.hasYielded = true;
          run.moved();
        }
        yield* page.objects;
        if (page.nextLink === undefined) return;
        url = links.follow(page.nextLink, page.objects.length);
        isFurtherPage = true;
      }
    } catch (error) {
      throw atCommand(error, command, isFurtherPage);
    } finally {
      run.end();
    }
  }

  async close(): Promise<void> {
    this.options.ending.abort(new ExchangeError({ code: 'cancelled', summary: 'The session was closed.' }));
    await this.options.http.close().catch(() => undefined);
  }

  private async readPage(
    run: CommandRun,
    request: EncodedRequest,
    cookies: CookieJar,
    isFurtherPage: boolean,
  ): Promise<Page> {
    const { gate } = this.around;
    let renewed = false;
    for (;;) {
      await run.pause();
      const leave = await gate.enter(run.signal);
      let next: Promise<unknown>;
      try {
        // A pause may have begun while it waited for its turn.
        if (run.mustPause) continue;
        const token = await this.options.tokens.get(run.signal);
        const attempt = await this.attempt(run, request, cookies, token, isFurtherPage);
        if ('page' in attempt) return attempt.page;
        // Decided before the turn ends, so that whoever is next already knows of a pause.
        if (attempt.refusesToken && !renewed) {
          renewed = true;
          next = this.options.tokens.replace(token, attempt.claims, run.signal);
        } else {
          next = run.again(attempt.failure);
        }
      } finally {
        leave();
      }
      await next;
    }
  }

  /** Sends the request once. */
  private async attempt(
    run: CommandRun,
    request: EncodedRequest,
    cookies: CookieJar,
    token: string,
    isFurtherPage: boolean,
  ): Promise<Attempt> {
    let answer: HttpResponse;
    try {
      answer = await this.send(run, request, cookies, token);
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      const notProcessed = NOTHING_SENT.has(error.code);
      const transient = notProcessed || error.code === 'connect.lost';
      return { failure: { error, notProcessed, transient, waitMs: undefined }, refusesToken: false, claims: undefined };
    }
    cookies.take(answer.headers['set-cookie']);
    if (answer.status === 200 || answer.status === 204) {
      const page = decodePage(answer.body, run.command.effect === 'read', this.secrets(token));
      if (!page.isError) {
        this.examine(page, run);
        return { page };
      }
    }
    return {
      failure: this.judge(answer, run.command, isFurtherPage, token),
      refusesToken: answer.status === 401,
      claims: claimsChallenge(answer.headers['www-authenticate']),
    };
  }

  private async send(
    run: CommandRun,
    request: EncodedRequest,
    cookies: CookieJar,
    token: string,
  ): Promise<HttpResponse> {
    const requestId = randomUUID();
    const cookie = cookies.header();
    const begun = this.options.clock();
    try {
      const answer = await this.options.http.send({
        method: 'POST',
        url: request.url,
        headers: {
          ...request.headers,
          authorization: `Bearer ${token}`,
          'client-request-id': requestId,
          ...(cookie !== undefined && { cookie }),
        },
        body: request.body,
        signal: run.signal,
        deadline: run.deadline,
        change: run.command.effect === 'change',
      });
      this.trace(run.command, requestId, begun, `HTTP ${answer.status}`, answer.body.length);
      return answer;
    } catch (error) {
      this.trace(run.command, requestId, begun, error instanceof ExchangeError ? error.code : 'fault', 0);
      throw error;
    }
  }

  private judge(answer: HttpResponse, command: Command, isFurtherPage: boolean, token: string): Failure {
    const nowMs = this.options.clock();
    return classifyFailure(answer, { command, isFurtherPage, nowMs, secrets: this.secrets(token) });
  }

  private secrets(token: string): readonly string[] {
    return [...this.options.secrets, token];
  }

  /** Passes the warnings on, and refuses a page that is not whole. */
  private examine(page: Page, run: CommandRun): void {
    const { command } = run;
    for (const message of page.warnings) run.emit({ kind: 'warning', message });
    const [error] = page.errors;
    if (error !== undefined) {
      throw new ExchangeError({ code: 'command.failed', summary: error, mayHaveHappened: command.effect === 'change' });
    }
    const cut = page.warnings.find((message) => RESULT_SIZE.test(message));
    // A number is a size that the command asked for.
    if (cut === undefined || command.effect === 'change' || typeof command.parameters['ResultSize'] === 'number')
      return;
    throw new ExchangeError({
      code: 'truncated',
      summary: `Exchange Online gave only a part of the list of ${command.cmdlet}.`,
      detail: `It said: ${cut}`,
    });
  }

  private trace(command: Command, requestId: string, begun: number, outcome: string, bytes: number): void {
    this.options.log({
      level: 'debug',
      message: `${command.cmdlet}: ${outcome}`,
      fields: {
        clientRequestId: requestId,
        milliseconds: String(this.options.clock() - begun),
        bytes: String(bytes),
      },
    });
  }
}

/** What one request came to. */
type Attempt =
  | { readonly page: Page }
  | { readonly failure: Failure; readonly refusesToken: boolean; readonly claims: string | undefined };

/** The error as one of the command; in the middle of a list a cut is what it comes to. */
function atCommand(error: unknown, command: Command, isFurtherPage: boolean): unknown {
  if (!(error instanceof ExchangeError)) return error;
  const { message: summary, detail, exception, mayHaveHappened, cause } = error;
  const given = { cmdlet: command.cmdlet, exception, ...(cause !== undefined && { cause }) };
  if (isFurtherPage && command.effect === 'read' && CUTS_A_LIST.has(error.code)) {
    return new ExchangeError({
      ...given,
      code: 'truncated',
      summary: `The list of ${command.cmdlet} broke off in the middle: ${summary}`,
      detail: `What was read is not used. ${detail}`.trim(),
    });
  }
  const unsure = mayHaveHappened || (command.effect === 'change' && error.code === 'protocol.malformed');
  return new ExchangeError({ ...given, code: error.code, summary, detail, mayHaveHappened: unsure });
}
