import { ProtocolError } from '../errors/protocol-error';

/** Bytes of a fragment's header (MS-PSRP 2.2.4), all big endian: object id, fragment id, flags, blob length. */
export const FRAGMENT_HEADER_LENGTH = 21;

const START = 1;
const END = 2;

/** What the header of a fragment says. */
export interface FragmentHeader {
  /** Which message of this sender the fragment is part of. */
  readonly objectId: bigint;
  /** The fragment's place in the message, from 0. */
  readonly fragmentId: bigint;
  readonly start: boolean;
  readonly end: boolean;
  /** Bytes of the message that follow the header. */
  readonly blobLength: number;
}

/** Writes a header at an offset. */
export function writeFragmentHeader(bytes: Uint8Array, offset: number, header: FragmentHeader): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAGMENT_HEADER_LENGTH);
  view.setBigUint64(0, header.objectId);
  view.setBigUint64(8, header.fragmentId);
  view.setUint8(16, (header.start ? START : 0) | (header.end ? END : 0));
  view.setUint32(17, header.blobLength);
}

/**
 * Reads a header at an offset.
 * @throws ProtocolError if its flags and its place in the message contradict each other
 */
export function readFragmentHeader(bytes: Uint8Array, offset: number): FragmentHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAGMENT_HEADER_LENGTH);
  const fragmentId = view.getBigUint64(8);
  const flags = view.getUint8(16);
  const start = (flags & START) !== 0;
  if ((flags & ~(START | END)) !== 0) throw new ProtocolError('fragment', `unknown flags ${flags}`);
  if (start !== (fragmentId === 0n)) {
    throw new ProtocolError(
      'fragment',
      `fragment ${fragmentId.toString()} ${start ? 'is' : 'is not'} marked as the first`,
    );
  }
  return {
    objectId: view.getBigUint64(0),
    fragmentId,
    start,
    end: (flags & END) !== 0,
    blobLength: view.getUint32(17),
  };
}
