import type { AccessLevel, Characteristic } from './desired-access';
import type { Timestamp } from './timestamp';

/** A property kept by name: one value, several for a collection, none for null. */
export interface Property {
  readonly name: string;
  readonly values: readonly string[];
}

/** DeviceAccessState, without Unknown. */
export type DeviceAccessState = 'Allowed' | 'Blocked' | 'Quarantined' | 'DeviceDiscovery';

/** DevicePolicyApplicationStatus, without Unknown. */
export type DevicePolicyApplicationStatus = 'NotApplied' | 'AppliedInFull' | 'PartiallyApplied' | 'ExternallyManaged';

/** Kinds of clients, by what can be done with them. */
export type ClientFamily =
  | 'appleMail'
  | 'androidMail'
  | 'outlookMobile'
  | 'windowsMail'
  | 'windowsPhone'
  | 'owaForDevices'
  | 'otherEas'
  | 'unknown';

/** What can be done with a client. */
export interface ClientCapabilities {
  readonly wipeErases: 'whole device' | 'app data' | '';
  readonly accountOnlyWipe: boolean;
  readonly accessRules: boolean;
  readonly mailboxPolicy: boolean;
}

/** A partnership: a device and a mailbox. Strings are empty, others undefined, where Exchange states nothing. */
export interface Partnership {
  /** In lower case. */
  readonly guid: string;
  readonly firstSyncTime: Timestamp | undefined;
  readonly identity: string;
  readonly deviceId: string;
  readonly mailboxGuid: string;
  readonly mailboxPrimarySmtpAddress: string;
  readonly userDisplayName: string;
  readonly friendlyName: string;
  readonly deviceType: string;
  readonly deviceModel: string;
  readonly deviceOs: string;
  readonly deviceOsLanguage: string;
  readonly deviceUserAgent: string;
  readonly deviceImei: string;
  readonly deviceMobileOperator: string;
  readonly deviceTelephoneNumber: string;
  readonly clientType: string;
  readonly clientVersion: string;
  readonly clientFamily: ClientFamily;
  readonly capabilities: ClientCapabilities;
  readonly cutOffOnline: boolean;
  readonly deviceAccessState: DeviceAccessState | undefined;
  readonly deviceAccessStateReason: string;
  readonly deviceAccessControlRule: string;
  readonly isManaged: boolean | undefined;
  readonly isCompliant: boolean | undefined;
  readonly isDisabled: boolean | undefined;
  readonly onAllowedList: boolean;
  readonly onBlockedList: boolean;
  readonly whenCreated: Timestamp | undefined;
  readonly whenChanged: Timestamp | undefined;
  readonly distinguishedName: string;
  readonly statistics: DeviceStatistics | undefined;
  readonly otherProperties: readonly Property[];
}

/** What Get-MobileDeviceStatistics says of a partnership. */
export interface DeviceStatistics {
  readonly readAt: Timestamp;
  readonly lastSuccessSync: Timestamp | undefined;
  readonly lastSyncAttemptTime: Timestamp | undefined;
  readonly lastPolicyUpdateTime: Timestamp | undefined;
  /** Seconds. */
  readonly lastPingHeartbeat: number | undefined;
  readonly numberOfFoldersSynced: number | undefined;
  readonly syncStateUpgradeTime: Timestamp | undefined;
  readonly deviceEnableOutboundSms: boolean | undefined;
  readonly status: string;
  readonly statusNote: string;
  readonly devicePolicyApplied: string;
  readonly devicePolicyApplicationStatus: DevicePolicyApplicationStatus | undefined;
  readonly deviceAccessState: DeviceAccessState | undefined;
  readonly deviceAccessStateReason: string;
  readonly isOnline: boolean | undefined;
  readonly isRemoteWipeSupported: boolean | undefined;
  readonly deviceWipeRequestTime: Timestamp | undefined;
  readonly deviceWipeSentTime: Timestamp | undefined;
  readonly deviceWipeAckTime: Timestamp | undefined;
  readonly lastDeviceWipeRequestor: string;
  readonly accountOnlyDeviceWipeRequestTime: Timestamp | undefined;
  readonly accountOnlyDeviceWipeSentTime: Timestamp | undefined;
  readonly accountOnlyDeviceWipeAckTime: Timestamp | undefined;
  readonly lastAccountOnlyDeviceWipeRequestor: string;
  readonly otherProperties: readonly Property[];
}

