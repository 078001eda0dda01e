import { ProtocolError } from '../errors/protocol-error';
import { callIdOf } from '../messages/call-id';
import { decodeCommandMetadataQuery } from '../messages/command-metadata';
import { decodeCreatePipeline } from '../messages/create-pipeline';
import type { ErrorRecord } from '../messages/error-record';
import { decodeHostResponse, encodeHostCall } from '../messages/host-call';
import { decodeInitRunspacePool } from '../messages/init-runspace-pool';
import { commonVersion } from '../messages/protocol-version';
import { callIdField, payloadObject, requiredInteger, textField } from '../messages/read-fields';
import { decodeSessionCapability, encodeSessionCapability } from '../messages/session-capability';
import { encodePoolState } from '../messages/state-payload';
import type { PSValue } from '../ps-object';
import { PSDictionary } from '../values/ps-dictionary';
import { bag } from '../values/well-known';
import { EMPTY_GUID } from '../wire/guid-bytes';
import type { Message } from '../wire/message';
import { MessageType, messageTypeName } from '../wire/message-type';
import { RunspacePool, type RunspacePoolOptions } from './runspace-pool';
import type { ServerEvent } from './server-events';
import { ServerPipeline } from './server-pipeline';

/** The server's end of a runspace pool. */
export class ServerRunspacePool extends RunspacePool<ServerEvent> {
  private poolId = EMPTY_GUID;
  private readonly pipelines = new Map<string, ServerPipeline>();

  constructor(options: RunspacePoolOptions = {}) {
    super('client', options);
  }

  /** The GUID that the client has given the pool; EMPTY_GUID before it has. */
  get id(): string {
    return this.poolId;
  }

  /** The pipelines that are not closed. */
  get openPipelines(): readonly ServerPipeline[] {
    return [...this.pipelines.values()];
  }

  /** The pipeline of that id, if it is not closed. */
  pipeline(id: string): ServerPipeline | undefined {
    return this.pipelines.get(id);
  }

  /**
   * Opens the pool that the client asked for.
   * @param privateData what the client finds as application private data; PowerShell gives its PSVersionTable
   */
  accept(privateData: PSDictionary = new PSDictionary(new Map())): void {
    this.expectState('accept the client', 'Opening');
    this.send(MessageType.ApplicationPrivateData, bag([['ApplicationPrivateData', privateData]]));
    this.send(MessageType.RunspacePoolState, encodePoolState('Opened'));
    this.poolState = 'Opened';
  }

  /** Refuses the client, or tells it that the pool is of no more use. */
  refuse(error: ErrorRecord): void {
    this.expectState('refuse the client', 'Opening', 'Opened');
    this.send(MessageType.RunspacePoolState, encodePoolState('Broken', error));
    this.poolState = 'Broken';
  }

  /** Answers setMinRunspaces, setMaxRunspaces and resetRunspaceState with a Boolean, getAvailableRunspaces with a count. */
  respond(callId: number | bigint, result: boolean | number): void {
    const value = typeof result === 'number' ? callIdOf(result) : result;
    this.send(
      MessageType.RunspaceAvailability,
      bag([
        ['SetMinMaxRunspacesResponse', value],
        ['ci', callIdOf(callId)],
      ]),
    );
  }

  /** Asks a client of version 2.1 for its public key; later ones send it by themselves. */
  requestPublicKey(): void {
    this.expectState('ask for a public key', 'Opened');
    this.send(MessageType.PublicKeyRequest, '');
  }

  /** Calls the client's host; the event `hostResponse` has the answer. */
  callHost(callId: number, methodId: number, parameters: readonly PSValue[]): void {
    this.expectState('call the host', 'Opened');
    this.send(MessageType.RunspacePoolHostCall, encodeHostCall({ callId, methodId, parameters }));
  }

  /** The client closes the pool (a close of the transport). */
  beginClose(): void {
    this.expectState('close', 'Opening', 'Opened');
    this.send(MessageType.RunspacePoolState, encodePoolState('Closing'));
    this.poolState = 'Closing';
  }

  /** The pool is closed. */
  close(): void {
    this.expectState('close', 'Closing');
    this.send(MessageType.RunspacePoolState, encodePoolState('Closed'));
    this.poolState = 'Closed';
    this.pipelines.clear();
  }

  /** @internal */
  forgetPipeline(pipeline: ServerPipeline): void {
    this.pipelines.delete(pipeline.id);
  }

