import type { Mailbox, Partnership } from '../../../protocol';
import { canonicalText, hashText, mixHash, type HashKey, type TextHash } from './field-hash';

/** A field of a partnership that is compared with the last inventory; the statistics are compared by themselves. */
export type PartnershipField = Exclude<keyof Partnership, 'guid' | 'statistics'>;

/**
 * All of them, in the order in which their hashes are kept. A new field goes to the end, and STATE_FORMAT counts up.
 * There may be 32.
 */
export const PARTNERSHIP_FIELDS = [
  'firstSyncTime',
  'identity',
  'deviceId',
  'mailboxGuid',
  'mailboxPrimarySmtpAddress',
  'userDisplayName',
  'friendlyName',
  'deviceType',
  'deviceModel',
  'deviceOs',
  'deviceOsLanguage',
  'deviceUserAgent',
  'deviceImei',
  'deviceMobileOperator',
  'deviceTelephoneNumber',
  'clientType',
  'clientVersion',
  'clientFamily',
  'capabilities',
  'cutOffOnline',
  'deviceAccessState',
  'deviceAccessStateReason',
  'deviceAccessControlRule',
  'isManaged',
  'isCompliant',
  'isDisabled',
  'onAllowedList',
  'onBlockedList',
  'whenCreated',
  'whenChanged',
  'distinguishedName',
  'otherProperties',
] as const satisfies readonly PartnershipField[];

/** The hashes of a partnership's fields. */
export interface FieldHashes {
  /** Of all fields together, 64 bits. */
  readonly whole: TextHash;
  /** Bit n is set if field n says something. */
  readonly stated: number;
  /** The hashes of the fields that say something, in order, 32 bits each. */
  readonly fields: readonly number[];
}

/** Hashes a partnership's fields. */
export function hashPartnership(partnership: Partnership, key: HashKey): FieldHashes {
  let whole: TextHash = { first: 0, second: 0 };
  let stated = 0;
  const fields: number[] = [];
  for (const [place, name] of PARTNERSHIP_FIELDS.entries()) {
    const text = canonicalText(partnership[name]);
    if (text === '') continue;
    const hash = hashText(text, key, place);
    whole = mixHash(whole, hash);
    stated |= 1 << place;
    fields.push(hash.first);
  }
  return { whole, stated: stated >>> 0, fields };
}

/** The fields that differ. If the wholes differ and no field does, which is next to impossible, all of them. */
export function changedFields(before: FieldHashes, after: FieldHashes): readonly PartnershipField[] {
  if (sameHash(before.whole, after.whole) && before.stated === after.stated) return [];
  const was = byPlace(before);
  const is = byPlace(after);
  const changed = PARTNERSHIP_FIELDS.filter((_, place) => was[place] !== is[place]);
  return changed.length > 0 ? changed : PARTNERSHIP_FIELDS;
}

const sameHash = (a: TextHash, b: TextHash): boolean => a.first === b.first && a.second === b.second;

function byPlace({ stated, fields }: FieldHashes): readonly (number | undefined)[] {
  let next = 0;
  return PARTNERSHIP_FIELDS.map((_, place) => ((stated >>> place) & 1 ? fields[next++] : undefined));
}

/** The fields of a mailbox, in the order in which they are kept. */
export const MAILBOX_FIELDS = [
  'guid',
  'externalDirectoryObjectId',
  'identity',
  'distinguishedName',
  'displayName',
  'primarySmtpAddress',
  'userPrincipalName',
  'samAccountName',
  'organizationalUnit',
  'recipientTypeDetails',
  'serverName',
  'database',
  'activeSyncEnabled',
  'activeSyncMailboxPolicy',
  'activeSyncMailboxPolicyIsDefaulted',
  'activeSyncAllowedDeviceIds',
  'activeSyncBlockedDeviceIds',
  'hasActiveSyncDevicePartnership',
  'owaForDevicesEnabled',
  'outlookMobileEnabled',
  'universalOutlookEnabled',
  'activeSyncDebugLogging',
  'activeSyncSuppressReadReceipt',
  'otherProperties',
] as const satisfies readonly (keyof Mailbox)[];

/** Lists whose order Exchange does not keep. */
const UNORDERED: ReadonlySet<keyof Mailbox> = new Set<keyof Mailbox>([
  'activeSyncAllowedDeviceIds',
  'activeSyncBlockedDeviceIds',
]);

/** The hash of a mailbox. */
export function hashMailbox(mailbox: Mailbox, key: HashKey): TextHash {
  let whole: TextHash = { first: 0, second: 0 };
  for (const [place, name] of MAILBOX_FIELDS.entries()) {
    const value = mailbox[name];
    const text = canonicalText(UNORDERED.has(name) ? [...(value as readonly string[])].sort() : value);
    if (text !== '') whole = mixHash(whole, hashText(text, key, place));
  }
  return whole;
}
