import type { PSObject, PSValue } from '../../psrp';
import type { Command } from '../exchange/command';
import { ExchangeError } from '../exchange/exchange-error';
import type { ExchangeSession, InvokeOptions } from '../exchange/exchange-session';
import type { ExchangeVersion } from '../exchange/exchange-version';
import { commandObjects } from './command-objects';
import type { LocalPowerShell, PipelineListener } from './local-power-shell';
import type { Opening } from './openings/opening';
import { Turn } from './turn';

/** How long the closing script may take; what it closes ends with the PowerShell in any case. */
const CLOSING_MS = 15_000;

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
  /** The remote session behind the PowerShell has broken. */
  private isLost = false;

  constructor(private readonly options: LocalSessionOptions) {
    this.transport = options.transport;
    this.version = options.version;
    this.build = options.build;
  }

  async *invoke(command: Command, options: InvokeOptions): AsyncGenerator<PSObject, void, undefined> {
    const leave = await this.turn.enter(command.cmdlet, options, this.options.clock);
    try {
      if (this.isClosed || this.isLost || this.options.powerShell.isBroken) throw sessionGone(command);
      yield* commandObjects(command, options, (listener) => this.values(command, options, listener));
    } catch (error) {
      // What implicit remoting would do next, connecting once more by itself, is not for the middle of a run.
      if (error instanceof ExchangeError && error.code === 'connect.lost') this.isLost = true;
      throw error;
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

  private async *values(
    command: Command,
    options: InvokeOptions,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue, void, undefined> {
    try {
      yield* this.options.powerShell.runCommand(command, options, listener);
    } catch (error) {
      throw brokenOff(error, command);
    }
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

/** A command that broke off: a change may have been made, a read is only lost. */
function brokenOff(error: unknown, { cmdlet, effect }: Command): unknown {
  if (!(error instanceof ExchangeError)) return error;
  const { code, message: summary, detail } = error;
  return new ExchangeError({ code, summary, detail, cmdlet, mayHaveHappened: effect === 'change', cause: error });
}

function sessionGone({ cmdlet }: Command): ExchangeError {
  return new ExchangeError({
    code: 'connect.lost',
    summary: `${cmdlet} was not begun: the session has ended or broken, and is not used again.`,
    detail: 'If it broke, an earlier command did not end in time, or PowerShell ended. The next run opens a new one.',
    cmdlet,
  });
}