  protected process(message: Message, payload: PSValue | undefined): ServerEvent {
    if (this.poolId === EMPTY_GUID && message.type === MessageType.SessionCapability) {
      return this.negotiate(message, payload);
    }
    if (message.runspacePoolId !== this.poolId) return this.unexpected(message);
    if (message.pipelineId !== EMPTY_GUID) return this.processPipeline(message, payload);
    switch (message.type) {
      case MessageType.InitRunspacePool:
        return this.init(message, payload);
      case MessageType.PublicKey:
        return this.answerKey(payload);
      case MessageType.SetMaxRunspaces:
      case MessageType.SetMinRunspaces: {
        const max = message.type === MessageType.SetMaxRunspaces;
        const name = max ? 'MaxRunspaces' : 'MinRunspaces';
        const object = payloadObject(payload, name);
        const count = requiredInteger(object, name, name);
        return { type: max ? 'setMaxRunspaces' : 'setMinRunspaces', callId: callIdField(object, name), count };
      }
      case MessageType.GetAvailableRunspaces:
        return { type: 'getAvailableRunspaces', callId: callIdField(payloadObject(payload, 'the call'), 'the call') };
      case MessageType.ResetRunspaceState:
        return { type: 'resetRunspaceState', callId: callIdField(payloadObject(payload, 'the call'), 'the call') };
      case MessageType.RunspacePoolHostResponse:
        return { type: 'hostResponse', response: decodeHostResponse(payload), pipeline: undefined };
      default:
        return this.unexpected(message);
    }
  }

  protected unexpected(message: Message): ServerEvent {
    const { type, pipelineId } = message;
    return { type: 'unexpectedMessage', messageType: messageTypeName(type), pipelineId };
  }

  private negotiate(message: Message, payload: PSValue | undefined): ServerEvent {
    const capability = decodeSessionCapability(payload);
    this.poolId = message.runspacePoolId;
    this.version = commonVersion(this.version, capability.protocolVersion);
    this.sessionKey.setVersion(this.version);
    this.send(MessageType.SessionCapability, encodeSessionCapability(this.version));
    return { type: 'sessionCapability', capability };
  }

  private init(message: Message, payload: PSValue | undefined): ServerEvent {
    if (this.poolState !== 'BeforeOpen') return this.unexpected(message);
    const init = decodeInitRunspacePool(payload);
    this.poolState = 'Opening';
    return { type: 'initRunspacePool', init };
  }

  private answerKey(payload: PSValue | undefined): ServerEvent {
    const key = textField(payloadObject(payload, 'PUBLIC_KEY'), 'PublicKey');
    if (key === undefined) throw new ProtocolError('session key', 'PUBLIC_KEY has none');
    this.send(MessageType.EncryptedSessionKey, bag([['EncryptedSessionKey', this.sessionKey.answer(key)]]));
    return { type: 'sessionKey' };
  }

  private processPipeline(message: Message, payload: PSValue | undefined): ServerEvent {
    if (message.type === MessageType.CreatePipeline) {
      const definition = decodeCreatePipeline(payload);
      return { type: 'createPipeline', pipeline: this.addPipeline(message.pipelineId), definition };
    }
    if (message.type === MessageType.GetCommandMetadata) {
      const query = decodeCommandMetadataQuery(payload);
      return { type: 'getCommandMetadata', pipeline: this.addPipeline(message.pipelineId), query };
    }
    const pipeline = this.pipelines.get(message.pipelineId);
    if (!pipeline) return this.unexpected(message);
    switch (message.type) {
      case MessageType.PipelineInput:
        return { type: 'input', pipeline, value: payload ?? null };
      case MessageType.EndOfPipelineInput:
        return { type: 'endOfInput', pipeline };
      case MessageType.PipelineHostResponse:
        return { type: 'hostResponse', response: decodeHostResponse(payload), pipeline };
      default:
        return this.unexpected(message);
    }
  }

  private addPipeline(id: string): ServerPipeline {
    if (this.poolState !== 'Opened')
      throw new ProtocolError('message', `a pipeline in a pool that is ${this.poolState}`);
    if (this.pipelines.has(id)) throw new ProtocolError('message', `a second pipeline ${id}`);
    const pipeline = new ServerPipeline(this, id);
    this.pipelines.set(id, pipeline);
    return pipeline;
  }
}
