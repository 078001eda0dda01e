import { ProtocolError } from '../errors/protocol-error';

/** Bytes of an RSA block of 2048 bits. */
export const RSA_BLOCK_LENGTH = 256;

const LEAST_PADDING = 8;

/** A block of PKCS#1 v1.5 for encryption: 00 02, random bytes other than 0, 00, the data. */
export function padPkcs1(data: Uint8Array, randomBytes: (count: number) => Uint8Array): Uint8Array {
  const block = new Uint8Array(RSA_BLOCK_LENGTH);
  const padding = RSA_BLOCK_LENGTH - 3 - data.length;
  if (padding < LEAST_PADDING) throw new RangeError(`${data.length} bytes do not fit an RSA block`);
  block[1] = 2;
  block.set(randomBytes(padding), 2);
  for (let at = 2; at < 2 + padding; at++) {
    while (block[at] === 0) block.set(randomBytes(1), at);
  }
  block.set(data, RSA_BLOCK_LENGTH - data.length);
  return block;
}

/**
 * The data of a block. It is taken off by hand because OpenSSL, since the Marvin attack, answers a wrong padding with
 * random bytes or not at all. The one who made the block gets no answer that tells of the padding.
 * @throws ProtocolError, which says nothing of where the padding is wrong
 */
export function unpadPkcs1(block: Uint8Array): Uint8Array {
  const end = block.indexOf(0, 2);
  const valid = block.length === RSA_BLOCK_LENGTH && block[0] === 0 && block[1] === 2 && end >= 2 + LEAST_PADDING;
  if (!valid) throw new ProtocolError('session key', 'it cannot be decrypted');
  return block.subarray(end + 1);
}
