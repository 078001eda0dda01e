import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** How long the endpoint may take: it is on this machine, or a step away from it. */
const ANSWER_MS = 10_000;
/** Statuses by which an endpoint says that it cannot serve now; 410 is an endpoint that is being updated. */
const UNAVAILABLE: ReadonlySet<number> = new Set([408, 410, 429]);

/**
 * MSAL's network for the identity endpoint of this machine, which speaks plain HTTP on a link-local or loopback address:
 * no proxy and no authority of the settings is for it. It has no state, because MSAL keeps the first one that it is given
 * for as long as the process lives.
 */
export const identityEndpoint: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};

async function send<T>(
  method: string,
  url: string,
  { headers = {}, body }: NetworkRequestOptions = {},
): Promise<NetworkResponse<T>> {
  const answer = await ask(method, url, headers, body);
  const text = await answer.text();
  if (answer.status >= 500 || UNAVAILABLE.has(answer.status)) {
    throw await unavailable(`it answered with HTTP ${answer.status}`);
  }
  const value = parsed(text);
  // An endpoint of Azure Arc first refuses, with a challenge in a header and any body.
  if (value === undefined && answer.status !== 401)
    throw await unavailable('it answered with something that is no token');
  return { headers: Object.fromEntries(answer.headers), body: (value ?? {}) as T, status: answer.status };
}

async function ask(method: string, url: string, headers: Record<string, string>, body?: string): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    return await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal });
  } catch (error) {
    throw await unavailable(causeOf(error));
  }
}

/** An error that MSAL lets through as it is. */
async function unavailable(why: string): Promise<Error> {
  const { AuthError } = await import('@azure/msal-node');
  return new AuthError(IDENTITY_UNAVAILABLE, '', why);
}

/** The code of an endpoint that does not answer as one does. */
export const IDENTITY_UNAVAILABLE = 'identity_endpoint_unavailable';

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it does not answer';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
