import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  decodeRequest,
  EMPTY_GUID,
  encodeFault,
  ServerRunspacePool,
  WsmanClient,
  WsmanFaultError,
  WsmanShell,
  type ClientEvent,
  type FailedRequest,
  type FaultDetails,
  type IncomingRequest,
  type ServerEvent,
  type WsmanClientOptions,
  type WsmanEvent,
  type WsmanRequest,
  type WsmanServerEvent,
  type WsmanShellOptions,
} from '../../psrp';

/** What becomes of an exchange on the wire. */
export type Fate = 'arrives' | 'requestLost' | 'answerLost';

/** What a test can bend. */
export interface EndsOptions {
  readonly client?: Partial<WsmanClientOptions>;
  readonly shell?: Partial<WsmanShellOptions>;
  readonly maxRunspaces?: number;
  /** Which of the requests under way goes on next; the first by default. */
  readonly pick?: (below: number) => number;
  readonly fate?: (request: WsmanRequest) => Fate;
  /** What the server refuses in place of handling it. */
  readonly refuse?: (request: IncomingRequest) => FaultDetails | undefined;
  /** What runs for a pipeline; by default what the test does by hand. */
  readonly serve?: (event: Extract<ServerEvent, { type: 'createPipeline' }>) => void;
}

interface Answered {
  readonly status: number;
  readonly body: Uint8Array;
}

/** A client and a server of WSMan, with a wire between them that a test can bend; no time passes but by `timeOut`. */
export class WsmanEnds {
  readonly client: WsmanClient;
  readonly clientEvents: (ClientEvent | WsmanEvent)[] = [];
  readonly serverEvents: (ServerEvent | WsmanServerEvent)[] = [];
  /** Every envelope that was posted and answered. */
  readonly posted: WsmanRequest[] = [];
  readonly answers: Answered[] = [];
  readonly failures: FailedRequest[] = [];
  readonly shells = new Map<string, WsmanShell>();
  /** Posted, and not yet at the server. */
  private readonly underWay: WsmanRequest[] = [];
  private readonly waiting = new Map<IncomingRequest, { readonly sent: WsmanRequest; readonly isLost: boolean }>();

  constructor(private readonly options: EndsOptions = {}) {
    const { maxRunspaces = 4 } = options;
    const pool = new ClientRunspacePool({ newGuid: randomUUID, maxRunspaces });
    this.client = new WsmanClient(pool, {
      url: 'https://mail.example/PowerShell',
      newGuid: randomUUID,
      ...options.client,
    });
  }

  static opened(options: EndsOptions = {}): WsmanEnds {
    const ends = new WsmanEnds(options);
    ends.client.open();
    ends.run();
    return ends;
  }

  /** The one shell. */
  get shell(): WsmanShell {
    const [shell] = this.shells.values();
    if (!shell) throw new Error('there is no shell');
    return shell;
  }

  of<T extends (ClientEvent | WsmanEvent)['type']>(type: T): Extract<ClientEvent | WsmanEvent, { type: T }>[] {
    return this.clientEvents.filter(
      (event): event is Extract<ClientEvent | WsmanEvent, { type: T }> => event.type === type,
    );
  }

  /** Operations of what was posted, and for which command they were (`*`: the pool). */
  log(from = 0): string[] {
    return this.posted
      .slice(from)
      .map(({ operation, pipelineId }) => `${operation}${pipelineId === EMPTY_GUID ? ' *' : ''}`);
  }

  /** Lets everything happen that can happen without time passing. */
  run(): void {
    for (;;) {
      for (let request = this.client.nextRequest(); request; request = this.client.nextRequest()) {
        this.posted.push(request);
        this.underWay.push(request);
      }
      this.takeClientEvents();
      const [request] = this.underWay.splice(this.options.pick?.(this.underWay.length) ?? 0, 1);
      if (request) this.carry(request);
      const moved = this.serve();
      if (!request && !moved && this.underWay.length === 0) return;
    }
  }

  /** The operation time-out of everything that waits elapses. */
  timeOut(): void {
    for (const shell of this.shells.values()) for (const request of shell.pendingRequests) shell.timeOut(request);
    this.run();
  }

