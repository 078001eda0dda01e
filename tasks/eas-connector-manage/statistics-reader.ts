import { getDeviceStatistics } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { SessionEvent } from '../../plugin/exchange/exchange-session';
import type { Pace } from '../../plugin/exchange/pace';
import { readStatistics } from '../../plugin/exchange/read-partnership';
import { timestampFromMs, warning, type Mailbox, type Problem, type ProblemCode } from '../../protocol';
import type { FreshStatistics } from './deliver/group-outcome';

/** Faults that the next mailbox would only meet again. */
const HOPELESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'auth.denied',
  'auth.unavailable',
  'connect.refused',
  'connect.tls',
  'rights.missing',
  'throttled',
]);

/** Warnings with which Exchange announces that it is slowing somebody down. */
const BUDGET = /micro-?delay|throttl|budget/i;

/** So many problems are reported one by one; what goes beyond is counted. */
const MAX_PROBLEMS = 20;

/**
 * Reads the statistics of mailbox after mailbox, as long as there is time. A mailbox whose statistics cannot be read keeps
 * those that it had, and costs the inventory nothing else.
 */
export class StatisticsReader {
  #read = 0;
  #left = 0;
  #failed = 0;
  #isHopeless = false;
  readonly #problems: Problem[] = [];

  /**
   * @param signal aborted when the run ends, and when the time for statistics is over
   * @param runSignal aborted when the run ends
   */
  constructor(
    private readonly exchange: Exchange,
    private readonly pace: Pace,
    private readonly signal: AbortSignal,
    private readonly runSignal: AbortSignal,
  ) {}

  /**
   * The statistics of a mailbox's partnerships; undefined if they cannot be read now.
   * @param partnerships how many it has, for the count
   * @throws what is no ExchangeError, and cancellation of the run
   */
  async read(mailbox: Mailbox, partnerships: number): Promise<FreshStatistics | undefined> {
    if (!this.#isHopeless && !this.signal.aborted) {
      try {
        const fresh = await this.pace.run(this.signal, () => this.#statisticsOf(mailbox));
        this.#read += partnerships;
        return fresh;
      } catch (error) {
        if (!(error instanceof ExchangeError) || this.runSignal.aborted) throw error;
        this.#note(error, mailbox);
      }
    }
    this.#left += partnerships;
    return undefined;
  }

  /** Of how many partnerships the statistics have been read. */
  get partnershipsRead(): number {
    return this.#read;
  }

  /** Of how many they could not be read. */
  get partnershipsLeft(): number {
    return this.#left;
  }

  /** What went wrong. */
  problems(): readonly Problem[] {
    const more = this.#failed - this.#problems.length;
    if (more <= 0) return this.#problems;
    const summary = `The statistics of ${String(more)} more mailboxes could not be read.`;
    return [...this.#problems, warning('command.failed', '', summary, 'The task log names them.')];
  }

  async #statisticsOf(mailbox: Mailbox): Promise<FreshStatistics> {
    const command = getDeviceStatistics(this.exchange.version, { mailbox: mailbox.guid });
    const readAt = timestampFromMs(this.exchange.now());
    const onEvent = (event: SessionEvent): void => {
      if (event.kind === 'throttled') this.pace.slow(event.waitMs);
      else if (event.kind === 'retry' || BUDGET.test(event.message)) this.pace.slow(undefined);
    };
    const objects = await this.exchange.all(command, { signal: this.signal, onEvent });
    return { readAt, statistics: objects.map((object) => readStatistics(object, readAt)) };
  }

  #note(error: ExchangeError, mailbox: Mailbox): void {
    // The time for statistics was over, which is no fault.
    if (this.signal.aborted) return;
    if (HOPELESS.has(error.code) && !this.#isHopeless) {
      this.#isHopeless = true;
      const summary = `Statistics are left out from here on: ${error.message}`;
      this.#problems.push(warning(error.code, error.cmdlet, summary, error.detail));
      this.#failed += 1;
    } else if (!this.#isHopeless) {
      this.#failed += 1;
      if (this.#problems.length >= MAX_PROBLEMS) return;
      const summary = `The statistics of ${mailbox.primarySmtpAddress || mailbox.guid} could not be read: ${error.message}`;
      this.#problems.push(warning(error.code, mailbox.guid, summary, error.detail));
    }
  }
}
