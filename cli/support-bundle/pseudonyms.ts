/** What a pseudonym stands for. */
export type PseudonymKind = 'person' | 'domain' | 'host' | 'device' | 'id' | 'ip' | 'place' | 'number' | 'word';

/**
 * Stand-ins for what is somebody's: the same value gets the same stand-in, whatever its case, for as long as this object
 * lives, and no longer. Several values can be one person.
 */
export class Pseudonyms {
  readonly #given = new Map<string, string>();
  readonly #count = new Map<PseudonymKind, number>();

  /** The stand-in of a value. */
  of(kind: PseudonymKind, value: string): string {
    const known = this.known(value);
    if (known !== undefined) return known;
    const made = this.#next(kind);
    this.#given.set(value.toLowerCase(), made);
    return made;
  }

  /** The stand-in that a value has already. */
  known(value: string): string | undefined {
    return this.#given.get(value.toLowerCase());
  }

  /**
   * Values that are all the same person, device or thing.
   * @param keys what nobody else has, such as an address
   * @param others what others may have too, such as a name: who had it first keeps it
   */
  link(kind: PseudonymKind, keys: readonly string[], others: readonly string[] = []): void {
    const known = keys.filter((key) => key !== '').map((key) => this.known(key));
    const named = others.filter((other) => other !== '').map((other) => this.known(other));
    if (known.length + named.length === 0) return;
    const found = known.find((one) => one !== undefined) ?? (known.length === 0 ? named.find((one) => one) : undefined);
    const shared = found ?? this.#next(kind);
    for (const value of [...keys, ...others]) {
      if (value !== '' && this.known(value) === undefined) this.#given.set(value.toLowerCase(), shared);
    }
  }

  /** How many stand-ins there are of each kind. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#count);
  }

  #next(kind: PseudonymKind): string {
    const number = (this.#count.get(kind) ?? 0) + 1;
    this.#count.set(kind, number);
    return `${kind}-${String(number)}`;
  }
}
