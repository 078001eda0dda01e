import type { PSValue } from '../../../../psrp';
import { BRIDGE_VERSION, OPERATION, RECORD, TAG, type Bridge } from '../../../../plugin/transports/in-process/bridge';
import { ByteWriter } from '../../../../plugin/transports/in-process/byte-writer';
import { encodeValue } from '../../../../plugin/transports/in-process/encode-value';

const NAMES = new Map(Object.entries(OPERATION).map(([name, code]) => [code as number, name]));

/** What the C# half would write, put together a record at a time. */
export class Batch {
  private readonly writer = new ByteWriter();

  constructor() {
    this.writer.byte(0);
  }

  /** A value without properties. */
  output(value: PSValue): this {
    this.writer.byte(RECORD.output);
    encodeValue(this.writer, value);
    return this;
  }

  /** An object of the first type of the pipeline, whose names all come for the first time. */
  object(entries: readonly (readonly [string, PSValue])[]): this {
    this.writer.byte(RECORD.output);
    this.writer.byte(TAG.object);
    this.writer.count(0);
    this.writer.count(1);
    this.writer.text('System.Object');
    this.writer.byte(0);
    this.writer.count(0);
    this.writer.count(entries.length);
    entries.forEach(([name, value], index) => {
      this.writer.count(index);
      this.writer.text(name);
      encodeValue(this.writer, value);
    });
    return this;
  }

  error(message: string, exception: string, id = ''): this {
    this.writer.byte(RECORD.error);
    this.errorRecord(message, exception, id);
    return this;
  }

  warning(message: string): this {
    this.writer.byte(RECORD.warning);
    this.writer.text(message);
    return this;
  }

  /** @param state 3 stopped, 4 completed, 5 failed */
  end(state = 4, failure?: { readonly message: string; readonly exception: string }): Buffer {
    this.writer.byte(RECORD.end);
    this.writer.byte(state);
    this.writer.byte(failure ? 1 : 0);
    if (failure) this.errorRecord(failure.message, failure.exception, '');
    return this.writer.finish();
  }

  more(): Buffer {
    return this.writer.finish();
  }

  private errorRecord(message: string, exception: string, id: string): void {
    const { writer } = this;
    const texts = [message, id, 'NotSpecified', 'Get-It', exception, '', '', ''];
    for (const text of texts) writer.text(text);
    writer.byte(0);
    writer.text('');
    writer.byte(0);
    writer.byte(0);
    writer.count(1);
    writer.count(1);
    writer.text(`Some.Namespace.${exception}`);
    writer.text(message);
    writer.int32(0);
    writer.text('');
    writer.text('');
  }
}

/** Stands for the C# half: `next` gives the batches in turn, then never answers until it is stopped. */
export class FakeBridge implements Bridge {
  /** The names of what was asked for. */
  readonly asked: string[] = [];
  /** The requests that began a pipeline. */
  readonly invoked: Buffer[] = [];
  /** Whether a stop is answered. */
  stops = true;
  version = BRIDGE_VERSION;
  private waiting: ((answer: Uint8Array) => void) | undefined;

  constructor(private readonly batches: Uint8Array[] = []) {}

  call(request: Uint8Array): Promise<Uint8Array> {
    const operation = NAMES.get(request[0] ?? 0) ?? '';
    this.asked.push(operation);
    switch (operation) {
      case 'locate':
        return Promise.resolve(this.texts(this.version));
      case 'open':
        return Promise.resolve(this.texts('7.6.5', 'Core'));
      case 'invoke':
        this.invoked.push(Buffer.from(request));
        return Promise.resolve(Buffer.of(0));
      case 'next':
        return this.next();
      case 'stop':
        if (!this.stops) return new Promise(() => undefined);
        this.waiting?.(new Batch().end(3));
        return Promise.resolve(Buffer.of(0));
      default:
        return Promise.resolve(Buffer.of(0));
    }
  }

  /** An answer that is an error of the C# half. */
  static refusal(exception: string, message: string): Uint8Array {
    const writer = new ByteWriter();
    writer.byte(1);
    writer.text(exception);
    writer.text(message);
    return writer.finish();
  }

  private next(): Promise<Uint8Array> {
    const batch = this.batches.shift();
    if (batch) return Promise.resolve(batch);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  private texts(...texts: readonly string[]): Buffer {
    const writer = new ByteWriter();
    writer.byte(0);
    for (const text of texts) writer.text(text);
    return writer.finish();
  }
}
