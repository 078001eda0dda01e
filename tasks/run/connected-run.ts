import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { Host } from '../../plugin/host/host';
import { runTask } from '../../plugin/host/run-task';
import type { TaskLog } from '../../plugin/logs/task-log';
import { processIsAlive, takeRunLock } from '../../plugin/state/run-lock';
import { StateError } from '../../plugin/state/state-error';
import { openStore, type Store } from '../../plugin/state/store';
import { openSession } from '../../plugin/transports/open-session';
import {
  hasErrors,
  problem,
  secretsIn,
  type CommonSettings,
  type Completed,
  type Decoded,
  type Problem,
  type TaskName,
} from '../../protocol';
import { HostFailedError } from './result-sender';

/** What a task works with once its settings are good. */
export interface ConnectedRun<S extends CommonSettings> {
  readonly settings: S;
  readonly host: Host;
  readonly log: TaskLog;
  readonly store: Store;
  /** Opens the session. A second call gives the same one. @throws ExchangeError */
  readonly connect: () => Promise<Exchange>;
  /** Aborted when the host cancels the run or its time is up. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: () => number;
}

/**
 * The frame of both tasks: settings are checked before anything is contacted; the store is opened and locked; the body
 * runs; session, lock and store are given back whatever happened.
 */
export function connectedRun<S extends CommonSettings>(
  task: TaskName,
  decoded: Decoded<S>,
  host: Host,
  body: (run: ConnectedRun<S>) => Promise<Completed>,
): Promise<Completed> {
  const { settings, problems } = decoded;
  return runTask(task, host, settings?.logging, async ({ log, signal }) => {
    if (!settings) return { outcome: 'failed', problems };
    log.hide(secretsIn(settings));
    const refusal = refuse(settings);
    if (refusal) {
      return { outcome: hasErrors([refusal]) ? 'failed' : 'succeeded', problems: [...problems, refusal] };
    }
    const completed = await withState({ task, settings, host, log, signal }, body);
    return { ...completed, problems: [...problems, ...completed.problems] };
  });
}

/** A disabled connector, and a connector on the wrong computer, contact nothing. */
function refuse({ host }: CommonSettings): Problem | undefined {
  if (!host.enabled) {
    const summary = 'The connector is disabled in the settings; nothing was contacted.';
    return { severity: 'info', code: 'settings.disabled', path: 'host.enabled', summary, detail: '' };
  }
  if (host.computerName && !isThisComputer(host.computerName)) {
    const summary = `The settings name ${host.computerName} as the connector host, and this computer is ${hostname()}.`;
    const detail = 'Nothing was contacted. Run the task there, or change the host computer in the settings.';
    return problem('settings.wrongHost', 'host.computerName', summary, detail);
  }
  return undefined;
}

/** Computers go by their short name and by their full one. */
function isThisComputer(name: string): boolean {
  const short = (text: string): string => text.toLowerCase().split('.')[0] ?? '';
  return short(name) === short(hostname());
}

interface Frame<S> {
  readonly task: TaskName;
  readonly settings: S;
  readonly host: Host;
  readonly log: TaskLog;
  readonly signal: AbortSignal;
}

async function withState<S extends CommonSettings>(
  { task, settings, host, log, signal: cancelled }: Frame<S>,
  body: (run: ConnectedRun<S>) => Promise<Completed>,
): Promise<Completed> {
  const timeUp = new AbortController();
  const timer = setTimeout(() => {
    timeUp.abort(new RunTimeoutError());
  }, settings.limits.runTimeoutMs);
  const signal = AbortSignal.any([cancelled, timeUp.signal]);
  const world = { pid: process.pid, clock: Date.now, isAlive: processIsAlive };
  let store: Store | undefined;
  let release: (() => Promise<void>) | undefined;
  let session: Promise<Exchange> | undefined;
  try {
    store = await openStore(host.dataDir, settings.connection.id);
    release = await takeRunLock(store, task, host.runId, world);
    const connect = (): Promise<Exchange> => (session ??= openExchange(settings, log, signal));
    const run = { settings, host, log, store, connect, signal, clock: Date.now, random: Math.random };
    return await body(run);
  } catch (error) {
    return { outcome: cancelled.aborted ? 'cancelled' : 'failed', problems: [problemOf(error, signal)] };
  } finally {
    clearTimeout(timer);
    await (await session?.catch(() => undefined))?.close();
    await release?.().catch(() => undefined);
    await store?.close();
  }
}

async function openExchange(
  { connection, limits }: CommonSettings,
  log: TaskLog,
  signal: AbortSignal,
): Promise<Exchange> {
  const begun = Date.now();
  const pause = async (ms: number, abort: AbortSignal): Promise<void> => {
    await sleep(ms, undefined, { signal: abort });
  };
  const session = await openSession(connection, limits, {
    clock: Date.now,
    random: Math.random,
    sleep: pause,
    signal,
    log: ({ level, message, fields }) => {
      log[level](message, fields);
    },
  });
  const took = `${String(Date.now() - begun)} ms`;
  log.info('connected', { connection: connection.id, transport: session.transport, version: session.version, took });
  return new Exchange(session, {
    signal,
    commandTimeoutMs: limits.commandTimeoutMs,
    clock: Date.now,
    random: Math.random,
    onCommand: (command, durationMs, error) => {
      const failed = error instanceof Error ? { error: error.message } : {};
      log.debug(command.cmdlet, { ...parameterFields(command.parameters), ms: durationMs, ...failed });
    },
    onEvent: (command, event) => {
      if (event.kind === 'warning') log.warn(event.message, { cmdlet: command.cmdlet });
      else log.info(event.kind, { cmdlet: command.cmdlet, reason: event.reason });
    },
  });
}

function parameterFields(parameters: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** The run's time is up. */
class RunTimeoutError extends Error {
  override readonly name = 'RunTimeoutError' as const;

  constructor() {
    super("The run's time limit was reached.");
  }
}

/** A thrown error as a problem; what is none of the expected ones is thrown again, for the one place that catches all. */
export function problemOf(error: unknown, signal: AbortSignal): Problem {
  if (signal.aborted && signal.reason instanceof RunTimeoutError) {
    const detail = 'What is left is done in the next run. limits.runTimeout sets the limit.';
    return problem('run.timeout', '', signal.reason.message, detail);
  }
  if (signal.aborted) return problem('cancelled', '', 'The host cancelled the run.');
  if (error instanceof ExchangeError) return error.toProblem();
  if (error instanceof StateError) return problem(error.code, '', error.message, error.detail);
  if (error instanceof HostFailedError) {
    const why = error.cause instanceof Error ? error.cause.message : String(error.cause);
    return problem('host.failed', '', error.message, why);
  }
  throw error;
}
