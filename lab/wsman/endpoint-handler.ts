import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { decodeRequest, encodeFault, type FaultDetails, type IncomingRequest, WsmanFaultError } from '../../psrp';
import type { Fault } from '../faults/fault';
import { fullName } from '../powershell/remote-endpoint';
import { Authenticator } from './authentication';
import { cmdletName } from './cmdlet-name';
import type { Spoiling } from './command-run';
import { type FaultEffect, effectOf } from './fault-effect';
import { type HttpAnswer, pageAnswer, sendAnswer, soapAnswer } from './http-answer';
import type { LabShell } from './lab-shell';
import { type RefusalContext, shellNotFound } from './refusals';
import { ShellMaker } from './shell-maker';
import { ShellTable } from './shell-table';
import { spoilAnswer } from './spoil-answer';
import type { WsmanFrontOptions } from './wsman-front';

/** A request of WSMan, by whom and from where it came. */
interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly incoming: IncomingRequest;
  readonly user: string;
  /** The cookie that came, empty if none did; undefined for 2010, which has no front end. */
  readonly cookie: string | undefined;
  /** What the front end recognizes the client by from now on. */
  readonly affinity: string | undefined;
}

const COOKIE = 'X-BackEndCookie';
/** wsmerror.h */
const INVALID_RESOURCE_URI = 2150858811;
const RESOURCE = 'http://schemas.microsoft.com/powershell/microsoft.exchange';

/** Answers the requests that come to /PowerShell/. */
export class EndpointHandler {
  /** Where the endpoint is; set when it is open. */
  url = '';
  private readonly shells: ShellTable;
  private readonly maker: ShellMaker;
  private readonly authenticator: Authenticator;

  constructor(private readonly options: WsmanFrontOptions) {
    const { runner, account, verifier } = options;
    const { site, clock } = runner.organization;
    this.shells = new ShellTable(() => clock.now());
    this.maker = new ShellMaker(options, this.shells);
    this.authenticator = new Authenticator(account, fullName(site.servers[0].name, site), verifier);
  }

  /** How many shells are open. */
  get openShells(): number {
    return this.shells.count;
  }

  /** Ends all shells. */
  close(): void {
    for (const shell of this.shells.takeAll()) shell.destroy({ kind: 'aborted' });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Server', 'Microsoft-IIS/10.0');
    response.setHeader('request-id', randomUUID());
    const refused = this.checkAddress(request);
    if (refused !== undefined) {
      discardBody(request);
      sendAnswer(response, refused);
      return;
    }
    const caller = await this.authenticator.check(request);
    if ('challenges' in caller) {
      discardBody(request);
      sendAnswer(response, unauthorized(caller.challenges));
      return;
    }
    if (caller.reply !== undefined) response.setHeader('WWW-Authenticate', caller.reply);
    const body = await readEnvelope(request, this.maker.maxEnvelopeBytes);
    if (body === undefined) {
      sendAnswer(response, pageAnswer(413, 'Request Entity Too Large'));
      return;
    }
    const cookie = this.maker.hasFrontEnd ? cookieOf(request) : undefined;
    const affinity = cookie === '' ? randomUUID() : cookie;
    if (cookie === '')
      response.setHeader('Set-Cookie', `${COOKIE}=${affinity ?? ''}; path=/PowerShell; secure; HttpOnly`);
    try {
      const incoming = decodeRequest(body);
      if (incoming.resourceUri.toLowerCase() !== RESOURCE) {
        throw new WsmanFaultError({ kind: 'resourceUriNotFound', code: INVALID_RESOURCE_URI }, incoming.messageId);
      }
      await this.serve({ request, response, incoming, user: caller.user, cookie, affinity });
    } catch (error) {
      if (!(error instanceof WsmanFaultError)) throw error;
      sendAnswer(response, this.faultAnswer(error.details, error.relatesTo, request));
    }
  }

  private checkAddress(request: IncomingMessage): HttpAnswer | undefined {
    const url = new URL(request.url ?? '/', 'https://127.0.0.1');
    if (!/^\/powershell\/?$/i.test(url.pathname)) return pageAnswer(404, 'Not Found');
    if (request.method !== 'POST') return pageAnswer(405, 'Method Not Allowed', { Allow: 'POST' });
    if (!/[?&;]PSVersion=/i.test(url.search)) {
      const Location = `${this.url}${url.search === '' ? '?' : `${url.search};`}PSVersion=2.0`;
      return pageAnswer(302, 'Object moved', { Location });
    }
    return /^application\/soap\+xml\b/i.test(request.headers['content-type'] ?? '')
      ? undefined
      : pageAnswer(415, 'Unsupported Media Type');
  }

  private async serve(call: Call): Promise<void> {
    const { incoming, response } = call;
    const { faults } = this.options;
    const shell = this.shellOf(call);
    if (faults.latencyMs > 0) await delay(faults.latencyMs);
    if (shell === undefined && incoming.operation !== 'Create') {
      this.refuse(call, shellNotFound(incoming.shellId ?? '', this.refusalContext(call)));
      return;
    }
    const cmdlet = this.cmdletOf(incoming, shell);
    const wait = incoming.operation === 'Command' ? faults.spend() : undefined;
    const fault =
      wait === undefined ? this.strike(incoming, cmdlet, shell) : ({ kind: 'throttle', retryAfter: wait } as const);
    const effect = fault === undefined ? undefined : this.effectOf(fault, call, cmdlet);
    if (incoming.operation === 'Command' && incoming.commandId !== undefined) {
      const { spoiling, delayMs } = effect?.type === 'spoiling' ? effect : {};
      shell?.announce(incoming.commandId, cmdlet, spoiling ?? passing(fault), delayMs);
    }
    if (effect === undefined || effect.type === 'spoiling') sendAnswer(response, await this.answer(call, shell));
    else if (effect.type === 'refusal') await this.refuseStruck(call, shell, effect);
    else await this.spoil(call, shell, effect.fault);
  }

