import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  OutOfProcClient,
  PSRPError,
  type ClientEvent,
  type ClientPipeline,
  type ErrorRecord,
  type OutOfProcEvent,
  type PipelineDefinition,
  type PSValue,
} from '../../psrp';
import { ExchangeError } from '../exchange/exchange-error';
import { prepareNodeSessionCrypto } from './node-crypto';
import type { PowerShellProcess } from './power-shell-process';

/** What a pipeline gives besides objects. */
export interface PipelineListener {
  readonly onError: (record: ErrorRecord) => void;
  readonly onWarning: (message: string) => void;
}

/** When a pipeline has to be over. */
export interface PipelineBounds {
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** Objects that may wait for their reader before PowerShell is made to wait. */
const HIGH_WATER = 1000;
/** How long a stop may take before the process is ended. */
const STOP_GRACE_MS = 5_000;
/** How long an orderly end may take. */
const CLOSE_GRACE_MS = 10_000;

/**
 * A runspace pool in a PowerShell process of ours: one runspace, one pipeline at a time, because what an opening script
 * connects lives in that runspace. After a time-out, a protocol error or the end of the process the pool is broken and of
 * no more use.
 */
export class PowerShellPool {
  readonly #client: OutOfProcClient;
  readonly #waiters: (() => void)[] = [];
  #running: RunningPipeline | undefined;
  #isWriting = false;
  #isOpen = false;
  #isClosed = false;
  #failure: ExchangeError | undefined;

  private constructor(
    private readonly process: PowerShellProcess,
    private readonly describeEnd: (why: string) => ExchangeError,
    client: OutOfProcClient,
  ) {
    this.#client = client;
    process.onData((bytes) => {
      this.#receive(bytes);
    });
    void process.exited.then((why) => {
      this.#fail(describeEnd(why));
    });
  }

  /** Opens the pool and exchanges the session key, without which no password can travel. @throws ExchangeError */
  static async open(
    process: PowerShellProcess,
    describeEnd: (why: string) => ExchangeError,
    bounds: PipelineBounds,
  ): Promise<PowerShellPool> {
    const crypto = await prepareNodeSessionCrypto();
    const pool = new ClientRunspacePool({ newGuid: randomUUID, crypto });
    const opened = new PowerShellPool(process, describeEnd, new OutOfProcClient(pool));
    pool.open();
    opened.#flush();
    await opened.#until(() => opened.#isOpen, bounds, 'to open');
    return opened;
  }

  /** True when nothing can be run in it any more. */
  get isBroken(): boolean {
    return this.#failure !== undefined;
  }

