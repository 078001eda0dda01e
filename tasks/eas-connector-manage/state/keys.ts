import { createHash } from 'node:crypto';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';

const GUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/**
 * A GUID as the key of a table: 16 bytes in the order of its text.
 * @param what what the GUID names, for the error
 * @throws ExchangeError protocol.malformed: a list whose objects cannot be told apart is no inventory
 */
export function guidKey(guid: string, what: string): Buffer {
  if (!GUID.test(guid)) {
    const summary = `Exchange gave ${what} without a usable GUID: "${guid.slice(0, 50)}".`;
    throw new ExchangeError({ code: 'protocol.malformed', summary, detail: 'The list is not used.' });
  }
  return Buffer.from(guid.replaceAll('-', ''), 'hex');
}

/** The GUID of a key, in lower case. */
export function guidOf(key: Uint8Array): string {
  const hex = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** A number as a key that sorts by its size. */
export function numberKey(number: number): Buffer {
  const key = Buffer.alloc(4);
  key.writeUInt32BE(number);
  return key;
}

/** A distinguished name as a key: short, and the same whatever its case. */
export function nameKey(distinguishedName: string): Buffer {
  return createHash('sha256').update(distinguishedName.toLowerCase()).digest().subarray(0, 16);
}
