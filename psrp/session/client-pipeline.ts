import { InvalidStateError } from '../errors/invalid-state-error';
import { encodeCreatePipeline } from '../messages/create-pipeline';
import { decodeErrorRecord } from '../messages/error-record';
import { decodeHostCall } from '../messages/host-call';
import { decodeInformationRecord } from '../messages/information-record';
import { decodeInformationalRecord } from '../messages/informational-record';
import type { PipelineDefinition } from '../messages/pipeline';
import { decodeProgressRecord } from '../messages/progress-record';
import { decodePipelineState } from '../messages/state-payload';
import { isFinal, type PipelineState } from '../messages/states';
import type { PSValue } from '../ps-object';
import { MessageType } from '../wire/message-type';
import type { ClientPipelineEvent } from './client-events';
import type { ClientRunspacePool } from './client-runspace-pool';

/**
 * A pipeline as its client sees it. Stopping and closing are the transport's affair (a signal, a close): `beginStop` and
 * `close` only keep the state. Every pipeline must be closed, or the server keeps it for ever.
 */
export class ClientPipeline {
  private pipelineState: PipelineState = 'NotStarted';
  private inputOpen: boolean;

  /** @internal Use ClientRunspacePool.createPipeline. */
  constructor(
    private readonly pool: ClientRunspacePool,
    readonly id: string,
    private readonly definition: PipelineDefinition,
  ) {
    this.inputOpen = definition.hasInput ?? false;
  }

  get state(): PipelineState {
    return this.pipelineState;
  }

  /**
   * Queues CREATE_PIPELINE.
   * @throws SessionKeyError if an argument is a SecureString and there is no session key
   */
  start(): void {
    this.expect('start the pipeline', 'NotStarted');
    const payload = encodeCreatePipeline(this.definition, this.pool.protocolVersion);
    this.pool.send(MessageType.CreatePipeline, payload, this.id);
    this.pipelineState = 'Running';
  }

  /**
   * Queues an object of input.
   * @throws RangeError for null: PowerShell's server fails on it and the pipeline never ends (seen with 7.6)
   */
  send(value: PSValue): void {
    this.expectInput('send input');
    if (value === null) throw new RangeError('PowerShell takes no null as input of a pipeline; send it as an argument');
    this.pool.send(MessageType.PipelineInput, value, this.id);
  }

  /** Queues the end of the input. */
  endInput(): void {
    this.expectInput('end the input');
    this.pool.send(MessageType.EndOfPipelineInput, undefined, this.id);
    this.inputOpen = false;
  }

  /** The transport sends the signal to stop. What was not sent yet is dropped: there is nobody to read it. */
  beginStop(): void {
    this.expect('stop the pipeline', 'Running', 'Stopping');
    this.pool.dropData(this.id, false);
    this.pipelineState = 'Stopping';
    this.inputOpen = false;
  }

  /** The transport has closed the pipeline: it is forgotten, and what still comes for it is unexpected. */
  close(): void {
    this.inputOpen = false;
    this.pool.forgetPipeline(this);
  }

  /** @internal What a message for this pipeline means. */
  process(type: number, payload: PSValue | undefined): ClientPipelineEvent | undefined {
    const pipelineId = this.id;
    switch (type) {
      case MessageType.PipelineOutput:
        return { type: 'output', pipelineId, value: payload ?? null };
      case MessageType.ErrorRecord:
        return { type: 'error', pipelineId, record: decodeErrorRecord(payload ?? null) };
      case MessageType.WarningRecord:
        return { type: 'warning', pipelineId, record: decodeInformationalRecord(payload) };
      case MessageType.VerboseRecord:
        return { type: 'verbose', pipelineId, record: decodeInformationalRecord(payload) };
      case MessageType.DebugRecord:
        return { type: 'debug', pipelineId, record: decodeInformationalRecord(payload) };
      case MessageType.ProgressRecord:
        return { type: 'progress', pipelineId, record: decodeProgressRecord(payload) };
      case MessageType.InformationRecord:
        return { type: 'information', pipelineId, record: decodeInformationRecord(payload) };
      case MessageType.PipelineHostCall:
        return { type: 'pipelineHostCall', pipelineId, call: decodeHostCall(payload) };
      case MessageType.PipelineState:
        return this.changeState(payload);
      default:
        return undefined;
    }
  }

  private changeState(payload: PSValue | undefined): ClientPipelineEvent {
    const change = decodePipelineState(payload);
    this.pipelineState = change.state;
    if (isFinal(change.state)) this.inputOpen = false;
    return { type: 'pipelineState', pipelineId: this.id, ...change };
  }

  private expectInput(action: string): void {
    this.expect(action, 'Running');
    if (!this.inputOpen) throw new InvalidStateError('pipeline', action, 'without input', ['open for input']);
  }

  private expect(action: string, ...expected: readonly PipelineState[]): void {
    if (!expected.includes(this.pipelineState)) {
      throw new InvalidStateError('pipeline', action, this.pipelineState, expected);
    }
  }
}
