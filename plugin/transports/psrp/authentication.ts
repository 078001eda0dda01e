import { ExchangeError } from '../../exchange/exchange-error';
import type { PipelineBounds } from '../../powershell/local-power-shell';
import type { Challenge } from './www-authenticate';

/** How the requests over one connection prove who sends them: Negotiate authenticates a connection, not a request. */
export interface ConnectionAuthentication {
  /** The Authorization header that a request begins with; undefined if it needs none. @throws ExchangeError */
  begin(bounds: PipelineBounds): Promise<string | undefined>;
  /**
   * The server answered 401, so it did nothing with the request.
   * @returns the Authorization header to send it with once more
   * @throws ExchangeError auth.denied if there is nothing more to show
   */
  challenged(challenges: readonly Challenge[], bounds: PipelineBounds): Promise<string>;
  /** The server took the request. @throws ExchangeError auth.denied if it cannot prove who it is, though it should */
  accepted(challenges: readonly Challenge[], bounds: PipelineBounds): Promise<void>;
  /** A new connection was made: it is nobody's yet. */
  connected(): void;
}

/** Makes the authentication of another connection. */
export type Authenticator = () => ConnectionAuthentication;

/** Basic (RFC 7617): user and password with every request. Only HTTPS addresses are ever asked. */
export function basicAuthenticator(host: string, username: string, password: string): Authenticator {
  const header = `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
  return () => ({
    begin: () => Promise.resolve(header),
    challenged: (challenges) => Promise.reject(basicDenied(host, username, challenges)),
    accepted: () => Promise.resolve(),
    connected: () => undefined,
  });
}

function basicDenied(host: string, username: string, challenges: readonly Challenge[]): ExchangeError {
  const isOffered = challenges.some(({ scheme }) => scheme === 'basic');
  return new ExchangeError({
    code: 'auth.denied',
    summary: isOffered
      ? `${host} did not accept the user ${username} with this password.`
      : `${host} does not take Basic authentication.`,
    detail: isOffered
      ? 'Check user (as user@domain or DOMAIN\\user) and password, and whether the account is locked.'
      : `${offered(challenges)} Switch Basic on at the PowerShell virtual directory ` +
        '(Set-PowerShellVirtualDirectory -BasicAuthentication $true), or use Kerberos.',
  });
}

/** What a server offers, as a sentence. */
export function offered(challenges: readonly Challenge[]): string {
  const schemes = [...new Set(challenges.map(({ scheme }) => scheme))].slice(0, 8);
  return schemes.length === 0 ? 'It offers nothing.' : `It offers ${schemes.join(', ')}.`;
}
