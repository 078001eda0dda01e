import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { Option, type Command } from 'commander';
import {
  FrameDecoder,
  FramingError,
  MAX_PLUGIN_FRAME_BYTES,
  MessageJsonError,
  jsonToMessage,
  messageNames,
  messageToJson,
  messageToText,
} from '../protocol';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';

/** How `decode` is called. */
export interface DecodeOptions {
  /** What the messages are; guessed if it is left out. */
  readonly message?: string;
  readonly text?: boolean;
  /** The input is one message without a length before it, such as binary settings. */
  readonly single?: boolean;
}

/** Adds `decode`. */
export function register(program: Command): void {
  program
    .command('decode')
    .description('Prints the results of a run, one JSON object a line.')
    .argument('[file]', 'the results, as run --out writes them; - or nothing is stdin', '-')
    .option('--message <name>', 'what the messages are (default: ManageResult or SecurityResult, whichever fits)')
    .addOption(new Option('--json', 'print canonical proto3 JSON (the default)').conflicts('text'))
    .option('--text', "print protobuf's text format, with a blank line between messages")
    .option('--single', 'the file is one message without a length before it, such as binary settings')
    .action(async (file: string, options: DecodeOptions) => {
      const input = file === '-' ? process.stdin : createReadStream(file);
      await decode(input, process.stdout, options, file === '-' ? 'stdin' : file);
    });
}

/**
 * Prints the messages in a stream as they come in. Everything before a mistake is printed.
 * @param name what the input is called in errors
 * @throws CliError if it cannot be read, or is not what it should be
 */
export async function decode(input: Readable, output: Writable, options: DecodeOptions, name: string): Promise<void> {
  if (options.message !== undefined && !messageNames().includes(options.message)) {
    throw new CliError(EXIT.usage, `There is no message ${options.message}. There are: ${messageNames().join(', ')}.`);
  }
  const printer = new Printer(output, options);
  try {
    for await (const message of options.single ? whole(input) : frames(input)) {
      // Whoever reads has had enough, for example `head`.
      if (!(await printer.print(message))) break;
    }
  } catch (error) {
    const where = `${name}, message ${printer.printed + 1}`;
    if (error instanceof FramingError || error instanceof MessageJsonError) {
      throw new CliError(EXIT.noInput, `${where}: ${error.message}`);
    }
    throw new CliError(
      EXIT.noInput,
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function* frames(input: Readable): AsyncGenerator<Uint8Array> {
  const decoder = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  for await (const chunk of input as AsyncIterable<Uint8Array>) {
    decoder.receive(chunk);
    for (let frame = decoder.next(); frame; frame = decoder.next()) yield frame;
  }
  if (!decoder.isBetweenFrames) {
    throw new FramingError(
      'The input ends in the middle of a message. It was cut off, or is not delimited (--single).',
    );
  }
}

async function* whole(input: Readable): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input as AsyncIterable<Uint8Array>) chunks.push(chunk);
  yield Buffer.concat(chunks);
}

/** Prints one message after the other. */
class Printer {
  readonly #output: Writable;
  readonly #isText: boolean;
  #message: string | undefined;
  #isClosed = false;
  printed = 0;

  constructor(output: Writable, options: DecodeOptions) {
    this.#output = output;
    this.#isText = options.text ?? false;
    this.#message = options.message;
    output.on('error', () => (this.#isClosed = true));
  }

  /** False if nobody reads any more. */
  async print(bytes: Uint8Array): Promise<boolean> {
    const message = this.#messageOf(bytes);
    const line = this.#isText ? messageToText(message, bytes) : JSON.stringify(messageToJson(message, bytes));
    const separator = this.#isText && this.printed > 0 ? '\n' : '';
    if (this.#isClosed) return false;
    this.printed += 1;
    if (!this.#output.write(`${separator}${line.trimEnd()}\n`)) {
      await Promise.race([once(this.#output, 'drain'), once(this.#output, 'close')]).catch(() => undefined);
    }
    return !this.#isClosed;
  }

  /** What was asked for; or what fits, guessed until a message tells. */
  #messageOf(bytes: Uint8Array): string {
    if (this.#message !== undefined) return this.#message;
    const { message, isCertain } = guessMessage(bytes);
    if (isCertain) this.#message = message;
    return message;
  }
}

/** The result that fits better: the one that has a place for more of the bytes. */
function guessMessage(bytes: Uint8Array): { readonly message: string; readonly isCertain: boolean } {
  const [manage, security] = ['ManageResult', 'SecurityResult'].map((message) => understood(message, bytes));
  if (manage === security) return { message: 'ManageResult', isCertain: false };
  return { message: Number(manage) > Number(security) ? 'ManageResult' : 'SecurityResult', isCertain: true };
}

function understood(message: string, bytes: Uint8Array): number {
  try {
    return jsonToMessage(message, messageToJson(message, bytes)).length;
  } catch {
    return -1;
  }
}
