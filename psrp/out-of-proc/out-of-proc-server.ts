import type { ServerEvent } from '../session/server-events';
import type { ServerPipeline } from '../session/server-pipeline';
import type { ServerRunspacePool } from '../session/server-runspace-pool';
import { EMPTY_GUID } from '../wire/guid-bytes';
import { LineSplitter } from './line-splitter';
import type { OutOfProcOptions } from './out-of-proc-client';
import { formatPacket, parseLine, type Packet } from './packet';

/** What a client asks for by the line protocol itself. */
export type OutOfProcServerEvent =
  | { readonly type: 'noise'; readonly text: string }
  /** Stop the pipeline (`beginStop`, `stop`); the signal was acknowledged. */
  | { readonly type: 'signal'; readonly pipelineId: string; readonly pipeline: ServerPipeline | undefined }
  /** Stop the pipeline if it runs, close it, and tell with `closed`. */
  | { readonly type: 'closePipeline'; readonly pipelineId: string; readonly pipeline: ServerPipeline | undefined }
  /** Close all pipelines and the pool, and tell with `closed`. */
  | { readonly type: 'closePool' };

const DEFAULT_MAX_LINE_BYTES = 64 * 1024 * 1024;

/** The server's end of the line protocol, around a server's pool. */
export class OutOfProcServer {
  private readonly lines: LineSplitter;
  /** Made when they are asked for: a pipeline exists only once the pool has read what created it. */
  private readonly events: (() => OutOfProcServerEvent)[] = [];
  private readonly acks: Packet[] = [];
  /** Acknowledgements that must not overtake what was written before them. */
  private readonly closing: Packet[] = [];
  private readonly announced = new Set<string>([EMPTY_GUID]);
  private readonly fragmentBytes: number | undefined;

  constructor(
    readonly pool: ServerRunspacePool,
    options: OutOfProcOptions = {},
  ) {
    this.lines = new LineSplitter(options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES);
    this.fragmentBytes = options.fragmentBytes;
  }

  /** The next line to write; undefined if there is none. A client acknowledges nothing, so nothing is waited for. */
  dataToSend(): Uint8Array | undefined {
    const ack = this.acks.shift();
    if (ack) return formatPacket(ack);
    const outgoing = this.pool.dataToSend(this.fragmentBytes === undefined ? {} : { maxBytes: this.fragmentBytes });
    if (outgoing) return formatPacket({ name: 'Data', ...outgoing, stream: 'Default' });
    const closed = this.closing.shift();
    return closed && formatPacket(closed);
  }

  /**
   * Takes what the client wrote, in pieces of any size.
   * @throws ProtocolError, LimitError: the pool is of no more use
   */
  receiveData(bytes: Uint8Array): void {
    for (const line of this.lines.write(bytes)) {
      const { packet, noise } = parseLine(line);
      if (noise !== undefined) this.events.push(() => ({ type: 'noise', text: noise }));
      if (packet) this.receive(packet);
    }
  }

  /** What the received bytes mean; undefined if they mean nothing more. */
  nextEvent(): ServerEvent | OutOfProcServerEvent | undefined {
    return this.pool.nextEvent() ?? this.events.shift()?.();
  }

  /** What the client asked to close is closed; EMPTY_GUID is the pool. */
  closed(pipelineId: string): void {
    this.announced.delete(pipelineId);
    this.closing.push({ name: 'CloseAck', pipelineId });
  }

  private receive(packet: Packet): void {
    const { name, pipelineId } = packet;
    switch (name) {
      case 'Data':
        // As PowerShell does: for a pipeline that it was not told of, acknowledged and dropped.
        if (this.announced.has(pipelineId)) this.pool.receiveData(packet.data);
        this.acks.push({ name: 'DataAck', pipelineId });
        return;
      case 'Command':
        this.announced.add(pipelineId);
        this.acks.push({ name: 'CommandAck', pipelineId });
        return;
      case 'Signal':
        this.acks.push({ name: 'SignalAck', pipelineId });
        this.events.push(() => ({ type: 'signal', pipelineId, pipeline: this.pool.pipeline(pipelineId) }));
        return;
      case 'Close':
        this.events.push(() =>
          pipelineId === EMPTY_GUID
            ? { type: 'closePool' }
            : { type: 'closePipeline', pipelineId, pipeline: this.pool.pipeline(pipelineId) },
        );
        return;
      default:
        this.events.push(() => ({ type: 'noise', text: `${name} ${pipelineId}: a client acknowledges nothing` }));
    }
  }
}
