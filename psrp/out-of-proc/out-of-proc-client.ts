import { InvalidStateError } from '../errors/invalid-state-error';
import { ProtocolError } from '../errors/protocol-error';
import type { ClientEvent } from '../session/client-events';
import type { ClientPipeline } from '../session/client-pipeline';
import type { ClientRunspacePool } from '../session/client-runspace-pool';
import { EMPTY_GUID } from '../wire/guid-bytes';
import { LineSplitter } from './line-splitter';
import { formatPacket, parseLine, type ControlName, type Packet } from './packet';

/** What the line protocol itself has to tell. */
export type OutOfProcEvent =
  /** Somebody else wrote to the server's output; it was skipped. */
  | { readonly type: 'noise'; readonly text: string }
  /** The server knows that the pipeline shall stop; its state tells when it has. */
  | { readonly type: 'signalAck'; readonly pipelineId: string }
  | { readonly type: 'pipelineClosed'; readonly pipelineId: string }
  | { readonly type: 'poolClosed' };

/** An acknowledgement that is waited for: whoever drives this should give up after a while. */
export interface AwaitedAck {
  readonly pipelineId: string;
  readonly ack: ControlName;
}

/** How the line protocol behaves. */
export interface OutOfProcOptions {
  /** Bytes of fragments in a line that is sent, 32 KiB by default as PowerShell has it. */
  readonly fragmentBytes?: number;
  /** Bytes of a line that is received, 64 MiB by default. */
  readonly maxLineBytes?: number;
}

/** The pool, or a pipeline, as the line protocol sees it. */
interface Channel {
  /** The server has been told of it. The pool needs no telling. */
  announced: boolean;
  awaited: ControlName | undefined;
  signal: boolean;
  close: boolean;
}

const DEFAULT_MAX_LINE_BYTES = 64 * 1024 * 1024;

/**
 * The client's end of the line protocol, around a client's pool. PowerShell reads every line on a thread of its own, so
 * order is only certain after an acknowledgement: here the pool and each pipeline have one line at a time under way.
 */
export class OutOfProcClient {
  private readonly lines: LineSplitter;
  private readonly channels = new Map<string, Channel>();
  private readonly events: OutOfProcEvent[] = [];
  private readonly fragmentBytes: number | undefined;

  constructor(
    readonly pool: ClientRunspacePool,
    options: OutOfProcOptions = {},
  ) {
    this.lines = new LineSplitter(options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES);
    this.fragmentBytes = options.fragmentBytes;
    this.channels.set(EMPTY_GUID, { announced: true, awaited: undefined, signal: false, close: false });
  }

  /** The acknowledgements that are waited for. */
  get awaited(): readonly AwaitedAck[] {
    return [...this.channels].flatMap(([pipelineId, { awaited }]) => (awaited ? [{ pipelineId, ack: awaited }] : []));
  }

  /** The next line to write; undefined if there is none, or none before an acknowledgement comes. */
  dataToSend(): Uint8Array | undefined {
    for (const pipelineId of this.pool.dataTargets()) this.channel(pipelineId);
    for (const [pipelineId, channel] of this.channels) {
      if (channel.awaited) continue;
      const packet = this.nextPacket(pipelineId, channel);
      if (packet) return formatPacket(packet);
    }
    return undefined;
  }

  /**
   * Takes what the server wrote, in pieces of any size.
   * @throws ProtocolError, LimitError: the pool is of no more use
   */
  receiveData(bytes: Uint8Array): void {
    for (const line of this.lines.write(bytes)) {
      const { packet, noise, isTorn } = parseLine(line);
      if (isTorn) throw new ProtocolError('line', 'others wrote into the middle of it, so that data is lost');
      if (noise !== undefined) this.events.push({ type: 'noise', text: noise });
      if (packet) this.receive(packet);
    }
  }

  /** What the received bytes mean; undefined if they mean nothing more. */
  nextEvent(): ClientEvent | OutOfProcEvent | undefined {
    // The pool's come first: what a pipeline wrote was written before its end was acknowledged.
    return this.pool.nextEvent() ?? this.events.shift();
  }

  /** Stops a pipeline: it must still be closed. */
  stop(pipeline: ClientPipeline): void {
    pipeline.beginStop();
    this.channel(pipeline.id).signal = true;
  }

  /** Closes a pipeline; every one needs it. The event `pipelineClosed` tells when the server has. */
  closePipeline(pipeline: ClientPipeline): void {
    pipeline.close();
    const channel = this.channels.get(pipeline.id);
    // One that the server was never told of needs no closing there.
    if (!channel?.announced) {
      this.channels.delete(pipeline.id);
      this.events.push({ type: 'pipelineClosed', pipelineId: pipeline.id });
    } else channel.close = true;
  }

  /** Closes the pool, once its pipelines are closed: a server would wait for them. `poolClosed` tells when. */
  closePool(): void {
    this.pool.beginClose();
    this.channel(EMPTY_GUID).close = true;
  }

  private nextPacket(pipelineId: string, channel: Channel): Packet | undefined {
    if (!channel.announced) {
      channel.announced = true;
      return control(channel, 'Command', pipelineId, 'CommandAck');
    }
    const take = this.fragmentBytes === undefined ? { pipelineId } : { pipelineId, maxBytes: this.fragmentBytes };
    const outgoing = this.pool.dataToSend(take);
    if (outgoing) {
      channel.awaited = 'DataAck';
      return { name: 'Data', ...outgoing };
    }
    if (channel.signal) {
      channel.signal = false;
      return control(channel, 'Signal', pipelineId, 'SignalAck');
    }
    if (!channel.close || (pipelineId === EMPTY_GUID && this.channels.size > 1)) return undefined;
    channel.close = false;
    return control(channel, 'Close', pipelineId, 'CloseAck');
  }

  private receive(packet: Packet): void {
    if (packet.name === 'Data') {
      this.pool.receiveData(packet.data);
      return;
    }
    const { name, pipelineId } = packet;
    const channel = this.channels.get(pipelineId);
    if (channel?.awaited !== name) {
      this.events.push({ type: 'noise', text: `${name} ${pipelineId} was not waited for` });
      return;
    }
    channel.awaited = undefined;
    if (name === 'SignalAck') this.events.push({ type: 'signalAck', pipelineId });
    if (name === 'CloseAck') this.closed(pipelineId);
  }

  private closed(pipelineId: string): void {
    this.channels.delete(pipelineId);
    this.events.push(pipelineId === EMPTY_GUID ? { type: 'poolClosed' } : { type: 'pipelineClosed', pipelineId });
  }

  private channel(pipelineId: string): Channel {
    let channel = this.channels.get(pipelineId);
    if (!channel) {
      if (!this.channels.has(EMPTY_GUID)) throw new InvalidStateError('runspace pool', 'send', 'Closed', ['Opened']);
      channel = { announced: false, awaited: undefined, signal: false, close: false };
      this.channels.set(pipelineId, channel);
    }
    return channel;
  }
}

function control(channel: Channel, name: ControlName, pipelineId: string, ack: ControlName): Packet {
  channel.awaited = ack;
  return { name, pipelineId };
}
