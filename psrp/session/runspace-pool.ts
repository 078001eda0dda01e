import { decodeWith, clixmlBytes } from '../clixml/clixml';
import { ClixmlReader } from '../clixml/clixml-reader';
import { InvalidStateError } from '../errors/invalid-state-error';
import type { ProtocolVersion } from '../messages/protocol-version';
import type { RunspacePoolState } from '../messages/states';
import type { PSValue } from '../ps-object';
import { Defragmenter } from '../wire/defragmenter';
import { EMPTY_GUID } from '../wire/guid-bytes';
import { MessageType } from '../wire/message-type';
import { decodeMessage, encodeMessage, type Destination, type Message } from '../wire/message';
import { OutgoingQueue, type OutgoingData, type OutgoingStream, type TakeOptions } from './outgoing-queue';
import { DEFAULT_POOL_LIMITS, type PoolLimits } from './pool-limits';
import type { SessionCrypto } from './session-crypto';
import { SessionKey } from './session-key';

/** What both ends of a runspace pool can be told. */
export interface RunspacePoolOptions {
  /** The latest version to speak; 2.3 by default. 2.4 sends SecureStrings unsealed: only over a secure transport. */
  readonly protocolVersion?: ProtocolVersion;
  /** For SecureStrings up to version 2.3. */
  readonly crypto?: SessionCrypto;
  readonly limits?: Partial<PoolLimits>;
  /** See ClixmlReaderOptions. */
  readonly exactNumbers?: boolean;
}

/**
 * What both ends have in common. It does no I/O: a transport sends what `dataToSend` gives, hands what it received to
 * `receiveData`, and asks `nextEvent` until that gives undefined. An error that one of the two throws breaks the pool.
 */
export abstract class RunspacePool<Event> {
  protected poolState: RunspacePoolState = 'BeforeOpen';
  protected version: ProtocolVersion;
  protected readonly sessionKey: SessionKey;
  private readonly outgoing = new OutgoingQueue();
  private readonly incoming: Message[] = [];
  private readonly events: Event[] = [];
  private readonly defragmenter: Defragmenter;
  private readonly reader: ClixmlReader;

  protected constructor(
    private readonly peer: Destination,
    options: RunspacePoolOptions,
  ) {
    const limits = { ...DEFAULT_POOL_LIMITS, ...options.limits };
    this.version = options.protocolVersion ?? '2.3';
    this.sessionKey = new SessionKey(options.crypto);
    this.defragmenter = new Defragmenter(limits);
    this.reader = new ClixmlReader({
      limits,
      cipher: this.sessionKey,
      exactNumbers: options.exactNumbers ?? false,
    });
  }

  /** The pool's GUID. */
  abstract get id(): string;

  /** The pool's state as this end knows it. */
  get state(): RunspacePoolState {
    return this.poolState;
  }

  /** The version in use; until it is negotiated, the one that this end offers. */
  get protocolVersion(): ProtocolVersion {
    return this.version;
  }

  /** Whether SecureStrings can be sent and read. */
  get hasSessionKey(): boolean {
    return this.sessionKey.ready;
  }

  /** Bytes of messages that wait to be sent. */
  get pendingBytes(): number {
    return this.outgoing.pendingBytes;
  }

  /** The next bytes to send, in order, with the pipeline that they are for; undefined if there are none. */
  dataToSend(options?: TakeOptions): OutgoingData | undefined {
    return this.outgoing.take(options);
  }

  /** The pipelines, and the pool (EMPTY_GUID), that there is something to send for. */
  dataTargets(): string[] {
    return this.outgoing.targets();
  }

  /**
   * Takes bytes from the transport, in pieces of any size. The caller must not change them afterwards.
   * @throws ProtocolError, LimitError: the pool is broken then
   */
  receiveData(bytes: Uint8Array): void {
    if (this.poolState === 'Broken' || this.poolState === 'Closed') {
      throw new InvalidStateError('runspace pool', 'receive data', this.poolState, ['Opening', 'Opened', 'Closing']);
    }
    this.breaking(() => {
      for (const message of this.defragmenter.receive(bytes)) this.incoming.push(decodeMessage(message));
    });
  }

  /**
   * What the received bytes mean; undefined if they mean nothing more.
   * @throws ProtocolError, LimitError, UnsupportedVersionError: the pool is broken then
   */
  nextEvent(): Event | undefined {
    while (this.events.length === 0) {
      const message = this.incoming.shift();
      if (!message) return undefined;
      this.breaking(() => {
        this.receive(message);
      });
    }
    return this.events.shift();
  }

  /** What a message means to this end. */
  protected abstract process(message: Message, payload: PSValue | undefined): Event | undefined;

  /** What it means that a message came that this end has no use for. */
  protected abstract unexpected(message: Message): Event;

  /** @internal Puts a message on its way. */
  send(type: number, payload?: PSValue, pipelineId = EMPTY_GUID, stream: OutgoingStream = 'Default'): void {
    const data = payload === undefined ? new Uint8Array(0) : clixmlBytes(payload, { cipher: this.sessionKey });
    const message = { destination: this.peer, type, runspacePoolId: this.id, pipelineId, data };
    // A pipeline that is stopped must exist first: the signal alone would get no answer.
    this.outgoing.add(pipelineId, stream, encodeMessage(message), type === MessageType.CreatePipeline);
  }

  /** @internal Forgets what was to be sent to a pipeline; not whole: but for what the other side needs. */
  dropData(pipelineId: string, whole: boolean): void {
    this.outgoing.drop(pipelineId, whole);
  }

  /** @internal The transport has lost what travelled: nothing can be trusted any more. */
  breakDown(): void {
    this.poolState = 'Broken';
    this.incoming.length = 0;
  }

  /** Makes sure that the pool is in one of these states. */
  protected expectState(action: string, ...expected: readonly RunspacePoolState[]): void {
    if (!expected.includes(this.poolState)) {
      throw new InvalidStateError('runspace pool', action, this.poolState, expected);
    }
  }

  private receive(message: Message): void {
    if (message.destination === this.peer) {
      this.events.push(this.unexpected(message));
      return;
    }
    const payload = message.data.length === 0 ? undefined : decodeWith(this.reader, message.data);
    const event = this.process(message, payload);
    if (event !== undefined) this.events.push(event);
  }

  private breaking(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.breakDown();
      throw error;
    }
  }
}
