/** One bar of a distribution. */
export interface Share {
  readonly name: string;
  readonly count: number;
  /** What it stands for, for its colour; the name says it in words. */
  readonly tone?: Tone;
}

/** What a share stands for. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'faint';

/** Names that are counted apart. They come from devices; what goes beyond is counted in one. */
const MAX_NAMES = 500;

const OTHERS = 'Others';

/** Counts by name. Its size is bounded, whatever names come. */
export class Distribution {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    const key = this.#counts.size < MAX_NAMES || this.#counts.has(name) ? name : OTHERS;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** How often a name came. */
  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The most frequent first; what is not among the first `most` is one share. */
  largest(most: number, tone: (name: string) => Tone = () => 'neutral'): Share[] {
    const all = [...this.#counts]
      .map(([name, count]) => ({ name, count, tone: tone(name) }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    if (all.length <= most) return all;
    const rest = all.slice(most - 1);
    const count = rest.reduce((sum, share) => sum + share.count, 0);
    return [...all.slice(0, most - 1), { name: `${String(rest.length)} others`, count, tone: 'faint' }];
  }

  /** In a set order, with those that did not come; faint ones only if they came. */
  inOrder(names: readonly (readonly [name: string, tone: Tone])[]): Share[] {
    return names
      .map(([name, tone]) => ({ name, tone, count: this.of(name) }))
      .filter(({ tone, count }) => tone !== 'faint' || count > 0);
  }
}
