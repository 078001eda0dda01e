import { PSObject, type ErrorRecord } from '../../../psrp';
import type { Command } from '../../exchange/command';
import { ExchangeError } from '../../exchange/exchange-error';
import type { ExchangeSession, InvokeOptions } from '../../exchange/exchange-session';
import type { ExchangeVersion } from '../../exchange/exchange-version';
import { exchangeErrorOf } from '../../powershell/error-record';
import type { Opening } from '../../powershell/openings/opening';
import type { PowerShellPool } from '../../powershell/power-shell-pool';
import { commandPipeline } from './command-pipeline';
import { closingPipeline } from './opening-pipeline';

/** How long the closing script may take; the process ends in any case. */
const CLOSING_MS = 15_000;

/** A session over a PowerShell process of ours. One command runs at a time; further ones wait in order. */
export class ChildSession implements ExchangeSession {
  readonly transport = 'child';
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(
    private readonly pool: PowerShellPool,
    private readonly opening: Opening,
    readonly version: ExchangeVersion,
    readonly build: string,
  ) {}

  async *invoke(command: Command, options: InvokeOptions): AsyncGenerator<PSObject> {
    const release = await this.#turn(options.signal);
    try {
      yield* this.#run(command, options);
    } finally {
      release();
    }
  }

  async *#run(command: Command, { signal, deadline, onEvent }: InvokeOptions): AsyncGenerator<PSObject> {
    const errors: ErrorRecord[] = [];
    const listener = {
      onError: (record: ErrorRecord) => errors.push(record),
      onWarning: (message: string) => onEvent?.({ kind: 'warning', message }),
    };
    let hasBegun = false;
    try {
      if (this.pool.isBroken || this.#isClosed) throw sessionGone(command);
      hasBegun = true;
      for await (const value of this.pool.run(commandPipeline(command), { signal, deadline }, listener)) {
        if (value instanceof PSObject) yield value;
      }
    } catch (error) {
      throw hasBegun ? asError(error, command) : error;
    }
    // A list that an error was written beside is not known to be whole.
    const [first] = errors;
    if (first) throw exchangeErrorOf(first, command);
  }

  /** Waits for the commands before this one. */
  async #turn(signal: AbortSignal): Promise<() => void> {
    const before = this.#last;
    let release = (): void => undefined;
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    if (!signal.aborted) return release;
    release();
    throw new ExchangeError({ code: 'cancelled', summary: 'The command was cancelled.' });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#last;
    if (!this.pool.isBroken) await this.#runClosing();
    await this.pool.close();
  }

  /** Ends remote sessions at their server. */
  async #runClosing(): Promise<void> {
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + CLOSING_MS };
    const listener = { onError: () => undefined, onWarning: () => undefined };
    try {
      // eslint-disable-next-line @typescript-eslint/no-unused-vars -- it is run for what it does
      for await (const value of this.pool.run(closingPipeline(this.opening), bounds, listener)) continue;
    } catch {
      // The process is ended next, and its sessions with it.
    }
  }
}

/** A change that broke off may have happened; a read is only lost. */
function asError(error: unknown, { cmdlet, effect }: Command): unknown {
  if (!(error instanceof ExchangeError)) return error;
  const { code, message, detail } = error;
  return new ExchangeError({
    code,
    summary: message,
    detail,
    cmdlet,
    mayHaveHappened: effect === 'change',
    cause: error,
  });
}

function sessionGone({ cmdlet }: Command): ExchangeError {
  return new ExchangeError({
    code: 'connect.lost',
    cmdlet,
    summary: 'The PowerShell session has broken, and is not used again.',
    detail: 'An earlier command timed out, or PowerShell ended. The next run opens a new one.',
  });
}
