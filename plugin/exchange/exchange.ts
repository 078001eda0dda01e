import type { CommandCount } from '../../protocol';
import type { PSObject } from '../../psrp';
import type { Command } from './command';
import { CommandCounter } from './command-counter';
import { ExchangeError } from './exchange-error';
import type { ExchangeSession, SessionEvent } from './exchange-session';
import type { ExchangeVersion } from './exchange-version';
import { StallWatch } from './stall-watch';

/** What an Exchange needs besides its session. */
export interface ExchangeOptions {
  readonly signal: AbortSignal;
  readonly commandTimeoutMs: number;
  readonly clock: () => number;
  readonly random: () => number;
  /** Told of every command when it has ended, and of what happened meanwhile. */
  readonly onCommand?: (command: Command, durationMs: number, error: unknown) => void;
  readonly onEvent?: (command: Command, event: SessionEvent) => void;
}

/** How one command is to run, where it differs from the others. */
export interface CommandOptions {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: SessionEvent) => void;
  /** True for a list of unknown length: its time begins anew with every object that comes. */
  readonly isLong?: boolean;
  /** How long it may wait because Exchange wants that: for what is decided by a state that may change meanwhile. */
  readonly maxWaitMs?: number | undefined;
}

/** So long a list may take at most: no run may take longer. */
const LONGEST_LIST_MS = 24 * 3_600_000;

/**
 * A session as the tasks use it: every command has the run's deadline and cancellation, and is counted. Reads that are
 * meant to find one object find exactly that one or nothing.
 */
export class Exchange {
  readonly #counter: CommandCounter;
  #changes = 0;

  constructor(
    private readonly session: ExchangeSession,
    private readonly options: ExchangeOptions,
  ) {
    this.#counter = new CommandCounter(options.random);
  }

  get version(): ExchangeVersion {
    return this.session.version;
  }

  get build(): string {
    return this.session.build;
  }

  get transport(): string {
    return this.session.transport;
  }

  /** The time, in milliseconds since 1970. */
  now(): number {
    return this.options.clock();
  }

  /**
   * Runs a command and gives its objects as they come.
   * @param how.signal what ends the command before its time; the run's, if it is left out
   * @param how.onEvent told of what happens besides objects
   * @param how.isLong for a list that may take longer than a command, as long as it keeps coming
   */
  async *stream(command: Command, how: CommandOptions = {}): AsyncGenerator<PSObject, void, undefined> {
    const { clock, commandTimeoutMs, onCommand, onEvent } = this.options;
    const { signal = this.options.signal } = how;
    const begun = clock();
    const watch = how.isLong ? new StallWatch(command.cmdlet, commandTimeoutMs) : undefined;
    let failure: unknown;
    try {
      const objects = this.session.invoke(command, {
        signal: watch ? AbortSignal.any([signal, watch.signal]) : signal,
        deadline: begun + (watch ? LONGEST_LIST_MS : commandTimeoutMs),
        maxWaitMs: how.maxWaitMs,
        onEvent: (event) => {
          if (event.kind === 'throttled') this.#counter.throttled(command.cmdlet, event.waitMs);
          onEvent?.(command, event);
          how.onEvent?.(event);
        },
      });
      for await (const object of objects) {
        watch?.moved();
        yield object;
      }
    } catch (error) {
      failure = watch?.signal.aborted && !signal.aborted ? watch.signal.reason : error;
      throw failure;
    } finally {
      watch?.end();
      this.#counter.ended(command.cmdlet, clock() - begun, failure !== undefined);
      onCommand?.(command, clock() - begun, failure);
    }
  }

  /** All objects of a command whose list is short. */
  async all(command: Command, how: CommandOptions = {}): Promise<PSObject[]> {
    const objects: PSObject[] = [];
    for await (const object of this.stream(command, how)) objects.push(object);
    return objects;
  }

  /**
   * The one object that a read is meant to find; undefined if Exchange says that there is none.
   * @throws ExchangeError object.ambiguous if there are several: with a name it does not know, a cmdlet may return
   *   everything
   */
  async one(command: Command): Promise<PSObject | undefined> {
    let found: PSObject | undefined;
    try {
      for await (const object of this.stream(command)) {
        if (found) throw ambiguous(command);
        found = object;
      }
    } catch (error) {
      if (error instanceof ExchangeError && error.code === 'object.notFound') return undefined;
      throw error;
    }
    return found;
  }

  /** Sends a change. @throws ExchangeError throttled, before it was sent, if it would have to wait for longer than it may */
  async change(command: Command, how: Pick<CommandOptions, 'maxWaitMs'> = {}): Promise<void> {
    if (command.effect !== 'change') throw new Error(`${command.cmdlet} is not a change`);
    // A change may give objects back; they are not needed, but the stream has to be read to its end.
    await this.all(command, how);
    this.#changes += 1;
  }

  /** How many changes Exchange has taken. */
  get changes(): number {
    return this.#changes;
  }

  /** What was sent so far. */
  commandCounts(): CommandCount[] {
    return this.#counter.counts();
  }

  /** Ends the session. */
  close(): Promise<void> {
    return this.session.close();
  }
}

function ambiguous(command: Command): ExchangeError {
  return new ExchangeError({
    code: 'object.ambiguous',
    cmdlet: command.cmdlet,
    summary: `${command.cmdlet} returned several objects where one was asked for.`,
    detail: 'Nothing was done with any of them. Name the object by its GUID.',
  });
}
