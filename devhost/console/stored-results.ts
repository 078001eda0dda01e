import { createReadStream } from 'node:fs';
import { setImmediate as rest } from 'node:timers/promises';
import { FrameDecoder, MAX_PLUGIN_FRAME_BYTES } from '../../protocol';

/**
 * The results in a file, one by one; what is cut off at its end is left out. Others get a turn between them, however
 * large the file is.
 */
export async function* storedResults(path: string): AsyncGenerator<Uint8Array> {
  const frames = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    frames.receive(piece);
    for (let result = frames.next(); result; result = frames.next()) {
      yield result;
      await rest();
    }
  }
}
