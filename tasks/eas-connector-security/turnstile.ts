/**
 * Lets actions pass one after another in a fixed order, although they are worked on at the same time: which of them get
 * the last places below a limit then depends on the order alone, and a plan says what the run will do.
 *
 * Whoever comes waits until all before it have passed or gone away. Work must begin in the same order.
 */
export class Turnstile {
  readonly #place: ReadonlyMap<string, number>;
  readonly #hasPassed: boolean[];
  readonly #waiting = new Map<number, () => void>();
  /** The first that has neither passed nor gone away. */
  #next = 0;

  constructor(ids: readonly string[]) {
    this.#place = new Map(ids.map((id, place) => [id, place]));
    this.#hasPassed = ids.map(() => false);
  }

  /** Resolves when all before have passed or gone away. Whoever is not in the order need not wait. */
  async arrive(id: string): Promise<void> {
    const place = this.#place.get(id);
    if (place === undefined || place <= this.#next) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(place, resolve);
    });
  }

  /** It has passed, or needs to no more. */
  leave(id: string): void {
    const place = this.#place.get(id);
    if (place === undefined) return;
    this.#hasPassed[place] = true;
    while (this.#hasPassed[this.#next]) this.#next += 1;
    this.#waiting.get(this.#next)?.();
    this.#waiting.delete(this.#next);
  }
}
