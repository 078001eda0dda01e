/**
 * Frames of the process binding: each message is preceded by its length as a varint, as Java's writeDelimitedTo, Go's
 * protodelim and C++'s SerializeDelimitedToZeroCopyStream write them. No I/O: bytes in, frames out.
 */

/** The largest frame that a plugin may send, if nothing else is said: 64 MiB. */
export const MAX_PLUGIN_FRAME_BYTES = 64 * 1024 * 1024;

/** The largest frame that a host may send, if nothing else is said: 32 MiB of settings, and the rest of the message. */
export const MAX_HOST_FRAME_BYTES = 33 * 1024 * 1024;

/** A length takes at most this many bytes, which is enough for every length below 2^32 and more. */
const MAX_VARINT_BYTES = 5;

/** Thrown when bytes are no frame, or one that is too large. The stream cannot be read any further. */
export class FramingError extends Error {
  override readonly name = 'FramingError';
}

/** A message with its length before it. */
export function encodeFrame(payload: Uint8Array): Uint8Array {
  const prefix: number[] = [];
  let rest = payload.length;
  while (rest > 0x7f) {
    prefix.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  prefix.push(rest);
  const frame = new Uint8Array(prefix.length + payload.length);
  frame.set(prefix);
  frame.set(payload, prefix.length);
  return frame;
}

/**
 * Cuts a stream of bytes into frames, whatever the pieces it arrives in. Call receive() with each piece and then next()
 * until it has no more; a frame that is too large is then refused as soon as its length is known, so never more than
 * the limit and one piece are held. The work is linear in the bytes.
 */
export class FrameDecoder {
  readonly #maxFrameBytes: number;
  /** What has arrived and is not used up; of the first piece, only what follows #offset. */
  #pieces: Uint8Array[] = [];
  #offset = 0;
  #available = 0;
  /** The length of the frame that is being read; undefined while its prefix is. */
  #length: number | undefined;
  #prefixValue = 0;
  #prefixBytes = 0;

  constructor(options: { readonly maxFrameBytes: number }) {
    this.#maxFrameBytes = options.maxFrameBytes;
  }

  /** Takes in the next bytes. They must not be changed afterwards. */
  receive(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#available += bytes.length;
  }

  /**
   * The next frame's message; undefined if more bytes are needed.
   * @throws FramingError
   */
  next(): Uint8Array | undefined {
    this.#length ??= this.#readPrefix();
    if (this.#length === undefined || this.#available < this.#length) return undefined;
    const payload = this.#take(this.#length);
    this.#length = undefined;
    return payload;
  }

  /** True if the stream may end here: no part of a frame has arrived. */
  get isBetweenFrames(): boolean {
    return this.#available === 0 && this.#length === undefined && this.#prefixBytes === 0;
  }

  #readPrefix(): number | undefined {
    while (this.#available > 0) {
      const [byte = 0] = this.#take(1);
      this.#prefixValue += (byte & 0x7f) * 2 ** (7 * this.#prefixBytes);
      this.#prefixBytes += 1;
      if (byte < 0x80) {
        if (byte === 0 && this.#prefixBytes > 1) throw new FramingError('A frame has an overlong length.');
        return this.#endPrefix();
      }
      if (this.#prefixBytes === MAX_VARINT_BYTES) throw new FramingError('What should be a frame has no valid length.');
    }
    return undefined;
  }

  #endPrefix(): number {
    const length = this.#prefixValue;
    if (length > this.#maxFrameBytes) {
      throw new FramingError(`A frame has ${length} bytes; at most ${this.#maxFrameBytes} are accepted.`);
    }
    this.#prefixValue = 0;
    this.#prefixBytes = 0;
    return length;
  }

  /** Takes bytes off the front; there must be as many. They are a view where that needs no copy. */
  #take(count: number): Uint8Array {
    const first = this.#pieces[0] ?? new Uint8Array();
    const end = this.#offset + count;
    if (end < first.length) {
      const view = first.subarray(this.#offset, end);
      this.#offset = end;
      this.#available -= count;
      return view;
    }
    return this.#takeAcross(count);
  }

  #takeAcross(count: number): Uint8Array {
    const taken = new Uint8Array(count);
    let filled = 0;
    let used = 0;
    while (filled < count) {
      const piece = this.#pieces[used] ?? new Uint8Array();
      const part = piece.subarray(this.#offset, this.#offset + count - filled);
      taken.set(part, filled);
      filled += part.length;
      this.#offset += part.length;
      if (this.#offset === piece.length) {
        used += 1;
        this.#offset = 0;
      }
    }
    this.#pieces.splice(0, used);
    this.#available -= count;
    return taken;
  }
}
