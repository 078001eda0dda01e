import type { Host } from '../../plugin/host/host';

/** A host that stores nothing for so long is given up, as in the process binding. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Sends results to the host, in order, and never more than a set number ahead of what the host has stored. A host that
 * does not keep up slows the run down; nothing piles up.
 */
export class ResultSender<R> {
  #sequence = 0;
  #failure: unknown;
  readonly #waiting = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isGivenUp = false;
  #giveUp: () => void = () => undefined;
  readonly #givenUp = new Promise<void>((resolve) => {
    this.#giveUp = resolve;
  });

  constructor(
    private readonly host: Pick<Host, 'emit'>,
    private readonly encode: (sequence: number, result: R) => Uint8Array,
    private readonly maxUnacknowledged: number,
    private readonly patienceMs = PATIENCE_MS,
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
    const taken = this.host.emit(this.encode(this.#sequence, result)).then(
      // What comes too late finds the run at its end; the next one sends it again.
      () => (this.#isGivenUp ? undefined : onStored?.()),
      (error: unknown) => {
        this.#failure ??= error;
      },
    );
    const stored = Promise.race([taken, this.#givenUp]);
    this.#waiting.add(stored);
    if (this.#waiting.size === 1) this.#watch();
    void stored.then(() => {
      this.#waiting.delete(stored);
      this.#watch();
    });
  }

  /** Resolves when the host has stored everything; rejects if it did not. */
  async settled(): Promise<void> {
    await Promise.all(this.#waiting);
    this.#throwFailure();
  }

  /** Starts the time that the host has for the next result. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#isGivenUp = true;
      this.#failure ??= new Error(`It has stored nothing for ${String(this.patienceMs / 1000)} s.`);
      this.#giveUp();
    }, this.patienceMs);
    this.#timer.unref();
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
