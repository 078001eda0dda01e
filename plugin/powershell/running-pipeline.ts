import type { ClientEvent, ClientPipeline, ErrorRecord, OutOfProcEvent, PSValue } from '../../psrp';
import type { PipelineListener } from './local-power-shell';

/** A pipeline under way, and what it has given that nobody has taken yet. */
export class RunningPipeline {
  /** It has ended by itself or was stopped. */
  isOver = false;
  /** PowerShell has forgotten it. */
  isClosed = false;
  /** What ended it, if it failed. */
  failure: ErrorRecord | undefined;
  /** It ended without having completed, and nothing tells why: what it gave is not known to be everything. */
  isCutOff = false;
  #values: PSValue[] = [];
  #isDiscarded = false;

  constructor(
    readonly pipeline: ClientPipeline,
    private readonly listener: PipelineListener,
  ) {}

  /** How many objects wait to be taken. */
  get waiting(): number {
    return this.#values.length;
  }

  get hasNews(): boolean {
    return this.#values.length > 0 || this.isOver;
  }

  take(): PSValue[] {
    const values = this.#values;
    this.#values = [];
    return values;
  }

  /** Nobody reads any more. */
  discard(): void {
    this.#isDiscarded = true;
    this.#values = [];
  }

  handle(event: ClientEvent | OutOfProcEvent): void {
    switch (event.type) {
      case 'output':
        if (!this.#isDiscarded) this.#values.push(event.value);
        return;
      case 'error':
        this.listener.onError(event.record);
        return;
      case 'warning':
        this.listener.onWarning(event.record.message);
        return;
      case 'pipelineState':
        this.isOver = ['Completed', 'Failed', 'Stopped'].includes(event.state);
        if (event.state === 'Failed') this.failure = event.error;
        this.isCutOff = this.isOver && event.state !== 'Completed' && this.failure === undefined;
        return;
      default:
        return;
    }
  }
}
