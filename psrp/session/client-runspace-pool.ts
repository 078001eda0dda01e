import { ProtocolError } from '../errors/protocol-error';
import { errorRecord } from '../messages/error-record';
import { callIdOf } from '../messages/call-id';
import { decodeHostCall, encodeHostError, encodeHostResult, type HostCall } from '../messages/host-call';
import { encodeInitRunspacePool } from '../messages/init-runspace-pool';
import type { PipelineDefinition } from '../messages/pipeline';
import { commonVersion } from '../messages/protocol-version';
import { callIdField, payloadObject, plainNumber, textField } from '../messages/read-fields';
import { decodeSessionCapability, encodeSessionCapability } from '../messages/session-capability';
import { decodePoolState } from '../messages/state-payload';
import type { PSValue } from '../ps-object';
import { PSDictionary } from '../values/ps-dictionary';
import { bag } from '../values/well-known';
import { EMPTY_GUID } from '../wire/guid-bytes';
import type { Message } from '../wire/message';
import { MessageType, messageTypeName } from '../wire/message-type';
import type { ClientEvent } from './client-events';
import { ClientPipeline } from './client-pipeline';
import { RunspacePool, type RunspacePoolOptions } from './runspace-pool';

/** What a client's pool can be told. */
export interface ClientRunspacePoolOptions extends RunspacePoolOptions {
  /** Makes GUIDs: such as `crypto.randomUUID`. */
  readonly newGuid: () => string;
  /** Runspaces kept at least, 1 by default. */
  readonly minRunspaces?: number;
  /** Pipelines that run at once, 1 by default; further ones wait at the server. */
  readonly maxRunspaces?: number;
  readonly applicationArguments?: PSDictionary;
}

/** The client's end of a runspace pool. */
export class ClientRunspacePool extends RunspacePool<ClientEvent> {
  readonly id: string;
  private readonly pipelines = new Map<string, ClientPipeline>();
  private lastCallId = 0;
  private negotiated = false;

  constructor(private readonly options: ClientRunspacePoolOptions) {
    super('server', options);
    this.id = options.newGuid().toLowerCase();
  }

  /** Queues SESSION_CAPABILITY and INIT_RUNSPACEPOOL; the event `runspacePoolState` tells when it is Opened. */
  open(): void {
    this.expectState('open', 'BeforeOpen');
    const { minRunspaces = 1, maxRunspaces = 1, applicationArguments = null } = this.options;
    this.send(MessageType.SessionCapability, encodeSessionCapability(this.version));
    const init = encodeInitRunspacePool({ minRunspaces, maxRunspaces, applicationArguments });
    this.send(MessageType.InitRunspacePool, init);
    this.poolState = 'Opening';
  }

  /** A new pipeline; its `start` queues it. */
  createPipeline(definition: PipelineDefinition): ClientPipeline {
    this.expectState('create a pipeline', 'Opened');
    const pipeline = new ClientPipeline(this, this.options.newGuid().toLowerCase(), definition);
    this.pipelines.set(pipeline.id, pipeline);
    return pipeline;
  }

  /** Queues the client's public key; the event `sessionKey` tells when SecureStrings can travel. */
  exchangeKey(): void {
    this.expectState('exchange a session key', 'Opened');
    if (this.sessionKey.ready) return;
    this.send(MessageType.PublicKey, bag([['PublicKey', this.sessionKey.offer()]]));
  }

  /** Queues a change of the limit; `runspaceAvailability` with the call id that this gives tells how it went. */
  setMaxRunspaces(count: number): number {
    return this.call(MessageType.SetMaxRunspaces, ['MaxRunspaces', count]);
  }

  /** Queues a change of the limit, as setMaxRunspaces. */
  setMinRunspaces(count: number): number {
    return this.call(MessageType.SetMinRunspaces, ['MinRunspaces', count]);
  }

  /** Queues the question how many runspaces are free. */
  getAvailableRunspaces(): number {
    return this.call(MessageType.GetAvailableRunspaces);
  }

  /** Queues a reset of the runspace's variables (2.3 and on, pools of one runspace). */
  resetRunspaceState(): number {
    return this.call(MessageType.ResetRunspaceState);
  }

  /** Answers a call of the host. */
  respondToHostCall(call: HostCall, result?: PSValue, pipelineId: string = EMPTY_GUID): void {
    this.respond(pipelineId, encodeHostResult(call, result));
  }

  /** Refuses a call of the host: the command that asked gets an error. Calls that expect no answer need none. */
  refuseHostCall(call: HostCall, message: string, pipelineId: string = EMPTY_GUID): void {
    if (!call.expectsResponse) return;
    const details = {
      fullyQualifiedErrorId: 'HostFunctionNotImplemented',
      exceptionType: 'System.Management.Automation.Host.HostException',
      category: { category: 'NotImplemented' },
    } as const;
    this.respond(pipelineId, encodeHostError(call, errorRecord(message, details)));
  }

