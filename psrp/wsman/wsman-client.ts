import { isFinal } from '../messages/states';
import type { ClientEvent } from '../session/client-events';
import type { ClientPipeline } from '../session/client-pipeline';
import type { ClientRunspacePool } from '../session/client-runspace-pool';
import type { OutgoingData } from '../session/outgoing-queue';
import { EMPTY_GUID } from '../wire/guid-bytes';
import { ClientChannel } from './client-channel';
import type { FailedRequest, WsmanEvent } from './client-events';
import { decodeAnswer, type DecodedAnswer } from './decode-answer';
import * as requests from './encode-request';
import { RequestWriter, type WsmanClientOptions } from './request-writer';
import type { WsmanFault } from './wsman-fault';
import type { WsmanOperation, WsmanRequest } from './wsman-request';
import { DEFAULT_XML_LIMITS } from './xml-element';

const ENDED_WITHOUT_STATE: WsmanFault = {
  kind: 'other',
  status: 200,
  subcode: '',
  code: undefined,
  machine: undefined,
  provider: undefined,
  text: 'The server has ended the command without telling how it ended.',
};

interface Pending {
  readonly request: WsmanRequest;
  readonly header: requests.RequestHeader;
  readonly content: string;
  readonly channel: ClientChannel;
  readonly signal: keyof typeof requests.SIGNAL | undefined;
}

/**
 * The client's end of WSMan ([MS-WSMV]), around a client's pool. It decides which requests may be under way at once (for the
 * pool and for each pipeline one Send and one Receive): whoever drives it posts each that `nextRequest` gives right away, on
 * connections of its own choosing, and tells what became of it. The pool is polled for as long as it is open, as Windows does.
 */
export class WsmanClient {
  private phase: 'new' | 'opening' | 'creating' | 'open' | 'broken' | 'closed' = 'new';
  private shellId: string;
  /** Whether the server has the shell, as far as is known. */
  private shell: 'no' | 'maybe' | 'yes' = 'no';
  private deletion: 'unwanted' | 'wanted' | 'sent' = 'unwanted';
  private keepsAnswers = false;
  private readonly writer: RequestWriter;
  private readonly idleTimeoutSeconds: number | undefined;
  private readonly poolChannel = new ClientChannel(EMPTY_GUID);
  private readonly channels = new Map<string, ClientChannel>([[EMPTY_GUID, this.poolChannel]]);
  private readonly pending = new Map<string, Pending>();
  private readonly repeats: WsmanRequest[] = [];
  private readonly events: WsmanEvent[] = [];

  constructor(
    readonly pool: ClientRunspacePool,
    options: WsmanClientOptions,
  ) {
    this.idleTimeoutSeconds = options.idleTimeoutSeconds;
    this.writer = new RequestWriter(pool, options);
    this.shellId = pool.id.toUpperCase();
  }

  /** The requests that nextRequest gave and that were not answered. */
  get pendingRequests(): readonly WsmanRequest[] {
    return [...this.pending.values()].map(({ request }) => request);
  }

  /** Opens the pool: Create, then Receive until the pool's state is Opened, and beyond. */
  open(): void {
    this.pool.open();
    this.phase = 'opening';
  }

  /** The next request to post; undefined if there is none, or none before an answer comes. */
  nextRequest(): WsmanRequest | undefined {
    const repeated = this.repeats.shift();
    if (repeated) return repeated;
    if (this.deletion === 'wanted' && this.phase !== 'creating') {
      this.deletion = 'sent';
      return this.request('Delete', this.poolChannel, '');
    }
    if (this.phase === 'opening') return this.create();
    if (this.phase !== 'open' || this.deletion !== 'unwanted') return undefined;
    const targets = new Set(this.pool.dataTargets());
    for (const pipelineId of targets) this.channel(pipelineId);
    for (const channel of this.channels.values()) {
      const request = this.nextOf(channel, targets.has(channel.pipelineId));
      if (request) return request;
    }
    return undefined;
  }

