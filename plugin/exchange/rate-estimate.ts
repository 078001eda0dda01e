/** A budget counts so long. */
const WINDOW_MS = 60_000;
/** Retry-After is rounded to seconds, and clocks are not exact. */
const ROUNDING_MS = 1_500;
/** So much of what is allowed is used: the rest is for others, and for errors of the estimate. */
const SHARE = 0.94;
/** An estimate never falls further at one time: it may be others who have spent the budget. */
const LARGEST_FALL = 0.6;
/** What an estimate grows by in a minute without refusals; after five such minutes twice as much, and so on. */
const GROWTH = 0.01;
const LARGEST_GROWTH = 0.5;
const CLEAN_MINUTES = 5;

/**
 * Estimates how many commands a minute a target allows, from when it refuses: what was accepted since the budget's window
 * began is what the window allows, if the window began no earlier than the estimate. It then grows slowly, so that a
 * larger allowance is found.
 */
export class RateEstimate {
  /** Accepted commands by the second, for the last two minutes. */
  readonly #accepted = new Map<number, number>();
  #allowed: number | undefined;
  #changedAtMs: number;
  readonly #watchedSinceMs: number;
  #cleanMinutes = 0;

  /** @param allowedPerMinute what was found earlier */
  constructor(
    private readonly clock: () => number,
    allowedPerMinute: number | undefined,
  ) {
    this.#allowed = allowedPerMinute;
    this.#changedAtMs = clock();
    this.#watchedSinceMs = clock();
  }

  /** What the target allows in a minute; undefined while it has not refused. */
  get allowedPerMinute(): number | undefined {
    return this.#allowed;
  }

  /** How many commands a minute to send; undefined for as many as there are. */
  get perMinute(): number | undefined {
    this.#grow();
    return this.#allowed === undefined ? undefined : Math.max(1, this.#allowed * SHARE);
  }

  /** A command was accepted. */
  accepted(): void {
    const second = Math.floor(this.clock() / 1000);
    this.#accepted.set(second, (this.#accepted.get(second) ?? 0) + 1);
    for (const old of this.#accepted.keys()) {
      if (old >= second - 120) break;
      this.#accepted.delete(old);
    }
  }

  /**
   * A command was refused for the budget.
   * @param waitMs how long the target wants nothing: until its window ends
   */
  refused(waitMs: number): void {
    const now = this.clock();
    // The commands that were under way together are refused together.
    if (this.#allowed !== undefined && now < this.#changedAtMs + ROUNDING_MS) return;
    const left = Math.min(waitMs, WINDOW_MS);
    const since = now + left - WINDOW_MS - ROUNDING_MS;
    // What was spent before anybody looked is not known. So a target that wants a moment's pause early on, which is no
    // budget of a minute at all, does not make the few commands until then the measure of all that follow.
    if (since < this.#watchedSinceMs - 2 * ROUNDING_MS) return;
    let accepted = 0;
    for (const [second, count] of this.#accepted) if (second * 1000 >= since) accepted += count;
    const least = this.#allowed === undefined ? 1 : this.#allowed * LARGEST_FALL;
    this.#allowed = Math.max(accepted, least, 1);
    this.#changedAtMs = now;
    this.#cleanMinutes = 0;
  }

  #grow(): void {
    const now = this.clock();
    while (this.#allowed !== undefined && now - this.#changedAtMs >= WINDOW_MS) {
      const growth = Math.min(GROWTH * 2 ** Math.floor(this.#cleanMinutes / CLEAN_MINUTES), LARGEST_GROWTH);
      this.#allowed *= 1 + growth;
      this.#cleanMinutes += 1;
      this.#changedAtMs += WINDOW_MS;
    }
  }
}
