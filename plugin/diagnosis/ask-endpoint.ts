import { request } from 'node:http';
import type { NetworkSettings } from '../../protocol';
import { createHttpClient } from '../network';
import { ConnectFailure, networkFailure } from '../network/network-failure';

/** What an endpoint answers to somebody who has not signed in. */
export interface EndpointAnswer {
  readonly status: number;
  /** Its clock minus ours, in milliseconds, within about a second; undefined if it does not tell its time. */
  readonly clockAheadMs: number | undefined;
  /** The ways to authenticate that it offers, in lower case: basic, bearer, kerberos, negotiate. */
  readonly schemes: readonly string[];
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const MAX_ANSWER_BYTES = 1024 * 1024;
/** The Date header has whole seconds: on average the time is half a second later. */
const HALF_A_SECOND_MS = 500;

/**
 * Asks an endpoint with a GET that has no credential and no body: it changes nothing. Over http only this plain question
 * is ever sent; what has secrets goes over HTTPS alone.
 * @throws ExchangeError connect.*, protocol.malformed
 */
export async function askEndpoint(
  url: URL,
  network: NetworkSettings,
  clock: () => number,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  const begun = clock();
  const { status, headers } = await (url.protocol === 'http:'
    ? plainAnswer(url, network, signal)
    : secureAnswer(url, network, clock, signal));
  const ended = clock();
  const told = Date.parse(String(headers['date']));
  const ahead = told + HALF_A_SECOND_MS - (begun + ended) / 2;
  return {
    status,
    clockAheadMs: Number.isNaN(ahead) ? undefined : ahead,
    schemes: [headers['www-authenticate'] ?? []].flat().flatMap(schemesIn),
  };
}

async function secureAnswer(
  url: URL,
  network: NetworkSettings,
  clock: () => number,
  signal: AbortSignal,
): Promise<{ status: number; headers: Headers }> {
  const http = await createHttpClient({ network, maxConnections: 1, maxResponseBytes: MAX_ANSWER_BYTES, clock });
  try {
    const deadline = clock() + 2 * network.connectTimeoutMs;
    return await http.send({ method: 'GET', url, headers: {}, signal, deadline, change: false });
  } finally {
    await http.close();
  }
}

function plainAnswer(
  url: URL,
  network: NetworkSettings,
  signal: AbortSignal,
): Promise<{ status: number; headers: Headers }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      const place = { where: `${url.hostname}:${url.port || '80'}`, proxy: '', mayHaveHappened: false };
      reject(networkFailure(new ConnectFailure(error), place));
    };
    const asked = request(url, { signal, timeout: network.connectTimeoutMs }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
      response.once('end', () => {
        asked.destroy();
      });
    });
    asked.once('timeout', () => {
      asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    });
    asked.once('error', fail);
    asked.end();
  });
}

/** `Basic realm="x"` is basic; several challenges may stand in one header. */
function schemesIn(header: string): string[] {
  return [...header.matchAll(/(?:^|,\s*)([A-Za-z][\w-]*)(?=\s|,|$)(?!\s*=)/g)].map(([, name = '']) =>
    name.toLowerCase(),
  );
}
