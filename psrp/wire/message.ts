import { ProtocolError } from '../errors/protocol-error';
import { guidBytes, guidText } from './guid-bytes';

/** Bytes of a message's header (MS-PSRP 2.2.1), little endian: destination, type, pool's GUID, pipeline's GUID. */
const MESSAGE_HEADER_LENGTH = 40;

/** Who a message is for. */
export type Destination = 'client' | 'server';

const CLIENT = 1;
const SERVER = 2;

/** A message: a header and CLIXML. */
export interface Message {
  readonly destination: Destination;
  /** One of MessageType, or a number that is not known. */
  readonly type: number;
  readonly runspacePoolId: string;
  /** EMPTY_GUID for a message of the pool. */
  readonly pipelineId: string;
  /** CLIXML in UTF-8, perhaps after a byte order mark; empty for none. */
  readonly data: Uint8Array;
}

/** The bytes of a message. */
export function encodeMessage(message: Message): Uint8Array {
  const bytes = new Uint8Array(MESSAGE_HEADER_LENGTH + message.data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, message.destination === 'client' ? CLIENT : SERVER, true);
  view.setUint32(4, message.type, true);
  bytes.set(guidBytes(message.runspacePoolId), 8);
  bytes.set(guidBytes(message.pipelineId), 24);
  bytes.set(message.data, MESSAGE_HEADER_LENGTH);
  return bytes;
}

/**
 * A message from its bytes; the data is not copied.
 * @throws ProtocolError
 */
export function decodeMessage(bytes: Uint8Array): Message {
  if (bytes.length < MESSAGE_HEADER_LENGTH) throw new ProtocolError('message', `only ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const destination = view.getUint32(0, true);
  if (destination !== CLIENT && destination !== SERVER) {
    throw new ProtocolError('message', `destination ${destination}`);
  }
  return {
    destination: destination === CLIENT ? 'client' : 'server',
    type: view.getUint32(4, true),
    runspacePoolId: guidText(bytes, 8),
    pipelineId: guidText(bytes, 24),
    data: bytes.subarray(MESSAGE_HEADER_LENGTH),
  };
}
