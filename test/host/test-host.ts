import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  decodePluginMessage,
  encodeFrame,
  encodeHostMessage,
  FrameDecoder,
  MAX_PLUGIN_FRAME_BYTES,
  type HostMessage,
  type PluginMessage,
  type PluginMessageOf,
} from '../../protocol';

/** The Hello of a host that fits. */
export const HELLO = { kind: 'hello', contractVersion: '1.0', name: 'test', version: '1', tasks: [] } as const;

/** A Run of the inventory task. */
export function runMessage(settings: Uint8Array = new Uint8Array(), folder = '/nowhere'): HostMessage {
  return { kind: 'run', task: 'EASConnectorManage', runId: 'run-1', settings, dataDir: folder, logDir: folder };
}

/** The host's end of the process binding, over any two streams. */
export class TestHost {
  readonly messages: PluginMessage[] = [];
  /** Acknowledges each result by itself. */
  acknowledges = true;
  readonly #toPlugin: Writable;
  readonly #decoder = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  #isClosed = false;
  #changed: (() => void)[] = [];

  constructor(toPlugin: Writable, fromPlugin: Readable) {
    this.#toPlugin = toPlugin;
    toPlugin.on('error', () => undefined);
    fromPlugin.on('data', (chunk: Uint8Array) => {
      this.#receive(chunk);
    });
    fromPlugin.on('close', () => {
      this.#isClosed = true;
      this.#wake();
    });
  }

  send(...messages: readonly HostMessage[]): void {
    for (const message of messages) this.#toPlugin.write(encodeFrame(encodeHostMessage(message)));
  }

  sendBytes(bytes: Uint8Array): void {
    this.#toPlugin.write(bytes);
  }

  closeInput(): void {
    this.#toPlugin.end();
  }

  /** All messages of a kind so far. */
  all<K extends PluginMessage['kind']>(kind: K): PluginMessageOf<K>[] {
    return this.messages.filter((message): message is PluginMessageOf<K> => message.kind === kind);
  }

  /** The first message of a kind, once it is there. */
  async first<K extends PluginMessage['kind']>(kind: K, count = 1): Promise<PluginMessageOf<K>> {
    for (;;) {
      const found = this.all(kind)[count - 1];
      if (found) return found;
      if (this.#isClosed) throw new Error(`no ${kind}; got ${JSON.stringify(this.messages)}`);
      await new Promise<void>((resolve) => this.#changed.push(resolve));
    }
  }

  #receive(chunk: Uint8Array): void {
    this.#decoder.receive(Uint8Array.from(chunk));
    for (let frame = this.#decoder.next(); frame; frame = this.#decoder.next()) {
      const message = decodePluginMessage(frame);
      this.messages.push(message);
      if (message.kind === 'result' && this.acknowledges) this.send({ kind: 'ack', sequence: message.sequence });
    }
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#changed.splice(0)) resolve();
  }
}

/** A pair of pipes with a host at their end. */
export function pipes(): { input: PassThrough; output: PassThrough; stderr: PassThrough; host: TestHost } {
  // What they hold before they say that they are full differs from one version of Node to the next.
  const input = new PassThrough({ highWaterMark: 16_384 });
  const output = new PassThrough({ highWaterMark: 16_384 });
  return { input, output, stderr: new PassThrough(), host: new TestHost(input, output) };
}
