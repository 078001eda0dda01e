import { randomUUID } from 'node:crypto';
import { nodeSessionCrypto } from '../../plugin/powershell/node-crypto';
import {
  type EncodedAnswer,
  errorRecord,
  EMPTY_GUID,
  type FaultDetails,
  type IncomingRequest,
  type PipelineDefinition,
  type ProtocolVersion,
  type PSDictionary,
  type PSValue,
  type ServerEvent,
  type ServerPipeline,
  ServerRunspacePool,
  type WsmanServerEvent,
  WsmanShell,
} from '../../psrp';
import type { Fault } from '../faults/fault';
import { type CommandContext, runPipeline, type Spoiling } from './command-run';
import { PipelineRun } from './pipeline-run';

/** What a shell is made of. */
export interface LabShellOptions extends CommandContext {
  readonly url: string;
  readonly clientIp: string;
  /** The full name of the server that answers. */
  readonly machine: string;
  readonly protocolVersion: ProtocolVersion;
  readonly maxEnvelopeBytes: number;
  readonly idleTimeoutMs: number;
  readonly keepsAnswers: boolean;
  readonly privateData: PSDictionary;
  /** Why nothing can be done with the shell; each of its Receives is refused with it. */
  readonly refusal: FaultDetails | undefined;
  /** The client has deleted the shell. */
  readonly onClosed: () => void;
}

/** A pipeline that has been asked for. */
interface Asked {
  readonly pipeline: ServerPipeline;
  readonly definition: PipelineDefinition;
  readonly input: PSValue[];
  /** Whether it waits for input, or for a runspace. */
  isReady: boolean;
}

/** A shell of the lab: runs what its client asks for in a pool, as many pipelines at once as the client has runspaces. */
export class LabShell {
  readonly user: string;
  readonly wsman: WsmanShell;
  private readonly pool: ServerRunspacePool;
  private readonly answers = new Map<IncomingRequest, (answer: EncodedAnswer) => void>();
  private readonly timers = new Map<IncomingRequest, NodeJS.Timeout>();
  private readonly asked: Asked[] = [];
  private readonly running = new Map<string, PipelineRun>();
  private readonly calls = new Map<string, { readonly cmdlet: string; receives: number }>();
  private readonly spoilings = new Map<string, Spoiling>();
  private readonly receiveFaults = new Map<string, Fault>();
  private readonly delays = new Map<string, number>();
  private maxRunspaces = 1;

  constructor(
    private readonly create: IncomingRequest,
    private readonly options: LabShellOptions,
  ) {
    const { user, url, clientIp, machine, protocolVersion, maxEnvelopeBytes, idleTimeoutMs, keepsAnswers } = options;
    this.user = user;
    this.pool = new ServerRunspacePool({ protocolVersion, crypto: nodeSessionCrypto() });
    this.wsman = new WsmanShell(this.pool, create, {
      newGuid: randomUUID,
      url,
      owner: user,
      clientIp,
      machine,
      maxEnvelopeBytes,
      idleTimeoutMs,
      keepsAnswers,
    });
  }

  /** Whether a request waits for its answer: the shell is not idle then. */
  get isBusy(): boolean {
    return this.answers.size > 0;
  }

  /** Notes which cmdlet a command runs, and what a fault makes of it; before the command is handled. */
  announce(commandId: string, cmdlet: string, spoiling?: Spoiling, delayMs = 0): void {
    const id = commandId.toLowerCase();
    this.calls.set(id, { cmdlet, receives: 0 });
    if (spoiling !== undefined) this.spoilings.set(id, spoiling);
    if (delayMs > 0) this.delays.set(id, delayMs);
  }

  /** The cmdlet of a command, and how many of its Receives were answered. */
  callOf(commandId: string | undefined): { readonly cmdlet: string; readonly receives: number } | undefined {
    return commandId === undefined ? undefined : this.calls.get(commandId.toLowerCase());
  }

  /** Has the next Receive of a command spoiled. */
  spoilReceive(commandId: string, fault: Fault): void {
    this.receiveFaults.set(commandId.toLowerCase(), fault);
  }

  /** The fault that waits for a Receive of this command; it waits no longer. */
  takeReceiveFault(commandId: string | undefined): Fault | undefined {
    if (commandId === undefined) return undefined;
    const fault = this.receiveFaults.get(commandId.toLowerCase());
    this.receiveFaults.delete(commandId.toLowerCase());
    return fault;
  }

  /** The answer to the request that the shell was made of, or to a further one. */
  async handle(request: IncomingRequest): Promise<EncodedAnswer> {
    return new Promise((resolve) => {
      this.answers.set(request, resolve);
      if (request !== this.create) this.wsman.receiveRequest(request);
      if (request.operation === 'Receive') this.holdBack(request);
      this.work();
    });
  }

  /** Nobody waits for the answer any more. */
  abandon(request: IncomingRequest): void {
    if (!this.answers.has(request)) return;
    this.wsman.abandon(request);
    this.settle(request);
    this.work();
  }

  /** Ends everything, as a server does that has lost the shell: whoever waits is told so. */
  destroy(details: FaultDetails): void {
    this.stopAll();
    for (const request of [...this.answers.keys()]) this.wsman.refuse(request, details);
    this.work();
    for (const request of [...this.answers.keys()]) this.settle(request);
  }

