import { PSRPError } from '../errors/psrp-error';
import type { ServerEvent } from '../session/server-events';
import type { ServerPipeline } from '../session/server-pipeline';
import type { ServerRunspacePool } from '../session/server-runspace-pool';
import { EMPTY_GUID } from '../wire/guid-bytes';
import { commandCreatedBody, createdBody, receivedBody } from './answer-bodies';
import type { IncomingRequest } from './decode-request';
import { encodeAnswer } from './encode-answer';
import { encodeFault, type EncodedAnswer, type FaultDetails } from './encode-fault';
import { ACTION } from './names';
import { ServerChannel } from './server-channel';
import { element, type Xml } from './xml-writer';

/** What a shell tells of itself. */
export interface WsmanShellOptions {
  readonly newGuid: () => string;
  /** The address that the shell was created at. */
  readonly url: string;
  /** `DOMAIN\user`. */
  readonly owner: string;
  readonly clientIp: string;
  /** After how long without a request it is closed: whoever drives this does that. */
  readonly idleTimeoutMs: number;
  /** Bytes of an answer at most, whatever the client takes; 512,000 by default. */
  readonly maxEnvelopeBytes?: number;
  /** Named in faults. */
  readonly machine?: string;
  /** Whether answers are kept for clients that lose them, and OperationIDs echoed; true by default. WinRM 2.0 did not. */
  readonly keepsAnswers?: boolean;
}

/** The answer to a request. */
export interface WsmanAnswer extends EncodedAnswer {
  /** The very object that receiveRequest was given. */
  readonly request: IncomingRequest;
}

/** What a client asks for by WSMan itself. */
export type WsmanServerEvent =
  /** Stop the pipeline (`beginStop`, `stop`) if it runs; the signal was acknowledged. */
  | { readonly type: 'signal'; readonly pipelineId: string; readonly pipeline: ServerPipeline | undefined }
  /** Stop the pipeline if it runs, close it, and tell with `closed`. */
  | { readonly type: 'closePipeline'; readonly pipelineId: string; readonly pipeline: ServerPipeline | undefined }
  /** Stop and close all pipelines and the pool, and tell with `closed`: the shell is gone then. */
  | { readonly type: 'closePool' }
  /** The client sent what cannot be: everything but Delete is refused from now on. */
  | { readonly type: 'poolBroken'; readonly error: PSRPError };

const DEFAULT_ENVELOPE_BYTES = 512_000;
const NOTHING = new Uint8Array(0);
/** An element that has content is longer than an empty one. */
const ROUNDING = 64;

/**
 * A shell: the server's end of WSMan ([MS-WSMV]) around a server's pool. Requests are kept until there is something to answer;
 * time is the caller's (`timeOut` when a request's operation time-out has elapsed). The caller also finds the shell that a request
 * is for, by its `shellId` whatever the case, and sees to it that a Create asks for no shell that there is.
 */
export class WsmanShell {
  /** The name that the client uses for it. */
  readonly id: string;
  private readonly poolChannel = new ServerChannel(EMPTY_GUID, undefined);
  private readonly channels = new Map<string, ServerChannel>([[EMPTY_GUID, this.poolChannel]]);
  private readonly ready: WsmanAnswer[] = [];
  /** Made when they are asked for: a pipeline exists only once the pool has read what created it. */
  private readonly events: (() => WsmanServerEvent)[] = [];
  private broken: PSRPError | undefined;
  private isClosed = false;

  /** Takes the Create that asked for the shell; it is answered like any other request, also when it comes again. */
  constructor(
    readonly pool: ServerRunspacePool,
    create: IncomingRequest,
    private readonly options: WsmanShellOptions,
  ) {
    this.id = create.shellId ?? options.newGuid().toUpperCase();
    if (!this.isRepeated(this.poolChannel, create) && this.take(create))
      this.answer(create, createdBody(create, { ...options, shellId: this.id }));
  }

  /** The requests that wait for their answer. */
  get pendingRequests(): readonly IncomingRequest[] {
    return [...this.channels.values()].flatMap((channel) => channel.pending);
  }

  /** Takes a request for this shell. It never throws: what is wrong is answered with a fault. */
  receiveRequest(request: IncomingRequest): void {
    if (this.isClosed) {
      const reason = `failed because the shell was not found on the server. `;
      const text = `The request for the Windows Remote Shell with ShellId ${this.id} ${reason}`;
      this.refuse(request, { kind: 'shellNotFound', text });
      return;
    }
    const channel = this.channelOf(request);
    if (!channel) this.refuse(request, { kind: 'commandNotFound' });
    else if (!this.isRepeated(channel, request)) this.process(channel, request);
  }

