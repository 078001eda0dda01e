import { ExchangeError } from '../../exchange/exchange-error';
import type { Command } from '../../exchange/command';
import type { InvokeOptions, SessionEvent } from '../../exchange/exchange-session';
import { sleepUnlessAborted, type Sleep } from '../../network';
import { MAX_FAULT_RETRIES, waitBefore } from './retry-policy';
import type { TrafficGate } from './traffic-gate';

/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** A request or a command that did not succeed, judged. */
export interface Failure {
  readonly error: ExchangeError;
  /** Certain that Exchange did nothing with the request: it may be sent again whatever it is. */
  readonly notProcessed: boolean;
  /** May pass by itself. */
  readonly transient: boolean;
  /** How long Exchange asks to wait, in milliseconds; undefined if it does not say. */
  readonly waitMs: number | undefined;
}

/** What a run of a command shares with the others of its session. */
export interface RunSurroundings {
  readonly gate: TrafficGate;
  readonly clock: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly maxThrottleWaitMs: number;
  /** Aborted when the session is closed. */
  readonly sessionSignal: AbortSignal;
}

/**
 * One run of a command: its time, its patience, and the rule by which a request is sent again. `signal` is aborted, with
 * an ExchangeError as the reason, when the caller cancels, the deadline passes, or the session is closed.
 */
export class CommandRun {
  readonly signal: AbortSignal;
  /** Set once objects were given out: from then on nothing can begin anew. */
  hasYielded = false;

  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private attempt = 0;
  private faults = 0;
  private waitedMs = 0;
  private pauseKnownUntilMs = 0;

  constructor(
    readonly command: Command,
    private readonly options: InvokeOptions,
    private readonly around: RunSurroundings,
  ) {
    this.signal = this.controller.signal;
    this.timer = setTimeout(
      () => {
        this.controller.abort(this.timeoutError());
      },
      Math.min(Math.max(options.deadline - around.clock(), 0), MAX_TIMER_MS),
    );
    this.timer.unref();
    for (const signal of [options.signal, around.sessionSignal]) {
      if (signal.aborted) this.onAbort();
      signal.addEventListener('abort', this.onAbort, { once: true });
    }
  }

  get deadline(): number {
    return this.options.deadline;
  }

  /** Frees what the run holds. */
  end(): void {
    clearTimeout(this.timer);
    this.options.signal.removeEventListener('abort', this.onAbort);
    this.around.sessionSignal.removeEventListener('abort', this.onAbort);
  }

  /** A part of a list has come: however long the list is, its next part has all the patience again. */
  moved(): void {
    this.attempt = 0;
    this.faults = 0;
    this.waitedMs = 0;
  }

  emit(event: SessionEvent): void {
    this.options.onEvent?.(event);
  }

  /** Is there a pause of the session that this run has not waited out yet? */
  get mustPause(): boolean {
    const { untilMs } = this.around.gate.pause;
    return untilMs > this.pauseKnownUntilMs && untilMs > this.around.clock();
  }

  /** Waits while Exchange wants the session to wait. */
  async pause(): Promise<void> {
    while (this.mustPause) {
      const { untilMs, reason } = this.around.gate.pause;
      const waitMs = untilMs - this.around.clock();
      if (!this.canWait(waitMs)) throw this.tooLong(waitMs, reason);
      this.pauseKnownUntilMs = untilMs;
      this.emit({ kind: 'throttled', waitMs, reason });
      await this.wait(waitMs);
    }
  }

  /**
   * Returns when the request may be sent again after a failure; throws the failure when it may not. A request is sent
   * again only if it is certain that Exchange did nothing with it, or if it is a read that has given out nothing.
   */
  async again(failure: Failure): Promise<void> {
    const { error, notProcessed, transient, waitMs: asked } = failure;
    const harmless = notProcessed || (this.command.effect === 'read' && !this.hasYielded);
    if (!transient || !harmless) throw error;
    const waitMs = waitBefore(++this.attempt, asked, this.around.random);
    if (error.code === 'throttled' || asked !== undefined) {
      const canWait = this.canWait(waitMs);
      if (canWait || this.options.maxWaitMs !== undefined) this.around.gate.hold(waitMs, error.message);
      if (!canWait) throw error.code === 'throttled' ? this.tooLong(waitMs, error.message) : error;
      return;
    }
    if (++this.faults > MAX_FAULT_RETRIES || !this.canWait(waitMs)) throw error;
    this.emit({ kind: 'retry', attempt: this.attempt, reason: error.message });
    await this.wait(waitMs);
  }

  private canWait(waitMs: number): boolean {
    const { clock, maxThrottleWaitMs } = this.around;
    const { deadline, maxWaitMs = maxThrottleWaitMs } = this.options;
    return this.waitedMs + waitMs <= Math.min(maxWaitMs, maxThrottleWaitMs) && clock() + waitMs < deadline;
  }

  private async wait(waitMs: number): Promise<void> {
    this.waitedMs += waitMs;
    await sleepUnlessAborted(this.around.sleep, waitMs, this.signal);
  }

  private tooLong(waitMs: number, reason: string): ExchangeError {
    const seconds = Math.ceil(waitMs / 1000);
    const waited = Math.round(this.waitedMs / 1000);
    const limit = `limits.maxThrottleWait is ${Math.round(this.around.maxThrottleWaitMs / 1000)} s, and limits.commandTimeout holds too.`;
    const isUrgent = this.options.maxWaitMs !== undefined;
    return new ExchangeError({
      code: 'throttled',
      summary: `Exchange wants ${this.command.cmdlet} to wait ${seconds} s, which is longer than it may.`,
      detail:
        `${reason} It has waited ${waited} s already; ` +
        (isUrgent ? 'what it was decided by would be old by then, and is read again first.' : limit),
      cmdlet: this.command.cmdlet,
    });
  }

  private timeoutError(): ExchangeError {
    return new ExchangeError({
      code: 'command.timeout',
      summary: `${this.command.cmdlet} did not end before its deadline.`,
      detail: 'Exchange is slow, or limits.commandTimeout is too short for so large an organization.',
      cmdlet: this.command.cmdlet,
    });
  }

  private readonly onAbort = (): void => {
    const closed = this.around.sessionSignal.aborted && !this.options.signal.aborted;
    const given: unknown = this.options.signal.reason;
    const summary = closed
      ? `The session was closed while ${this.command.cmdlet} ran.`
      : `${this.command.cmdlet} was cancelled.`;
    this.controller.abort(
      !closed && given instanceof ExchangeError
        ? given
        : new ExchangeError({ code: 'cancelled', summary, cmdlet: this.command.cmdlet }),
    );
  };
}
