import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { EndpointFailure } from './remote-endpoint';

interface Shell {
  readonly user: string;
  /** Ends a shell that was granted and never opened. */
  readonly expiry: NodeJS.Timeout;
}

/** Exchange's default of PowerShellMaxConcurrency. */
const MOST_SHELLS = 18;
const OPENING_MS = 60_000;

/** The shells of remote sessions: granted with a ticket, open for as long as the shell reads its answer. */
export class Shells {
  private readonly shells = new Map<string, Shell>();

  /** How many are granted or open. */
  get count(): number {
    return this.shells.size;
  }

  /** Grants a shell; gives its ticket, or why there is none. */
  grant(user: string): string | EndpointFailure {
    if (this.shells.size >= MOST_SHELLS) return tooManyShells();
    const ticket = randomUUID();
    const expiry = setTimeout(() => this.shells.delete(ticket), OPENING_MS);
    expiry.unref();
    this.shells.set(ticket, { user, expiry });
    return ticket;
  }

  /** Whose shell it is; undefined if there is none of this ticket. */
  userOf(ticket: string): string | undefined {
    return this.shells.get(ticket)?.user;
  }

  /** Keeps an answer open until the shell is gone, whatever ended it. */
  hold(ticket: string, response: ServerResponse): void {
    clearTimeout(this.shells.get(ticket)?.expiry);
    response.once('close', () => this.shells.delete(ticket));
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.write('open\n');
  }

  close(): void {
    for (const { expiry } of this.shells.values()) clearTimeout(expiry);
    this.shells.clear();
  }
}

/** What Exchange says when an account has as many shells as it may have (Microsoft365DSC, issue 359). */
export function tooManyShells(): EndpointFailure {
  return {
    errorId: 'AuthorizationException',
    message:
      `[FailureCategory=AuthZ-AuthorizationException] Fail to create a runspace because you have exceeded the maximum ` +
      `number of connections allowed : ${MOST_SHELLS} for the policy party : MaxConcurrency. Please close existing runspace ` +
      'and try again. For more information, see the about_Remote_Troubleshooting Help topic.',
  };
}
