import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import {
  ClientRunspacePool,
  PSRPError,
  WsmanClient,
  type ClientEvent,
  type ErrorRecord,
  type FailedRequest,
  type PipelineDefinition,
  type PSValue,
  type WsmanEvent,
  type WsmanRequest,
} from '../../../psrp';
import { ExchangeError } from '../../exchange/exchange-error';
import { waitUntil, type HttpResponse, type Sleep } from '../../network';
import { exchangeErrorOf } from '../../powershell/error-record';
import type { PipelineBounds, PipelineListener } from '../../powershell/local-power-shell';
import type { AuthenticatedConnections } from './authenticated-connections';
import { describeFault, wasNotBegun } from './describe-fault';
import { redirectionFrom } from './endpoint';
import { POOL_TIMES, type PoolTimes } from './pool-times';
import { RemotePipeline } from './remote-pipeline';
import { WsmanCarrier } from './wsman-carrier';

/** What a pool is made of. */
export interface RemotePoolOptions {
  readonly url: URL;
  readonly connections: AuthenticatedConnections;
  readonly configurationName: string;
  readonly maxRunspaces: number;
  readonly allowRedirection: boolean;
  readonly clock: () => number;
  readonly sleep: Sleep;
  readonly times?: Partial<PoolTimes> | undefined;
}

/** A shell that nobody polls any more, because this process was killed, is freed after this time. */
const IDLE_TIMEOUT_S = 180;
/** Objects that may wait for their reader before the server is asked for no more. */
const HIGH_WATER = 1000;
/** Before each Delete: what loses one may lose the next one too, if that follows at once. */
const DELETE_PAUSES_MS = [0, 250, 1000];
const REDIRECTED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const NOBODY = 'There is nobody to answer.';

/**
 * A runspace pool at a server, over WSMan: a shell there, which is deleted in any case. Several pipelines run in it at once. It
 * breaks when an answer is lost that the server does not keep, and is of no more use then.
 */
export class RemotePool {
  private readonly times: PoolTimes;
  private readonly client: WsmanClient;
  private readonly carrier: WsmanCarrier;
  private readonly running = new Map<string, RemotePipeline>();
  private waiters: (() => void)[] = [];
  private readonly ending = new AbortController();
  private active = 0;
  private isOpen = false;
  private isRetired = false;
  private isDraining = false;
  private deletion: 'asked' | 'failed' | 'denied' | 'done' = 'asked';
  private closing: Promise<void> | undefined;
  private failure: Error | undefined;

  private constructor(private readonly options: RemotePoolOptions) {
    const { url, connections, configurationName, maxRunspaces, clock, sleep } = options;
    this.times = { ...POOL_TIMES, ...options.times };
    // Every command that ends listens to it.
    setMaxListeners(0, this.ending.signal);
    const pool = new ClientRunspacePool({ newGuid: randomUUID, maxRunspaces });
    this.client = new WsmanClient(pool, {
      url: url.href,
      newGuid: randomUUID,
      resourceUri: `http://schemas.microsoft.com/powershell/${configurationName}`,
      operationTimeoutSeconds: this.times.operationTimeoutMs / 1000,
      idleTimeoutSeconds: IDLE_TIMEOUT_S,
    });
    const { answerMs, operationTimeoutMs: longPollMs } = this.times;
    const { client } = this;
    this.carrier = new WsmanCarrier({
      ...{ client, url, connections, answerMs, longPollMs, clock, sleep },
      onPost: this.posted.bind(this),
      onAnswer: this.receive.bind(this),
      onFailure: this.failed.bind(this),
    });
  }

  /**
   * Opens a pool. If it does not open, nothing of it is left.
   * @throws ExchangeError, Redirection
   */
  static async open(options: RemotePoolOptions, signal: AbortSignal): Promise<RemotePool> {
    const pool = new RemotePool(options);
    const bounds = { signal, deadline: options.clock() + pool.times.openingMs };
    try {
      pool.client.open();
      pool.carrier.pump();
      await pool.until(
        () => pool.isOpen,
        bounds,
        () => pool.late('did not open a runspace in time'),
      );
      return pool;
    } catch (error) {
      await pool.close();
      throw error;
    }
  }

  /** True when nothing can be begun in it any more. */
  get isOver(): boolean {
    return this.isRetired || this.isBroken;
  }

  private get isBroken(): boolean {
    return this.failure !== undefined || this.closing !== undefined;
  }

