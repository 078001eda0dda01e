import { ExchangeError } from './exchange-error';

/** Ends a list when nothing has come of it for too long. However long it is, it may take as long as it keeps coming. */
export class StallWatch {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** @param timeoutMs how long nothing may come */
  constructor(cmdlet: string, timeoutMs: number) {
    this.#timer = setTimeout(() => {
      const summary = `Nothing more came from ${cmdlet} for ${String(Math.round(timeoutMs / 1000))} s.`;
      const detail = 'Exchange is slow, or limits.commandTimeout is too short. What was read is not used.';
      this.#controller.abort(new ExchangeError({ code: 'command.timeout', cmdlet, summary, detail }));
    }, timeoutMs);
    this.#timer.unref();
  }

  /** Aborted, with an ExchangeError as the reason, when nothing has come for too long. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something has come. */
  moved(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
