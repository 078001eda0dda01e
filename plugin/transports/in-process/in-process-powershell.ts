import { ExchangeError } from '../../exchange/exchange-error';
import { reasonOf, waitFor } from '../../network';
import type { Command } from '../../exchange/command';
import type { LocalPowerShell, PipelineBounds, PipelineListener } from '../../powershell/local-power-shell';
import type { OpeningArgument } from '../../powershell/openings/opening';
import { stoppedError } from '../../powershell/stopped-error';
import type { PSValue } from '../../../psrp';
import { BRIDGE_VERSION, OPERATION, type Bridge } from './bridge';
import {
  BatchDecoder,
  decodeAnswer,
  encodeInvoke,
  encodeLocate,
  type Pipeline,
  type PipelineRecord,
} from './bridge-messages';
import { BridgeError } from './bridge-error';
import { commandPipeline, scriptPipeline } from './pipelines';
import { PipelineWatch } from './pipeline-watch';

/** How long a pipeline may take to stop before the runspace is given up, in milliseconds. */
const STOP_MS = 5000;

/** What opening a runspace depends on. */
export interface OpenOptions extends PipelineBounds {
  readonly bridge: Bridge;
  /** The folder of PowerShell 7; empty for Windows PowerShell. */
  readonly home: string;
  readonly clock: () => number;
  /** How long a pipeline may take to stop. */
  readonly stopMs?: number;
}

/**
 * One runspace inside this process.
 *
 * A runspace in a process cannot be killed. One that does not stop, or that did not end before its deadline, makes the
 * runspace broken: it is asked to stop, nobody waits for it, and nothing runs in the runspace again.
 */
export class InProcessPowerShell implements LocalPowerShell {
  private readonly closing = new AbortController();
  private broken: string | undefined;
  private isRunning = false;

  private constructor(
    private readonly options: OpenOptions,
    /** The version of PowerShell, such as 7.6.5. */
    readonly version: string,
    /** Core or Desktop. */
    readonly edition: string,
  ) {}

  /**
   * Opens a runspace.
   * @throws ExchangeError transport.unavailable, cancelled, command.timeout
   */
  static async open(options: OpenOptions): Promise<InProcessPowerShell> {
    const { bridge, home, clock } = options;
    const watch = new PipelineWatch('The start of PowerShell', options, new AbortController().signal, clock);
    let opening: Promise<Uint8Array> | undefined;
    try {
      const located = decodeAnswer(await waitFor(bridge.call(encodeLocate(home).finish()), watch.signal));
      checkVersion(located.text());
      opening = bridge.call(Buffer.of(OPERATION.open));
      const reader = decodeAnswer(await waitFor(opening, watch.signal));
      return new InProcessPowerShell(options, reader.text(), reader.text());
    } catch (error) {
      // Nobody waits for a runspace that opens too late; it is not left behind either.
      opening?.then(() => bridge.call(Buffer.of(OPERATION.close))).catch(() => undefined);
      if (!(error instanceof BridgeError)) throw error;
      throw new ExchangeError({
        code: 'transport.unavailable',
        summary: `PowerShell cannot be used inside this process: ${error.message}`,
        detail: `${error.exception}. Leave connection.transport out, or use child, which runs PowerShell as a process.`,
        cause: error,
      });
    } finally {
      watch.end();
    }
  }

  /** Whether nothing can run here any more. */
  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  runCommand(command: Command, bounds: PipelineBounds, listener: PipelineListener): AsyncGenerator<PSValue, void> {
    return this.run(commandPipeline(command), command.cmdlet, bounds, listener);
  }