  /**
   * Runs a pipeline and gives its objects as they come. Whoever stops reading stops the pipeline.
   * @throws ExchangeError, with `mayHaveHappened` if the server may have begun the pipeline
   */
  async *run(
    definition: PipelineDefinition,
    bounds: PipelineBounds,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue, void, undefined> {
    if (this.isOver) throw this.failure ?? this.late('was closed');
    const running = new RemotePipeline(this.client.pool.createPipeline(definition), listener);
    this.running.set(running.pipeline.id, running);
    this.active += 1;
    try {
      running.pipeline.start();
      for (;;) {
        this.carrier.pump();
        await this.until(
          // Where news keeps coming there is an end all the same.
          () => running.isOver || running.fault !== undefined || (running.hasNews && !this.isLate(bounds)),
          bounds,
          () => this.late('did not answer in time'),
        );
        if (running.fault) throw running.fault;
        const values = running.take();
        this.client.setReceiving(running.pipeline, true);
        this.carrier.pump();
        yield* values;
        if (values.length === 0 && running.isOver) break;
      }
      // A server that shuts down stops what runs: the rest of a list would be missing.
      if (running.isCutOff) throw this.late('stopped a command by itself');
    } catch (error) {
      // When the pool broke meanwhile, the answer to the Command still tells whether it was begun.
      if (this.failure) await this.settled(() => !running.isAwaited, this.times.graceMs / 2);
      throw error instanceof ExchangeError ? error.with({ mayHaveHappened: running.mayHaveBegun }) : error;
    } finally {
      // Nobody has to wait for it to stop.
      void this.finish(running);
    }
    if (running.failure) listener.onError(running.failure);
  }

  /** Takes no further pipelines, and closes when those that run are over. */
  retire(): void {
    this.isRetired = true;
    if (this.active === 0) void this.close();
  }

  /** Deletes the shell, and ends all connections. Never throws. */
  close(): Promise<void> {
    return (this.closing ??= this.delete());
  }

  private async delete(): Promise<void> {
    const { graceMs } = this.times;
    // A shell that is only just being made could not be deleted yet; and what was begun is worth knowing.
    const isKnown = (): boolean =>
      !this.carrier.isCreating && ![...this.running.values()].some(({ isAwaited }) => isAwaited);
    await this.settled(isKnown, graceMs / 2);
    this.carrier.giveUp(this.late('was closed'));
    await this.settled(isKnown, graceMs);
    for (const pauseMs of DELETE_PAUSES_MS) {
      if (pauseMs > 0) await this.options.sleep(pauseMs, this.ending.signal);
      this.deletion = 'asked';
      this.client.closePool();
      this.carrier.pump();
      this.drain();
      await this.settled(() => this.deletion !== 'asked', graceMs);
      if (!this.mustDeleteAgain) break;
    }
    this.fail(this.late('was closed'));
    this.ending.abort();
    await this.carrier.close(this.late('was closed'));
  }

  private deleteFailed(how: 'failed' | 'denied'): void {
    if (this.deletion === 'asked') this.deletion = how;
  }

  private get mustDeleteAgain(): boolean {
    return this.deletion === 'failed';
  }

  /** Closes a pipeline, stopping it first if it still runs: one that is not closed is kept for ever. */
  private async finish(running: RemotePipeline): Promise<void> {
    const { pipeline } = running;
    const bounds = { signal: this.ending.signal, deadline: this.options.clock() + this.times.graceMs };
    const late = (): ExchangeError => this.late('did not stop a command in time');
    try {
      if (!this.isBroken && !running.isOver && !running.fault && pipeline.state === 'Running') {
        running.discard();
        this.client.stop(pipeline);
        this.carrier.pump();
        await this.until(() => running.isOver || running.fault !== undefined, bounds, late);
      }
      if (!this.isBroken) this.client.closePipeline(pipeline);
      this.carrier.pump();
    } catch (error) {
      this.fail(asError(error));
    }
    this.active -= 1;
    if (this.isRetired) this.retire();
    // Nothing has to wait for the close; but if it fails, the pool is not what it should be.
    void this.until(() => running.isClosed, bounds, late)
      .catch((error: unknown) => {
        this.fail(asError(error));
      })
      .finally(() => {
        this.running.delete(pipeline.id);
      });
  }

  private posted({ operation, pipelineId }: WsmanRequest): void {
    const running = this.running.get(pipelineId);
    if (running && operation === 'Command') running.mayHaveBegun = running.isAwaited = true;
  }

  private failed({ operation, pipelineId }: WsmanRequest, failure: ExchangeError, fate: FailedRequest): void {
    const running = this.running.get(pipelineId);
    if (running && operation === 'Command') {
      running.isAwaited = false;
      running.mayHaveBegun = failure.mayHaveHappened;
    }
    // A password that was refused is not tried again: that would lock the account.
    if (operation === 'Delete') this.deleteFailed(failure.code === 'auth.denied' ? 'denied' : 'failed');
    else if (fate === 'broken') this.fail(failure);
    this.wake();
  }

  private receive({ id, operation, pipelineId }: WsmanRequest, answer: HttpResponse): void {
    const running = operation === 'Command' ? this.running.get(pipelineId) : undefined;
    if (running) running.isAwaited = false;
    const location = answer.headers['location'];
    if (operation === 'Create' && REDIRECTED.has(answer.status) && typeof location === 'string') {
      this.fail(this.redirection(location));
    }
    try {
      const fault = this.client.receiveResponse(id, answer);
      if (running && fault && wasNotBegun(fault)) running.mayHaveBegun = false;
    } catch (error) {
      if (operation === 'Delete') this.deleteFailed('failed');
      this.fail(this.malformed(error));
    }
    this.drainSoon();
  }

  /** What was received is worked through while the next answer is on its way: that has been asked for by then. */
  private drainSoon(): void {
    if (this.isDraining) return;
    this.isDraining = true;
    setImmediate(() => {
      this.isDraining = false;
      this.drain();
    });
  }

  private drain(): void {
    try {
      for (let event = this.client.nextEvent(); event; event = this.client.nextEvent()) this.handle(event);
    } catch (error) {
      this.fail(this.malformed(error));
    }
    this.carrier.pump();
    this.wake();
  }

  /** Thrown on, a fault of our own would end the whole process. */
  private malformed(error: unknown): ExchangeError {
    const isTheirs = error instanceof PSRPError;
    const why = asError(error).message;
    const summary = isTheirs
      ? `${this.host} sent something that is not its protocol: ${why}`
      : `What ${this.host} sent could not be worked through: ${why}`;
    return new ExchangeError({ code: isTheirs ? 'protocol.malformed' : 'internal.error', summary, cause: error });
  }

  private redirection(location: string): Error {
    try {
      return redirectionFrom(this.options.url, location, this.options.allowRedirection);
    } catch (error) {
      return asError(error);
    }
  }

  private handle(event: ClientEvent | WsmanEvent): void {
    switch (event.type) {
      case 'runspacePoolState':
        if (event.state === 'Opened') this.isOpen = true;
        else if (['Broken', 'Closed'].includes(event.state)) this.fail(this.brokenBy(event.error));
        return;
      case 'poolClosed':
        this.deletion = 'done';
        return;
      case 'poolFault':
        if (event.operation === 'Delete') this.deleteFailed('failed');
        else this.fail(describeFault(event.fault, event.operation, this.host));
        return;
      case 'pipelineHostCall':
        this.client.pool.refuseHostCall(event.call, NOBODY, event.pipelineId);
        return;
      case 'runspacePoolHostCall':
        this.client.pool.refuseHostCall(event.call, NOBODY);
        return;
      default:
        if ('pipelineId' in event) this.handleOf(event);
    }
  }

  private brokenBy(record: ErrorRecord | undefined): ExchangeError {
    const because = record ? exchangeErrorOf(record, { cmdlet: 'New-PSSession' }) : undefined;
    return because ?? this.late('was broken by the server');
  }

  private handleOf(event: Extract<ClientEvent | WsmanEvent, { readonly pipelineId: string }>): void {
    const running = this.running.get(event.pipelineId);
    if (!running) return;
    if (event.type === 'pipelineClosed') running.isClosed = true;
    else if (event.type === 'pipelineFault') {
      const { operation, fault } = event;
      running.fault = describeFault(fault, operation, this.host);
    } else if (event.type !== 'signalAck') running.handle(event);
    if (running.waiting > HIGH_WATER) this.client.setReceiving(running.pipeline, false);
  }

  /** The first failure counts. What is left of the pool is deleted. */
  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
    void this.close();
  }