  /**
   * Takes the answer to a request, whole: whoever drives this has bounded it.
   * @returns the refusal, if it is one: also when the pool is broken, and nothing else follows from it any more
   * @throws ProtocolError, LimitError: the pool is broken; only closePool is left
   */
  receiveResponse(
    id: string,
    response: { readonly status: number; readonly body: Uint8Array },
  ): WsmanFault | undefined {
    const pending = this.settle(id);
    const { channel, request } = pending;
    const isDelete = request.operation === 'Delete';
    // Whatever is wrong with the answer, closePool can ask once more.
    if (isDelete) this.deletion = 'unwanted';
    const isOver = this.phase === 'closed' || (this.phase === 'broken' && !isDelete);
    const limits = { ...DEFAULT_XML_LIMITS, maxBytes: 2 * this.writer.maxEnvelopeBytes };
    return this.breaking(() => {
      const answer = decodeAnswer({ ...pending.header, forCommand: !channel.isPool }, response, limits);
      if (isOver) return answer.fault;
      this.keepsAnswers ||= answer.isKept;
      if (answer.fault) this.refused(pending, answer.fault);
      else this.accepted(pending, answer);
      return answer.fault;
    });
  }

  /**
   * No answer to a request came, or not a whole one.
   * @param mayHaveArrived false if the server has certainly done nothing with it: then a Create has made no shell
   */
  requestFailed(id: string, mayHaveArrived = true): FailedRequest {
    const { request, header, content, channel, signal } = this.settle(id);
    const { operation } = request;
    if (this.phase === 'closed') return 'ignored';
    if (operation === 'Create' && !mayHaveArrived) this.shell = 'no';
    if (operation === 'Delete') {
      this.deletion = 'unwanted';
      this.break();
      return 'broken';
    }
    if (this.phase === 'broken' || (operation !== 'Create' && this.deletion !== 'unwanted')) return 'ignored';
    if (operation === 'Receive') {
      if (!channel.awaitsOutput) return 'ignored';
      if (this.keepsAnswers) {
        this.repeats.push(this.post({ ...header, isRetransmission: true }, content, channel, signal));
        return 'repeat';
      }
    }
    this.break();
    return 'broken';
  }

  /** What the received answers mean; undefined if they mean nothing more. Throws as the pool's. */
  nextEvent(): ClientEvent | WsmanEvent | undefined {
    // The pool's come first: what a pipeline wrote was written before it was closed.
    const event = this.breaking(() => this.pool.nextEvent());
    if (event?.type === 'pipelineState' && isFinal(event.state)) {
      const channel = this.channels.get(event.pipelineId);
      if (channel) channel.hasEnded = true;
    } else if (event?.type === 'runspacePoolState' && event.state !== 'Opened') this.poolChannel.hasEnded = true;
    if (!event) this.checkDone();
    return event ?? this.events.shift();
  }

  /** Holds back further Receives of a pipeline whose output nobody takes at the moment, or lets them go on. */
  setReceiving(pipeline: ClientPipeline, receiving: boolean): void {
    const channel = receiving ? this.channels.get(pipeline.id) : this.channel(pipeline.id);
    if (channel) channel.isHeld = !receiving;
  }

  /** Stops a pipeline (Signal ctrl_c): go on until its state is Stopped, then close it. */
  stop(pipeline: ClientPipeline): void {
    pipeline.beginStop();
    const channel = this.channel(pipeline.id);
    channel.wantsStop = true;
    channel.isHeld = false;
  }

  /** Closes a pipeline (Signal terminate); every one needs it. The event `pipelineClosed` tells when the server has. */
  closePipeline(pipeline: ClientPipeline): void {
    pipeline.close();
    const channel = this.channels.get(pipeline.id);
    if (channel && channel.state !== 'new' && channel.state !== 'refused') {
      channel.wantsClose = true;
      channel.wantsStop = false;
    } else this.pipelineClosed(pipeline.id);
  }

