import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ShellAccount } from '../powershell/remote-endpoint';
import type { NegotiateVerifier } from './kerberos-verifier';

/** Who calls; or what to answer to whoever may not. */
export type Authentication =
  | {
      readonly user: string;
      /** For the answer's WWW-Authenticate, if there is something to say. */ readonly reply?: string;
    }
  | { readonly challenges: readonly string[] };

/**
 * Checks who calls: Basic with each request; Negotiate once for a connection, if there is a verifier, after which the
 * connection itself is signed in. NTLM is not offered.
 */
export class Authenticator {
  private readonly signedIn = new WeakMap<Socket, string>();

  constructor(
    private readonly account: ShellAccount,
    private readonly realm: string,
    private readonly verifier: NegotiateVerifier | undefined,
  ) {}

  /** What a caller without credentials is told. */
  get offers(): readonly string[] {
    const basic = `Basic realm="${this.realm}"`;
    return this.verifier === undefined ? [basic] : ['Negotiate', 'Kerberos', basic];
  }

  async check(request: IncomingMessage): Promise<Authentication> {
    const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(/ +/, 2);
    if (/^basic$/i.test(scheme)) return this.checkBasic(credentials);
    if (/^(?:negotiate|kerberos)$/i.test(scheme) && this.verifier !== undefined) {
      return this.negotiate(request.socket, scheme, credentials, this.verifier);
    }
    const known = scheme === '' ? this.signedIn.get(request.socket) : undefined;
    return known === undefined ? this.refuse() : { user: known };
  }

  private checkBasic(credentials: string): Authentication {
    const [, username = '', password = ''] =
      /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
    const isKnown = namesOf(this.account.username).includes(username.toLowerCase());
    return isKnown && isSame(password, this.account.password) ? { user: this.account.username } : this.refuse();
  }

  private async negotiate(
    socket: Socket,
    scheme: string,
    token: string,
    verifier: NegotiateVerifier,
  ): Promise<Authentication> {
    const verdict = await verifier(socket, token);
    const reply = verdict.token === '' ? undefined : `${scheme} ${verdict.token}`;
    if (verdict.user === undefined) return reply === undefined ? this.refuse() : { challenges: [reply] };
    this.signedIn.set(socket, verdict.user);
    return reply === undefined ? { user: verdict.user } : { user: verdict.user, reply };
  }

  private refuse(): Authentication {
    return { challenges: this.offers };
  }
}

/** `user@domain` and `DOMAIN\user` name the same account. */
function namesOf(username: string): string[] {
  const [user = '', domain = ''] = username.toLowerCase().split('@');
  return [`${user}@${domain}`, `${domain.split('.')[0] ?? ''}\\${user}`];
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
