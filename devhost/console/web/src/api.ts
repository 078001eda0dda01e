import type { ApiState } from '../../api-types';

const TOKEN_KEY = 'eas-connector-console';
const RECONNECT_MS = 2000;

/** The server refused, or could not be reached. The message is for a person. */
class ApiError extends Error {
  override readonly name = 'ApiError' as const;

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Takes the token out of the address, where it must not stay: it would be in the history and in every copy of the
 * address. It is kept for this tab, so that a reload works.
 * @returns whether there was one
 */
export function takeToken(): boolean {
  const found = /^#token=([\w-]+)$/.exec(window.location.hash);
  if (!found?.[1]) return false;
  sessionStorage.setItem(TOKEN_KEY, found[1]);
  window.history.replaceState(undefined, '', '#/overview');
  return true;
}

const token = (): string => sessionStorage.getItem(TOKEN_KEY) ?? '';

/** Asks the server. @throws ApiError */
export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
  let response: Response;
  try {
    response = await fetch(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } catch {
    throw new ApiError(0, 'The dev host does not answer. Is it still running?');
  }
  const answer = (await response.json().catch(() => ({}))) as T & { readonly error?: string };
  if (!response.ok)
    throw new ApiError(response.status, answer.error ?? `The dev host answered ${String(response.status)}.`);
  return answer;
}

/** What a person reads of an error. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** How the connection stands. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'refused';

/**
 * Follows the state of the dev host until it is told to stop. Server-sent events, read with fetch: EventSource could not
 * send the token in a header. A page that nobody sees does not follow: a browser has six connections to a server, for all
 * tabs together.
 */
export function followState(onState: (state: ApiState) => void, onConnection: (now: Connection) => void): () => void {
  const stop = new AbortController();
  const isStopped = (): boolean => stop.signal.aborted;
  void (async () => {
    while (!isStopped()) {
      await untilSeen();
      const now = await followOnce(onState, onConnection, stop.signal);
      if (isStopped()) return;
      if (now === 'refused') {
        onConnection('refused');
        return;
      }
      if (now === 'hidden') continue;
      onConnection('lost');
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    }
  })();
  return () => {
    stop.abort();
  };
}

/** Follows until the connection ends, and says why it did. */
async function followOnce(
  onState: (state: ApiState) => void,
  onConnection: (now: Connection) => void,
  stop: AbortSignal,
): Promise<'refused' | 'hidden' | 'lost'> {
  const hidden = new AbortController();
  const onVisibility = (): void => {
    if (document.hidden) hidden.abort();
  };
  document.addEventListener('visibilitychange', onVisibility);
  try {
    const headers = { authorization: `Bearer ${token()}` };
    const response = await fetch('/api/events', { headers, signal: AbortSignal.any([stop, hidden.signal]) });
    if (response.status === 401) return 'refused';
    if (response.ok && response.body) {
      onConnection('connected');
      await readEvents(response.body, onState);
    }
  } catch {
    // The connection is tried again.
  } finally {
    document.removeEventListener('visibilitychange', onVisibility);
  }
  return hidden.signal.aborted ? 'hidden' : 'lost';
}

/** Resolves when somebody sees the page. */
function untilSeen(): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    check();
  });
}

async function readEvents(body: ReadableStream<Uint8Array>, onState: (state: ApiState) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) onState(JSON.parse(data) as ApiState);
    }
  }
}
