import { LimitError } from '../errors/limit-error';
import { ProtocolError } from '../errors/protocol-error';
import { ByteBuffer } from './byte-buffer';
import { FRAGMENT_HEADER_LENGTH, readFragmentHeader, type FragmentHeader } from './fragment';

/** How much a peer may make this side keep. */
export interface DefragmenterLimits {
  /** Bytes of one message. PowerShell's own limit for what it receives is 200 MB. */
  readonly maxMessageBytes: number;
  /** Bytes of all messages that are not complete. */
  readonly maxBufferedBytes: number;
  /** Messages that are not complete. */
  readonly maxOpenMessages: number;
}

interface OpenMessage {
  readonly bytes: ByteBuffer;
  next: bigint;
}

/**
 * Puts messages together from fragments. The bytes may come in pieces of any size, and the fragments of several
 * messages may be mixed. The pieces must not be changed by the caller afterwards: a message in one piece is not copied.
 */
export class Defragmenter {
  private readonly open = new Map<bigint, OpenMessage>();
  private readonly header = new ByteBuffer();
  private current: FragmentHeader | undefined;
  /** Bytes of the current fragment's blob that are still to come. */
  private missing = 0;
  private buffered = 0;

  constructor(private readonly limits: DefragmenterLimits) {}

  /** Whether a message or a fragment has begun and not ended. */
  get isMidway(): boolean {
    return this.open.size > 0 || this.header.length > 0 || this.current !== undefined;
  }

  /**
   * Takes a piece of the bytes.
   * @returns the messages that it completed
   * @throws ProtocolError, LimitError: nothing more can be received after that
   */
  receive(piece: Uint8Array): Uint8Array[] {
    const messages: Uint8Array[] = [];
    let at = 0;
    while (at < piece.length || (this.current && this.missing === 0)) {
      if (!this.current) {
        at += this.readHeader(piece, at);
        continue;
      }
      const blob = piece.subarray(at, at + this.missing);
      at += blob.length;
      this.missing -= blob.length;
      const message = this.add(this.current, blob);
      if (message) messages.push(message);
      if (this.missing === 0) this.current = undefined;
    }
    return messages;
  }

  /** Reads as much of a header as there is; returns the bytes used. */
  private readHeader(piece: Uint8Array, at: number): number {
    if (this.header.length === 0 && piece.length - at >= FRAGMENT_HEADER_LENGTH) {
      this.begin(readFragmentHeader(piece, at));
      return FRAGMENT_HEADER_LENGTH;
    }
    const part = piece.subarray(at, at + FRAGMENT_HEADER_LENGTH - this.header.length);
    this.header.append(part);
    if (this.header.length === FRAGMENT_HEADER_LENGTH) {
      this.begin(readFragmentHeader(this.header.view(), 0));
      this.header.clear();
    }
    return part.length;
  }

  /** Checks a fragment before a byte of it is kept. */
  private begin(header: FragmentHeader): void {
    const open = this.open.get(header.objectId);
    const expected = open?.next ?? 0n;
    if (header.fragmentId !== expected) {
      const found = `fragment ${header.fragmentId.toString()} of object ${header.objectId.toString()}`;
      throw new ProtocolError('fragment', `${found}, expected ${expected.toString()}`);
    }
    const { maxMessageBytes, maxBufferedBytes, maxOpenMessages } = this.limits;
    if ((open?.bytes.length ?? 0) + header.blobLength > maxMessageBytes) {
      throw new LimitError('maxMessageBytes', maxMessageBytes);
    }
    if (this.buffered + header.blobLength > maxBufferedBytes)
      throw new LimitError('maxBufferedBytes', maxBufferedBytes);
    if (!open && this.open.size >= maxOpenMessages) throw new LimitError('maxOpenMessages', maxOpenMessages);
    this.current = header;
    this.missing = header.blobLength;
  }

  private add(header: FragmentHeader, blob: Uint8Array): Uint8Array | undefined {
    const complete = header.end && this.missing === 0;
    let open = this.open.get(header.objectId);
    if (!open) {
      if (complete) return blob;
      open = { bytes: new ByteBuffer(), next: 0n };
      this.open.set(header.objectId, open);
    }
    open.bytes.append(blob);
    this.buffered += blob.length;
    if (this.missing === 0) open.next = header.fragmentId + 1n;
    if (!complete) return undefined;
    this.open.delete(header.objectId);
    this.buffered -= open.bytes.length;
    return open.bytes.view();
  }
}
