import { timestampFromMs, type PluginMessage } from '../../protocol';
import type { FrameWriter } from './frame-writer';
import type { LogRecord, Progress } from './host';

/** A host that does not read gets at most so many log records once it does. The task's log has them all. */
const MAX_QUEUED_RECORDS = 1000;

/** Progress is for people: more often than this, they cannot read it. */
const PROGRESS_INTERVAL_MS = 250;

/**
 * Log records and progress on their way to the host. Neither may hold up the run or fill the memory: while the host does
 * not read, records wait in a bounded queue, and of progress only the latest is kept.
 */
export class Notices {
  readonly #writer: FrameWriter;
  readonly #now: () => number;
  readonly #records: PluginMessage[] = [];
  #dropped = 0;
  #isWaiting = false;
  #progress: Progress | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(writer: FrameWriter, now: () => number) {
    this.#writer = writer;
    this.#now = now;
  }

  log({ level, message, fields = {} }: LogRecord): void {
    if (this.#records.length >= MAX_QUEUED_RECORDS) {
      this.#dropped += 1;
      return;
    }
    this.#records.push({ kind: 'log', at: timestampFromMs(this.#now()), level, message, fields });
    this.#flushRecords();
  }

  progress(progress: Progress): void {
    this.#progress = progress;
    if (this.#timer) return;
    this.#flushProgress();
    this.#timer = setInterval(() => {
      this.#flushProgress();
    }, PROGRESS_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Sends what is left, whether the host reads or not; nothing may be sent afterwards. */
  close(): void {
    clearInterval(this.#timer);
    for (const record of this.#records.splice(0)) this.#writer.send(record);
    this.#reportDropped();
    if (this.#progress) this.#writer.send({ kind: 'progress', ...this.#progress });
  }

  #flushProgress(): void {
    if (!this.#progress || this.#writer.isBlocked) return;
    this.#writer.send({ kind: 'progress', ...this.#progress });
    this.#progress = undefined;
  }

  #flushRecords(): void {
    while (!this.#writer.isBlocked) {
      const record = this.#records.shift();
      if (!record) {
        this.#reportDropped();
        return;
      }
      this.#writer.send(record);
    }
    void this.#flushLater();
  }

  async #flushLater(): Promise<void> {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    await this.#writer.ready();
    this.#isWaiting = false;
    this.#flushRecords();
  }

  #reportDropped(): void {
    if (this.#dropped === 0) return;
    const message = 'Log records were left out, because the host did not read them in time. The task log has them all.';
    const fields = { records: String(this.#dropped) };
    this.#dropped = 0;
    this.#writer.send({ kind: 'log', at: timestampFromMs(this.#now()), level: 'warn', message, fields });
  }
}
