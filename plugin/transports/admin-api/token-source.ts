import { ExchangeError } from '../../exchange/exchange-error';
import { sleepUnlessAborted, waitFor, type Sleep } from '../../network';
import type { AccessToken, SignIn } from './sign-in';

/** How long one sign-in may take, with all its attempts. */
const SIGN_IN_TIMEOUT_MS = 60_000;
const ATTEMPTS = 3;
/** A token is renewed this long before it expires, or a tenth of its life before, if that is shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;
const TRANSIENT: ReadonlySet<string> = new Set([
  'auth.unavailable',
  'connect.lost',
  'connect.refused',
  'connect.timeout',
]);

/** What a token source needs. */
export interface TokenSourceOptions {
  readonly signIn: SignIn;
  readonly clock: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  /** Ends a sign-in under way. */
  readonly signal: AbortSignal;
}

/** Keeps the token. Whoever needs one while it is being fetched waits for the same sign-in. */
export class TokenSource {
  private current: AccessToken | undefined;
  private pending: Promise<AccessToken> | undefined;

  constructor(private readonly options: TokenSourceOptions) {}

  /**
   * A token that is still valid for a while.
   * @throws ExchangeError auth.denied, auth.unavailable, connect.*, or the signal's reason
   */
  async get(signal: AbortSignal): Promise<string> {
    const { clock } = this.options;
    const token = this.current;
    if (token) {
      const margin = Math.min(RENEW_BEFORE_MS, token.lifetimeMs / 10);
      if (token.expiresAtMs - margin > clock()) return token.value;
    }
    try {
      return (await waitFor(this.fetch(undefined), signal)).value;
    } catch (error) {
      // It was to be renewed early: while the sign-in service cannot serve, the old one will do to its end.
      const isUsable = token !== undefined && token === this.current && token.expiresAtMs > clock();
      if (isUsable && !signal.aborted && isTransient(error)) return token.value;
      throw error;
    }
  }

  /** A token other than the one that was refused. Of several who were refused with the same one, only one signs in. */
  async replace(refused: string, claims: string | undefined, signal: AbortSignal): Promise<string> {
    if (this.current && this.current.value !== refused) return this.current.value;
    return (await waitFor(this.fetch(claims), signal)).value;
  }

  private fetch(claims: string | undefined): Promise<AccessToken> {
    this.pending ??= this.signIn(claims).finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  private async signIn(claims: string | undefined): Promise<AccessToken> {
    const { signal, clock, random, sleep } = this.options;
    const deadline = clock() + SIGN_IN_TIMEOUT_MS;
    for (let attempt = 1; ; attempt++) {
      try {
        this.current = await this.options.signIn({ signal, deadline, ...(claims !== undefined && { claims }) });
        return this.current;
      } catch (error) {
        if (!isTransient(error) || attempt >= ATTEMPTS || clock() >= deadline) throw error;
        await sleepUnlessAborted(sleep, 1000 * 2 ** (attempt - 1) * (0.5 + random() / 2), signal);
      }
    }
  }
}

const isTransient = (error: unknown): boolean => error instanceof ExchangeError && TRANSIENT.has(error.code);
