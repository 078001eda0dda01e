import { createHash, createPublicKey, randomBytes, timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';

/** What an application must present. */
export interface TokenServiceOptions {
  readonly tenants: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM text of the certificate with which the application may sign instead. */
  readonly certificate: string;
  /** Real time in milliseconds: tokens live in real time, whatever the lab's clock says. */
  readonly now: () => number;
}

/** An answer of the token endpoint. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const MOST_VERIFIED = 100;
/** Whom a token must be for: Entra ID issues them for any resource, Exchange Online takes its own alone. */
const AUDIENCE = 'https://outlook.office365.com';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The part of Entra ID that app-only sign-in needs: the client credentials grant, with a secret or a certificate. */
export class TokenService {
  /** How long tokens live, in seconds. */
  lifetimeSeconds = 3599;
  private readonly key = randomBytes(32);
  /** Tokens that were found good, until when: a client sends the same one with every call. */
  private readonly verified = new Map<string, { readonly appId: string; readonly expiresAtMs: number }>();

  constructor(private readonly options: TokenServiceOptions) {}

  /** Answers a request for a token. `endpoint` is its own address, which an assertion must name as its audience. */
  async issue(tenant: string, form: URLSearchParams, endpoint: string): Promise<TokenAnswer> {
    const field = (name: string): string => form.get(name) ?? '';
    if (!this.options.tenants.includes(tenant.toLowerCase())) {
      return refuse(400, 'invalid_request', 90002, `Tenant '${tenant}' not found.`);
    }
    if (field('grant_type') !== 'client_credentials') {
      return refuse(
        400,
        'unsupported_grant_type',
        70003,
        `The app requested an unsupported grant type '${field('grant_type')}'.`,
      );
    }
    if (field('client_id').toLowerCase() !== this.options.clientId) {
      return refuse(
        400,
        'unauthorized_client',
        700016,
        `Application with identifier '${field('client_id')}' was not found in the directory.`,
      );
    }
    if (!field('scope').endsWith('/.default')) {
      return refuse(400, 'invalid_scope', 1002012, `The provided value for scope ${field('scope')} is not valid.`);
    }
    const problem =
      field('client_assertion_type') === ASSERTION_TYPE
        ? await this.checkAssertion(field('client_assertion'), endpoint)
        : this.checkSecret(field('client_secret'));
    if (problem !== undefined) return problem;
    return { status: 200, body: await this.token(field('scope').replace(/\/\.default$/, '')) };
  }

  /** Who a bearer token belongs to; undefined if it is none of ours, is for something else, or has expired. */
  async verify(token: string): Promise<string | undefined> {
    const now = this.options.now();
    const known = this.verified.get(token);
    if (known !== undefined && now < known.expiresAtMs) return known.appId;
    try {
      const expected = { algorithms: ['HS256'], audience: AUDIENCE, currentDate: new Date(now) };
      const { payload } = await jwtVerify(token, this.key, expected);
      const { appid: appId, exp = 0 } = payload;
      if (typeof appId !== 'string') return undefined;
      if (this.verified.size >= MOST_VERIFIED) this.verified.clear();
      this.verified.set(token, { appId, expiresAtMs: exp * 1000 });
      return appId;
    } catch {
      return undefined;
    }
  }

  private async token(audience: string): Promise<Readonly<Record<string, unknown>>> {
    const issuedAt = Math.floor(this.options.now() / 1000);
    const token = await new SignJWT({
      appid: this.options.clientId,
      roles: ['Exchange.ManageAsApp'],
      tid: this.options.tenants[0],
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + this.lifetimeSeconds)
      .sign(this.key);
    const { lifetimeSeconds } = this;
    return { token_type: 'Bearer', expires_in: lifetimeSeconds, ext_expires_in: lifetimeSeconds, access_token: token };
  }

  private checkSecret(secret: string): TokenAnswer | undefined {
    if (secret === '') {
      return refuse(
        401,
        'invalid_client',
        7000216,
        "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
      );
    }
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(secret), digest(this.options.clientSecret))
      ? undefined
      : refuse(
          401,
          'invalid_client',
          7000215,
          'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
        );
  }

  private async checkAssertion(assertion: string, endpoint: string): Promise<TokenAnswer | undefined> {
    try {
      const header = decodeProtectedHeader(assertion);
      const der = new X509Certificate(this.options.certificate).raw;
      const thumbprint = (hash: 'sha1' | 'sha256'): string => createHash(hash).update(der).digest('base64url');
      if (header['x5t#S256'] !== thumbprint('sha256') && header.x5t !== thumbprint('sha1')) {
        return refuse(
          401,
          'invalid_client',
          700027,
          'The certificate with identifier used to sign the client assertion is not registered on application.',
        );
      }
      await jwtVerify(assertion, createPublicKey(this.options.certificate), {
        algorithms: ['RS256', 'PS256'],
        audience: endpoint,
        issuer: this.options.clientId,
        subject: this.options.clientId,
        clockTolerance: 300,
        currentDate: new Date(this.options.now()),
      });
      return undefined;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refuse(
        401,
        'invalid_client',
        700027,
        `Client assertion failed signature validation or has wrong claims: ${why}`,
      );
    }
  }
}

/** What a client reads first: where the endpoints are. */
export function openIdConfiguration(origin: string, tenant: string): Readonly<Record<string, unknown>> {
  const base = `${origin}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  };
}

function refuse(status: number, error: string, code: number, text: string): TokenAnswer {
  return { status, body: { error, error_description: `AADSTS${code}: ${text}`, error_codes: [code] } };
}
