/** The first wait; each further one is twice as long. The ExchangeOnlineManagement module begins with the same. */
const BASE_MS = 2_000;
const LONGEST_BACKOFF_MS = 60_000;
/** What an answer that says "at once", again and again, makes us wait all the same. */
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_RETRY_AFTER_MS = 24 * 3600_000;

/** How often a read is sent again after faults that are no request to wait. */
export const MAX_FAULT_RETRIES = 4;

/** How long to wait before the next attempt. `attempt` counts from 1. Pure. */
export function waitBefore(attempt: number, askedMs: number | undefined, random: () => number): number {
  if (askedMs !== undefined) return Math.max(askedMs, SHORTEST_WAIT_MS);
  const backoff = Math.min(BASE_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS);
  // Between half and the whole: clients that failed together do not come back together.
  return Math.round(backoff * (0.5 + random() / 2));
}

/** What a Retry-After header asks for, in milliseconds: it is a number of seconds or an HTTP date. */
export function retryAfterMs(header: string | string[] | undefined, nowMs: number): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim();
  if (text === undefined || text === '') return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER_MS);
}
