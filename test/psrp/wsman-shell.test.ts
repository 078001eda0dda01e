import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  command,
  decodeRequest,
  EMPTY_GUID,
  ServerRunspacePool,
  WsmanClient,
  WsmanShell,
  type ClientPipeline,
  type IncomingRequest,
  type ServerPipeline,
  type WsmanShellOptions,
} from '../../psrp';
import { text } from './wsman-samples';

/** A shell with a command that runs in it, and requests to it made by hand. */
class OpenShell {
  readonly shell: WsmanShell;
  readonly client: WsmanClient;
  readonly created: IncomingRequest;
  readonly pipeline: ClientPipeline;
  readonly served: ServerPipeline;

  constructor(options: Partial<WsmanShellOptions> = {}) {
    const pool = new ClientRunspacePool({ newGuid: randomUUID });
    this.client = new WsmanClient(pool, { url: 'https://a/', newGuid: randomUUID });
    this.client.open();
    const facts = { newGuid: randomUUID, url: 'https://a/', owner: 'o', clientIp: '::1', idleTimeoutMs: 1000 };
    const create = this.client.nextRequest()!;
    this.created = decodeRequest(create.body);
    this.shell = new WsmanShell(new ServerRunspacePool(), this.created, { ...facts, ...options });
    this.settle();
    this.pipeline = pool.createPipeline({ commands: [command('Get-X')] });
    this.pipeline.start();
    this.settle();
    this.served = this.shell.pool.pipeline(this.pipeline.id)!;
    // From here on the client's own polls are out of the way.
    for (const request of this.shell.pendingRequests) this.shell.abandon(request);
  }

  /** A request of the client's kind for the command. */
  receive(changes: Partial<IncomingRequest> = {}): IncomingRequest {
    return this.request('Receive', { commandId: this.pipeline.id.toUpperCase(), ...changes });
  }

  request(operation: IncomingRequest['operation'], changes: Partial<IncomingRequest>): IncomingRequest {
    return {
      operation,
      messageId: `uuid:${randomUUID()}`,
      resourceUri: 'r',
      shellId: this.shell.id,
      commandId: undefined,
      options: new Map(),
      maxEnvelopeBytes: 100_000,
      operationTimeoutMs: 1000,
      operationId: `uuid:${randomUUID()}`,
      isRetransmission: false,
      locale: undefined,
      data: new Uint8Array(0),
      signal: undefined,
      idleTimeoutMs: undefined,
      ...changes,
    };
  }

  /** What a request is answered at once: the operation or the fault, and how much it carries; undefined if it waits. */
  send(request: IncomingRequest): string | undefined {
    this.shell.receiveRequest(request);
    while (this.shell.nextEvent());
    return this.answerTo(request);
  }

  /** The next answers, until one is to this request. */
  answerTo(request: IncomingRequest): string | undefined {
    for (let answer = this.shell.nextAnswer(); answer; answer = this.shell.nextAnswer()) {
      if (answer.request === request) return text(answer.body);
    }
    return undefined;
  }

  private settle(): void {
    for (let moved = true; moved;) {
      moved = false;
      for (let request = this.client.nextRequest(); request; request = this.client.nextRequest()) {
        this.shell.receiveRequest(decodeRequest(request.body));
      }
      for (let event = this.shell.nextEvent(); event; event = this.shell.nextEvent()) {
        if (event.type === 'initRunspacePool') this.shell.pool.accept();
        if (event.type === 'createPipeline') event.pipeline.start();
      }
      for (let answer = this.shell.nextAnswer(); answer; answer = this.shell.nextAnswer()) {
        moved = true;
        this.client.receiveResponse(answer.request.messageId.slice('uuid:'.length).toLowerCase(), answer);
        while (this.client.nextEvent());
      }
    }
  }
}

const BUSY = /<f:WSManFault [^>]*Code="995"/;
const UNKNOWN = /Code="2150858843"/;

