import type { ErrorRecord, ServerPipeline, ServerRunspacePool } from '../../psrp';
import type { StreamItem } from './command-run';

/** Bytes that a pipeline may write ahead of what its client has taken. */
const RUN_AHEAD = 1024 * 1024;

/**
 * A pipeline under way. It writes ahead of its client only so far, so a list of a million objects costs the memory of a
 * few answers; like a real one, it holds its runspace until all is written.
 */
export class PipelineRun {
  private waiting = 0;
  private isEnded = false;
  private hold: NodeJS.Timeout | undefined;

  /** Starts the pipeline. Nothing is written before `advance`. */
  constructor(
    private readonly pool: ServerRunspacePool,
    readonly pipeline: ServerPipeline,
    private readonly items: Generator<StreamItem, ErrorRecord | undefined>,
  ) {
    pipeline.start();
  }

  /** Whether the pipeline has written everything, its state too. */
  get isOver(): boolean {
    return this.isEnded;
  }

  /** Writes nothing for a time, and tells when it can go on. */
  holdBack(ms: number, onOver: () => void): void {
    this.hold = setTimeout(() => {
      this.hold = undefined;
      onOver();
    }, ms);
  }

  /** Runs on until enough waits to be taken. */
  advance(): void {
    while (this.hold === undefined && !this.isEnded && this.waiting < RUN_AHEAD) {
      const before = this.pool.pendingBytes;
      const { done, value } = this.items.next();
      if (done === true) this.end(value);
      else this.write(value);
      this.waiting += this.pool.pendingBytes - before;
    }
  }

  /** The client has taken bytes. */
  taken(bytes: number): void {
    this.waiting -= bytes;
  }

  /** Ends the command where it is. */
  stop(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    clearTimeout(this.hold);
    this.items.return(undefined);
    this.pipeline.beginStop();
    this.pipeline.stop();
  }

  private write(item: StreamItem): void {
    if ('output' in item) this.pipeline.writeOutput(item.output);
    else if ('warning' in item) this.pipeline.writeInformational('Warning', { message: item.warning });
    else this.pipeline.writeError(item.error);
  }

  private end(error: ErrorRecord | undefined): void {
    this.isEnded = true;
    if (error === undefined) this.pipeline.complete();
    else this.pipeline.fail(error);
  }
}
