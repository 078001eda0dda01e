import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import type { buildConnector, Dispatcher } from 'undici';
import { ExchangeError } from '../exchange/exchange-error';
import type { NetworkSettings } from '../../protocol';
import { ConnectFailure, networkFailure } from './network-failure';
import { ResponseCollector } from './response-collector';
import { tlsOptions, type PinnedCertificate } from './trust';

/** An HTTPS request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
  /** When the last byte of the answer must be here, in milliseconds since 1970. */
  readonly deadline: number;
  /** Whether the request changes something at the other side: decides what `mayHaveHappened` is after a fault. */
  readonly change: boolean;
}

/** A whole answer, unpacked. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Sends requests over HTTPS, and only over HTTPS. Redirections are not followed: they are answers like others. */
export interface HttpClient {
  /**
   * Sends a request and reads the whole answer, whatever its status.
   * @throws ExchangeError connect.refused, connect.tls, connect.timeout, connect.lost, command.timeout, cancelled or
   * protocol.malformed (not HTTP, or larger than the limit)
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Ends every connection at once. Requests under way fail. */
  close(): Promise<void>;
}

/** What a client is made from. */
export interface HttpClientOptions {
  readonly network: NetworkSettings;
  /** Connections per host at most. */
  readonly maxConnections: number;
  /** The largest answer that is taken, in bytes, packed or unpacked. */
  readonly maxResponseBytes: number;
  readonly pinned?: PinnedCertificate;
  /** Told of every connection that was made, before anything is sent over it. */
  readonly onConnect?: () => void;
  readonly clock: () => number;
}

/**
 * Idle connections are given up after this time. Servers and firewalls drop idle connections silently; a change that is
 * sent on one that is already dead can no longer be told from one that arrived.
 */
const IDLE_MS = 4_000;

/**
 * Makes a client.
 * @throws ExchangeError `settings.invalid` if an authority or the proxy address cannot be used
 */
export async function createHttpClient(options: HttpClientOptions): Promise<HttpClient> {
  const { network } = options;
  const tls = tlsOptions(network, options.pinned);
  // Loaded when needed: reading undici takes tens of milliseconds.
  const undici = await import('undici');
  const connectorOptions = {
    ...tls,
    timeout: network.connectTimeoutMs,
    ...(options.pinned && { maxCachedSessions: 0 }),
  };
  const pool = {
    connections: options.maxConnections,
    pipelining: 1,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    // The deadline of each request covers its headers and its body.
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  };
  if (network.proxyUrl === '') {
    const connect = failingForGood(undici.buildConnector(connectorOptions), options.onConnect);
    return new UndiciClient(new undici.Agent({ ...pool, connect }), '', options);
  }
  const proxy = parseProxyUrl(network.proxyUrl);
  const agent = new undici.ProxyAgent({
    ...pool,
    uri: proxy.href,
    requestTls: connectorOptions,
    proxyTls: connectorOptions,
    ...(network.proxyUsername !== '' && { token: basicToken(network) }),
    // The answer to CONNECT must come within the connect time-out too.
    clientFactory: (url, given) =>
      new undici.Pool(url, { ...given, headersTimeout: network.connectTimeoutMs, pipelining: 1 }),
    factory: (origin, given: { connect?: unknown }) =>
      new undici.Pool(origin, {
        ...given,
        connect: failingForGood(given.connect as buildConnector.connector, options.onConnect),
      }),
  });
  return new UndiciClient(agent, proxy.host, options);
}

class UndiciClient implements HttpClient {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly proxy: string,
    private readonly options: HttpClientOptions,
  ) {}

  async send(request: HttpRequest): Promise<HttpResponse> {
    const { url } = request;
    const where = `${url.hostname}:${url.port === '' ? '443' : url.port}`;
    if (url.protocol !== 'https:') {
      throw new ExchangeError({
        code: 'settings.invalid',
        summary: `${url.origin} is not an https address.`,
        detail: 'Secrets travel over HTTPS only.',
      });
    }
    const collector = new ResponseCollector(request, where, this.options);
    const collected = collector.start((handler) => {
      this.dispatcher.dispatch(
        {
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method: request.method,
          headers: { 'accept-encoding': 'gzip', ...request.headers },
          body: request.body ?? null,
        },
        handler,
      );
    });
    let answer: HttpResponse;
    try {
      answer = await collected;
    } catch (error) {
      const mayHaveHappened = request.change && collector.sent;
      throw networkFailure(error, { where, proxy: this.proxy, mayHaveHappened });
    }
    return unpacked(answer, where, this.options.maxResponseBytes, request.change);
  }

  async close(): Promise<void> {
    await this.dispatcher.destroy();
  }
}

/**
 * undici keeps trying while a connection fails with some of its own codes. Under another name every failure to
 * connect ends the requests that wait for it, and is known as one before which nothing was sent.
 */
function failingForGood(connect: buildConnector.connector, onConnect?: () => void): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error) {
        callback(new ConnectFailure(error), null);
        return;
      }
      onConnect?.();
      callback(null, socket);
    });
  };
}

type Unpack = (packed: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** What is understood, although at most gzip is asked for. */
const UNPACKERS: ReadonlyMap<unknown, Unpack> = new Map([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
]);

async function unpacked(answer: HttpResponse, where: string, limit: number, change: boolean): Promise<HttpResponse> {
  const encoding = answer.headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity' || answer.body.length === 0) return answer;
  try {
    const unpack = UNPACKERS.get(encoding);
    if (!unpack) throw new Error(`it is packed with ${String(encoding)}`);
    return { ...answer, body: await unpack(answer.body, { maxOutputLength: limit }) };
  } catch (error) {
    // Error answers with a broken body occur; their status says enough.
    if (answer.status >= 400) return { ...answer, body: Buffer.alloc(0) };
    throw new ExchangeError({
      code: 'protocol.malformed',
      summary: `The answer of ${where} could not be unpacked.`,
      detail: error instanceof Error ? error.message : '',
      mayHaveHappened: change,
      cause: error,
    });
  }
}

function parseProxyUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '') return url;
  throw new ExchangeError({
    code: 'settings.invalid',
    summary: 'connection.network.proxyUrl is not the address of an HTTP proxy.',
    detail: 'It looks like http://proxy.contoso.com:8080; user and password have settings of their own.',
  });
}

function basicToken(network: NetworkSettings): string {
  const password = network.proxyPassword?.reveal() ?? '';
  return `Basic ${Buffer.from(`${network.proxyUsername}:${password}`).toString('base64')}`;
}