  /**
   * Closes the pool with all its pipelines (Delete), also a broken one, and also one whose Create got no answer: then the shell
   * is asked for by the name that the client gave it. `poolClosed` tells when it is gone.
   */
  closePool(): void {
    if (this.phase === 'closed' || this.deletion !== 'unwanted') return;
    if (this.pool.state === 'Opening' || this.pool.state === 'Opened') this.pool.beginClose();
    if (this.shell === 'no') this.finish();
    else this.deletion = 'wanted';
  }

  /** Nothing more comes from a command that the server calls done: one without a state would never end. */
  private checkDone(): void {
    // What a pool that broke had not read yet, states too, went with it.
    if (this.phase !== 'open') return;
    for (const channel of this.channels.values()) {
      if (channel.isDone && channel.awaitsOutput) this.fail(channel, 'Receive', ENDED_WITHOUT_STATE);
    }
  }

  private create(): WsmanRequest | undefined {
    const { shellId, idleTimeoutSeconds } = this;
    this.phase = 'creating';
    this.shell = 'maybe';
    return this.carry('Create', this.poolChannel, ({ data }) => requests.shellBody(shellId, idleTimeoutSeconds, data));
  }

  private nextOf(channel: ClientChannel, hasData: boolean): WsmanRequest | undefined {
    const { commandId = '' } = channel;
    if (channel.state === 'new' && hasData) {
      channel.state = 'announcing';
      return this.carry('Command', channel, ({ data }) => requests.commandBody(commandId, data));
    }
    if (channel.canSend && hasData) {
      channel.isSending = true;
      const streamOf = ({ stream }: OutgoingData): 'stdin' | 'pr' => (stream === 'PromptResponse' ? 'pr' : 'stdin');
      return this.carry('Send', channel, (out) => requests.sendBody(channel.commandId, streamOf(out), out.data));
    }
    const signal = channel.wantsStop ? 'stop' : channel.wantsClose ? 'terminate' : undefined;
    if (signal && !channel.isPool && (channel.state === 'open' || channel.state === 'failed')) {
      if (!channel.isSending && !channel.isSignalling) return this.signal(channel, signal);
    }
    if (!channel.canReceive) return undefined;
    channel.isReceiving = true;
    return this.request('Receive', channel, requests.receiveBody(channel.commandId));
  }

  private signal(channel: ClientChannel, signal: keyof typeof requests.SIGNAL): WsmanRequest {
    channel.isSignalling = true;
    channel.wantsStop = false;
    return this.request('Signal', channel, requests.signalBody(channel.commandId ?? '', signal), signal);
  }

  /** A request with as much of a channel's data as fits. */
  private carry(
    operation: WsmanOperation,
    channel: ClientChannel,
    bodyOf: (out: OutgoingData) => string,
  ): WsmanRequest | undefined {
    const { pipelineId } = channel;
    const empty = { pipelineId, stream: 'PromptResponse', data: new Uint8Array(0) } as const;
    const header = this.writer.header(operation, this.shellId);
    const outgoing = this.pool.dataToSend({ pipelineId, maxBytes: this.writer.room(header, bodyOf(empty)) });
    return outgoing && this.post(header, bodyOf(outgoing), channel, undefined);
  }

  private request(
    operation: WsmanOperation,
    channel: ClientChannel,
    content: string,
    signal?: keyof typeof requests.SIGNAL,
  ): WsmanRequest {
    return this.post(this.writer.header(operation, this.shellId), content, channel, signal);
  }

  private post(
    header: requests.RequestHeader,
    content: string,
    channel: ClientChannel,
    signal: keyof typeof requests.SIGNAL | undefined,
  ): WsmanRequest {
    const { operation, messageId } = header;
    const request = {
      id: messageId,
      operation,
      pipelineId: channel.pipelineId,
      body: requests.encodeRequest(header, content),
      isLongPoll: operation === 'Receive',
    };
    this.pending.set(messageId, { request, header, content, channel, signal });
    return request;
  }

