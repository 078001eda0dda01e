import { MAX_PLUGIN_FRAME_BYTES } from '../../protocol';
import { HostGoneError } from './host-gone-error';

/** What the window works with. */
export interface ResultWindowOptions {
  /** How many results may be under way without an acknowledgement. */
  readonly size: number;
  /** How long the host may take for the next acknowledgement, in milliseconds. */
  readonly ackTimeoutMs: number;
  send(sequence: number, payload: Uint8Array): void;
  /** Resolves when there is room in the pipe. */
  ready(): Promise<void>;
}

interface Pending {
  readonly payload: Uint8Array;
  readonly stored: () => void;
  readonly lost: (error: Error) => void;
}

/** A result's frame has some bytes besides its payload. */
const FRAME_OVERHEAD = 64;

/**
 * Sends results in order, a bounded number of them ahead of the host's acknowledgements, and none while the pipe is
 * full. Whatever happens, each emit() comes to an end.
 */
export class ResultWindow {
  readonly #options: ResultWindowOptions;
  readonly #queued: Pending[] = [];
  readonly #underWay: Pending[] = [];
  #sent = 0;
  #isPumping = false;
  #failure: Error | undefined;
  #timer: NodeJS.Timeout | undefined;
  #settled: (() => void)[] = [];

  constructor(options: ResultWindowOptions) {
    this.#options = options;
  }

  /** Hands over a result. Resolves when the host has stored it; rejects if it never will. */
  emit(payload: Uint8Array): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (payload.length > MAX_PLUGIN_FRAME_BYTES - FRAME_OVERHEAD) {
      return Promise.reject(new RangeError(`A result of ${payload.length} bytes does not fit into a frame.`));
    }
    return new Promise((stored, lost) => {
      this.#queued.push({ payload, stored, lost });
      void this.#pump();
    });
  }

  /** The host has stored all results up to this sequence. False if no such result was ever sent. */
  acknowledge(sequence: number): boolean {
    if (sequence > this.#sent) return false;
    const first = this.#sent - this.#underWay.length + 1;
    const stored = this.#underWay.splice(0, Math.max(0, sequence - first + 1));
    for (const { stored: resolve } of stored) resolve();
    if (stored.length > 0) this.#watch();
    this.#settleIfEmpty();
    void this.#pump();
    return true;
  }

  /** No acknowledgement will come any more: everything that waits for one, now or later, is rejected. */
  fail(error: Error): void {
    this.#failure ??= error;
    clearTimeout(this.#timer);
    for (const { lost } of [...this.#underWay.splice(0), ...this.#queued.splice(0)]) lost(this.#failure);
    this.#settleIfEmpty();
  }

  /** Resolves when no result is waiting for anything. */
  async settled(): Promise<void> {
    if (this.#isEmpty) return;
    await new Promise<void>((resolve) => this.#settled.push(resolve));
  }

  get #isEmpty(): boolean {
    return this.#queued.length === 0 && this.#underWay.length === 0;
  }

  #settleIfEmpty(): void {
    if (!this.#isEmpty) return;
    for (const resolve of this.#settled.splice(0)) resolve();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    while (this.#underWay.length < this.#options.size) {
      const next = this.#queued.shift();
      if (!next) break;
      this.#sent += 1;
      this.#underWay.push(next);
      if (this.#underWay.length === 1) this.#watch();
      this.#options.send(this.#sent, next.payload);
      await this.#options.ready();
    }
    this.#isPumping = false;
  }

  /** Starts the time that the host has for its next acknowledgement. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#underWay.length === 0) return;
    this.#timer = setTimeout(() => {
      const waited = `${this.#options.ackTimeoutMs / 1000} s`;
      const sequence = this.#sent - this.#underWay.length + 1;
      this.fail(new HostGoneError(`The host did not acknowledge result ${sequence} within ${waited}.`));
    }, this.#options.ackTimeoutMs);
  }
}