  private carry(sent: WsmanRequest): void {
    const fate = this.options.fate?.(sent) ?? 'arrives';
    if (fate === 'requestLost') {
      this.failures.push(this.client.requestFailed(sent.id));
      return;
    }
    const isLost = fate === 'answerLost';
    let request: IncomingRequest;
    try {
      request = decodeRequest(sent.body);
    } catch (error) {
      if (!(error instanceof WsmanFaultError)) throw error;
      this.respond(sent, encodeFault(error.details, { relatesTo: error.relatesTo, newGuid: randomUUID }));
      return;
    }
    const refusal = this.options.refuse?.(request);
    if (refusal) this.respond(sent, encodeFault(refusal, { relatesTo: request.messageId, newGuid: randomUUID }));
    else {
      this.waiting.set(request, { sent, isLost });
      this.deliver(request);
    }
  }

  private deliver(request: IncomingRequest): void {
    const { shell: shellOptions } = this.options;
    const shellId = request.shellId?.toUpperCase() ?? '';
    const shell = this.shells.get(shellId);
    if (request.operation === 'Create') {
      const made = new WsmanShell(new ServerRunspacePool(), request, {
        newGuid: randomUUID,
        url: 'https://mail.example/PowerShell',
        owner: 'LAB\\admin',
        clientIp: '192.0.2.1',
        idleTimeoutMs: 900_000,
        ...shellOptions,
      });
      this.shells.set(made.id.toUpperCase(), made);
    } else if (shell) shell.receiveRequest(request);
    else {
      const { sent } = this.waiting.get(request)!;
      this.waiting.delete(request);
      this.respond(sent, encodeFault({ kind: 'shellNotFound' }, { relatesTo: request.messageId, newGuid: randomUUID }));
    }
  }

  /** Lets the server do what it can; false if that was nothing. */
  private serve(): boolean {
    let moved = false;
    for (const shell of this.shells.values()) {
      for (let event = shell.nextEvent(); event; event = shell.nextEvent()) {
        moved = true;
        this.serverEvents.push(event);
        this.handle(shell, event);
      }
      for (let answer = shell.nextAnswer(); answer; answer = shell.nextAnswer()) {
        moved = true;
        const waiting = this.waiting.get(answer.request);
        this.waiting.delete(answer.request);
        if (!waiting) throw new Error('an answer to what was not asked');
        if (waiting.isLost) this.failures.push(this.client.requestFailed(waiting.sent.id));
        else this.respond(waiting.sent, answer);
      }
    }
    return moved;
  }

  private handle(shell: WsmanShell, event: ServerEvent | WsmanServerEvent): void {
    const { pool } = shell;
    if (event.type === 'initRunspacePool') pool.accept();
    else if (event.type === 'createPipeline') {
      if (this.options.serve) this.options.serve(event);
      else event.pipeline.start();
    } else if (event.type === 'signal') {
      if (event.pipeline?.state === 'Running') event.pipeline.stop();
    } else if (event.type === 'closePipeline') {
      event.pipeline?.close();
      shell.closed(event.pipelineId);
    } else if (event.type === 'closePool') {
      if (pool.state === 'Opened') {
        pool.beginClose();
        pool.close();
      }
      shell.closed(EMPTY_GUID);
      this.shells.delete(shell.id.toUpperCase());
      this.flush(shell);
    }
  }

  /** What a shell that is gone has still to answer. */
  private flush(shell: WsmanShell): void {
    for (let answer = shell.nextAnswer(); answer; answer = shell.nextAnswer()) {
      const waiting = this.waiting.get(answer.request);
      this.waiting.delete(answer.request);
      if (waiting?.isLost) this.failures.push(this.client.requestFailed(waiting.sent.id));
      else if (waiting) this.respond(waiting.sent, answer);
    }
  }

  private respond(sent: WsmanRequest, answer: Answered): void {
    this.answers.push(answer);
    this.client.receiveResponse(sent.id, answer);
    this.takeClientEvents();
  }

  private takeClientEvents(): void {
    for (let event = this.client.nextEvent(); event; event = this.client.nextEvent()) this.clientEvents.push(event);
  }
}
