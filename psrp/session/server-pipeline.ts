import { InvalidStateError } from '../errors/invalid-state-error';
import { encodeErrorRecord, errorRecord, type ErrorRecord } from '../messages/error-record';
import { encodeHostCall } from '../messages/host-call';
import { encodeInformationRecord, type InformationRecord } from '../messages/information-record';
import {
  encodeInformationalRecord,
  type InformationalRecord,
  type InformationalStream,
} from '../messages/informational-record';
import { encodeProgressRecord, type ProgressRecord } from '../messages/progress-record';
import { isAtLeast } from '../messages/protocol-version';
import { encodePipelineState } from '../messages/state-payload';
import { isFinal, type PipelineState } from '../messages/states';
import type { PSValue } from '../ps-object';
import { MessageType } from '../wire/message-type';
import type { ServerRunspacePool } from './server-runspace-pool';

const INFORMATIONAL = {
  Warning: MessageType.WarningRecord,
  Verbose: MessageType.VerboseRecord,
  Debug: MessageType.DebugRecord,
} as const;

/** A pipeline as its server sees it: what it writes is queued for the client. */
export class ServerPipeline {
  private pipelineState: PipelineState = 'NotStarted';

  /** @internal Comes with the event `createPipeline`. */
  constructor(
    private readonly pool: ServerRunspacePool,
    readonly id: string,
  ) {}

  get state(): PipelineState {
    return this.pipelineState;
  }

  /** The pipeline runs. */
  start(): void {
    this.change('start the pipeline', 'Running', ['NotStarted']);
  }

  /** Writes to the output stream. */
  writeOutput(value: PSValue): void {
    this.write('write output', MessageType.PipelineOutput, value);
  }

  /** Writes to the error stream: the pipeline goes on. */
  writeError(record: ErrorRecord): void {
    this.write('write an error', MessageType.ErrorRecord, encodeErrorRecord(record));
  }

  /** Writes to the warning, verbose or debug stream. */
  writeInformational(stream: InformationalStream, record: InformationalRecord): void {
    this.write(`write to ${stream}`, INFORMATIONAL[stream], encodeInformationalRecord(stream, record));
  }

  writeProgress(record: ProgressRecord): void {
    this.write('write progress', MessageType.ProgressRecord, encodeProgressRecord(record));
  }

  /** Writes to the information stream; a client before 2.3 knows none, and gets nothing. */
  writeInformation(record: InformationRecord): void {
    if (!isAtLeast(this.pool.protocolVersion, '2.3')) return;
    this.write('write information', MessageType.InformationRecord, encodeInformationRecord(record));
  }

  /** Calls the client's host; the event `hostResponse` has the answer. */
  callHost(callId: number, methodId: number, parameters: readonly PSValue[]): void {
    this.write('call the host', MessageType.PipelineHostCall, encodeHostCall({ callId, methodId, parameters }));
  }

  /** The pipeline has ended well. */
  complete(): void {
    this.end('complete the pipeline', 'Completed', ['Running']);
  }

  /** An error has ended the pipeline. */
  fail(error: ErrorRecord): void {
    this.end('fail the pipeline', 'Failed', ['NotStarted', 'Running', 'Stopping'], error);
  }

  /** The client wants it to stop (a signal of the transport). */
  beginStop(): void {
    this.change('stop the pipeline', 'Stopping', ['NotStarted', 'Running']);
  }

  /** It has stopped. */
  stop(): void {
    const error = errorRecord('The pipeline has been stopped.', {
      fullyQualifiedErrorId: 'PipelineStopped',
      exceptionType: 'System.Management.Automation.PipelineStoppedException',
      category: { category: 'OperationStopped' },
    });
    this.end('stop the pipeline', 'Stopped', ['NotStarted', 'Running', 'Stopping'], error);
  }

  /** The client has closed it (a close of the transport): it is forgotten. */
  close(): void {
    this.pool.forgetPipeline(this);
  }

  private write(action: string, type: number, payload: PSValue): void {
    if (this.pipelineState !== 'Running' && this.pipelineState !== 'Stopping') {
      throw new InvalidStateError('pipeline', action, this.pipelineState, ['Running']);
    }
    this.pool.send(type, payload, this.id);
  }

  private end(action: string, state: PipelineState, from: readonly PipelineState[], error?: ErrorRecord): void {
    this.change(action, state, from);
    if (isFinal(state)) this.pool.send(MessageType.PipelineState, encodePipelineState(state, error), this.id);
  }

  private change(action: string, state: PipelineState, from: readonly PipelineState[]): void {
    if (!from.includes(this.pipelineState)) throw new InvalidStateError('pipeline', action, this.pipelineState, from);
    this.pipelineState = state;
  }
}
