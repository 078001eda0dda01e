/** Lets one thing be done at a time. Whoever comes while it is being done can leave, or wait for one more turn. */
export class Turn<T> {
  readonly #work: () => Promise<T>;
  #current: Promise<unknown> | undefined;
  #next: Promise<T> | undefined;

  constructor(work: () => Promise<T>) {
    this.#work = work;
  }

  /** Does it, unless it is being done already or somebody waits for it. */
  try(): Promise<T> | undefined {
    return this.#current || this.#next ? undefined : this.#begin();
  }

  /**
   * Does it; if it is being done, once more afterwards, because the one under way may have begun before what the caller
   * wants to be seen. All who wait share one turn.
   */
  request(): Promise<T> {
    if (!this.#current && !this.#next) return this.#begin();
    this.#next ??= this.#later();
    return this.#next;
  }

  /** Does something else in a turn of its own, when what is under way has ended. */
  async apart<R>(other: () => Promise<R>): Promise<R> {
    while (this.#current) await this.#current.catch(() => undefined);
    const current = other().finally(() => {
      this.#current = undefined;
    });
    this.#current = current;
    return current;
  }

  /** Resolves when nothing is being done and nobody waits. */
  async idle(): Promise<void> {
    for (let at = this.#next ?? this.#current; at; at = this.#next ?? this.#current) await at.catch(() => undefined);
  }

  async #later(): Promise<T> {
    while (this.#current) await this.#current.catch(() => undefined);
    this.#next = undefined;
    return this.#begin();
  }

  #begin(): Promise<T> {
    const current = this.#work().finally(() => {
      this.#current = undefined;
    });
    this.#current = current;
    return current;
  }
}
