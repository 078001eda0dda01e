import type { CommandCount } from '../../protocol';

interface Tally {
  failures: number;
  throttled: number;
  waitedMs: number;
  longestMs: number;
  readonly durationsMs: number[];
}

/** Durations kept of each cmdlet; beyond that a sample stands for all. */
const SAMPLE = 4096;

/** Counts what was sent to Exchange, and how long it took. */
export class CommandCounter {
  readonly #tallies = new Map<string, Tally & { calls: number }>();

  /** @param random for the sample of durations, 0 to 1 */
  constructor(private readonly random: () => number) {}

  ended(cmdlet: string, durationMs: number, hasFailed: boolean): void {
    const tally = this.#tally(cmdlet);
    tally.calls += 1;
    if (hasFailed) tally.failures += 1;
    tally.longestMs = Math.max(tally.longestMs, durationMs);
    if (tally.durationsMs.length < SAMPLE) tally.durationsMs.push(durationMs);
    else {
      const place = Math.floor(this.random() * tally.calls);
      if (place < SAMPLE) tally.durationsMs[place] = durationMs;
    }
  }

  throttled(cmdlet: string, waitMs: number): void {
    const tally = this.#tally(cmdlet);
    tally.throttled += 1;
    tally.waitedMs += waitMs;
  }

  /** The counts, by cmdlet. */
  counts(): CommandCount[] {
    return [...this.#tallies].map(([cmdlet, { calls, failures, throttled, waitedMs, longestMs, durationsMs }]) => {
      const sorted = [...durationsMs].sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return { cmdlet, calls, failures, throttled, waitedMs, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: longestMs };
    });
  }

  #tally(cmdlet: string): Tally & { calls: number } {
    const known = this.#tallies.get(cmdlet);
    if (known) return known;
    const tally = { calls: 0, failures: 0, throttled: 0, waitedMs: 0, longestMs: 0, durationsMs: [] };
    this.#tallies.set(cmdlet, tally);
    return tally;
  }
}
