import type { Readable } from 'node:stream';
import {
  CONTRACT_MAJOR,
  CONTRACT_VERSION,
  FrameDecoder,
  FramingError,
  MAX_PLUGIN_FRAME_BYTES,
  MalformedMessageError,
  decodePluginMessage,
  problem,
  type Completed,
  type HostMessage,
  type PluginMessageOf,
  type Problem,
} from '../protocol';
import type { Manifest } from './manifest';
import type { RunEvents, RunRequest } from './runner';

/** The conversation cannot go on. */
export class ConversationError extends Error {
  override readonly name = 'ConversationError' as const;
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.summary);
    this.problem = found;
  }
}

/**
 * The host's half of the process binding: greets, starts the run, stores results one after the other and acknowledges
 * each when it is stored. A result that comes again is acknowledged again and not stored twice.
 */
export class ProcessConversation {
  readonly #manifest: Manifest;
  readonly #request: RunRequest;
  readonly #events: RunEvents;
  readonly #send: (message: HostMessage) => void;
  #stored = 0;
  #hasGreeted = false;

  constructor(manifest: Manifest, request: RunRequest, events: RunEvents, send: (message: HostMessage) => void) {
    this.#manifest = manifest;
    this.#request = request;
    this.#events = events;
    this.#send = send;
  }

  /** Whether the plugin has said hello. */
  get hasGreeted(): boolean {
    return this.#hasGreeted;
  }

  /** Asks the plugin to end the run early. */
  cancel(reason: string): void {
    this.#send({ kind: 'cancel', reason });
  }

  /**
   * Speaks until the run has ended.
   * @param input the plugin's stdout
   * @returns undefined if the plugin stops speaking before the run has ended
   * @throws ConversationError
   */
  async run(input: Readable): Promise<Completed | undefined> {
    this.#send({
      kind: 'hello',
      contractVersion: CONTRACT_VERSION,
      name: 'devhost',
      version: this.#manifest.version,
      tasks: [],
    });
    const frames = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
    try {
      // Reading waits while a result is being stored, so a fast plugin is held back by the pipe.
      for await (const piece of input as AsyncIterable<Buffer>) {
        frames.receive(piece);
        for (let frame = frames.next(); frame; frame = frames.next()) {
          const completed = await this.#take(frame);
          if (completed) return completed;
        }
      }
    } catch (error) {
      if (!(error instanceof FramingError || error instanceof MalformedMessageError)) throw error;
      const summary = 'The plugin wrote something to stdout that is not the process binding.';
      throw new ConversationError(problem('protocol.malformed', this.#request.task.name, summary, error.message));
    }
    return undefined;
  }

  async #take(frame: Uint8Array): Promise<Completed | undefined> {
    const message = decodePluginMessage(frame);
    if (!this.#hasGreeted && message.kind !== 'hello') throw this.#malformed('The plugin did not begin with Hello.');
    switch (message.kind) {
      case 'hello':
        this.#greeted(message);
        return undefined;
      case 'log':
        this.#events.log({ level: message.level, message: message.message, fields: message.fields });
        return undefined;
      case 'progress':
        this.#events.progress({ phase: message.phase, done: message.done, total: message.total });
        return undefined;
      case 'result':
        await this.#store(message);
        return undefined;
      case 'completed':
        return { outcome: message.outcome, problems: message.problems };
      case 'unknown':
        return undefined;
    }
  }

  #greeted({ contractVersion, tasks }: PluginMessageOf<'hello'>): void {
    if (this.#hasGreeted) throw this.#malformed('The plugin said hello twice.');
    const { task, runId, settings, dataDir, logDir } = this.#request;
    if (contractVersion.split('.')[0] !== String(CONTRACT_MAJOR)) {
      const why = `It speaks ${contractVersion}; this host speaks ${CONTRACT_VERSION}.`;
      const summary = 'The plugin speaks another contract than this host.';
      throw new ConversationError(problem('protocol.malformed', task.name, summary, why));
    }
    if (!tasks.includes(task.name)) throw this.#malformed(`The plugin has no task ${task.name}.`);
    this.#hasGreeted = true;
    this.#send({ kind: 'run', task: task.name, runId, settings, dataDir, logDir });
  }

  async #store({ sequence, payload }: PluginMessageOf<'result'>): Promise<void> {
    if (sequence > this.#stored + 1) {
      throw this.#malformed(`Result ${sequence} came after result ${this.#stored}: something is missing between them.`);
    }
    if (sequence === this.#stored + 1) {
      await this.#keep(payload);
      this.#stored = sequence;
    }
    this.#send({ kind: 'ack', sequence: this.#stored });
  }

  async #keep(payload: Uint8Array): Promise<void> {
    try {
      await this.#events.store(payload);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new ConversationError(
        problem('host.failed', this.#request.task.name, 'The host could not store a result.', why),
      );
    }
  }

  #malformed(summary: string): ConversationError {
    return new ConversationError(problem('protocol.malformed', this.#request.task.name, summary));
  }
}
