import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  OutOfProcClient,
  PSDictionary,
  PSRPError,
  type ClientEvent,
  type OutOfProcEvent,
  type PipelineDefinition,
  type PSValue,
} from '../../psrp';
import { ExchangeError } from '../exchange/exchange-error';
import { reasonOf } from '../network';
import type { PipelineBounds, PipelineListener } from './local-power-shell';
import { prepareNodeSessionCrypto } from './node-crypto';
import type { PowerShellProcess } from './power-shell-process';
import { RunningPipeline } from './running-pipeline';
import { stoppedError } from './stopped-error';

/** What a pool is opened in, and by when. */
export interface PoolOptions extends PipelineBounds {
  readonly process: PowerShellProcess;
  readonly clock: () => number;
}

/** Objects that may wait for their reader before PowerShell is made to wait. */
const HIGH_WATER = 1000;
/** How long a stop may take before the process is ended. */
const STOP_GRACE_MS = 5_000;
/** How long an orderly end may take. */
const CLOSE_GRACE_MS = 10_000;
/** Bytes that may come without a message of PowerShell's own, when others write to its output. */
const MAX_NOISE = 8 * 1024 * 1024;
/** So much of it is kept, to tell what it was. */
const KEPT_NOISE = 500;
/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

const NOBODY = 'There is nobody to answer.';

/**
 * A runspace pool in a PowerShell process of ours: one runspace, one pipeline at a time, because what an opening script
 * connects lives in that runspace. After a time-out, a protocol error or the end of the process the pool is broken and of
 * no more use, and the process is ended.
 */
export class PowerShellPool {
  readonly #process: PowerShellProcess;
  readonly #clock: () => number;
  readonly #client: OutOfProcClient;
  readonly #waiters: (() => void)[] = [];
  #running: RunningPipeline | undefined;
  #isWriting = false;
  #isOpen = false;
  #isClosed = false;
  #noise = 0;
  #keptNoise = '';
  #failure: ExchangeError | undefined;

  private constructor({ process, clock }: PoolOptions, client: OutOfProcClient) {
    this.#process = process;
    this.#clock = clock;
    this.#client = client;
    process.onData((bytes) => {
      this.#receive(bytes);
    });
    void process.exited.then((why) => {
      this.#fail(this.#ended(why));
    });
  }

