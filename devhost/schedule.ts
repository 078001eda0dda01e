import { AsyncTask, LongIntervalJob, ToadScheduler } from 'toad-scheduler';

interface Entry {
  readonly intervalMs: number;
  readonly since: number;
}

/** Work that is repeated at intervals. A turn that comes while the last one is still at work is left out. */
export class Schedule {
  readonly #scheduler = new ToadScheduler();
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  readonly #onError: (id: string, error: unknown) => void;

  constructor(now: () => number, onError: (id: string, error: unknown) => void) {
    this.#now = now;
    this.#onError = onError;
  }

  /** Repeats `work`, the first time after one interval. The same id with another interval begins anew. */
  every(id: string, intervalMs: number, work: () => Promise<void>): void {
    if (this.#entries.get(id)?.intervalMs === intervalMs) return;
    this.#scheduler.removeById(id);
    const task = new AsyncTask(id, work, (error) => {
      this.#onError(id, error);
    });
    // The long kind also takes intervals beyond the 24.8 days of setInterval.
    const job = new LongIntervalJob({ milliseconds: intervalMs }, task, { id, preventOverrun: true });
    this.#scheduler.addLongIntervalJob(job);
    this.#entries.set(id, { intervalMs, since: this.#now() });
  }

  /** When the next turn comes, in milliseconds since 1970; undefined if there is no such repetition. */
  next(id: string): number | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    const turns = Math.floor((this.#now() - entry.since) / entry.intervalMs) + 1;
    return entry.since + turns * entry.intervalMs;
  }

  /** Ends all repetitions. */
  stop(): void {
    this.#scheduler.stop();
    this.#entries.clear();
  }
}
