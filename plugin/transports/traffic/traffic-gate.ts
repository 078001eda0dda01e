import { reasonOf, sleepUnlessAborted, type Sleep } from '../../network';

/** What a gate needs. */
export interface TrafficGateOptions {
  /** Requests under way at once. */
  readonly maxConcurrent: number;
  /** Requests per minute; 0 for no limit. */
  readonly maxPerMinute: number;
  readonly clock: () => number;
  readonly sleep: Sleep;
}

/** A time in which nothing is sent. */
export interface Pause {
  /** In milliseconds since 1970. */
  readonly untilMs: number;
  readonly reason: string;
}

/**
 * Lets the requests of a session through: only so many at once, in the order in which they came, not faster than the pace
 * that the settings give, and none while Exchange wants the session to wait.
 */
export class TrafficGate {
  private free: number;
  private readonly waiting: { readonly enter: () => void }[] = [];
  private currentPause: Pause = { untilMs: 0, reason: '' };
  private nextStartMs = 0;

  constructor(private readonly options: TrafficGateOptions) {
    this.free = Math.max(1, options.maxConcurrent);
  }

  /** How many requests wait for their turn. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Waits for a turn; the function given back ends it. Rejects with the signal's reason, and then holds nothing. */
  async enter(signal: AbortSignal): Promise<() => void> {
    await this.turn(signal);
    try {
      const { maxPerMinute, clock, sleep } = this.options;
      if (maxPerMinute > 0) {
        const now = clock();
        const start = Math.max(now, this.nextStartMs);
        this.nextStartMs = start + 60_000 / maxPerMinute;
        if (start > now) await sleepUnlessAborted(sleep, start - now, signal);
      }
    } catch (error) {
      this.leave();
      throw error;
    }
    let inside = true;
    return () => {
      if (inside) this.leave();
      inside = false;
    };
  }

  /** Holds back everything that has not been sent yet, for `ms` milliseconds from now. */
  hold(ms: number, reason: string): void {
    const untilMs = this.options.clock() + ms;
    if (untilMs > this.currentPause.untilMs) this.currentPause = { untilMs, reason };
  }

  /** The last pause; it may be over. */
  get pause(): Pause {
    return this.currentPause;
  }

  private turn(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(reasonOf(signal));
    if (this.free > 0) {
      this.free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(reasonOf(signal));
      };
      const waiter = {
        enter: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      this.waiting.push(waiter);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next.enter();
    else this.free++;
  }
}
