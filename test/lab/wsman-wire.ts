import { randomUUID } from 'node:crypto';
import { once, EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { type Lab, startLab } from '../../lab';
import type { LabOptions } from '../../lab/lab';
import {
  ClientRunspacePool,
  command,
  type ErrorRecord,
  type PipelineDefinition,
  type PipelineState,
  type PSDictionary,
  PSObject,
  type PSValue,
  WsmanClient,
  type WsmanClientOptions,
  type WsmanFault,
  type WsmanOperation,
} from '../../psrp';
import { START } from './lab-helpers';

/** An answer of the endpoint, as HTTP has it. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** What a test sends besides the body. */
export interface PostOptions {
  readonly path?: string;
  readonly method?: 'POST' | 'GET';
  readonly headers?: Readonly<Record<string, string>>;
  /** Nobody signs in. */
  readonly isAnonymous?: boolean;
}

/** What a pipeline gave. */
export interface PipelineResult {
  readonly output: PSObject[];
  readonly warnings: string[];
  readonly errors: ErrorRecord[];
  readonly state: PipelineState | undefined;
  /** What ended a pipeline that failed. */
  readonly failure: ErrorRecord | undefined;
  /** What WSMan refused. */
  readonly fault: WsmanFault | undefined;
}

/** A pipeline under way. */
export interface StartedPipeline {
  readonly id: string;
  /** What has come so far. */
  readonly seen: PipelineResult;
  /** Waits for its end, and closes it. */
  readonly result: () => Promise<PipelineResult>;
  readonly stop: () => void;
}

type Mutable = { -readonly [Field in keyof PipelineResult]: PipelineResult[Field] };

const NOTHING: PipelineResult = {
  output: [],
  warnings: [],
  errors: [],
  state: undefined,
  failure: undefined,
  fault: undefined,
};

/** The limit of every wait: a test that waits longer has failed. */
const LIMIT_MS = 15_000;

/** A lab of servers with a client that trusts its CA and keeps its cookies. */
export class RemoteWire {
  readonly cookies = new Map<string, string>();
  private readonly agent: Agent;

  constructor(readonly lab: Lab) {
    this.agent = new Agent({ connect: { ca: readFileSync(this.description.caFile) }, connections: 64 });
  }

  static async start(options: Partial<LabOptions> = {}): Promise<RemoteWire> {
    return new RemoteWire(await startLab({ devices: 40, seed: 7, version: 'SE', clock: { start: START }, ...options }));
  }

  get description(): NonNullable<Lab['description']['remotePowerShell']> {
    const { remotePowerShell } = this.lab.description;
    if (remotePowerShell === undefined) throw new Error('The lab has no remote PowerShell.');
    return remotePowerShell;
  }

  async close(): Promise<void> {
    await this.lab.close();
    await this.disconnect();
  }

  /** Leaves the lab as it is. */
  async disconnect(): Promise<void> {
    await this.agent.destroy();
  }

  /** The session of a client of our own. */
  session(options: Partial<WsmanClientOptions> & { readonly maxRunspaces?: number } = {}): RemoteSession {
    return new RemoteSession(this, options);
  }

  async post(body: Uint8Array | string, options: PostOptions = {}): Promise<HttpReply> {
    const answer = await this.send(body, options, AbortSignal.timeout(LIMIT_MS));
    this.keepCookies(answer.headers['set-cookie']);
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) };
  }

  /** The body of an answer, piece by piece as it comes. */
  async open(body: Uint8Array | string, signal: AbortSignal): Promise<Readable> {
    return (await this.send(body, {}, signal)).body;
  }

  private async send(
    body: Uint8Array | string,
    options: PostOptions,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const { username, password, url } = this.description;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return request(new URL(options.path ?? '?PSVersion=5.1.17763.771', url), {
      method: options.method ?? 'POST',
      ...(options.method === 'GET' ? {} : { body }),
      headers: {
        'content-type': 'application/soap+xml;charset=UTF-8',
        ...(options.isAnonymous === true ? {} : { authorization }),
        ...(cookie === '' ? {} : { cookie }),
        ...options.headers,
      },
      dispatcher: this.agent,
      signal,
    });
  }

  private keepCookies(given: string | string[] | undefined): void {
    for (const line of [given ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
  }
}

/** A pool at the endpoint, with the client's end of the core. It sends nothing again: what is lost is lost. */
export class RemoteSession {
  readonly pool: ClientRunspacePool;
  readonly client: WsmanClient;
  /** The operations that were posted, in order. */
  readonly posted: WsmanOperation[] = [];
  privateData: PSDictionary | null = null;
  poolFault: WsmanFault | undefined;
  isClosed = false;
  private readonly news = new EventEmitter();
  private readonly results = new Map<string, Mutable>();
  private readonly closedPipelines = new Set<string>();
  private failure: unknown;

  constructor(
    private readonly wire: RemoteWire,
    { maxRunspaces = 1, ...options }: Partial<WsmanClientOptions> & { readonly maxRunspaces?: number },
  ) {
    this.pool = new ClientRunspacePool({ newGuid: randomUUID, maxRunspaces });
    this.client = new WsmanClient(this.pool, {
      url: wire.description.url,
      newGuid: randomUUID,
      operationTimeoutSeconds: 5,
      ...options,
    });
  }

  async open(): Promise<this> {
    this.client.open();
    this.pump();
    await this.until(() => this.pool.state === 'Opened' || this.poolFault !== undefined);
    return this;
  }

  /** Starts a pipeline; `result` waits for its end. */
  start(definition: PipelineDefinition, input: readonly PSValue[] = []): StartedPipeline {
    const pipeline = this.pool.createPipeline(definition);
    const result: Mutable = { ...NOTHING, output: [], warnings: [], errors: [] };
    this.results.set(pipeline.id, result);
    pipeline.start();
    for (const value of input) pipeline.send(value);
    if (definition.hasInput === true) pipeline.endInput();
    this.pump();
    const wait = async (): Promise<PipelineResult> => {
      await this.until(() => result.state !== undefined || result.fault !== undefined);
      this.client.closePipeline(pipeline);
      this.pump();
      this.readEvents();
      await this.until(() => this.closedPipelines.has(pipeline.id) || this.poolFault !== undefined);
      return result;
    };
    const stop = (): void => {
      this.client.stop(pipeline);
      this.pump();
    };
    return { id: pipeline.id, seen: result, result: wait, stop };
  }

  /** Runs a cmdlet to its end. */
  async run(cmdlet: string, parameters: Readonly<Record<string, PSValue>> = {}): Promise<PipelineResult> {
    return this.runAll({ commands: [command(cmdlet, parameters)] });
  }

  async runAll(definition: PipelineDefinition, input: readonly PSValue[] = []): Promise<PipelineResult> {
    return this.start(definition, input).result();
  }

  async close(): Promise<void> {
    this.client.closePool();
    this.pump();
    await this.until(() => this.isClosed);
  }

  /** Waits until something has come true. */
  async until(isTrue: () => boolean): Promise<void> {
    const signal = AbortSignal.timeout(LIMIT_MS);
    while (!isTrue()) {
      if (this.failure !== undefined) throw this.failure as Error;
      await once(this.news, 'news', { signal });
    }
  }

  private pump(): void {
    for (;;) {
      const next = this.client.nextRequest();
      if (next === undefined) return;
      this.posted.push(next.operation);
      void this.exchange(next.id, next.body);
    }
  }

  private async exchange(id: string, body: Uint8Array): Promise<void> {
    try {
      const reply = await this.wire.post(body);
      const isPacked = reply.headers['content-encoding'] === 'gzip';
      this.client.receiveResponse(id, { status: reply.status, body: isPacked ? gunzipSync(reply.body) : reply.body });
      this.readEvents();
    } catch (error) {
      if (this.client.pendingRequests.some((pending) => pending.id === id)) this.client.requestFailed(id);
      this.failure ??= error;
    }
    if (this.failure === undefined) this.pump();
    this.news.emit('news');
  }

  private readEvents(): void {
    for (;;) {
      const event = this.client.nextEvent();
      if (event === undefined) return;
      if (event.type === 'applicationPrivateData') this.privateData = event.data;
      if (event.type === 'poolFault') this.poolFault = event.fault;
      if (event.type === 'poolClosed') this.isClosed = true;
      if (event.type === 'pipelineClosed') this.closedPipelines.add(event.pipelineId);
      if (!('pipelineId' in event)) continue;
      const result = this.results.get(event.pipelineId);
      if (result === undefined) continue;
      if (event.type === 'output' && event.value instanceof PSObject) result.output.push(event.value);
      if (event.type === 'warning') result.warnings.push(event.record.message);
      if (event.type === 'error') result.errors.push(event.record);
      if (event.type === 'pipelineFault') result.fault = event.fault;
      if (event.type === 'pipelineState' && /Completed|Failed|Stopped/.test(event.state)) {
        result.state = event.state;
        result.failure = event.error;
      }
    }
  }
}