  /** The next answer that is ready: ask after every event that was handled and everything that was written to the pool. */
  nextAnswer(): WsmanAnswer | undefined {
    if (this.ready.length === 0) this.fill();
    return this.ready.shift();
  }

  /** What the received requests mean; undefined if they mean nothing more. It never throws: a broken pool answers with faults. */
  nextEvent(): ServerEvent | WsmanServerEvent | undefined {
    let event: ServerEvent | undefined;
    this.guarded(() => {
      if (!this.broken) event = this.pool.nextEvent();
    });
    if (event?.type === 'createPipeline' || event?.type === 'getCommandMetadata') {
      const channel = this.channels.get(event.pipeline.id);
      if (channel) channel.pipeline = event.pipeline;
    }
    return event ?? this.events.shift()?.();
  }

  /** The operation time-out of a request has elapsed: it is answered with what there is, or the fault that says so. */
  timeOut(request: IncomingRequest): void {
    this.fill();
    if (this.forget(request)) this.refuse(request, { kind: 'timedOut' });
  }

  /** The connection that a request came by is gone: nothing is answered to it, and nothing lost by that. */
  abandon(request: IncomingRequest): void {
    this.forget(request);
  }

  /** Refuses a request. */
  refuse(request: IncomingRequest, details: FaultDetails): void {
    this.forget(request);
    const { newGuid, machine } = this.options;
    const context = { relatesTo: request.messageId, newGuid, machine, operationId: this.echoed(request) };
    this.keep(request, encodeFault(details, context));
  }

  /** What the client asked to close is closed; EMPTY_GUID is the pool, and with it everything that waits is answered. */
  closed(pipelineId: string): void {
    this.fill();
    if (pipelineId === EMPTY_GUID) this.isClosed = true;
    else this.pool.dropData(pipelineId, true);
    const gone = [...this.channels.values()].filter((channel) => this.isClosed || channel.pipelineId === pipelineId);
    for (const { receive } of gone) if (receive) this.refuse(receive, { kind: 'aborted' });
    for (const { closing, pipelineId: id } of gone) {
      if (closing) this.answer(closing, closing.operation === 'Delete' ? [] : [element('rsp:SignalResponse', {})]);
      this.channels.delete(id);
    }
  }

  private process(channel: ServerChannel, request: IncomingRequest): void {
    const { operation } = request;
    if (this.broken && operation !== 'Delete') {
      this.refuse(request, { kind: 'internalError', text: `${this.broken.message}. ` });
      return;
    }
    switch (operation) {
      case 'Create':
        this.refuse(request, { kind: 'invalidXml', text: 'The shell exists. ' });
        return;
      case 'Command':
        if (channel.isAnnounced) this.refuse(request, { kind: 'invalidXml', text: 'The command exists. ' });
        else if (this.take(request)) this.answer(request, commandCreatedBody(channel.commandId ?? ''));
        channel.isAnnounced = true;
        return;
      case 'Send':
        if (this.take(request)) this.answer(request, [element('rsp:SendResponse', {})]);
        return;
      case 'Receive':
        // A client that asks again has given up waiting for the first answer.
        if (channel.receive) this.refuse(channel.receive, { kind: 'aborted' });
        channel.receive = request;
        return;
      case 'Signal':
        this.signal(channel, request);
        return;
      case 'Delete':
        if (!channel.closing) this.events.push(() => ({ type: 'closePool' }));
        channel.closing = request;
    }
  }

  private signal(channel: ServerChannel, request: IncomingRequest): void {
    const { pipelineId } = channel;
    const pipeline = (): ServerPipeline | undefined => this.pool.pipeline(pipelineId);
    if (request.signal === 'stop') {
      this.events.push(() => ({ type: 'signal', pipelineId, pipeline: pipeline() }));
      this.answer(request, [element('rsp:SignalResponse', {})]);
    } else if (request.signal === 'terminate') {
      if (!channel.closing) this.events.push(() => ({ type: 'closePipeline', pipelineId, pipeline: pipeline() }));
      channel.closing = request;
    } else this.refuse(request, { kind: 'internalError', code: 87, text: 'The parameter is incorrect. ' });
  }

