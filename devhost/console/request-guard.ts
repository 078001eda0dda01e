import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is refused. */
export interface Refusal {
  readonly status: 401 | 403 | 415 | 421;
  readonly reason: string;
}

/** What a request is let in by. */
export interface GuardOptions {
  readonly port: number;
  readonly token: string;
}

/** The part of a request that is looked at. */
export interface GuardedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Where the API begins: what is below needs the token. */
const API_PREFIX = '/api/';

/**
 * Decides whether a request may go on; undefined if it may. The Host must be the console's own, or a name that an
 * attacker has let point here would make his page one of the same origin (DNS rebinding). A request that another page's
 * script has caused carries another Origin. The token is in no cookie: a browser adds it to nothing by itself, and no
 * other server on this computer gets to see it.
 */
export function refusalOf({ method, path, headers }: GuardedRequest, options: GuardOptions): Refusal | undefined {
  const hosts = [`127.0.0.1:${options.port}`, `localhost:${options.port}`];
  const host = headers.host?.toLowerCase() ?? '';
  if (!hosts.includes(host)) {
    return {
      status: 421,
      reason: `This is the console of an EAS connector; it answers to ${hosts.join(' and ')} only.`,
    };
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, reason: 'The request comes from another page.' };
  }
  const site = headers['sec-fetch-site'];
  if (path.startsWith(API_PREFIX) && site !== undefined && site !== 'same-origin') {
    return { status: 403, reason: 'The request comes from another site.' };
  }
  if (!path.startsWith(API_PREFIX)) return undefined;
  if (!isBearer(headers.authorization ?? '', options.token)) {
    return { status: 401, reason: 'The token is missing or wrong. Open the address that the dev host has printed.' };
  }
  const type = headers['content-type'] ?? '';
  if (method !== 'GET' && !/^application\/json\s*(;|$)/i.test(type)) {
    return { status: 415, reason: 'Send application/json.' };
  }
  return undefined;
}

/** Compared by digests, which are of one length, in constant time. */
function isBearer(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}
