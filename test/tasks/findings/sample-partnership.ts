import type { DeviceStatistics, Mailbox, MailboxPolicy, OrganizationSettings, Partnership } from '../../../protocol';

export const NOW = Date.UTC(2026, 10, 22, 8);
export const DAY = 86_400_000;

const at = (ms: number): { seconds: number; nanos: number } => ({ seconds: Math.floor(ms / 1000), nanos: 0 });

/** Statistics of a device that synchronized an hour ago and has its policy. */
export function statistics(changes: Partial<DeviceStatistics> = {}, lastSyncMs = NOW - 3_600_000): DeviceStatistics {
  return {
    readAt: at(NOW),
    lastSuccessSync: at(lastSyncMs),
    lastSyncAttemptTime: at(lastSyncMs),
    lastPolicyUpdateTime: undefined,
    lastPingHeartbeat: 900,
    numberOfFoldersSynced: 5,
    syncStateUpgradeTime: undefined,
    deviceEnableOutboundSms: false,
    status: 'DeviceOk',
    statusNote: '',
    devicePolicyApplied: 'Default',
    devicePolicyApplicationStatus: 'AppliedInFull',
    deviceAccessState: 'Allowed',
    deviceAccessStateReason: 'Global',
    isOnline: true,
    isRemoteWipeSupported: true,
    deviceWipeRequestTime: undefined,
    deviceWipeSentTime: undefined,
    deviceWipeAckTime: undefined,
    lastDeviceWipeRequestor: '',
    accountOnlyDeviceWipeRequestTime: undefined,
    accountOnlyDeviceWipeSentTime: undefined,
    accountOnlyDeviceWipeAckTime: undefined,
    lastAccountOnlyDeviceWipeRequestor: '',
    otherProperties: [],
    ...changes,
  };
}

/** A partnership in which nothing deserves attention: a current iPhone with Apple Mail. */
export function partnership(changes: Partial<Partnership> = {}): Partnership {
  return {
    guid: 'p1',
    firstSyncTime: at(NOW - 400 * DAY),
    identity: 'contoso.com/Users/Anna/ExchangeActiveSyncDevices/iPhone§Appl1',
    deviceId: 'Appl1',
    mailboxGuid: 'm1',
    mailboxPrimarySmtpAddress: 'anna@contoso.com',
    userDisplayName: 'Anna',
    friendlyName: 'Black iPhone',
    deviceType: 'iPhone',
    deviceModel: 'iPhone17C3',
    deviceOs: 'iOS 26.1 23B85',
    deviceOsLanguage: 'en',
    deviceUserAgent: 'Apple-iPhone17C3/2302.85',
    deviceImei: '',
    deviceMobileOperator: '',
    deviceTelephoneNumber: '',
    clientType: 'EAS',
    clientVersion: '16.1',
    clientFamily: 'appleMail',
    capabilities: { wipeErases: 'whole device', accountOnlyWipe: true, accessRules: true, mailboxPolicy: true },
    cutOffOnline: false,
    deviceAccessState: 'Allowed',
    deviceAccessStateReason: 'Global',
    deviceAccessControlRule: '',
    isManaged: false,
    isCompliant: false,
    isDisabled: false,
    onAllowedList: false,
    onBlockedList: false,
    whenCreated: at(NOW - 400 * DAY),
    whenChanged: at(NOW - DAY),
    distinguishedName: '',
    statistics: statistics(),
    otherProperties: [],
    ...changes,
  };
}

export function mailbox(changes: Partial<Mailbox> = {}): Mailbox {
  return {
    guid: 'm1',
    externalDirectoryObjectId: '',
    identity: 'Anna',
    distinguishedName: '',
    displayName: 'Anna',
    primarySmtpAddress: 'anna@contoso.com',
    userPrincipalName: 'anna@contoso.com',
    samAccountName: 'anna',
    organizationalUnit: '',
    recipientTypeDetails: 'UserMailbox',
    serverName: '',
    database: '',
    activeSyncEnabled: true,
    activeSyncMailboxPolicy: 'Default',
    activeSyncMailboxPolicyIsDefaulted: true,
    activeSyncAllowedDeviceIds: [],
    activeSyncBlockedDeviceIds: [],
    hasActiveSyncDevicePartnership: true,
    owaForDevicesEnabled: true,
    outlookMobileEnabled: true,
    universalOutlookEnabled: true,
    activeSyncDebugLogging: false,
    activeSyncSuppressReadReceipt: false,
    otherProperties: [],
    ...changes,
  };
}

export function organizationSettings(changes: Partial<OrganizationSettings> = {}): OrganizationSettings {
  return {
    defaultAccessLevel: 'Allow',
    userMailInsert: '',
    adminMailRecipients: [],
    otaNotificationMailInsert: '',
    allowAccessForUnsupportedPlatform: false,
    allowRmsSupportForUnenlightenedApps: false,
    enableMobileMailboxPolicyWhenCaInPlace: undefined,
    whenChanged: at(NOW),
    otherProperties: [],
    ...changes,
  };
}

export function policy(changes: Partial<MailboxPolicy> = {}): MailboxPolicy {
  return {
    guid: 'policy-1',
    name: 'Default',
    identity: 'Default',
    isDefault: true,
    whenChanged: at(NOW),
    options: new Map([
      ['passwordEnabled', { type: 'boolean', value: true }],
      ['maxPasswordFailedAttempts', { type: 'unlimitedNumber', value: 'unlimited' }],
      ['maxInactivityTimeLock', { type: 'unlimitedDuration', value: 900 }],
    ]),
    otherProperties: [],
    ...changes,
  };
}
