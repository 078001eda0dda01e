import type { Writable } from 'node:stream';
import { encodeFrame, encodePluginMessage, type PluginMessage } from '../../protocol';

/** Writes messages to the host and knows whether it reads them. */
export class FrameWriter {
  readonly #output: Writable;
  #isBroken = false;
  #waiting: (() => void)[] = [];

  /**
   * @param onBroken called once, when the host does not read any more (EPIPE and the like). What is written after that
   * goes nowhere.
   */
  constructor(output: Writable, onBroken: (error: Error | undefined) => void) {
    this.#output = output;
    const broken = (error?: Error): void => {
      if (!this.#isBroken) onBroken(error);
      this.#isBroken = true;
      this.#release();
    };
    output.on('drain', () => {
      this.#release();
    });
    output.on('error', broken);
    output.on('close', () => {
      broken();
    });
  }

  /** True if the host does not read as fast as is written: what is sent now piles up in memory. */
  get isBlocked(): boolean {
    return !this.#isBroken && this.#output.writableNeedDrain;
  }

  /** Sends a message, whether the host keeps up or not. */
  send(message: PluginMessage): void {
    if (!this.#isBroken) this.#output.write(encodeFrame(encodePluginMessage(message)));
  }

  /** Resolves when the host has read enough, or does not read any more. */
  async ready(): Promise<void> {
    if (!this.isBlocked) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Ends the output; resolves when everything is on its way, or cannot be, or the time is up. */
  async end(timeoutMs: number): Promise<void> {
    if (this.#isBroken) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
      this.#output.end(resolve);
    });
    clearTimeout(timer);
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
