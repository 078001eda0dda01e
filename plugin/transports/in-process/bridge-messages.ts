import type { ErrorRecord, PSValue } from '../../../psrp';
import { OPERATION, RECORD } from './bridge';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { encodeValue } from './encode-value';
import { decodeErrorRecord } from './error-record';
import { BridgeError } from './bridge-error';
import { ValueDecoder } from './value-decoder';

/** How PowerShell's own serializer treats objects within objects, unless it is told otherwise. */
const DEFAULT_DEPTH = 1;

/** What a runspace is to run: one cmdlet with typed arguments, or a constant script with them. Never made text. */
export interface Pipeline {
  readonly kind: 'command' | 'script';
  /** The cmdlet's name, or the script. */
  readonly text: string;
  readonly parameters: ReadonlyMap<string, PSValue>;
  /** The properties that are wanted of the objects; all, if absent. */
  readonly properties?: readonly string[] | undefined;
  /** How many levels of objects come as objects; below it they are their text. Collections are not a level. */
  readonly depth?: number;
}

/** How a pipeline can end; `abandoned` is one that nobody waits for any more although it runs. */
export type PipelineEnd = 'completed' | 'failed' | 'stopped' | 'abandoned';

/** What a pipeline gives. */
export type PipelineRecord =
  | { readonly kind: 'output'; readonly value: PSValue }
  | { readonly kind: 'error'; readonly record: ErrorRecord }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'end'; readonly end: PipelineEnd; readonly error: ErrorRecord | undefined };

/** PSInvocationState, and what C# adds to it. */
const ENDS: ReadonlyMap<number, PipelineEnd> = new Map([
  [3, 'stopped'],
  [4, 'completed'],
  [5, 'failed'],
  [100, 'abandoned'],
]);

/** The request that locates the PowerShell of this process; an empty home means Windows PowerShell. */
export function encodeLocate(home: string): ByteWriter {
  const writer = new ByteWriter();
  writer.byte(OPERATION.locate);
  writer.text(home);
  return writer;
}

/** The request that begins a pipeline. It may hold passwords: whoever sends it erases it. */
export function encodeInvoke({ kind, text, parameters, properties, depth = DEFAULT_DEPTH }: Pipeline): ByteWriter {
  const writer = new ByteWriter();
  writer.byte(OPERATION.invoke);
  writer.byte(kind === 'script' ? 1 : 0);
  writer.text(text);
  writer.count(parameters.size);
  for (const [name, value] of parameters) {
    writer.text(name);
    encodeValue(writer, value);
  }
  writer.byte(properties ? 1 : 0);
  if (properties) {
    writer.count(properties.length);
    for (const name of properties) writer.text(name);
  }
  writer.count(depth);
  return writer;
}

/**
 * Opens an answer.
 * @throws BridgeError if it is an error
 */
export function decodeAnswer(answer: Uint8Array): ByteReader {
  const reader = new ByteReader(answer);
  if (reader.byte() === 0) return reader;
  const exception = reader.text();
  throw new BridgeError(reader.text(), exception);
}

/** Decodes the batches of one pipeline, a record at a time. */
export class BatchDecoder {
  private readonly values = new ValueDecoder();

  *decode(answer: Uint8Array): Generator<PipelineRecord, void, undefined> {
    const reader = decodeAnswer(answer);
    while (!reader.isAtEnd) yield this.record(reader);
  }

  private record(reader: ByteReader): PipelineRecord {
    const kind = reader.byte();
    switch (kind) {
      case RECORD.output:
        return { kind: 'output', value: this.values.decode(reader) };
      case RECORD.error:
        return { kind: 'error', record: decodeErrorRecord(reader) };
      case RECORD.warning:
        return { kind: 'warning', message: reader.text() };
      case RECORD.end: {
        const end = ENDS.get(reader.byte()) ?? 'failed';
        return { kind: 'end', end, error: reader.flag() ? decodeErrorRecord(reader) : undefined };
      }
      default:
        throw new RangeError(`There is no record of the kind ${kind}.`);
    }
  }
}
