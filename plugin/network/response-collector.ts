import type { Dispatcher } from 'undici';
import { ExchangeError } from '../exchange/exchange-error';
import type { HttpRequest, HttpResponse } from './http-client';
import { reasonOf } from './waiting';

/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The limits of a collector. */
interface CollectorLimits {
  readonly maxResponseBytes: number;
  readonly clock: () => number;
}

/**
 * Takes one answer from undici, piece by piece, until it is whole, too large, too late or cancelled. Whatever happens
 * first settles it; what comes later is ignored.
 */
export class ResponseCollector implements Dispatcher.DispatchHandler {
  /** True from the moment the first byte of the request may have left. */
  sent = false;

  private controller: Dispatcher.DispatchController | undefined;
  private stopped: Error | undefined;
  private status = 0;
  private headers: HttpResponse['headers'] = {};
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private resolve: (response: HttpResponse) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;

  constructor(
    private readonly request: HttpRequest,
    private readonly where: string,
    private readonly limits: CollectorLimits,
  ) {}

  /** Dispatches the request and waits for the answer. */
  async start(dispatch: (handler: Dispatcher.DispatchHandler) => void): Promise<HttpResponse> {
    const { signal, deadline } = this.request;
    if (signal.aborted) throw this.cancelled();
    const remaining = deadline - this.limits.clock();
    if (remaining <= 0) throw this.late();
    const onAbort = (): void => {
      this.stop(this.cancelled());
    };
    const timer = setTimeout(
      () => {
        this.stop(this.late());
      },
      Math.min(remaining, MAX_TIMER_MS),
    );
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise<HttpResponse>((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
        dispatch(this);
      });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It was stopped while it waited for a connection: it must not be sent any more.
    if (this.stopped) controller.abort(this.stopped);
    else this.sent = true;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: HttpResponse['headers']): void {
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
    const announced = Number(headers['content-length'] ?? 0);
    if (announced > this.limits.maxResponseBytes) this.stop(this.tooLarge());
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.stopped) return;
    this.size += chunk.length;
    if (this.size > this.limits.maxResponseBytes) this.stop(this.tooLarge());
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.resolve({ status: this.status, headers: this.headers, body: Buffer.concat(this.chunks, this.size) });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.reject(this.stopped ?? error);
  }

  private stop(error: ExchangeError): void {
    if (this.stopped) return;
    this.stopped = error;
    this.chunks.length = 0;
    this.reject(error);
    this.controller?.abort(error);
  }

  private cancelled(): ExchangeError {
    // Whoever aborts can say why: the deadline of a whole command is such a reason.
    const { code, message, detail } = reasonOf(this.request.signal);
    return new ExchangeError({ code, summary: message, detail, mayHaveHappened: this.mayHaveHappened });
  }

  private late(): ExchangeError {
    return new ExchangeError({
      code: 'command.timeout',
      summary: `${this.where} had not answered completely when the time for it was over.`,
      detail: this.status === 0 ? 'No part of the answer had come.' : 'The answer had begun.',
      mayHaveHappened: this.mayHaveHappened,
    });
  }

  private tooLarge(): ExchangeError {
    return new ExchangeError({
      code: 'protocol.malformed',
      summary: `The answer of ${this.where} is larger than ${this.limits.maxResponseBytes} bytes.`,
      detail: 'It was not read any further.',
      mayHaveHappened: this.mayHaveHappened,
    });
  }

  private get mayHaveHappened(): boolean {
    return this.request.change && this.sent;
  }
}
