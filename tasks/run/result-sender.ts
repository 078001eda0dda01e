import type { Host } from '../../plugin/host/host';

/**
 * Sends results to the host, in order, and never more than a set number ahead of what the host has stored. A host that
 * does not keep up slows the run down; nothing piles up.
 */
export class ResultSender<R> {
  #sequence = 0;
  #failure: unknown;
  readonly #waiting = new Set<Promise<void>>();

  constructor(
    private readonly host: Pick<Host, 'emit'>,
    private readonly encode: (sequence: number, result: R) => Uint8Array,
    private readonly maxUnacknowledged: number,
  ) {}

  /** The sequence of the last result that was sent. */
  get sequence(): number {
    return this.#sequence;
  }

  /**
   * Sends a result; resolves when there is room for the next one. Rejects if the host did not take an earlier one.
   * @param onStored called when the host has stored it; the next results wait for it as for the host. It must not reject
   */
  async send(result: R, onStored?: () => Promise<void>): Promise<void> {
    this.#throwFailure();
    while (this.#waiting.size >= this.maxUnacknowledged) {
      await Promise.race(this.#waiting);
      this.#throwFailure();
    }
    this.#sequence += 1;
    const stored = this.host.emit(this.encode(this.#sequence, result)).then(
      () => onStored?.(),
      (error: unknown) => {
        this.#failure ??= error;
      },
    );
    this.#waiting.add(stored);
    void stored.then(() => this.#waiting.delete(stored));
  }

  /** Resolves when the host has stored everything; rejects if it did not. */
  async settled(): Promise<void> {
    await Promise.all(this.#waiting);
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw new HostFailedError(this.#failure);
  }
}

/** The host did not take a result. */
export class HostFailedError extends Error {
  override readonly name = 'HostFailedError' as const;

  constructor(cause: unknown) {
    super('The host did not take a result.', { cause });
  }
}