  private wake(): void {
    const { waiters } = this;
    this.waiters = [];
    for (const waiter of waiters) waiter();
  }

  /** Waits for something for a while, whatever becomes of the pool. */
  private async settled(holds: () => boolean, ms: number): Promise<void> {
    await this.until(holds, this.within(ms), () => this.late('did not answer'), true).catch(() => undefined);
  }

  private isLate({ signal, deadline }: PipelineBounds): boolean {
    return signal.aborted || this.options.clock() >= deadline;
  }

  private within(ms: number): PipelineBounds {
    return { signal: new AbortController().signal, deadline: this.options.clock() + ms };
  }

  /** Waits until something holds, unless the pool breaks. @throws ExchangeError, and Redirection while it opens */
  private async until(
    holds: () => boolean,
    bounds: PipelineBounds,
    late: () => ExchangeError,
    evenIfBroken = false,
  ): Promise<void> {
    while (!holds()) {
      if (this.failure && !evenIfBroken) throw this.failure;
      const news = new Promise<void>((resolve) => this.waiters.push(resolve));
      await waitUntil(news, bounds, this.options.clock, late);
    }
  }

  private late(what: string): ExchangeError {
    return new ExchangeError({
      code: 'connect.lost',
      summary: `The session at ${this.host} ${what}.`.replace('..', '.'),
    });
  }

  private get host(): string {
    return this.options.url.host;
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
