import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { ExchangeError } from '../../exchange/exchange-error';
import type { HttpClient, HttpResponse } from '../../network';
import type { ExchangeOnline } from '../../../protocol';
import type { LoadedCertificate } from './client-certificate';
import type { CloudAddresses } from './clouds';
import { isTokenErrorBody, tokenEndpointFault, tokenRefusal } from './sign-in-error';

/** A token for the admin API. */
export interface AccessToken {
  readonly value: string;
  /** When it expires, in milliseconds since 1970. */
  readonly expiresAtMs: number;
  /** How long it is valid in all, in milliseconds. */
  readonly lifetimeMs: number;
}

/** How one token is to be fetched. */
export interface SignInRequest {
  readonly signal: AbortSignal;
  readonly deadline: number;
  /** A claims challenge of the admin API, as JSON. */
  readonly claims?: string;
}

/** Fetches a token from the sign-in service, each time it is called. */
export type SignIn = (request: SignInRequest) => Promise<AccessToken>;

/** What the application proves itself with. */
export type AppCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: LoadedCertificate };

/** What signing in needs. */
export interface SignInOptions {
  readonly target: Pick<ExchangeOnline, 'tenant' | 'clientId'>;
  readonly addresses: CloudAddresses;
  readonly credential: AppCredential;
  readonly http: HttpClient;
  readonly clock: () => number;
}

/**
 * Signs in as the application. MSAL makes the request (the assertion, the claims); it travels over our HTTP client, so
 * that authorities, proxy and deadlines hold for it as well, and the answer is judged here, where it is still whole.
 */
export function createSignIn(options: SignInOptions): SignIn {
  const { target, addresses, credential } = options;
  const authority = `${addresses.authorityUrl}/${target.tenant}`;
  return async ({ signal, deadline, claims }) => {
    // Loaded when needed: reading MSAL takes tens of milliseconds.
    const { ConfidentialClientApplication } = await import('@azure/msal-node');
    const network = new TokenRequests(options, signal, deadline);
    try {
      const application = new ConfidentialClientApplication({
        auth: {
          clientId: target.clientId,
          authority,
          // With these two MSAL asks nobody where the token endpoint is, so that private authorities work too.
          knownAuthorities: [new URL(authority).host],
          authorityMetadata: authorityMetadata(authority),
          // Says that claims challenges are understood.
          clientCapabilities: ['CP1'],
          ...(credential.kind === 'secret'
            ? { clientSecret: credential.secret }
            : {
                clientCertificate: {
                  thumbprintSha256: credential.certificate.thumbprintSha256,
                  privateKey: credential.certificate.privateKey,
                },
              }),
        },
        system: { networkClient: network, disableInternalRetries: true, loggerOptions: SILENT },
      });
      await application.acquireTokenByClientCredential({
        scopes: [addresses.scope],
        skipCache: true,
        ...(claims !== undefined && { claims }),
      });
    } catch (error) {
      // MSAL wraps what its network module throws; its own errors may hold parts of the request.
      if (network.failure) throw network.failure;
      if (!network.token) throw msalFailure(error);
    }
    if (network.token) return network.token;
    throw tokenEndpointFault(new URL(authority), 'gave no token');
  };
}

const SILENT = { loggerCallback: (): void => undefined, piiLoggingEnabled: false };

/** MSAL's network: our HTTP client, for the length of one sign-in. */
class TokenRequests implements INetworkModule {
  failure: ExchangeError | undefined;
  token: AccessToken | undefined;

  constructor(
    private readonly options: SignInOptions,
    private readonly signal: AbortSignal,
    private readonly deadline: number,
  ) {}

  async sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.send<T>('GET', url, options);
  }

  async sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.send<T>('POST', url, options);
  }

  private async send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    try {
      const answer = await this.options.http.send({
        method,
        url: new URL(url),
        headers: { ...options.headers, accept: 'application/json' },
        ...(options.body !== undefined && { body: options.body }),
        signal: this.signal,
        deadline: this.deadline,
        change: false,
      });
      const body = this.judge(new URL(url), answer);
      return { headers: {}, body: body as T, status: answer.status };
    } catch (error) {
      this.failure = error instanceof ExchangeError ? tokenTimeout(error) : msalFailure(error);
      throw this.failure;
    }
  }

  /** Takes the token out of a good answer; throws for every other one. */
  private judge(url: URL, answer: HttpResponse): object {
    const body = jsonObject(answer.body);
    if (answer.status === 429 || answer.status >= 500) {
      throw tokenEndpointFault(url, `cannot serve now (HTTP ${answer.status})`);
    }
    if (!body) throw tokenEndpointFault(url, `answered with something that is no token (HTTP ${answer.status})`);
    if (isTokenErrorBody(body)) throw tokenRefusal(body, this.secrets());
    const { access_token: value, expires_in: expiresIn } = body as Record<string, unknown>;
    const seconds = Number(expiresIn);
    if (answer.status !== 200 || typeof value !== 'string' || !isHeaderSafe(value) || !(seconds > 0)) {
      throw tokenEndpointFault(url, `answered with something that is no token (HTTP ${answer.status})`);
    }
    const lifetimeMs = Math.min(seconds, 7 * 86_400) * 1000;
    this.token = { value, lifetimeMs, expiresAtMs: this.options.clock() + lifetimeMs };
    return body;
  }

  private secrets(): readonly string[] {
    const { credential } = this.options;
    return credential.kind === 'secret' ? [credential.secret] : [];
  }
}

function authorityMetadata(authority: string): string {
  return JSON.stringify({
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    issuer: `${authority}/v2.0`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  });
}

/** What goes into an Authorization header must not be able to end it. */
function isHeaderSafe(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

function jsonObject(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** That the sign-in has no time left is not a time-out of a command. */
function tokenTimeout(error: ExchangeError): ExchangeError {
  if (error.code !== 'command.timeout') return error;
  return new ExchangeError({
    code: 'connect.timeout',
    summary: 'The sign-in service did not answer in time.',
    detail: error.message,
  });
}

/** MSAL refused by itself. Its message is left out, because what it was given contains secrets; its code is a word. */
function msalFailure(error: unknown): ExchangeError {
  const code =
    typeof error === 'object' && error !== null && 'errorCode' in error && typeof error.errorCode === 'string'
      ? error.errorCode
      : 'no code';
  return new ExchangeError({
    code: 'auth.unavailable',
    summary: `The sign-in could not be carried out (${/^[\w. -]{1,60}$/.test(code) ? code : 'no code'}).`,
    detail: 'Check connection.exchangeOnline: authorityUrl, tenant, clientId and the credential.',
  });
}