/** A user's mailbox with its client access settings. */
export interface Mailbox {
  /** In lower case. */
  readonly guid: string;
  readonly externalDirectoryObjectId: string;
  readonly identity: string;
  readonly distinguishedName: string;
  readonly displayName: string;
  readonly primarySmtpAddress: string;
  readonly userPrincipalName: string;
  /** All addresses, as Exchange writes them ("smtp:ann@contoso.com"); read only to tell whether it is protected. */
  readonly emailAddresses?: readonly string[];
  readonly samAccountName: string;
  readonly organizationalUnit: string;
  readonly recipientTypeDetails: string;
  readonly serverName: string;
  readonly database: string;
  readonly activeSyncEnabled: boolean | undefined;
  readonly activeSyncMailboxPolicy: string;
  readonly activeSyncMailboxPolicyIsDefaulted: boolean | undefined;
  readonly activeSyncAllowedDeviceIds: readonly string[];
  readonly activeSyncBlockedDeviceIds: readonly string[];
  readonly hasActiveSyncDevicePartnership: boolean | undefined;
  readonly owaForDevicesEnabled: boolean | undefined;
  readonly outlookMobileEnabled: boolean | undefined;
  readonly universalOutlookEnabled: boolean | undefined;
  readonly activeSyncDebugLogging: boolean | undefined;
  readonly activeSyncSuppressReadReceipt: boolean | undefined;
  readonly otherProperties: readonly Property[];
}

/** A number, or no limit. */
export type Unlimited<T> = T | 'unlimited';

/** One option of a mailbox policy, typed by what it is. Durations are seconds, sizes what the option counts in. */
export type PolicyOption =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'list'; readonly value: readonly string[] }
  | { readonly type: 'unlimitedNumber'; readonly value: Unlimited<number> }
  | { readonly type: 'unlimitedDuration'; readonly value: Unlimited<number> };

/** A mailbox policy with all its options, by the field's JSON name (passwordEnabled, ...). */
export interface MailboxPolicy {
  readonly guid: string;
  readonly name: string;
  readonly identity: string;
  readonly isDefault: boolean | undefined;
  readonly whenChanged: Timestamp | undefined;
  readonly options: ReadonlyMap<string, PolicyOption>;
  readonly otherProperties: readonly Property[];
}

/** The organization's ActiveSync settings. */
export interface OrganizationSettings {
  readonly defaultAccessLevel: AccessLevel | undefined;
  readonly userMailInsert: string;
  readonly adminMailRecipients: readonly string[];
  readonly otaNotificationMailInsert: string;
  readonly allowAccessForUnsupportedPlatform: boolean | undefined;
  readonly allowRmsSupportForUnenlightenedApps: boolean | undefined;
  readonly enableMobileMailboxPolicyWhenCaInPlace: boolean | undefined;
  readonly whenChanged: Timestamp | undefined;
  readonly otherProperties: readonly Property[];
}

/** A device access rule. */
export interface DeviceAccessRule {
  readonly guid: string;
  readonly name: string;
  readonly identity: string;
  readonly characteristic: Characteristic | undefined;
  readonly queryString: string;
  readonly accessLevel: AccessLevel | undefined;
  readonly whenChanged: Timestamp | undefined;
  readonly otherProperties: readonly Property[];
}

/** A device class. */
export interface DeviceClass {
  readonly deviceType: string;
  readonly deviceModel: string;
  readonly lastUpdateTime: Timestamp | undefined;
  readonly otherProperties: readonly Property[];
}
