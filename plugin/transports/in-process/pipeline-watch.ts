import { ExchangeError } from '../../exchange/exchange-error';
import type { PipelineBounds } from '../../powershell/local-power-shell';

/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Watches over one pipeline: its signal is aborted, with an ExchangeError as the reason, when the caller cancels, the
 * deadline passes, or the session is closed.
 */
export class PipelineWatch {
  readonly signal: AbortSignal;
  /** Whether it was the deadline. */
  hasTimedOut = false;

  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(
    /** The cmdlet, or what the script is for. */
    private readonly name: string,
    private readonly limits: PipelineBounds,
    private readonly closing: AbortSignal,
    clock: () => number,
  ) {
    this.signal = this.controller.signal;
    const waitMs = Math.min(Math.max(limits.deadline - clock(), 0), MAX_TIMER_MS);
    this.timer = setTimeout(() => {
      this.hasTimedOut = !this.signal.aborted;
      this.controller.abort(timeoutError(name));
    }, waitMs);
    for (const signal of [limits.signal, closing]) {
      if (signal.aborted) this.onAbort();
      signal.addEventListener('abort', this.onAbort, { once: true });
    }
  }

  /** Frees what it holds. */
  end(): void {
    clearTimeout(this.timer);
    this.limits.signal.removeEventListener('abort', this.onAbort);
    this.closing.removeEventListener('abort', this.onAbort);
  }

  private readonly onAbort = (): void => {
    const { signal } = this.limits;
    const given: unknown = signal.reason;
    const summary = signal.aborted ? `${this.name} was cancelled.` : `The session was closed while ${this.name} ran.`;
    this.controller.abort(
      given instanceof ExchangeError ? given : new ExchangeError({ code: 'cancelled', summary, cmdlet: this.name }),
    );
  };
}

function timeoutError(name: string): ExchangeError {
  return new ExchangeError({
    code: 'command.timeout',
    summary: `${name} did not end before its deadline.`,
    detail:
      'It runs inside this process and cannot be killed, so the session is given up and the command is asked to stop; until it ' +
      'does it may still have an effect. With connection.transport child, PowerShell is ended together with it.',
    cmdlet: name,
  });
}
