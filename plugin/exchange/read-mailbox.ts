import type { Mailbox } from '../../protocol';
import type { PSObject } from '../../psrp';
import { flag, guid, list, text } from './properties';

/** A mailbox from what Get-CASMailbox returns and, where it was read, what Get-Mailbox returns. */
export function readMailbox(cas: PSObject, mailbox?: PSObject): Mailbox {
  const either = (name: string): string => text(cas, name) || (mailbox ? text(mailbox, name) : '');
  return {
    guid: guid(cas, 'Guid'),
    externalDirectoryObjectId: either('ExternalDirectoryObjectId'),
    identity: text(cas, 'Identity'),
    distinguishedName: either('DistinguishedName'),
    displayName: either('DisplayName'),
    primarySmtpAddress: either('PrimarySmtpAddress'),
    userPrincipalName: either('UserPrincipalName'),
    ...(mailbox?.get('EmailAddresses') === undefined ? {} : { emailAddresses: list(mailbox, 'EmailAddresses') }),
    samAccountName: either('SamAccountName'),
    organizationalUnit: either('OrganizationalUnit'),
    recipientTypeDetails: either('RecipientTypeDetails'),
    serverName: either('ServerName'),
    database: either('Database'),
    activeSyncEnabled: flag(cas, 'ActiveSyncEnabled'),
    activeSyncMailboxPolicy: text(cas, 'ActiveSyncMailboxPolicy'),
    activeSyncMailboxPolicyIsDefaulted: flag(cas, 'ActiveSyncMailboxPolicyIsDefaulted'),
    activeSyncAllowedDeviceIds: list(cas, 'ActiveSyncAllowedDeviceIDs'),
    activeSyncBlockedDeviceIds: list(cas, 'ActiveSyncBlockedDeviceIDs'),
    hasActiveSyncDevicePartnership: flag(cas, 'HasActiveSyncDevicePartnership'),
    owaForDevicesEnabled: flag(cas, 'OWAforDevicesEnabled'),
    outlookMobileEnabled: flag(cas, 'OutlookMobileEnabled'),
    universalOutlookEnabled: flag(cas, 'UniversalOutlookEnabled'),
    activeSyncDebugLogging: flag(cas, 'ActiveSyncDebugLogging'),
    activeSyncSuppressReadReceipt: flag(cas, 'ActiveSyncSuppressReadReceipt'),
    otherProperties: [],
  };
}

/** True if one of a mailbox's lists has the device. Exchange compares device IDs without regard to case. */
export function hasDeviceId(ids: readonly string[], deviceId: string): boolean {
  const wanted = deviceId.toLowerCase();
  return ids.some((id) => id.toLowerCase() === wanted);
}