  private holdBack(request: IncomingRequest): void {
    if (this.options.refusal !== undefined) {
      this.wsman.refuse(request, this.options.refusal);
      return;
    }
    const timer = setTimeout(() => {
      this.wsman.timeOut(request);
      this.work();
    }, request.operationTimeoutMs);
    this.timers.set(request, timer);
  }

  /** Handles what has come and answers what can be answered, until nothing is left. */
  private work(): void {
    for (;;) {
      const event = this.wsman.nextEvent();
      if (event !== undefined) {
        this.handleEvent(event);
        continue;
      }
      const before = this.pool.pendingBytes;
      const answer = this.wsman.nextAnswer();
      if (answer === undefined) return;
      const { request, ...encoded } = answer;
      this.noteTaken(request, before - this.pool.pendingBytes);
      const resolve = this.answers.get(request);
      this.settle(request);
      resolve?.(encoded);
    }
  }

  private noteTaken(request: IncomingRequest, bytes: number): void {
    const commandId = request.commandId?.toLowerCase();
    if (commandId === undefined) return;
    const call = this.calls.get(commandId);
    if (call !== undefined && request.operation === 'Receive') call.receives++;
    const run = this.running.get(commandId);
    run?.taken(bytes);
    if (run !== undefined) this.advance(run);
  }

  private settle(request: IncomingRequest): void {
    clearTimeout(this.timers.get(request));
    this.timers.delete(request);
    this.answers.delete(request);
  }

  private handleEvent(event: ServerEvent | WsmanServerEvent): void {
    switch (event.type) {
      case 'initRunspacePool':
        this.maxRunspaces = Math.max(1, event.init.maxRunspaces);
        this.pool.accept(this.options.privateData);
        return;
      case 'createPipeline': {
        const { pipeline, definition } = event;
        this.asked.push({ pipeline, definition, input: [], isReady: definition.hasInput !== true });
        this.startNext();
        return;
      }
      case 'getCommandMetadata':
        event.pipeline.fail(errorRecord('The lab does not describe its commands. Run them.'));
        return;
      case 'input':
        this.askedOf(event.pipeline)?.input.push(event.value);
        return;
      case 'endOfInput': {
        const asked = this.askedOf(event.pipeline);
        if (asked !== undefined) asked.isReady = true;
        this.startNext();
        return;
      }
      case 'setMaxRunspaces':
        this.maxRunspaces = Math.max(1, event.count);
        this.pool.respond(event.callId, true);
        this.startNext();
        return;
      case 'setMinRunspaces':
      case 'resetRunspaceState':
        this.pool.respond(event.callId, true);
        return;
      case 'getAvailableRunspaces':
        this.pool.respond(event.callId, Math.max(0, this.maxRunspaces - this.running.size));
        return;
      case 'signal':
        this.stop(event.pipeline);
        return;
      case 'closePipeline':
        this.stop(event.pipeline);
        event.pipeline?.close();
        this.wsman.closed(event.pipelineId);
        for (const notes of [this.calls, this.spoilings, this.delays, this.receiveFaults]) {
          notes.delete(event.pipelineId);
        }
        return;
      case 'closePool':
        this.stopAll();
        this.closePool();
        return;
      case 'poolBroken':
        this.stopAll();
        return;
      default:
    }
  }

  private askedOf(pipeline: ServerPipeline): Asked | undefined {
    return this.asked.find((asked) => asked.pipeline === pipeline);
  }

  /** Starts what waits for a runspace, in order. */
  private startNext(): void {
    while (this.running.size < this.maxRunspaces) {
      const place = this.asked.findIndex(({ isReady }) => isReady);
      const [asked] = place < 0 ? [] : this.asked.splice(place, 1);
      if (asked === undefined) return;
      this.start(asked);
    }
  }

  private start({ pipeline, definition, input }: Asked): void {
    const { id } = pipeline;
    const items = runPipeline(definition, input, this.options, this.spoilings.get(id));
    const run = new PipelineRun(this.pool, pipeline, items);
    this.running.set(id, run);
    const delayMs = this.delays.get(id);
    if (delayMs !== undefined) {
      run.holdBack(delayMs, () => {
        this.advance(run);
        this.work();
      });
    }
    this.advance(run);
  }

  private advance(run: PipelineRun): void {
    run.advance();
    if (run.isOver) this.release(run);
  }

  private release(run: PipelineRun): void {
    if (this.running.delete(run.pipeline.id)) this.startNext();
  }

  private stop(pipeline: ServerPipeline | undefined): void {
    if (pipeline === undefined) return;
    const run = this.running.get(pipeline.id);
    if (run !== undefined) {
      run.stop();
      this.release(run);
      return;
    }
    const place = this.asked.findIndex((asked) => asked.pipeline === pipeline);
    if (place < 0) return;
    this.asked.splice(place, 1);
    pipeline.beginStop();
    pipeline.stop();
  }

  private stopAll(): void {
    this.asked.length = 0;
    for (const run of this.running.values()) run.stop();
    this.running.clear();
  }

  private closePool(): void {
    if (this.pool.state === 'Opening' || this.pool.state === 'Opened') {
      this.pool.beginClose();
      this.pool.close();
    }
    this.wsman.closed(EMPTY_GUID);
    this.options.onClosed();
  }
}
