import { ExchangeError } from '../../exchange/exchange-error';
import { waitUntil } from '../../network';
import type { PipelineBounds } from '../../powershell/local-power-shell';
import type { RemotePowerShell } from '../../../protocol';
import { offered, type Authenticator, type ConnectionAuthentication } from './authentication';
import { describeGssFailure } from './gss-failure';
import type { Kerberos, SecurityContext, SecurityContextOptions } from './load-kerberos';
import type { Challenge } from './www-authenticate';

/** What Negotiate is done with. */
export interface NegotiateOptions {
  readonly kerberos: Kerberos;
  readonly platform: NodeJS.Platform;
  readonly target: Pick<RemotePowerShell, 'authentication' | 'username' | 'password'>;
  /** The name that the server's tickets are for. */
  readonly host: string;
  readonly clock: () => number;
}

/** What the connections of a session have learnt about its server. */
interface Learnt {
  /** The word that the server calls it by; undefined before its first challenge. */
  scheme?: string;
  /** It wants every request authenticated, as IIS does for Kerberos if it is not told otherwise. */
  perRequest: boolean;
}

/**
 * Kerberos, or Negotiate (SPNEGO, RFC 4559), with the account that this process runs under, a ticket cache, a keytab, or on
 * Windows a user and password. Messages are not sealed: TLS does that.
 */
export function negotiateAuthenticator(options: NegotiateOptions): Authenticator {
  const learnt: Learnt = { perRequest: false };
  return () => new NegotiateConnection(options, learnt);
}

class NegotiateConnection implements ConnectionAuthentication {
  private context: SecurityContext | undefined;
  private isAuthenticated = false;

  constructor(
    private readonly options: NegotiateOptions,
    private readonly learnt: Learnt,
  ) {}

  async begin(bounds: PipelineBounds): Promise<string | undefined> {
    this.context = undefined;
    if (this.learnt.scheme === undefined || (this.isAuthenticated && !this.learnt.perRequest)) return undefined;
    return this.first(this.learnt.scheme, bounds);
  }

  async challenged(challenges: readonly Challenge[], bounds: PipelineBounds): Promise<string> {
    const challenge = this.choose(challenges);
    if (!this.context) {
      if (this.isAuthenticated) this.learnt.perRequest = true;
      this.learnt.scheme = challenge.scheme;
      return this.first(challenge.scheme, bounds);
    }
    const token = challenge.token === '' ? null : await this.step(this.context, challenge.token, bounds);
    if (token === null || token === '') throw this.refused(challenges);
    return `${header(challenge.scheme)} ${token}`;
  }

  async accepted(challenges: readonly Challenge[], bounds: PipelineBounds): Promise<void> {
    const { context } = this;
    if (!context) return;
    this.context = undefined;
    const proof = challenges.find(({ token }) => token !== '');
    if (proof) await this.step(context, proof.token, bounds);
    // NTLM, which Negotiate falls back to, has no proof of the server's; its certificate has to do there.
    if (!context.contextComplete && (proof ?? this.options.target.authentication === 'kerberos')) {
      throw new ExchangeError({
        code: 'auth.denied',
        summary: `${this.options.host} did not prove by Kerberos that it is the server it should be.`,
        detail: 'Something may be in between. Its answer was not used.',
      });
    }
    this.isAuthenticated = true;
  }

  connected(): void {
    this.isAuthenticated = false;
  }

  /** The scheme that the settings ask for; Kerberos is also offered under the name of Negotiate. */
  private choose(challenges: readonly Challenge[]): Challenge {
    const wanted = this.options.target.authentication === 'kerberos' ? ['kerberos', 'negotiate'] : ['negotiate'];
    for (const scheme of this.context ? [this.learnt.scheme] : wanted) {
      const found = challenges.find((challenge) => challenge.scheme === scheme);
      if (found) return found;
    }
    throw new ExchangeError({
      code: 'auth.denied',
      summary: `${this.options.host} takes neither Kerberos nor Negotiate over HTTPS.`,
      detail:
        `${offered(challenges)} Switch Windows authentication on at the PowerShell virtual directory ` +
        '(Set-PowerShellVirtualDirectory -WindowsAuthentication $true), use Basic, or the transport child.',
    });
  }

  private async first(scheme: string, bounds: PipelineBounds): Promise<string> {
    const { kerberos, host, platform } = this.options;
    const service = platform === 'win32' ? `HTTP/${host}` : `HTTP@${host}`;
    this.context = await this.within(kerberos.initializeClient(service, this.contextOptions(scheme)), bounds);
    const token = await this.step(this.context, '', bounds);
    return `${header(scheme)} ${token ?? ''}`;
  }

  private contextOptions(scheme: string): SecurityContextOptions {
    const { kerberos, platform, target } = this.options;
    const { username, password } = target;
    const common = {
      flags: kerberos.GSS_C_MUTUAL_FLAG | kerberos.GSS_C_SEQUENCE_FLAG,
      mechOID: scheme === 'kerberos' ? kerberos.GSS_MECH_OID_KRB5 : kerberos.GSS_MECH_OID_SPNEGO,
    };
    if (platform !== 'win32') return { ...common, ...(username !== '' && { principal: username }) };
    if (!password) return common;
    const [domain, user] = username.includes('\\') ? username.split('\\', 2) : ['', username];
    return { ...common, user: user ?? '', domain: domain ?? '', password: password.reveal() };
  }

  private step(context: SecurityContext, token: string, bounds: PipelineBounds): Promise<string | null> {
    return this.within(context.step(token), bounds);
  }

  /** The library asks a KDC, which may not answer. */
  private async within<T>(work: Promise<T>, bounds: PipelineBounds): Promise<T> {
    const failure = (why: string): ExchangeError => describeGssFailure(why, this.options.host);
    try {
      return await waitUntil(work, bounds, this.options.clock, () => failure('the KDC did not answer in time'));
    } catch (error) {
      throw error instanceof ExchangeError ? error : failure(error instanceof Error ? error.message : String(error));
    }
  }

  private refused(challenges: readonly Challenge[]): ExchangeError {
    return new ExchangeError({
      code: 'auth.denied',
      summary: `${this.options.host} did not accept the Kerberos ticket.`,
      detail:
        `Its service principal (HTTP/${this.options.host}) may belong to another account than the one that the server runs ` +
        `under: see docs/remote-powershell.md. ${offered(challenges)}`,
    });
  }
}

const header = (scheme: string): string => (scheme === 'kerberos' ? 'Kerberos' : 'Negotiate');