  /**
   * Opens the pool and exchanges the session key, without which no password can travel. If it does not open, the
   * process is ended.
   * @throws ExchangeError transport.unavailable, protocol.malformed, cancelled
   */
  static async open(options: PoolOptions): Promise<PowerShellPool> {
    const crypto = await prepareNodeSessionCrypto();
    const pool = new ClientRunspacePool({ newGuid: randomUUID, crypto });
    const opened = new PowerShellPool(options, new OutOfProcClient(pool));
    try {
      pool.open();
      opened.#flush();
      await opened.#until(
        () => opened.#isOpen,
        options,
        () => opened.#ended('it did not open a runspace in time'),
      );
      return opened;
    } catch (error) {
      await options.process.kill();
      throw error;
    }
  }

  /** True when nothing can be run in it any more. */
  get isBroken(): boolean {
    return this.#failure !== undefined;
  }

  /**
   * Runs a pipeline and gives its objects as they come. A reader that stops reading stops the pipeline.
   * @param name what errors call it
   * @throws ExchangeError cancelled, command.timeout (the pool is broken then), or why the pool broke meanwhile
   */
  async *run(
    definition: PipelineDefinition,
    name: string,
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
        await this.#until(
          // Where news keeps coming there is an end all the same.
          () => running.isOver || (running.hasNews && !this.#isLate(bounds)),
          bounds,
          () => timeoutError(`${name} did not end before its deadline.`, this.#said()),
        );
        const values = running.take();
        this.#process.resume();
        yield* values;
        if (values.length === 0 && running.isOver) break;
      }
    } finally {
      await this.#finish(running, name);
    }
    if (running.failure) listener.onError(running.failure);
    if (running.isCutOff) throw stoppedError(name);
  }

  /** Ends the pool in order, and the process in any case. Never throws. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (!this.#failure) {
      let isOver = false;
      this.#onPoolClosed = () => (isOver = true);
      try {
        this.#client.closePool();
        this.#flush();
        await this.#until(() => isOver, this.#within(CLOSE_GRACE_MS), tookTooLong);
      } catch {
        // It is ended below.
      }
    }
    await this.#process.kill();
  }

  #onPoolClosed: () => void = () => undefined;

  /** Closes a pipeline, stopping it first if it still runs: one that is not closed is kept for ever. */
  async #finish(running: RunningPipeline, name: string): Promise<void> {
    if (!this.#failure) {
      const late = (): ExchangeError => timeoutError(`${name} did not stop.`, this.#said());
      try {
        // Also when it is over: more may wait than its reader took, and then nothing is read.
        running.discard();
        this.#process.resume();
        if (!running.isOver) {
          this.#client.stop(running.pipeline);
          this.#flush();
          await this.#until(() => running.isOver, this.#within(STOP_GRACE_MS), late);
        }
        this.#client.closePipeline(running.pipeline);
        this.#flush();
        await this.#until(() => running.isClosed, this.#within(STOP_GRACE_MS), late);
      } catch (error) {
        this.#fail(error instanceof ExchangeError ? error : this.#ended(String(error)));
      }
    }
    this.#running = undefined;
  }

  #receive(bytes: Uint8Array): void {
    if (this.#failure) return;
    try {
      this.#client.receiveData(bytes);
      let noise = 0;
      for (let event = this.#client.nextEvent(); event; event = this.#client.nextEvent()) {
        if (event.type === 'noise') noise += this.#keep(event.text);
        else this.#handle(event);
      }
      if (noise > 0) this.#heed(bytes.length);
      this.#flush();
    } catch (error) {
      // Thrown from here, a fault of our own would end the whole process.
      const isTheirs = error instanceof PSRPError;
      const why = error instanceof Error ? error.message : String(error);
      const summary = isTheirs
        ? `PowerShell sent something that is not its protocol: ${why}`
        : `What PowerShell sent could not be worked through: ${why}`;
      const code = isTheirs ? 'protocol.malformed' : 'internal.error';
      this.#fail(new ExchangeError({ code, summary, detail: this.#said(), cause: error }));
    }
    this.#wake();
  }

  #handle(event: ClientEvent | OutOfProcEvent): void {
    this.#noise = 0;
    switch (event.type) {
      case 'applicationPrivateData':
        this.#checkVersion(event.data);
        return;
      case 'runspacePoolState':
        if (event.state === 'Opened') this.#opened();
        else if (event.state === 'Broken') this.#fail(this.#ended(event.error?.message ?? 'its runspace pool broke'));
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
        this.#client.pool.refuseHostCall(event.call, NOBODY, event.pipelineId);
        return;
      case 'runspacePoolHostCall':
        this.#client.pool.refuseHostCall(event.call, NOBODY);
        return;
      default:
        if ('pipelineId' in event && this.#running?.pipeline.id === event.pipelineId) this.#running.handle(event);
        if (this.#running && this.#running.waiting > HIGH_WATER) this.#process.pause();
    }
  }

  #keep(noise: string): number {
    this.#keptNoise = `${this.#keptNoise}${noise}\n`.slice(0, KEPT_NOISE);
    return noise.length;
  }

  /** Programs that a script starts may write between PowerShell's lines; one that only writes is not PowerShell. */
  #heed(bytes: number): void {
    this.#noise += bytes;
    if (this.#noise <= MAX_NOISE) return;
    const summary = `${this.#process.executable} writes something that is not PowerShell's protocol, and does not end.`;
    this.#fail(new ExchangeError({ code: 'protocol.malformed', summary, detail: this.#said() }));
  }

  #checkVersion(data: PSDictionary | null): void {
    const table = data?.get('PSVersionTable');
    const version = table instanceof PSDictionary ? String(table.get('PSVersion')) : '';
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (version === '' || major > 5 || (major === 5 && minor >= 1)) return;
    this.#fail(
      new ExchangeError({
        code: 'transport.unavailable',
        summary: `${this.#process.executable} is PowerShell ${version}, which is too old.`,
        detail: 'The connector needs Windows PowerShell 5.1 or PowerShell 7.',
      }),
    );
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
        await this.#process.write(line);
      } catch {
        // The pipe has broken: how the process ended says why.
        this.#fail(this.#ended(await this.#process.exited));
        return;
      }
    }
  }

  /** The first failure counts. The process is of no more use after it. */
  #fail(error: ExchangeError): void {
    if (!this.#failure) void this.#process.kill();
    this.#failure ??= error;
    this.#wake();
  }

  #wake(): void {
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  /** Waits until something holds. A wait that takes too long breaks the pool. */
  async #until(holds: () => boolean, bounds: PipelineBounds, late: () => ExchangeError): Promise<void> {
    while (!holds()) {
      if (this.#failure) throw this.#failure;
      if (bounds.signal.aborted) throw reasonOf(bounds.signal);
      const left = bounds.deadline - this.#clock();
      if (left <= 0) {
        this.#fail(late());
        await this.#process.kill();
      } else await this.#pause(left, bounds.signal);
    }
  }

  #isLate({ signal, deadline }: PipelineBounds): boolean {
    return signal.aborted || this.#clock() >= deadline;
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, MAX_TIMER_MS));
      signal.addEventListener('abort', done, { once: true });
      this.#waiters.push(done);
    });
  }

  #within(ms: number): PipelineBounds {
    return { signal: new AbortController().signal, deadline: this.#clock() + ms };
  }

  /** PowerShell has ended, or does not serve: before it opened, it is the wrong program; later, the session is lost. */
  #ended(why: string): ExchangeError {
    const { executable } = this.#process;
    return this.#isOpen
      ? new ExchangeError({ code: 'connect.lost', summary: `PowerShell broke off: ${why}.`, detail: this.#said() })
      : new ExchangeError({
          code: 'transport.unavailable',
          summary: `PowerShell (${executable}) did not serve: ${why}.`,
          detail: this.#said(),
        });
  }

  /** What it wrote that is not the protocol. */
  #said(): string {
    const all = [this.#process.stderr(), this.#keptNoise.trim()].filter((text) => text !== '');
    return all.length === 0 ? 'It said nothing.' : `It said: ${all.join('\n')}`;
  }
}

function timeoutError(summary: string, said: string): ExchangeError {
  const detail = `PowerShell was ended with it, and the session is not used again. ${said}`;
  return new ExchangeError({ code: 'command.timeout', summary, detail });
}

const tookTooLong = (): ExchangeError => timeoutError('PowerShell did not end in order.', '');