  private accepted({ request, channel, signal }: Pending, answer: DecodedAnswer): void {
    switch (request.operation) {
      case 'Create':
        this.shellId = answer.shellId ?? this.shellId;
        this.shell = 'yes';
        this.phase = 'open';
        channel.state = 'open';
        this.events.push({ type: 'shellCreated', shellId: this.shellId });
        return;
      case 'Command':
        channel.commandId = answer.commandId;
        channel.state = 'open';
        return;
      case 'Send':
        channel.isSending = false;
        return;
      case 'Receive':
        channel.isReceiving = false;
        channel.isDone ||= answer.isDone && !channel.isPool;
        if (answer.data.length > 0 && this.pool.state !== 'Broken') this.pool.receiveData(answer.data);
        return;
      case 'Signal':
        channel.isSignalling = false;
        if (signal === 'terminate') this.pipelineClosed(channel.pipelineId);
        else this.events.push({ type: 'signalAck', pipelineId: channel.pipelineId });
        return;
      case 'Delete':
        this.finish();
    }
  }

  private refused({ request, channel, signal }: Pending, fault: WsmanFault): void {
    const { operation } = request;
    const isDeleting = this.deletion !== 'unwanted' && operation !== 'Create' && operation !== 'Delete';
    if (isDeleting) return;
    switch (operation) {
      case 'Create':
        this.shell = 'no';
        break;
      case 'Command':
        channel.state = 'refused';
        this.fail(channel, operation, fault);
        if (channel.wantsClose) this.pipelineClosed(channel.pipelineId);
        return;
      case 'Send':
        channel.isSending = false;
        if (channel.hasEnded) return;
        break;
      case 'Receive':
        channel.isReceiving = false;
        if (fault.kind === 'timedOut' || !channel.awaitsOutput) return;
        break;
      case 'Signal':
        channel.isSignalling = false;
        // A command that has ended by itself meanwhile is what was asked for.
        if (fault.kind !== 'commandNotFound') this.fail(channel, operation, fault);
        else if (signal === 'stop') this.events.push({ type: 'signalAck', pipelineId: channel.pipelineId });
        if (signal === 'terminate') this.pipelineClosed(channel.pipelineId);
        return;
      case 'Delete':
        this.deletion = 'unwanted';
        if (fault.kind === 'shellNotFound') {
          this.finish();
          return;
        }
    }
    this.fail(channel, operation, fault);
  }

  private fail(channel: ClientChannel, operation: WsmanOperation, fault: WsmanFault): void {
    const { pipelineId } = channel;
    if (channel.isPool) {
      this.break();
      this.events.push({ type: 'poolFault', operation, fault });
    } else {
      if (channel.state === 'open') channel.state = 'failed';
      this.events.push({ type: 'pipelineFault', pipelineId, operation, fault });
    }
  }

  private pipelineClosed(pipelineId: string): void {
    this.channels.delete(pipelineId);
    this.events.push({ type: 'pipelineClosed', pipelineId });
  }

  private finish(): void {
    this.phase = 'closed';
    this.pool.close();
    this.channels.clear();
    this.events.push({ type: 'poolClosed' });
  }

  private break(): void {
    if (this.phase === 'closed') return;
    this.phase = 'broken';
    this.repeats.length = 0;
    this.pool.breakDown();
  }

  private breaking<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      this.break();
      throw error;
    }
  }

  private settle(id: string): Pending {
    const pending = this.pending.get(id);
    if (!pending) throw new RangeError(`There is no request ${id} that waits for an answer`);
    this.pending.delete(id);
    return pending;
  }

  private channel(pipelineId: string): ClientChannel {
    let channel = this.channels.get(pipelineId);
    if (!channel) {
      channel = new ClientChannel(pipelineId);
      this.channels.set(pipelineId, channel);
    }
    return channel;
  }
}
