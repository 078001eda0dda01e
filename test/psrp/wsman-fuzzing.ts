import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  command,
  decodeRequest,
  PSRPError,
  ServerRunspacePool,
  WsmanClient,
  WsmanFaultError,
  WsmanShell,
  type IncomingRequest,
} from '../../psrp';
import { FUZZING_LIMITS, mutate, seeded } from './mutate';
import { WsmanEnds } from './wsman-ends';
import { bytes, text } from './wsman-samples';

interface Exchange {
  readonly request: Uint8Array;
  readonly status: number;
  readonly answer: Uint8Array;
}

/** All the exchanges of a session with everything in it. */
function recorded(): Exchange[] {
  const ends = WsmanEnds.opened({ client: { maxEnvelopeBytes: 8192, maxRequestBytes: 8192 } });
  const pipelines = [1, 2].map(() => {
    const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-X', { A: 'b' })], hasInput: true });
    pipeline.start();
    pipeline.send('input'.repeat(50));
    return pipeline;
  });
  ends.run();
  ends.timeOut();
  const [first, second] = pipelines.map(({ id }) => ends.shell.pool.pipeline(id)!);
  first!.writeOutput('output'.repeat(50));
  first!.complete();
  second!.writeInformational('Warning', { message: 'careful' });
  ends.run();
  ends.client.stop(pipelines[1]!);
  ends.run();
  for (const pipeline of pipelines) ends.client.closePipeline(pipeline);
  ends.run();
  ends.client.closePool();
  ends.run();
  const byMessage = new Map(ends.answers.map((answer) => [relatesTo(answer.body), answer]));
  return ends.posted.map(({ id, body }) => {
    const answer = byMessage.get(id.toUpperCase());
    if (!answer) throw new Error('a request without an answer');
    return { request: body, status: answer.status, answer: answer.body };
  });
}

function relatesTo(answer: Uint8Array): string {
  return /RelatesTo>uuid:([^<]*)</.exec(text(answer))?.[1] ?? '';
}

/** One fuzzed envelope of each kind, by its number; throws if anything but an error of the library comes of it. */
export class WsmanFuzzer {
  /** How many envelopes were taken and how many refused: if none or all were, the fuzzer would prove nothing. */
  accepted = 0;
  refused = 0;
  private readonly exchanges = recorded();
  private readonly requests = this.exchanges.map(({ request }) => request);
  private readonly incoming = this.requests.map((request) => decodeRequest(request));
  private readonly answers = this.exchanges.map(({ answer }) => answer);

  /** Answers as text, by what they answer. */
  private readonly templates = this.exchanges.map(({ status, answer }, at) => ({
    status,
    answer: text(answer),
    operation: this.incoming[at]!.operation,
  }));

  /** A request: decoded, or refused with a fault, and taken by a shell. */
  request(seed: number): void {
    const random = seeded(seed);
    const shell = new WsmanShell(new ServerRunspacePool({ limits: FUZZING_LIMITS }), this.incoming[0]!, {
      newGuid: randomUUID,
      url: 'https://a/',
      owner: 'o',
      clientIp: '::1',
      idleTimeoutMs: 1000,
    });
    const mutated = mutate(this.requests[random(this.requests.length)]!, this.requests, random);
    let incoming: IncomingRequest;
    try {
      incoming = decodeRequest(mutated);
    } catch (error) {
      if (!(error instanceof WsmanFaultError)) throw error;
      this.refused++;
      return;
    }
    this.accepted++;
    for (const request of [...this.incoming.slice(0, random(8)), incoming]) {
      shell.receiveRequest(request);
      for (let event = shell.nextEvent(); event; event = shell.nextEvent()) {
        if (event.type === 'initRunspacePool') shell.pool.accept();
        else if (event.type === 'createPipeline') event.pipeline.start();
        else if (event.type === 'closePipeline' || event.type === 'closePool')
          shell.closed(request.commandId?.toLowerCase() ?? shell.pool.id);
      }
      while (shell.nextAnswer());
    }
    for (const request of shell.pendingRequests) shell.timeOut(request);
    while (shell.nextAnswer());
  }

  /** Answers, one of them mutated, to a client that asks what the recorded one asked. */
  answer(seed: number): void {
    const random = seeded(seed);
    const pool = new ClientRunspacePool({ newGuid: randomUUID, limits: FUZZING_LIMITS });
    const client = new WsmanClient(pool, { url: 'https://a/', newGuid: randomUUID, maxEnvelopeBytes: 8192 });
    client.open();
    const broken = random(4);
    try {
      for (let at = 0; at < 6; at++) {
        const request = client.nextRequest();
        if (!request) break;
        const fitting = this.templates.filter(({ operation }) => operation === request.operation);
        const { status, answer } = fitting[random(fitting.length)]!;
        const related = bytes(answer.replace(/(RelatesTo>uuid:)[^<]*/, `$1${request.id.toUpperCase()}`));
        client.receiveResponse(request.id, {
          status: at === broken && random(4) === 0 ? [200, 401, 500][random(3)]! : status,
          body: at === broken ? mutate(related, this.answers, random) : related,
        });
        for (let event = client.nextEvent(); event; event = client.nextEvent()) {
          if (event.type === 'runspacePoolState' && event.state === 'Opened') {
            pool.createPipeline({ commands: [command('Get-X')] }).start();
          }
        }
      }
      this.accepted++;
    } catch (error) {
      if (!(error instanceof PSRPError)) throw error;
      this.refused++;
    }
    client.closePool();
    while (client.nextRequest());
  }
}
