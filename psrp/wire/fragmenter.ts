import { FRAGMENT_HEADER_LENGTH, writeFragmentHeader } from './fragment';

/** A message on its way out. */
export class Fragmenter {
  private offset = 0;
  private fragmentId = 0n;

  constructor(
    private readonly objectId: bigint,
    private readonly message: Uint8Array,
    /** Whether it makes its pipeline: it is sent even when that is stopped, and nothing stands behind it in a payload. */
    readonly essential = false,
  ) {}

  /** Whether the whole message was taken. */
  get done(): boolean {
    return this.fragmentId > 0n && this.offset >= this.message.length;
  }

  /** Whether the other side needs it: it was taken in part, or is essential. */
  get needed(): boolean {
    return this.essential || this.fragmentId > 0n;
  }

  /** Bytes of the message that were not taken yet. */
  get remaining(): number {
    return this.message.length - this.offset;
  }

  /**
   * Writes the message's next fragment.
   * @param room bytes from the offset on that it may use
   * @returns bytes written; 0 if there is no room for a header and a byte
   */
  take(into: Uint8Array, offset: number, room: number): number {
    const blobLength = Math.min(this.remaining, room - FRAGMENT_HEADER_LENGTH);
    if (blobLength < Math.min(1, this.remaining)) return 0;
    const end = blobLength === this.remaining;
    const start = this.fragmentId === 0n;
    writeFragmentHeader(into, offset, {
      objectId: this.objectId,
      fragmentId: this.fragmentId,
      start,
      end,
      blobLength,
    });
    into.set(this.message.subarray(this.offset, this.offset + blobLength), offset + FRAGMENT_HEADER_LENGTH);
    this.offset += blobLength;
    this.fragmentId++;
    return FRAGMENT_HEADER_LENGTH + blobLength;
  }
}
