import { setMaxListeners } from 'node:events';
import type { FailedRequest, WsmanClient, WsmanRequest } from '../../../psrp';
import { ExchangeError } from '../../exchange/exchange-error';
import { sleepUnlessAborted, type HttpResponse, type Sleep } from '../../network';
import type { AuthenticatedConnections } from './authenticated-connections';

/** What a carrier is made of. */
export interface WsmanCarrierOptions {
  readonly client: WsmanClient;
  readonly url: URL;
  readonly connections: AuthenticatedConnections;
  /** What an answer may take; to a long poll so much longer as the server may hold it back. */
  readonly answerMs: number;
  readonly longPollMs: number;
  readonly clock: () => number;
  readonly sleep: Sleep;
  /** Told of every request before it is posted, and of what became of it. */
  readonly onPost: (request: WsmanRequest) => void;
  readonly onAnswer: (request: WsmanRequest, answer: HttpResponse) => void;
  /** `repeat`: it is asked for the answer again. */
  readonly onFailure: (request: WsmanRequest, failure: ExchangeError, fate: FailedRequest) => void;
}

/** How often the same answer is asked for again, one after the other, and how long it waits at first. */
const MAX_REPEATS = 5;
const REPEAT_MS = 250;
/** After these the same answer is asked for again, if the server keeps it. */
const LOST: ReadonlySet<string> = new Set(['connect.lost', 'connect.refused', 'connect.timeout']);
const HEADERS = {
  'content-type': 'application/soap+xml;charset=UTF-8',
  'accept-encoding': 'identity',
  'user-agent': 'Microsoft WinRM Client',
};

/**
 * Carries the requests of a WSMan client over HTTPS. What was sent is never sent again, but a Receive whose answer the server
 * is known to keep.
 */
export class WsmanCarrier {
  /** Whether the answer to the Create is still awaited: whether there is a shell is not known then. */
  isCreating = false;
  private readonly repeats = new Map<string, number>();
  /** Ends every request but the last one, the Delete. */
  private readonly givingUp = new AbortController();
  private readonly ending = new AbortController();

  constructor(private readonly options: WsmanCarrierOptions) {
    // Every request under way listens to it.
    setMaxListeners(0, this.givingUp.signal);
  }

  /** Posts what there is to post. */
  pump(): void {
    const { client } = this.options;
    for (let request = client.nextRequest(); request; request = client.nextRequest()) void this.post(request);
  }

  /** Waits for no further answer but that to a Delete. */
  giveUp(reason: ExchangeError): void {
    this.givingUp.abort(reason);
  }

  /** Ends all connections. */
  async close(reason: ExchangeError): Promise<void> {
    this.ending.abort(reason);
    await this.options.connections.close();
  }

  private async post(request: WsmanRequest): Promise<void> {
    const { operation, pipelineId, isLongPoll } = request;
    const { url, connections, clock, answerMs, longPollMs, onPost, onAnswer } = this.options;
    if (operation === 'Create') this.isCreating = true;
    onPost(request);
    let answer: HttpResponse | undefined;
    try {
      answer = await connections.send({
        method: 'POST',
        url,
        headers: HEADERS,
        body: request.body,
        signal: operation === 'Delete' ? this.ending.signal : this.givingUp.signal,
        deadline: clock() + answerMs + (isLongPoll ? longPollMs : 0),
        change: true,
      });
      this.repeats.delete(pipelineId);
    } catch (error) {
      await this.failed(request, connectionFailure(error));
    }
    if (operation === 'Create') this.isCreating = false;
    if (answer) onAnswer(request, answer);
    this.pump();
  }

  private async failed(request: WsmanRequest, failure: ExchangeError): Promise<void> {
    const { client, sleep, onFailure } = this.options;
    const { id, pipelineId, isLongPoll } = request;
    const count = (this.repeats.get(pipelineId) ?? 0) + 1;
    this.repeats.set(pipelineId, count);
    const mayRepeat = isLongPoll && LOST.has(failure.code) && count <= MAX_REPEATS;
    const { signal } = this.givingUp;
    if (mayRepeat && !signal.aborted) {
      await sleepUnlessAborted(sleep, REPEAT_MS * 2 ** (count - 1), signal).catch(() => undefined);
    }
    const fate = client.requestFailed(id, failure.mayHaveHappened);
    onFailure(request, failure, fate === 'repeat' && !mayRepeat ? 'broken' : fate);
  }
}

function connectionFailure(error: unknown): ExchangeError {
  if (!(error instanceof ExchangeError)) {
    const summary = error instanceof Error ? error.message : String(error);
    return new ExchangeError({ code: 'internal.error', summary, cause: error });
  }
  // The time was the request's, not the command's.
  return error.code === 'command.timeout' ? error.with({ code: 'connect.lost' }) : error;
}