  /** The transport begins to close the pool. */
  beginClose(): void {
    this.expectState('close', 'Opening', 'Opened', 'Closing');
    this.poolState = 'Closing';
  }

  /** The transport has closed the pool. */
  close(): void {
    this.poolState = this.poolState === 'Broken' ? 'Broken' : 'Closed';
    this.pipelines.clear();
  }

  /** @internal */
  forgetPipeline(pipeline: ClientPipeline): void {
    this.dropData(pipeline.id, true);
    this.pipelines.delete(pipeline.id);
  }

  protected process(message: Message, payload: PSValue | undefined): ClientEvent | undefined {
    // A real server's first message, its capability, names no pool: all zeros.
    if (![this.id, EMPTY_GUID].includes(message.runspacePoolId)) return this.unexpected(message);
    if (message.pipelineId !== EMPTY_GUID) {
      const pipeline = this.pipelines.get(message.pipelineId);
      return pipeline?.process(message.type, payload) ?? this.unexpected(message);
    }
    switch (message.type) {
      case MessageType.SessionCapability:
        return this.negotiate(message, payload);
      case MessageType.ApplicationPrivateData: {
        const data = payloadObject(payload, 'APPLICATION_PRIVATE_DATA').get('ApplicationPrivateData');
        return { type: 'applicationPrivateData', data: data instanceof PSDictionary ? data : null };
      }
      case MessageType.RunspacePoolState:
        return this.changeState(payload);
      case MessageType.RunspaceAvailability: {
        const object = payloadObject(payload, 'RUNSPACE_AVAILABILITY');
        const callId = callIdField(object, 'RUNSPACE_AVAILABILITY');
        return {
          type: 'runspaceAvailability',
          callId,
          result: plainNumber(object.get('SetMinMaxRunspacesResponse')) ?? null,
        };
      }
      case MessageType.PublicKeyRequest:
        return this.offerKey();
      case MessageType.EncryptedSessionKey:
        this.sessionKey.accept(encryptedKey(payload));
        return { type: 'sessionKey' };
      case MessageType.UserEvent:
        return { type: 'userEvent', event: payloadObject(payload, 'USER_EVENT') };
      case MessageType.RunspacePoolHostCall:
        return { type: 'runspacePoolHostCall', call: decodeHostCall(payload) };
      default:
        return this.unexpected(message);
    }
  }

  protected unexpected(message: Message): ClientEvent {
    const { type, pipelineId } = message;
    return { type: 'unexpectedMessage', messageType: messageTypeName(type), pipelineId };
  }

  private negotiate(message: Message, payload: PSValue | undefined): ClientEvent {
    if (this.negotiated || this.poolState !== 'Opening') return this.unexpected(message);
    const capability = decodeSessionCapability(payload);
    this.version = commonVersion(this.version, capability.protocolVersion);
    this.sessionKey.setVersion(this.version);
    this.negotiated = true;
    return { type: 'sessionCapability', capability };
  }

  private changeState(payload: PSValue | undefined): ClientEvent {
    const change = decodePoolState(payload);
    if (change.state === 'Opened' && !this.negotiated) {
      throw new ProtocolError('negotiation', 'the pool opened before the versions were negotiated');
    }
    this.poolState = change.state;
    return { type: 'runspacePoolState', ...change };
  }

  private offerKey(): ClientEvent {
    if (this.options.crypto) this.send(MessageType.PublicKey, bag([['PublicKey', this.sessionKey.offer()]]));
    return { type: 'publicKeyRequest' };
  }

  private call(type: number, ...properties: readonly [string, PSValue][]): number {
    this.expectState('ask the pool', 'Opened');
    const callId = ++this.lastCallId;
    this.send(type, bag([...properties, ['ci', callIdOf(callId)]]));
    return callId;
  }

  private respond(pipelineId: string, payload: PSValue): void {
    const isPool = pipelineId === EMPTY_GUID;
    const type = isPool ? MessageType.RunspacePoolHostResponse : MessageType.PipelineHostResponse;
    this.send(type, payload, pipelineId, 'PromptResponse');
  }
}

function encryptedKey(payload: PSValue | undefined): string {
  const key = textField(payloadObject(payload, 'ENCRYPTED_SESSION_KEY'), 'EncryptedSessionKey');
  if (key === undefined) throw new ProtocolError('session key', 'ENCRYPTED_SESSION_KEY has none');
  return key;
}