describe('a shell of WSMan', () => {
  it('gives a lost answer again, to whoever asks for it as a retransmission', () => {
    const open = new OpenShell();
    open.served.writeOutput('once');
    const request = open.receive();
    const answer = open.send(request);
    assert.match(answer!, /ReceiveResponse/);
    assert.match(
      answer!,
      new RegExp(`<p:OperationID s:mustUnderstand="false">${request.operationId!}</p:OperationID>`),
    );
    const again = { ...request, isRetransmission: true };
    assert.equal(open.send(again), answer);
    assert.equal(open.send({ ...again }), answer);
    // The next one is new, and has nothing to get yet.
    assert.equal(open.send(open.receive()), undefined);
  });

  it('answers the Create that made it again', () => {
    const open = new OpenShell();
    const create = { ...open.created, isRetransmission: true };
    assert.match(open.send(create)!, /CreateResponse/);
    assert.match(open.send({ ...open.created, operationId: 'uuid:other' })!, /The shell exists/);
  });

  it('goes on waiting for a request whose connection is gone, and takes no output for it', () => {
    const open = new OpenShell();
    const request = open.receive();
    assert.equal(open.send(request), undefined);
    open.shell.abandon(request);
    assert.deepEqual(open.shell.pendingRequests, []);
    open.served.writeOutput('kept');
    assert.equal(open.answerTo(request), undefined);
    assert.match(
      open.send({ ...request, isRetransmission: true })!,
      /<rsp:Stream Name="stdout" CommandId="[^"]+">.+<\/rsp:Stream>/,
    );
  });

  it('treats a retransmission of what never arrived as new', () => {
    const open = new OpenShell();
    open.served.writeOutput('kept');
    assert.match(open.send(open.receive({ isRetransmission: true }))!, /<rsp:Stream Name="stdout"/);
  });

  it('refuses a second request with the same OperationID that is no retransmission', () => {
    const open = new OpenShell();
    const request = open.receive();
    open.send(request);
    assert.match(open.send({ ...request })!, /a:InvalidMessageInformationHeader/);
    assert.deepEqual(open.shell.pendingRequests, [request]);
  });

  it('that keeps no answers echoes nothing and understands no retransmission', () => {
    const open = new OpenShell({ keepsAnswers: false });
    open.served.writeOutput('once');
    assert.doesNotMatch(open.send(open.receive())!, /OperationID/);
    assert.match(open.send(open.receive({ isRetransmission: true }))!, /s:MustUnderstand/);
  });

  it('answers a client that asks again after it gave up waiting', () => {
    const open = new OpenShell();
    const [first, second] = [open.receive({ operationId: undefined }), open.receive({ operationId: undefined })];
    assert.equal(open.send(first), undefined);
    open.shell.receiveRequest(second);
    assert.match(open.answerTo(first)!, BUSY);
    open.served.writeOutput('x');
    assert.match(open.answerTo(second)!, /<rsp:Stream Name="stdout"/);
  });

  it('says when the time has elapsed, unless there is something after all', () => {
    const open = new OpenShell();
    const request = open.receive();
    open.send(request);
    open.shell.timeOut(request);
    assert.match(open.answerTo(request)!, /w:TimedOut.*Code="2150858793"/);
    const late = open.receive();
    open.send(late);
    open.served.writeOutput('x');
    open.shell.timeOut(late);
    assert.match(open.answerTo(late)!, /<rsp:Stream Name="stdout"/);
  });

  it('says Done with the last of a command, and again to whoever asks once more', () => {
    const open = new OpenShell();
    open.served.writeOutput('x'.repeat(20_000));
    open.served.complete();
    const done = /CommandState\/Done"><rsp:ExitCode>0</;
    assert.doesNotMatch(open.send(open.receive({ maxEnvelopeBytes: 8192 }))!, done);
    assert.match(open.send(open.receive())!, done);
    assert.match(open.send(open.receive())!, done);
  });

  it('refuses what is for a command that it does not have', () => {
    const open = new OpenShell();
    const commandId = randomUUID();
    for (const operation of ['Send', 'Receive', 'Signal'] as const) {
      assert.match(open.send(open.request(operation, { commandId }))!, UNKNOWN);
    }
    assert.match(open.send(open.request('Signal', { commandId: open.pipeline.id, signal: 'other' }))!, /Code="87"/);
    assert.match(open.send(open.request('Command', { commandId: open.pipeline.id }))!, /The command exists/);
  });

  it('answers everything that waits when it is closed, and knows nothing any more then', () => {
    const open = new OpenShell();
    const [receive, poll, remove] = [open.receive(), open.request('Receive', {}), open.request('Delete', {})];
    for (const request of [receive, poll, remove]) assert.equal(open.send(request), undefined);
    open.shell.pool.beginClose();
    open.shell.pool.close();
    open.shell.closed(EMPTY_GUID);
    const answers = new Map<IncomingRequest, string>();
    for (let answer = open.shell.nextAnswer(); answer; answer = open.shell.nextAnswer()) {
      answers.set(answer.request, text(answer.body));
    }
    assert.match(answers.get(receive)!, BUSY);
    assert.match(answers.get(poll)!, /<rsp:Stream Name="stdout"/);
    assert.match(answers.get(remove)!, /DeleteResponse/);
    assert.match(open.send(open.receive())!, UNKNOWN);
    assert.deepEqual(open.shell.pendingRequests, []);
  });

  it('refuses everything but its Delete once a client has sent nonsense', () => {
    const open = new OpenShell();
    const waiting = open.receive();
    open.send(waiting);
    const nonsense = open.request('Send', { data: new Uint8Array(50) });
    open.shell.receiveRequest(nonsense);
    const event = open.shell.nextEvent();
    assert.equal(event?.type, 'poolBroken');
    assert.match(event.error.message, /fragment/);
    assert.match(open.answerTo(waiting)!, /w:InternalError/);
    assert.match(open.answerTo(nonsense)!, /w:InternalError/);
    assert.match(open.send(open.receive())!, /w:InternalError/);
    assert.equal(open.send(open.request('Delete', {})), undefined);
  });
});
