import { getDeviceStatistics } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { readStatistics, type ReadStatistics } from '../../plugin/exchange/read-partnership';
import {
  timestampFromMs,
  warning,
  type Mailbox,
  type Partnership,
  type Problem,
  type ProblemCode,
} from '../../protocol';
import { joinStatistics } from '../run/join-partnership';

/** Faults that the next mailbox would only meet again. */
const HOPELESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'auth.denied',
  'auth.unavailable',
  'connect.refused',
  'connect.tls',
  'rights.missing',
  'throttled',
]);

/** So many problems are reported one by one; what goes beyond is counted. */
const MAX_PROBLEMS = 20;

/**
 * Reads the statistics of mailbox after mailbox. A mailbox whose statistics cannot be read costs its partnerships their
 * statistics and nothing else.
 */
export class StatisticsReader {
  #read = 0;
  #failed = 0;
  #isHopeless = false;
  readonly #problems: Problem[] = [];

  constructor(private readonly exchange: Exchange) {}

  /** The partnerships with their statistics where they could be read. @throws what is no ExchangeError, and cancellation */
  async withStatistics(mailbox: Mailbox, partnerships: readonly Partnership[]): Promise<readonly Partnership[]> {
    if (this.#isHopeless) return partnerships;
    try {
      const statistics = await this.#statisticsOf(mailbox);
      const joined = joinStatistics(partnerships, statistics);
      this.#read += joined.filter((partnership) => partnership.statistics).length;
      return joined;
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.code === 'cancelled') throw error;
      this.#note(error, mailbox);
      return partnerships;
    }
  }

  /** How many partnerships got statistics. */
  get read(): number {
    return this.#read;
  }

  /** What went wrong. */
  problems(): readonly Problem[] {
    const more = this.#failed - this.#problems.length;
    if (more <= 0) return this.#problems;
    const summary = `The statistics of ${String(more)} more mailboxes could not be read.`;
    return [...this.#problems, warning('command.failed', '', summary, 'The task log names them.')];
  }

  async #statisticsOf(mailbox: Mailbox): Promise<ReadStatistics[]> {
    const command = getDeviceStatistics(this.exchange.version, { mailbox: mailbox.guid });
    const readAt = timestampFromMs(this.exchange.now());
    return (await this.exchange.all(command)).map((object) => readStatistics(object, readAt));
  }

  #note(error: ExchangeError, mailbox: Mailbox): void {
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