  /** Answers the Receives that there is something for. */
  private fill(): void {
    if (this.broken) return;
    const targets = new Set(this.pool.dataTargets());
    for (const channel of this.channels.values()) {
      const { receive, pipelineId } = channel;
      const hasData = targets.has(pipelineId);
      const hasEnded = channel.hasEnded;
      if (!receive || (!hasData && !hasEnded)) continue;
      const max = Math.min(receive.maxEnvelopeBytes, this.options.maxEnvelopeBytes ?? DEFAULT_ENVELOPE_BYTES);
      const room = max - this.encode(receive, receivedBody(channel.commandId, NOTHING, true)).length - ROUNDING;
      const data = hasData ? this.pool.dataToSend({ pipelineId, maxBytes: Math.floor(room / 4) * 3 })?.data : undefined;
      const isDone = hasEnded && !this.pool.dataTargets().includes(pipelineId);
      this.answer(receive, receivedBody(channel.commandId, data ?? NOTHING, isDone));
    }
  }

  private channelOf(request: IncomingRequest): ServerChannel | undefined {
    const { commandId, operation } = request;
    if (commandId === undefined) return this.poolChannel;
    const pipelineId = commandId.toLowerCase();
    if (operation === 'Command' && !this.channels.has(pipelineId)) {
      this.channels.set(pipelineId, new ServerChannel(pipelineId, commandId));
    }
    return this.channels.get(pipelineId);
  }

  /** Whether the client has sent a request before: then it gets the answer that was kept, or goes on waiting for it. */
  private isRepeated(channel: ServerChannel, request: IncomingRequest): boolean {
    const { operationId, operation, isRetransmission } = request;
    if (operationId === undefined) return false;
    const kept = channel.kept.get(operation);
    if (this.options.keepsAnswers === false) {
      if (isRetransmission) this.refuse(request, { kind: 'mustUnderstand' });
      return isRetransmission;
    }
    if (kept?.operationId !== operationId) {
      channel.kept.set(operation, { operationId, answer: undefined });
      return false;
    }
    if (!isRetransmission) this.ready.push({ request, ...this.duplicate(request) });
    else if (kept.answer) this.ready.push({ request, ...kept.answer });
    else if (operation === 'Receive') channel.receive = request;
    else channel.closing = request;
    return true;
  }

  private duplicate(request: IncomingRequest): EncodedAnswer {
    const { newGuid, machine } = this.options;
    return encodeFault({ kind: 'invalidHeader' }, { relatesTo: request.messageId, newGuid, machine });
  }

  private answer(request: IncomingRequest, body: Xml): void {
    this.forget(request);
    this.keep(request, { status: 200, body: this.encode(request, body) });
  }

  private encode(request: IncomingRequest, body: Xml): Uint8Array {
    const action = `${ACTION[request.operation]}Response`;
    const { newGuid } = this.options;
    return encodeAnswer({ action, relatesTo: request.messageId, newGuid, operationId: this.echoed(request) }, body);
  }

  private keep(request: IncomingRequest, answer: EncodedAnswer): void {
    const channel = this.channels.get(request.commandId?.toLowerCase() ?? EMPTY_GUID);
    const kept = channel?.kept.get(request.operation);
    if (kept && kept.operationId === request.operationId) kept.answer = answer;
    this.ready.push({ request, ...answer });
  }

  private echoed(request: IncomingRequest): string | undefined {
    return this.options.keepsAnswers === false ? undefined : request.operationId;
  }

  /** Lets a request wait no longer; false if it did not. */
  private forget(request: IncomingRequest): boolean {
    for (const channel of this.channels.values()) if (channel.forget(request)) return true;
    return false;
  }

  /** Hands a request's data to the pool; false if that broke it, and the request was refused. */
  private take(request: IncomingRequest): boolean {
    this.guarded(() => {
      if (request.data.length > 0) this.pool.receiveData(request.data);
    });
    if (this.broken) this.refuse(request, { kind: 'internalError', text: `${this.broken.message}. ` });
    return !this.broken;
  }

  private guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof PSRPError)) throw error;
      this.fill();
      this.broken = error;
      this.events.push(() => ({ type: 'poolBroken', error }));
      for (const { receive } of this.channels.values()) {
        if (receive) this.refuse(receive, { kind: 'internalError', text: `${error.message}. ` });
      }
    }
  }
}
