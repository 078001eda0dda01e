/** A change of the inventory's state: a record to put, or without a value, to remove. */
export interface Update {
  readonly table: UpdatedTable;
  readonly key: Buffer;
  readonly value: Buffer | undefined;
}

/** The tables that results change when they are acknowledged. */
export type UpdatedTable = 'partnerships' | 'mailboxes' | 'work';

const TABLES: readonly UpdatedTable[] = ['partnerships', 'mailboxes', 'work'];
const REMOVED = 0xffff_ffff;

/** Updates as bytes, to be kept until their result is acknowledged. */
export function encodeUpdates(updates: readonly Update[]): Buffer {
  const parts: Buffer[] = [];
  for (const { table, key, value } of updates) {
    const head = Buffer.allocUnsafe(6);
    head[0] = TABLES.indexOf(table);
    head[1] = key.length;
    head.writeUInt32LE(value ? value.length : REMOVED, 2);
    parts.push(head, key);
    if (value) parts.push(value);
  }
  return Buffer.concat(parts);
}

/** The updates that encodeUpdates has made bytes of. */
export function decodeUpdates(bytes: Buffer): Update[] {
  const updates: Update[] = [];
  for (let at = 0; at < bytes.length;) {
    const table = TABLES[bytes.readUInt8(at)] ?? 'partnerships';
    const keyEnd = at + 6 + bytes.readUInt8(at + 1);
    const length = bytes.readUInt32LE(at + 2);
    const end = length === REMOVED ? keyEnd : keyEnd + length;
    const value = length === REMOVED ? undefined : bytes.subarray(keyEnd, end);
    updates.push({ table, key: bytes.subarray(at + 6, keyEnd), value });
    at = end;
  }
  return updates;
}
