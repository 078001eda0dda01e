/** The two blobs of the session key exchange: CryptoAPI's PUBLICKEYBLOB and SIMPLEBLOB, numbers little endian. */
import { base64Text } from '../clixml/write-primitive';
import { ProtocolError } from '../errors/protocol-error';
import { base64Decode } from '../wire/base64';
import { utf8Bytes } from '../wire/utf8';
import { RSA_BLOCK_LENGTH } from './pkcs1';
import type { RsaPublicKey } from './session-crypto';

/** PUBLICKEYBLOB, version 2, CALG_RSA_KEYX, "RSA1", 2048 bits. */
const PUBLIC_KEY_HEADER = [6, 2, 0, 0, 0, 0xa4, 0, 0, 0x52, 0x53, 0x41, 0x31, 0, 8, 0, 0];
/** SIMPLEBLOB, version 2, CALG_AES_256, encrypted with CALG_RSA_KEYX. */
const SESSION_KEY_HEADER = [1, 2, 0, 0, 0x10, 0x66, 0, 0, 0, 0xa4, 0, 0];
const EXPONENT_LENGTH = 4;

/** A public key as base64 of its blob. */
export function encodePublicKey(key: RsaPublicKey): string {
  return encode(PUBLIC_KEY_HEADER, [little(key.exponent, EXPONENT_LENGTH), little(key.modulus, RSA_BLOCK_LENGTH)]);
}

/** A public key from base64 of its blob. */
export function decodePublicKey(text: string): RsaPublicKey {
  const rest = decode(text, PUBLIC_KEY_HEADER, EXPONENT_LENGTH + RSA_BLOCK_LENGTH);
  const exponent = rest.slice(0, EXPONENT_LENGTH).reverse();
  return {
    exponent: exponent.subarray(exponent.findIndex((byte) => byte !== 0)),
    modulus: rest.slice(EXPONENT_LENGTH).reverse(),
  };
}

/** An encrypted session key (one RSA block, big endian) as base64 of its blob. */
export function encodeSessionKey(block: Uint8Array): string {
  return encode(SESSION_KEY_HEADER, [little(block, RSA_BLOCK_LENGTH)]);
}

/** The RSA block, big endian, in base64 of a session key's blob. */
export function decodeSessionKey(text: string): Uint8Array {
  return decode(text, SESSION_KEY_HEADER, RSA_BLOCK_LENGTH).slice().reverse();
}

function encode(header: readonly number[], parts: readonly Uint8Array[]): string {
  return base64Text(Uint8Array.from([header, ...parts].flatMap((part) => [...part])));
}

function decode(text: string, header: readonly number[], length: number): Uint8Array {
  const bytes = base64Decode(utf8Bytes(text));
  if (bytes?.length !== header.length + length || !header.every((byte, at) => bytes[at] === byte)) {
    throw new ProtocolError('session key', 'its blob is not one of RSA with 2048 bits and AES with 256');
  }
  return bytes.subarray(header.length);
}

function little(bigEndian: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(bigEndian.slice().reverse().subarray(0, length));
  return bytes;
}
