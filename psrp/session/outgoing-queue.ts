import { Fragmenter } from '../wire/fragmenter';
import { FRAGMENT_HEADER_LENGTH } from '../wire/fragment';

/** Which of a transport's two ways to the server a message takes: answers to host calls have one of their own. */
export type OutgoingStream = 'Default' | 'PromptResponse';

/** Fragments to be sent together. */
export interface OutgoingData {
  /** EMPTY_GUID for the pool. */
  readonly pipelineId: string;
  readonly stream: OutgoingStream;
  readonly data: Uint8Array;
}

/** What is wanted of the queue. */
export interface TakeOptions {
  /** Bytes at most, 32 KiB by default; at least 22, a fragment with one byte. */
  readonly maxBytes?: number;
  /** Only what is for this pipeline, or for the pool (EMPTY_GUID). */
  readonly pipelineId?: string;
}

interface Channel {
  readonly pipelineId: string;
  readonly stream: OutgoingStream;
  readonly messages: Fragmenter[];
}

const DEFAULT_MAX_BYTES = 32 * 1024;

/** The messages on their way out, in order for the pool and for each pipeline. */
export class OutgoingQueue {
  private readonly channels = new Map<string, Channel>();
  private lastObjectId = 0n;
  private pending = 0;

  /** Bytes of messages that were not taken yet. */
  get pendingBytes(): number {
    return this.pending;
  }

  add(pipelineId: string, stream: OutgoingStream, message: Uint8Array, essential = false): void {
    const key = `${pipelineId} ${stream}`;
    let channel = this.channels.get(key);
    if (!channel) {
      channel = { pipelineId, stream, messages: [] };
      this.channels.set(key, channel);
    }
    channel.messages.push(new Fragmenter(++this.lastObjectId, message, essential));
    this.pending += message.length;
  }

  /** The next fragments of one channel; undefined if there are none. */
  take(options: TakeOptions = {}): OutgoingData | undefined {
    const { maxBytes = DEFAULT_MAX_BYTES, pipelineId } = options;
    if (maxBytes <= FRAGMENT_HEADER_LENGTH)
      throw new RangeError(`maxBytes must be at least ${FRAGMENT_HEADER_LENGTH + 1}`);
    for (const [key, channel] of this.channels) {
      if (pipelineId !== undefined && channel.pipelineId !== pipelineId) continue;
      const data = this.takeFrom(channel, maxBytes);
      if (channel.messages.length === 0) this.channels.delete(key);
      return { pipelineId: channel.pipelineId, stream: channel.stream, data };
    }
    return undefined;
  }

  /** The pipelines, and the pool (EMPTY_GUID), that there is something for. */
  targets(): string[] {
    return [...new Set([...this.channels.values()].map((channel) => channel.pipelineId))];
  }

  /**
   * Forgets what is for a pipeline.
   * @param whole false: what the other side needs stays: a message that was taken in part, and an essential one
   */
  drop(pipelineId: string, whole: boolean): void {
    for (const [key, channel] of this.channels) {
      if (channel.pipelineId !== pipelineId) continue;
      const kept = whole ? [] : channel.messages.filter((message) => message.needed);
      for (const message of channel.messages) if (!kept.includes(message)) this.pending -= message.remaining;
      channel.messages.splice(0, Infinity, ...kept);
      if (kept.length === 0) this.channels.delete(key);
    }
  }

  private takeFrom(channel: Channel, maxBytes: number): Uint8Array {
    const { messages } = channel;
    const wanted = messages.reduce((sum, message) => sum + message.remaining + FRAGMENT_HEADER_LENGTH, 0);
    const data = new Uint8Array(Math.min(maxBytes, wanted));
    let used = 0;
    let taken = 0;
    for (const message of messages) {
      const before = message.remaining;
      const written = message.take(data, used, data.length - used);
      if (written === 0) break;
      used += written;
      this.pending -= before - message.remaining;
      if (!message.done) break;
      taken++;
      // PowerShell loses input that comes in one payload with what creates its pipeline.
      if (message.essential) break;
    }
    messages.splice(0, taken);
    return data.subarray(0, used);
  }
}