  private shellOf({ incoming, user, cookie }: Call): LabShell | undefined {
    // Of a Create only the repeated one has a shell.
    return incoming.shellId === undefined ? undefined : this.shells.find(incoming.shellId, user, cookie);
  }

  private cmdletOf(incoming: IncomingRequest, shell: LabShell | undefined): string {
    if (incoming.operation === 'Create') return 'New-PSSession';
    if (incoming.operation === 'Command') return cmdletName(incoming.data);
    return shell?.callOf(incoming.commandId)?.cmdlet ?? '';
  }

  private strike(incoming: IncomingRequest, cmdlet: string, shell: LabShell | undefined): Fault | undefined {
    const { operation, commandId } = incoming;
    const waiting = operation === 'Receive' ? shell?.takeReceiveFault(commandId) : undefined;
    if (waiting !== undefined) return waiting;
    const isNextPage = operation === 'Receive' && (shell?.callOf(commandId)?.receives ?? 0) > 0;
    const target = operation === 'Create' ? 'connect' : 'invoke';
    return this.options.faults.strike({ target, cmdlet, operation, isNextPage });
  }

  private effectOf(fault: Fault, call: Call, cmdlet: string): FaultEffect {
    const { operation, shellId = '' } = call.incoming;
    return effectOf(fault, { operation, cmdlet, shellId, ...this.refusalContext(call) });
  }

  /** Refuses what a fault has struck: without handling it, or afterwards. */
  private async refuseStruck(
    call: Call,
    shell: LabShell | undefined,
    { fault, details, endsShell }: FaultEffect & { readonly type: 'refusal' },
  ): Promise<void> {
    if (call.incoming.operation === 'Create' && this.maker.hasFrontEnd && details.kind === 'internalError') {
      sendAnswer(call.response, await this.answer(call, shell, details));
      return;
    }
    if (fault.when === 'after') await this.answer(call, shell);
    if (endsShell && shell !== undefined) {
      this.shells.remove(shell.wsman.id);
      shell.destroy(details);
    }
    this.refuse(call, details);
  }

  private async spoil(call: Call, shell: LabShell | undefined, fault: Fault): Promise<void> {
    const { incoming, response } = call;
    // What ends halfway is what the cmdlet gives, not that it was started.
    if (fault.when === 'midBody' && fault.operation === undefined && incoming.operation === 'Command') {
      if (incoming.commandId !== undefined) shell?.spoilReceive(incoming.commandId, fault);
      sendAnswer(response, await this.answer(call, shell));
      return;
    }
    await spoilAnswer(response, fault, {
      answer: () => this.answer(call, shell),
      unauthorized: unauthorized(this.authenticator.offers),
      messageId: incoming.messageId,
    });
  }

  /** Handles a request. If its connection goes first, it is not answered, and nothing is lost by that. */
  private async answer(call: Call, shell: LabShell | undefined, refusal?: FaultDetails): Promise<HttpAnswer> {
    const { incoming, request, response } = call;
    const handling = shell ?? this.create(call, refusal);
    const abandon = (): void => {
      handling.abandon(incoming);
    };
    response.once('close', abandon);
    const answer = await handling.handle(incoming);
    response.removeListener('close', abandon);
    return soapAnswer(answer, request);
  }

  private create(call: Call, refusal: FaultDetails | undefined): LabShell {
    const { incoming, request, user, affinity } = call;
    return this.maker.make(incoming, {
      user,
      affinity: affinity ?? '',
      clientIp: request.socket.remoteAddress ?? '',
      url: this.url,
      refusal,
      context: this.refusalContext(call),
    });
  }

  private refuse({ response, request, incoming }: Call, details: FaultDetails): void {
    sendAnswer(response, this.faultAnswer(details, incoming.messageId, request));
  }

  private faultAnswer(details: FaultDetails, relatesTo: string | undefined, request: IncomingMessage): HttpAnswer {
    const { machine } = this.maker;
    return soapAnswer(encodeFault(details, { relatesTo, newGuid: randomUUID, machine }), request);
  }

  private refusalContext({ user }: Pick<Call, 'user'>): RefusalContext {
    const { site, clock } = this.options.runner.organization;
    return { site, now: clock.now(), user };
  }
}

/** The front end's cookie; empty if the client has none. */
function cookieOf(request: IncomingMessage): string {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f-]{36})`).exec(request.headers.cookie ?? '')?.[1] ?? '';
}

/** What the journal tells of a command whose answer a fault spoils on its way. */
function passing(fault: Fault | undefined): Spoiling | undefined {
  return fault === undefined ? undefined : { kind: fault.kind, carriesOut: true };
}

function unauthorized(challenges: readonly string[]): HttpAnswer {
  return pageAnswer(401, 'Unauthorized', { 'WWW-Authenticate': [...challenges] });
}

/** Reads what nobody wants, so that the connection can be used again. */
function discardBody(request: IncomingMessage): void {
  request.resume();
}

/** The body; undefined if it is larger than an envelope may be. */
async function readEnvelope(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
