import { decodeStatistics, encodeStatistics, type DeviceStatistics } from '../../../protocol';
import type { FieldHashes } from './partnership-fields';

/** What is kept of a partnership between runs: enough to tell what has changed, not what it was. */
export interface PartnershipRecord {
  /** The GUID of its mailbox; empty if that is out of sight. */
  readonly mailboxGuid: string;
  readonly hashes: FieldHashes;
  /** The number of its tally kind, or LEFT_OUT. */
  readonly kind: number;
  /** When it vanished from Exchange, in seconds since 1970; 0 if it has not. */
  readonly vanishedAt: number;
  /** When statistics were last asked for with success, in seconds since 1970; 0 if never. */
  readonly statisticsReadAt: number;
  readonly statistics: DeviceStatistics | undefined;
  /** DevicePhoneNumber of the statistics, which stands in for a missing DeviceTelephoneNumber. */
  readonly telephoneNumber: string;
}

/**
 * The kind of a partnership that the host does not have, because it has been silent for too long: it is kept so that its
 * statistics are not read in every run only to leave it out again.
 */
export const LEFT_OUT = 0xffff_ffff;

/** What of a record is at a fixed place, to be read without decoding the rest. */
export interface RecordHead {
  readonly vanishedAt: number;
  readonly statisticsReadAt: number;
  /** The last synchronization that is known, in seconds since 1970; 0 if none. */
  readonly lastSync: number;
  readonly kind: number;
}

const FORMAT = 1;
const HEAD = 46;
const NO_GUID = '0'.repeat(32);

/**
 * A record as bytes: format 1, flags 1, vanishedAt 4, statisticsReadAt 4, lastSync 4, kind 4, mailbox GUID 16, whole hash
 * 8, stated fields 4, then 4 for each stated field, the telephone number with its length, the statistics.
 */
export function encodeRecord(record: PartnershipRecord): Buffer {
  const { hashes, statistics, telephoneNumber, mailboxGuid } = record;
  const telephone = Buffer.from(telephoneNumber, 'utf8').subarray(0, 0xffff);
  const rest = statistics ? encodeStatistics(statistics) : new Uint8Array();
  const bytes = Buffer.allocUnsafe(HEAD + hashes.fields.length * 4 + 2 + telephone.length + rest.length);
  bytes[0] = FORMAT;
  bytes[1] = statistics ? 1 : 0;
  bytes.writeUInt32LE(record.vanishedAt, 2);
  bytes.writeUInt32LE(record.statisticsReadAt, 6);
  bytes.writeUInt32LE(lastSyncOf(statistics), 10);
  bytes.writeUInt32LE(record.kind, 14);
  bytes.write(mailboxGuid === '' ? NO_GUID : mailboxGuid.replaceAll('-', ''), 18, 'hex');
  bytes.writeUInt32LE(hashes.whole.first, 34);
  bytes.writeUInt32LE(hashes.whole.second, 38);
  bytes.writeUInt32LE(hashes.stated, 42);
  let at = HEAD;
  for (const hash of hashes.fields) at = bytes.writeUInt32LE(hash, at);
  at = bytes.writeUInt16LE(telephone.length, at);
  bytes.set(telephone, at);
  bytes.set(rest, at + telephone.length);
  return bytes;
}

/** Reads a whole record. */
export function decodeRecord(bytes: Buffer): PartnershipRecord {
  const stated = bytes.readUInt32LE(42);
  const fields: number[] = [];
  let at = HEAD;
  for (let bits = stated; bits !== 0; bits &= bits - 1) {
    fields.push(bytes.readUInt32LE(at));
    at += 4;
  }
  const telephoneAt = at + 2;
  const rest = telephoneAt + bytes.readUInt16LE(at);
  const mailbox = bytes.toString('hex', 18, 34);
  const guid = [mailbox.slice(0, 8), mailbox.slice(8, 12), mailbox.slice(12, 16), mailbox.slice(16, 20)];
  return {
    mailboxGuid: mailbox === NO_GUID ? '' : [...guid, mailbox.slice(20)].join('-'),
    hashes: { whole: { first: bytes.readUInt32LE(34), second: bytes.readUInt32LE(38) }, stated, fields },
    kind: bytes.readUInt32LE(14),
    vanishedAt: bytes.readUInt32LE(2),
    statisticsReadAt: bytes.readUInt32LE(6),
    statistics: bytes[1] === 1 ? decodeStatistics(bytes.subarray(rest)) : undefined,
    telephoneNumber: bytes.toString('utf8', telephoneAt, rest),
  };
}

/** Reads only what every pass over all records needs. */
export function recordHead(bytes: Buffer): RecordHead {
  return {
    vanishedAt: bytes.readUInt32LE(2),
    statisticsReadAt: bytes.readUInt32LE(6),
    lastSync: bytes.readUInt32LE(10),
    kind: bytes.readUInt32LE(14),
  };
}

/** The same record, vanished at another time (seconds since 1970; 0: not vanished). */
export function vanishedRecord(bytes: Buffer, vanishedAt: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(vanishedAt, 2);
  return changed;
}

/** The later of the two sync times, in seconds since 1970; 0 if neither is stated. */
function lastSyncOf(statistics: DeviceStatistics | undefined): number {
  const seconds = Math.max(statistics?.lastSyncAttemptTime?.seconds ?? 0, statistics?.lastSuccessSync?.seconds ?? 0);
  return Math.min(Math.max(seconds, 0), 0xffffffff);
}
