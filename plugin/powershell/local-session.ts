import { PSObject, type ErrorRecord } from '../../psrp';
import type { Command } from '../exchange/command';
import { ExchangeError } from '../exchange/exchange-error';
import type { ExchangeSession, InvokeOptions } from '../exchange/exchange-session';
import type { ExchangeVersion } from '../exchange/exchange-version';
import { exceptionOf, exchangeErrorOf } from './error-record';
import type { LocalPowerShell } from './local-power-shell';
import type { Opening } from './openings/opening';
import { Turn } from './turn';

/** How long the closing script may take; what it closes ends with the PowerShell in any case. */
const CLOSING_MS = 15_000;
/** Exchange cut the list at a size that nobody asked for. */
const RESULT_SIZE = /\bResultSize\b/i;
/** After these nobody knows whether a change was carried out. */
const UNCERTAIN: ReadonlySet<string> = new Set(['throttled', 'server.unavailable', 'connect.lost']);

/** What a session is made of. */
export interface LocalSessionOptions {
  readonly transport: 'child' | 'inProcess';
  readonly powerShell: LocalPowerShell;
  readonly opening: Opening;
  readonly version: ExchangeVersion;
  readonly build: string;
  readonly clock: () => number;
}

/** A session over a PowerShell on this computer that an opening has connected. One command runs at a time. */
export class LocalSession implements ExchangeSession {
  readonly transport: string;
  readonly version: ExchangeVersion;
  readonly build: string;

  private readonly turn = new Turn();
  private isClosed = false;

  constructor(private readonly options: LocalSessionOptions) {
    this.transport = options.transport;
    this.version = options.version;
    this.build = options.build;
  }

  async *invoke(command: Command, options: InvokeOptions): AsyncGenerator<PSObject, void, undefined> {
    const leave = await this.turn.enter(command.cmdlet, options, this.options.clock);
    try {
      if (this.isClosed || this.options.powerShell.isBroken) throw sessionGone(command);
      yield* this.run(command, options);
    } finally {
      leave();
    }
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const { powerShell, opening, clock } = this.options;
    const bounds = { signal: new AbortController().signal, deadline: clock() + CLOSING_MS };
    try {
      const leave = await this.turn.enter(opening.name, bounds, clock);
      try {
        if (!powerShell.isBroken) await runClosing(powerShell, opening, bounds);
      } finally {
        leave();
      }
    } catch {
      // It is ended next, and the remote sessions with it.
    }
    await powerShell.close();
  }

  private async *run(command: Command, options: InvokeOptions): AsyncGenerator<PSObject, void, undefined> {
    const errors: ErrorRecord[] = [];
    const warnings: string[] = [];
    const listener = {
      onError: (record: ErrorRecord): void => {
        errors.push(record);
      },
      onWarning: (message: string): void => {
        if (RESULT_SIZE.test(message)) warnings.push(message);
        options.onEvent?.({ kind: 'warning', message });
      },
    };
    try {
      for await (const value of this.options.powerShell.runCommand(command, options, listener)) {
        if (value instanceof PSObject) yield value;
      }
    } catch (error) {
      throw brokenOff(error, command);
    }
    // A list that an error was written beside is not known to be whole.
    const [first] = errors;
    if (first) throw commandError(first, command);
    const [cut] = warnings;
    if (cut !== undefined && isWholeList(command)) throw truncated(command, cut);
  }
}

async function runClosing(
  powerShell: LocalPowerShell,
  { name, closing }: Opening,
  bounds: Pick<InvokeOptions, 'signal' | 'deadline'>,
): Promise<void> {
  const listener = { onError: () => undefined, onWarning: () => undefined };
  const values = powerShell.runScript(`The end of ${name}`, closing, {}, bounds, listener)[Symbol.asyncIterator]();
  while (!(await values.next()).done);
}

/** A number is a size that the command asked for. */
function isWholeList({ effect, parameters }: Command): boolean {
  return effect === 'read' && typeof parameters['ResultSize'] !== 'number';
}

/** What a cmdlet said, as an error; if it may pass, or the connection broke, a change may still have been made. */
function commandError(record: ErrorRecord, command: Command): ExchangeError {
  const error = exchangeErrorOf(record, command);
  const isLost = exceptionOf(record).startsWith('PSRemoting');
  const code = isLost ? 'connect.lost' : error.code;
  const { message: summary, detail, exception, cmdlet } = error;
  const mayHaveHappened = command.effect === 'change' && UNCERTAIN.has(code);
  return new ExchangeError({ code, summary, detail, cmdlet, exception, mayHaveHappened });
}

/** A command that broke off: a change may have been made, a read is only lost. */
function brokenOff(error: unknown, { cmdlet, effect }: Command): unknown {
  if (!(error instanceof ExchangeError)) return error;
  const { code, message: summary, detail } = error;
  return new ExchangeError({ code, summary, detail, cmdlet, mayHaveHappened: effect === 'change', cause: error });
}

function truncated({ cmdlet }: Command, warning: string): ExchangeError {
  return new ExchangeError({
    code: 'truncated',
    summary: `Exchange gave only a part of the list of ${cmdlet}.`,
    detail: `It said: ${warning}`,
    cmdlet,
  });
}

function sessionGone({ cmdlet }: Command): ExchangeError {
  return new ExchangeError({
    code: 'connect.lost',
    summary: `${cmdlet} was not begun: the session has ended or broken, and is not used again.`,
    detail: 'If it broke, an earlier command did not end in time, or PowerShell ended. The next run opens a new one.',
    cmdlet,
  });
}