  /**
   * Runs a pipeline and gives its objects as they come. A reader that stops reading stops the pipeline.
   * @throws ExchangeError cancelled, command.timeout (the pool is broken then), or what the pipeline ended with
   */
  async *run(
    definition: PipelineDefinition,
    bounds: PipelineBounds,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue> {
    if (this.#failure) throw this.#failure;
    if (this.#running) throw new Error('a pipeline is running already');
    const running = new RunningPipeline(this.#client.pool.createPipeline(definition), listener);
    this.#running = running;
    running.pipeline.start();
    this.#flush();
    try {
      for (;;) {
        await this.#until(() => running.hasNews, bounds, 'to answer');
        const values = running.take();
        this.process.resume();
        yield* values;
        if (values.length === 0 && running.isOver) break;
      }
    } finally {
      await this.#finish(running);
    }
    if (running.failure) listener.onError(running.failure);
  }

  /** Ends the pool in order, and the process in any case. Never throws. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (!this.#failure) {
      const bounds = { signal: new AbortController().signal, deadline: Date.now() + CLOSE_GRACE_MS };
      let isOver = false;
      this.#onPoolClosed = () => (isOver = true);
      try {
        this.#client.closePool();
        this.#flush();
        await this.#until(() => isOver, bounds, 'to close');
      } catch {
        // It is ended below.
      }
    }
    await this.process.kill();
  }

  #onPoolClosed: () => void = () => undefined;

  /** Closes a pipeline, stopping it first if it still runs: one that is not closed is kept for ever. */
  async #finish(running: RunningPipeline): Promise<void> {
    if (!this.#failure) {
      const bounds = { signal: new AbortController().signal, deadline: Date.now() + STOP_GRACE_MS };
      try {
        if (!running.isOver) {
          running.discard();
          this.process.resume();
          this.#client.stop(running.pipeline);
          this.#flush();
          await this.#until(() => running.isOver, bounds, 'to stop');
        }
        this.#client.closePipeline(running.pipeline);
        this.#flush();
        await this.#until(() => running.isClosed, bounds, 'to end a command');
      } catch (error) {
        this.#fail(error instanceof ExchangeError ? error : this.describeEnd(String(error)));
      }
    }
    this.#running = undefined;
  }

  #receive(bytes: Uint8Array): void {
    if (this.#failure) return;
    try {
      this.#client.receiveData(bytes);
      for (let event = this.#client.nextEvent(); event; event = this.#client.nextEvent()) this.#handle(event);
      this.#flush();
    } catch (error) {
      // Thrown from here, a fault of our own would end the whole process.
      const isTheirs = error instanceof PSRPError;
      const why = error instanceof Error ? error.message : String(error);
      const summary = isTheirs
        ? `PowerShell sent something that is not its protocol: ${why}`
        : `What PowerShell sent could not be worked through: ${why}`;
      const code = isTheirs ? 'protocol.malformed' : 'internal.error';
      this.#fail(new ExchangeError({ code, summary, detail: this.process.stderr(), cause: error }));
    }
    this.#wake();
  }

  #handle(event: ClientEvent | OutOfProcEvent): void {
    switch (event.type) {
      case 'runspacePoolState':
        if (event.state === 'Opened') this.#opened();
        else if (event.state === 'Broken') this.#fail(this.describeEnd(event.error?.message ?? 'its pool broke'));
        return;
      case 'sessionKey':
        this.#isOpen = true;
        return;
      case 'poolClosed':
        this.#onPoolClosed();
        return;
      case 'pipelineClosed':
        if (this.#running?.pipeline.id === event.pipelineId) this.#running.isClosed = true;
        return;
      case 'pipelineHostCall':
        this.#client.pool.refuseHostCall(event.call, 'There is nobody to answer.', event.pipelineId);
        return;
      case 'runspacePoolHostCall':
        this.#client.pool.refuseHostCall(event.call, 'There is nobody to answer.');
        return;
      default:
        if ('pipelineId' in event && this.#running?.pipeline.id === event.pipelineId) this.#running.handle(event);
        if (this.#running && this.#running.waiting > HIGH_WATER) this.process.pause();
    }
  }

  /** From version 2.4 on there is no session key: the transport itself is trusted, and here it is a pipe of ours. */
  #opened(): void {
    if (this.#client.pool.protocolVersion === '2.4') this.#isOpen = true;
    else this.#client.pool.exchangeKey();
  }

  /** Writes what there is to write, one line after the other. */
  #flush(): void {
    if (this.#isWriting || this.#failure) return;
    this.#isWriting = true;
    void this.#writeAll().finally(() => {
      this.#isWriting = false;
    });
  }

  async #writeAll(): Promise<void> {
    for (let line = this.#client.dataToSend(); line; line = this.#client.dataToSend()) {
      try {
        await this.process.write(line);
      } catch (error) {
        this.#fail(this.describeEnd(error instanceof Error ? error.message : String(error)));
        return;
      }
    }
  }

  #fail(error: ExchangeError): void {
    this.#failure ??= error;
    this.#wake();
  }

  #wake(): void {
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  /** Waits until something holds. A wait that ends otherwise breaks the pool and ends the process. */
  async #until(holds: () => boolean, { signal, deadline }: PipelineBounds, what: string): Promise<void> {
    while (!holds()) {
      if (this.#failure) throw this.#failure;
      if (signal.aborted) throw new ExchangeError({ code: 'cancelled', summary: 'The command was cancelled.' });
      const left = deadline - Date.now();
      if (left <= 0) throw await this.#timedOut(what);
      await this.#pause(left, signal);
    }
  }

  async #timedOut(what: string): Promise<ExchangeError> {
    const error = new ExchangeError({
      code: 'command.timeout',
      summary: `PowerShell took too long ${what}.`,
      detail: `It was ended, and its session is not used again. ${this.process.stderr()}`.trim(),
    });
    this.#fail(error);
    await this.process.kill();
    return error;
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
      signal.addEventListener('abort', done, { once: true });
      this.#waiters.push(done);
    });
  }
}

/** A pipeline under way, and what it has given that nobody has taken yet. */
class RunningPipeline {
  isOver = false;
  isClosed = false;
  failure: ErrorRecord | undefined;
  #values: PSValue[] = [];
  #isDiscarded = false;

  constructor(
    readonly pipeline: ClientPipeline,
    private readonly listener: PipelineListener,
  ) {}

  get waiting(): number {
    return this.#values.length;
  }

  get hasNews(): boolean {
    return this.#values.length > 0 || this.isOver;
  }

  take(): PSValue[] {
    return this.#values.splice(0);
  }

  /** Nobody reads any more. */
  discard(): void {
    this.#isDiscarded = true;
    this.#values = [];
  }

  handle(event: ClientEvent | OutOfProcEvent): void {
    if (event.type === 'output' && !this.#isDiscarded) this.#values.push(event.value);
    else if (event.type === 'error') this.listener.onError(event.record);
    else if (event.type === 'warning') this.listener.onWarning(event.record.message);
    else if (event.type === 'pipelineState') {
      this.isOver = ['Completed', 'Failed', 'Stopped'].includes(event.state);
      if (event.state === 'Failed') this.failure = event.error;
    }
  }
}
