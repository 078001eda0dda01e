import { createPublicKey, randomUUID, verify, X509Certificate } from 'node:crypto';
import type { Fault } from '../faults/fault';

/** Who may connect to the lab's Exchange Online. */
export interface OnlineApplication {
  readonly clientId: string;
  /** The certificate that is registered with the application, as PEM text. */
  readonly certificate: string;
  /** The names and IDs of the tenant. */
  readonly tenants: readonly string[];
}

/** What Connect-ExchangeOnline was asked for. */
export interface ConnectionWish {
  readonly appId: string;
  readonly organization: string;
  readonly managedIdentity: boolean;
  readonly managedIdentityAccountId: string;
  readonly certificate: { readonly thumbprint: string; readonly signature: string } | undefined;
  readonly commandName: readonly string[];
  /** The names of the parameters that were given. */
  readonly parameters: readonly string[];
}

/** Why there is no connection. */
export interface ConnectionFailure {
  readonly className: string;
  readonly message: string;
}

const SIGN_IN = 'Microsoft.Identity.Client.MsalServiceException';

/** The connections of Exchange Online's module. */
export class OnlineConnections {
  private readonly users = new Map<string, string>();

  constructor(private readonly application: OnlineApplication) {}

  /** Connects; gives the connection's ID, or why not. */
  connect(wish: ConnectionWish): string | ConnectionFailure {
    const failure = this.check(wish);
    if (failure !== undefined) return failure;
    const id = randomUUID();
    this.users.set(id, this.application.clientId);
    return id;
  }

  /** Whether there was such a connection. */
  disconnect(id: string): boolean {
    return this.users.delete(id);
  }

  /** Who connected; undefined if there is no such connection. */
  userOf(id: string): string | undefined {
    return this.users.get(id);
  }

  private check(wish: ConnectionWish): ConnectionFailure | undefined {
    const { clientId, tenants } = this.application;
    if (!tenants.includes(wish.organization.toLowerCase())) {
      return signInFailure(
        90002,
        `Tenant '${wish.organization}' not found. Check to make sure you have the correct tenant ID and are signing into ` +
          'the correct cloud.',
      );
    }
    const application = wish.managedIdentity ? wish.managedIdentityAccountId : wish.appId;
    if (wish.managedIdentity && application === '') return undefined;
    if (application.toLowerCase() !== clientId.toLowerCase()) {
      return signInFailure(
        700016,
        `Application with identifier '${application}' was not found in the directory '${wish.organization}'.`,
      );
    }
    return wish.managedIdentity || this.isProven(wish)
      ? undefined
      : signInFailure(
          700027,
          'The certificate with identifier used to sign the client assertion is not registered on application.',
        );
  }

  private isProven(wish: ConnectionWish): boolean {
    const { certificate } = wish;
    if (certificate === undefined) return false;
    const registered = new X509Certificate(this.application.certificate);
    const thumbprint = registered.fingerprint.replaceAll(':', '');
    const text = Buffer.from(`${wish.appId}|${wish.organization}`);
    const signature = Buffer.from(certificate.signature, 'base64');
    return (
      certificate.thumbprint.toUpperCase() === thumbprint &&
      verify('RSA-SHA256', text, createPublicKey(this.application.certificate), signature)
    );
  }
}

/** What a fault makes of connecting. */
export function connectionFault(fault: Fault): ConnectionFailure {
  switch (fault.kind) {
    case 'unauthorized':
      return signInFailure(700027, 'Client assertion failed signature validation.');
    case 'forbidden':
      return {
        className: 'System.UnauthorizedAccessException',
        message: 'The role assigned to application is not supported in this scenario.',
      };
    case 'throttle':
    case 'concurrency':
      return { className: 'System.Exception', message: 'Error Acquiring Token: HTTP 429 (Too Many Requests).' };
    default:
      return {
        className: 'System.Net.Http.HttpRequestException',
        message: 'Response status code does not indicate success: 503 (Service Unavailable).',
      };
  }
}

/** Reads a wish; whatever is missing is empty. */
export function readConnectionWish(body: unknown): ConnectionWish {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const list = (name: string): string[] => (Array.isArray(given[name]) ? given[name].map(String) : []);
  return {
    appId: text('appId'),
    organization: text('organization'),
    managedIdentity: given['managedIdentity'] === true,
    managedIdentityAccountId: text('managedIdentityAccountId'),
    certificate: readCertificate(given['certificate']),
    commandName: list('commandName'),
    parameters: list('parameters'),
  };
}

function readCertificate(value: unknown): ConnectionWish['certificate'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { thumbprint, signature } = value as Readonly<Record<string, unknown>>;
  return typeof thumbprint === 'string' && typeof signature === 'string' ? { thumbprint, signature } : undefined;
}

/** The cmdlets that -CommandName lets through; all, if it is not given. Wildcards are allowed. */
export function wantedCommands(names: readonly string[], patterns: readonly string[]): string[] {
  if (patterns.length === 0) return [...names];
  const escaped = patterns.map((pattern) => pattern.replace(/[.+^${}()|\\]/g, '\\$&'));
  const wanted = escaped.map((pattern) => new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i'));
  return names.filter((name) => wanted.some((pattern) => pattern.test(name)));
}

function signInFailure(code: number, text: string): ConnectionFailure {
  return { className: SIGN_IN, message: `AADSTS${code}: ${text}` };
}
