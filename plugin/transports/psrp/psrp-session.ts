import { setMaxListeners } from 'node:events';
import { command as psCommand, isGuid, PSObject, type PipelineDefinition } from '../../../psrp';
import { getExchangeServers } from '../../exchange/cmdlets';
import type { Command } from '../../exchange/command';
import { requireVersion } from '../../exchange/exchange-build';
import { ExchangeError } from '../../exchange/exchange-error';
import type { ExchangeSession, InvokeOptions, SessionEvent } from '../../exchange/exchange-session';
import type { ExchangeVersion } from '../../exchange/exchange-version';
import { guid, text } from '../../exchange/properties';
import { commandObjects } from '../../powershell/command-objects';
import { parameterValue } from '../../powershell/typed-arguments';
import type { Sleep } from '../../network';
import type { Limits } from '../../../protocol';
import { CommandRun, type RunSurroundings } from '../traffic/command-run';
import { TrafficGate } from '../traffic/traffic-gate';
import { judge, microDelayMs } from './describe-fault';
import { GuidSet } from './guid-set';
import type { RemotePools } from './remote-pools';

/** What a session is made of. */
export interface PsrpSessionOptions {
  readonly pools: RemotePools;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  /** Aborted when the session ends; ends an opening under way as well. */
  readonly ending: AbortController;
}

/** Faults that cut a list of which a part was given out already. */
const CUTS_A_LIST: ReadonlySet<string> = new Set([
  'connect.lost',
  'connect.refused',
  'connect.timeout',
  'server.unavailable',
]);
const OPENING_MS = 300_000;

/**
 * A session straight to Exchange's remote PowerShell. Only cmdlets with typed parameters are sent, never a script. When its
 * pool breaks a read begins again from its beginning in a new one; what was given out already is known by its GUID and not
 * given again, so that no list is short and nothing is in it twice. A change is never sent again.
 */
export class PsrpSession implements ExchangeSession {
  readonly transport = 'psrp';
  private readonly around: RunSurroundings;
  private server: { readonly version: ExchangeVersion; readonly build: string } | undefined;

  private constructor(private readonly options: PsrpSessionOptions) {
    const { clock, random, sleep, limits, ending } = options;
    const { maxConcurrentCommands: maxConcurrent, maxCommandsPerMinute: maxPerMinute, maxThrottleWaitMs } = limits;
    const gate = new TrafficGate({ maxConcurrent, maxPerMinute, clock, sleep });
    // Every command listens to it, and they are as many as the settings allow.
    setMaxListeners(0, ending.signal);
    this.around = { gate, clock, random, sleep, maxThrottleWaitMs, sessionSignal: ending.signal };
  }

  /** Opens a pool and asks for the version of Exchange. If that fails, nothing is left open. @throws ExchangeError */
  static async open(options: PsrpSessionOptions, signal: AbortSignal): Promise<PsrpSession> {
    const session = new PsrpSession(options);
    try {
      let build = '';
      const bounds = { signal, deadline: options.clock() + OPENING_MS };
      for await (const server of session.invoke(getExchangeServers(), bounds)) {
        build ||= text(server, 'AdminDisplayVersion');
      }
      session.server = { version: requireVersion(build), build };
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  get version(): ExchangeVersion {
    if (!this.server) throw new Error('the session is not open');
    return this.server.version;
  }

  get build(): string {
    return this.server?.build ?? '';
  }

  async *invoke(command: Command, options: InvokeOptions): AsyncGenerator<PSObject, void, undefined> {
    const { gate } = this.around;
    const run = new CommandRun(command, { ...options, onEvent: heeding(options.onEvent) }, this.around);
    const given = new Given();
    try {
      for (;;) {
        await run.pause();
        const leave = await gate.enter(run.signal);
        let next: Promise<void>;
        try {
          // A pause may have begun while it waited for its turn.
          if (run.mustPause) continue;
          for await (const object of this.attempt(run)) {
            if (given.isNew(object)) yield selected(object, command.properties);
          }
          return;
        } catch (error) {
          if (!(error instanceof ExchangeError) || run.signal.aborted) throw error;
          run.hasYielded = given.hasUnknown;
          // Decided before the turn ends, so that whoever is next already knows of a pause.
          next = run.again(judge(error, this.server === undefined));
        } finally {
          leave();
        }
        await next;
      }
    } catch (error) {
      throw atCommand(error, command, given.count > 0);
    } finally {
      run.end();
    }
  }

  async close(): Promise<void> {
    this.options.ending.abort(new ExchangeError({ code: 'cancelled', summary: 'The session was closed.' }));
    await this.options.pools.close();
  }

  /** Runs the command once. */
  private async *attempt(run: CommandRun): AsyncGenerator<PSObject, void, undefined> {
    const { command, signal } = run;
    const pool = await this.options.pools.get(signal);
    const bounds = { signal, deadline: Infinity };
    const events = {
      onEvent: (event: SessionEvent) => {
        run.emit(event);
      },
    };
    try {
      yield* commandObjects(command, events, (listener) => pool.run(pipelineOf(command), bounds, listener));
    } catch (error) {
      if (error instanceof ExchangeError && error.code === 'command.timeout') this.options.pools.retire(pool);
      throw error;
    }
  }
}

/** The cmdlet with typed arguments, and nothing else: properties are selected here, where a server offers it or not. */
function pipelineOf({ cmdlet, parameters }: Command): PipelineDefinition {
  const values = Object.entries(parameters).map(([name, value]) => [name, parameterValue(value)] as const);
  return { commands: [psCommand(cmdlet, Object.fromEntries(values))] };
}

/** The object with the wanted properties only, so that nobody keeps the others. */
function selected(object: PSObject, wanted: readonly string[] | undefined): PSObject {
  if (!wanted) return object;
  const kept = wanted.flatMap((name) => {
    const value = object.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return new PSObject(new Map(kept), object.typeNames, object.text);
}

/** What a command has given out, over all its attempts. */
class Given {
  count = 0;
  /** Some of it could not be told apart: it cannot begin again. */
  hasUnknown = false;
  private readonly guids = new GuidSet();

  isNew(object: PSObject): boolean {
    const id = guid(object, 'Guid');
    const isKnown = isGuid(id);
    if (isKnown && !this.guids.add(id)) return false;
    this.hasUnknown ||= !isKnown;
    this.count += 1;
    return true;
  }
}

/** Exchange tells by a warning that it has held a command back: those who set the pace want to know. */
function heeding(onEvent: InvokeOptions['onEvent']): (event: SessionEvent) => void {
  return (event) => {
    const waitMs = event.kind === 'warning' ? microDelayMs(event.message) : undefined;
    if (waitMs === undefined) onEvent?.(event);
    else if (waitMs > 0) onEvent?.({ kind: 'throttled', waitMs, reason: 'Exchange held a command back.' });
  };
}

/** The error as one of the command; in the middle of a list a cut is what it comes to. */
function atCommand(error: unknown, { cmdlet, effect }: Command, hasGiven: boolean): unknown {
  if (!(error instanceof ExchangeError)) return error;
  if (hasGiven && effect === 'read' && CUTS_A_LIST.has(error.code)) {
    return error.with({
      code: 'truncated',
      cmdlet,
      mayHaveHappened: false,
      summary: `The list of ${cmdlet} broke off in the middle: ${error.message}`,
      detail: `What was read is not used. ${error.detail}`.trim(),
    });
  }
  return error.with({ cmdlet, mayHaveHappened: error.mayHaveHappened && effect === 'change' });
}