  runScript(
    name: string,
    script: string,
    values: Readonly<Record<string, OpeningArgument>>,
    bounds: PipelineBounds,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue, void> {
    return this.run(scriptPipeline(script, values), name, bounds, listener);
  }

  /**
   * Runs a pipeline and gives its objects one by one. PowerShell is never more than two batches ahead. Whoever stops
   * reading stops the pipeline.
   * @param name what errors call it
   * @throws ExchangeError cancelled, command.timeout, connect.lost if the runspace is broken
   */
  async *run(
    pipeline: Pipeline,
    name: string,
    bounds: PipelineBounds,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue, void, undefined> {
    if (this.broken !== undefined) throw brokenError(name, this.broken);
    if (this.isRunning) throw new Error('a pipeline is running already');
    this.isRunning = true;
    const watch = new PipelineWatch(name, bounds, this.closing.signal, this.options.clock);
    try {
      await this.begin(pipeline, watch.signal);
      const decoder = new BatchDecoder();
      for (;;) {
        const batch = await waitFor(this.call(OPERATION.next), watch.signal);
        for (const record of decoder.decode(batch)) {
          // A batch that was there already comes in spite of the signal.
          if (watch.signal.aborted) throw reasonOf(watch.signal);
          if (record.kind === 'output') yield record.value;
          else if (this.take(record, name, listener)) return;
        }
      }
    } finally {
      await this.finish(name, watch.hasTimedOut);
      watch.end();
    }
  }

  /** Ends the runspace and whatever runs in it. Never throws; never takes longer than a pipeline may take to stop. */
  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    this.broken ??= 'it was closed';
    await this.within(this.call(OPERATION.close));
  }

  /**
   * Takes what is not an object.
   * @returns whether it is the end
   */
  private take(record: Exclude<PipelineRecord, { kind: 'output' }>, name: string, listener: PipelineListener): boolean {
    switch (record.kind) {
      case 'error':
        listener.onError(record.record);
        return false;
      case 'warning':
        listener.onWarning(record.message);
        return false;
      case 'end':
        this.isRunning = false;
        if (record.error) listener.onError(record.error);
        else if (record.end !== 'completed') throw stoppedError(name);
        return true;
    }
  }

  private async begin(pipeline: Pipeline, signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      this.isRunning = false;
      throw reasonOf(signal);
    }
    const request = encodeInvoke(pipeline);
    // The bridge copies the request before it returns.
    const answer = this.options.bridge.call(request.finish());
    request.erase();
    try {
      decodeAnswer(await answer);
    } catch (error) {
      this.isRunning = false;
      throw error;
    }
  }

  /** Ends a pipeline if it is not through. */
  private async finish(name: string, hasTimedOut: boolean): Promise<void> {
    if (!this.isRunning) return;
    this.isRunning = false;
    const stopped = this.call(OPERATION.stop);
    if (!hasTimedOut && (await this.within(stopped))) return;
    this.broken ??= hasTimedOut ? `${name} did not end before its deadline` : `${name} did not stop`;
    // Lets go of the batch that is being waited for, and of the process, which it would keep from ending.
    this.call(OPERATION.abandon).catch(() => undefined);
    stopped.then(() => this.call(OPERATION.close)).catch(() => undefined);
  }

  /** Whether something succeeds within the time that a pipeline has to stop. */
  private async within(work: Promise<unknown>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, this.options.stopMs ?? STOP_MS, false);
    });
    const done = work.then(
      () => true,
      () => false,
    );
    const result = await Promise.race([done, late]);
    clearTimeout(timer);
    return result;
  }

  private call(operation: number): Promise<Uint8Array> {
    return this.options.bridge.call(Buffer.of(operation));
  }
}

function checkVersion(stated: string): void {
  if (stated === BRIDGE_VERSION) return;
  throw new ExchangeError({
    code: 'transport.unavailable',
    summary: "The transport inProcess cannot be used: the connector's C# class is of another version than the rest.",
    detail: 'Run "npm run build:edge" in the folder of the connector.',
  });
}

function brokenError(name: string, why: string): ExchangeError {
  return new ExchangeError({
    code: 'connect.lost',
    summary: `${name} was not begun: the runspace in this process is of no more use.`,
    detail: `Before it, ${why}.`,
    cmdlet: name,
  });
}
