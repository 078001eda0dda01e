import { ExchangeError } from './exchange-error';
import { RateEstimate } from './rate-estimate';

/** What a pace is kept with. */
export interface PaceOptions {
  /** Commands at once, at most. */
  readonly maxConcurrent: number;
  /** Commands a minute that were found to be allowed in an earlier run; undefined if nothing is known. */
  readonly allowedPerMinute: number | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Whether somebody is at work who must not wait: then one command at a time has to do. */
  readonly mustYield: () => boolean;
}

/** With so many commands at once it begins, if so many are allowed. */
const FIRST_LIMIT = 4;
/** How often a pace that is held back looks again whether it still has to be. */
const LOOK_AGAIN_MS = 250;
/** Starts that were missed are made up for within this time, no more: a burst would spend a budget at once. */
const BURST_MS = 500;
/** While somebody else is at work, so much of the allowance is used. */
const YIELDING_SHARE = 0.4;

interface Waiter {
  readonly enter: () => void;
}

/**
 * Sets the pace of many commands of one kind by the target's answers: more at once while it goes well, half as many as
 * soon as it does not (additive increase, multiplicative decrease); and when the target refuses for a budget, so many a
 * minute as it was found to allow, spread evenly, with a little left for others.
 */
export class Pace {
  readonly #options: PaceOptions;
  readonly #rate: RateEstimate;
  readonly #queue: Waiter[] = [];
  #limit: number;
  #active = 0;
  #nextStartMs = 0;
  /** Refusals of commands that were under way when the pace was reduced say nothing new. */
  #reducedAtMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#limit = Math.min(FIRST_LIMIT, options.maxConcurrent);
    this.#rate = new RateEstimate(options.clock, options.allowedPerMinute);
  }

  /** Commands a minute that are known to be allowed; undefined if no budget was met. */
  get allowedPerMinute(): number | undefined {
    return this.#rate.allowedPerMinute;
  }

  /** How many commands may run at once now. */
  get limit(): number {
    return this.#options.mustYield() ? 1 : Math.max(1, Math.floor(this.#limit));
  }

  /** Runs a command when it is its turn. @throws what the command throws, or the signal's reason */
  async run<T>(signal: AbortSignal, command: () => Promise<T>): Promise<T> {
    await this.#enter(signal);
    const begunAt = this.#options.clock();
    try {
      const result = await command();
      this.#wentWell();
      return result;
    } catch (error) {
      if (isRefusal(error) && begunAt > this.#reducedAtMs) this.slow(undefined);
      throw error;
    } finally {
      this.#active -= 1;
      this.#pump();
    }
  }

  /**
   * The target asks for less.
   * @param waitMs how long it wants nothing at all, if it says so
   */
  slow(waitMs: number | undefined): void {
    const now = this.#options.clock();
    if (waitMs !== undefined) {
      this.#rate.refused(waitMs);
      this.#nextStartMs = Math.max(this.#nextStartMs, now + waitMs);
    }
    // The commands that were under way together are refused together.
    if (now < this.#reducedAtMs + Math.max(waitMs ?? 0, 1000)) return;
    this.#reducedAtMs = now;
    this.#limit = Math.max(1, this.#limit / 2);
  }

  #wentWell(): void {
    this.#rate.accepted();
    this.#limit = Math.min(this.#options.maxConcurrent, this.#limit + 1 / this.#limit);
  }

  #enter(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const onAbort = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        reject(reasonOf(signal));
      };
      const waiter = {
        enter: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(waiter);
      this.#pump();
    });
  }

  /** Lets in who may come in now, and sets a timer for the rest. */
  #pump(): void {
    clearTimeout(this.#timer);
    const isYielding = this.#options.mustYield();
    while (this.#queue.length > 0 && this.#active < this.limit) {
      const waitMs = this.#waitMs(isYielding);
      if (waitMs > 0) {
        this.#lookAgain(Math.min(waitMs, LOOK_AGAIN_MS));
        return;
      }
      this.#active += 1;
      this.#queue.shift()?.enter();
    }
    // Nobody tells when the other one has done its work.
    if (this.#queue.length > 0 && isYielding) this.#lookAgain(LOOK_AGAIN_MS);
  }

  /** How long the next start has to wait for the pace; if not at all, it is taken to start now. */
  #waitMs(isYielding: boolean): number {
    const perMinute = this.#rate.perMinute;
    if (perMinute === undefined) return 0;
    const now = this.#options.clock();
    const at = Math.max(this.#nextStartMs, now - BURST_MS);
    if (at > now) return at - now;
    this.#nextStartMs = at + 60_000 / (perMinute * (isYielding ? YIELDING_SHARE : 1));
    return 0;
  }

  #lookAgain(ms: number): void {
    this.#timer = setTimeout(
      () => {
        this.#pump();
      },
      Math.max(ms, 1),
    );
    this.#timer.unref();
  }
}

/** An error that says that the target has too much to do. */
function isRefusal(error: unknown): boolean {
  return error instanceof ExchangeError && (error.code === 'throttled' || error.code === 'server.unavailable');
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof ExchangeError) return reason;
  return new ExchangeError({ code: 'cancelled', summary: 'It did not come to its turn.' });
}
