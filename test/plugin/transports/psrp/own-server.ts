import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import {
  customObject,
  decodeRequest,
  encodeFault,
  EMPTY_GUID,
  ServerRunspacePool,
  WsmanShell,
  type EncodedAnswer,
  type FaultDetails,
  type IncomingRequest,
  type ServerPipeline,
} from '../../../../psrp';
import type { CertificatePair } from '../../../support/certificates';
import { startHttpsServer } from '../../../support/https-server';

/** An endpoint that does to commands what a lab never does. */
export interface OwnServer {
  readonly url: string;
  /** The cmdlets that were begun, in order; not what a session asks for when it opens. */
  readonly begun: string[];
  /** The cookies that came with each request; the answer to a Create sets one. */
  cookies(): (string | undefined)[];
  /** Bytes that nobody has fetched yet. */
  pendingBytes(): number;
  /** How many shells were made. */
  made(): number;
  /** How many requests were answered 401. */
  denied(): number;
  close(): Promise<void>;
}

/** How it behaves. */
export interface OwnBehaviour {
  /** What a pipeline does once it was started; `count` is how many were begun before it. */
  readonly run: (pipeline: ServerPipeline, count: number) => void;
  /** Whether the password is refused from now on. */
  readonly denies?: () => boolean;
  /** The answer to a Command in place of the good one, although the command was begun. */
  readonly answerTo?: (command: IncomingRequest, count: number) => EncodedAnswer | undefined;
}

/** By it a front end knows which server behind it has the shell. */
export const COOKIE = 'X-BackEndCookie=S-1-5-21=u56Lnp2ejJqBx8q';

/** The refusal of a request as WinRM answers it. */
export function refusalOf({ messageId }: IncomingRequest, details: FaultDetails): EncodedAnswer {
  return encodeFault(details, { relatesTo: messageId, newGuid: randomUUID });
}

/** Starts an endpoint on loopback. */
export async function startOwnServer(pair: CertificatePair, behaviour: OwnBehaviour): Promise<OwnServer> {
  const begun: string[] = [];
  const shells = new Map<string, WsmanShell>();
  const waiting = new Map<IncomingRequest, ServerResponse>();

  let denied = 0;
  let made = 0;
  const server = await startHttpsServer(pair, ({ body }, response) => {
    if (behaviour.denies?.() === true) {
      denied += 1;
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      return;
    }
    const request = decodeRequest(Buffer.from(body));
    waiting.set(request, response);
    const id = request.shellId?.toUpperCase() ?? '';
    let shell = shells.get(id);
    if (request.operation === 'Create') {
      shell = new WsmanShell(new ServerRunspacePool(), request, {
        ...{ newGuid: randomUUID, url: server.url, owner: 'x', clientIp: '127.0.0.1', idleTimeoutMs: 60_000 },
        keepsAnswers: false,
      });
      shells.set(shell.id.toUpperCase(), shell);
      made += 1;
    } else shell?.receiveRequest(request);
    if (shell) work(shell);
    else send(request, refusalOf(request, { kind: 'shellNotFound' }));
  });

  function work(shell: WsmanShell): void {
    for (let event = shell.nextEvent(); event; event = shell.nextEvent()) {
      if (event.type === 'initRunspacePool') shell.pool.accept();
      else if (event.type === 'createPipeline') begin(event.pipeline, event.definition.commands[0]?.name ?? '');
      else if (event.type === 'signal') {
        if (event.pipeline?.state === 'Running') event.pipeline.stop();
      } else if (event.type === 'closePipeline') {
        event.pipeline?.close();
        shell.closed(event.pipelineId);
      } else if (event.type === 'closePool') {
        shell.closed(EMPTY_GUID);
        shells.delete(shell.id.toUpperCase());
      }
    }
    for (let answer = shell.nextAnswer(); answer; answer = shell.nextAnswer()) {
      const { request, status, body } = answer;
      const other = request.operation === 'Command' ? behaviour.answerTo?.(request, begun.length - 1) : undefined;
      send(request, begun.length > 0 && other ? other : { status, body });
    }
  }

  function begin(pipeline: ServerPipeline, cmdlet: string): void {
    pipeline.start();
    if (cmdlet === 'Get-ExchangeServer') {
      pipeline.writeOutput(customObject([['AdminDisplayVersion', 'Version 15.2 (Build 2562.17)']]));
      pipeline.complete();
      return;
    }
    begun.push(cmdlet);
    behaviour.run(pipeline, begun.length - 1);
  }

  function send(request: IncomingRequest, { status, body }: EncodedAnswer): void {
    const cookie = request.operation === 'Create' && { 'set-cookie': `${COOKIE}; path=/PowerShell; secure; HttpOnly` };
    const headers = { 'content-type': 'application/soap+xml;charset=UTF-8', ...cookie };
    waiting.get(request)?.writeHead(status, headers).end(body);
    waiting.delete(request);
  }

  return {
    url: `${server.url}/PowerShell/`,
    begun,
    cookies: () => server.requests.map(({ headers }) => headers.cookie),
    pendingBytes: () => [...shells.values()].reduce((sum, { pool }) => sum + pool.pendingBytes, 0),
    made: () => made,
    denied: () => denied,
    close: () => server.close(),
  };
}
