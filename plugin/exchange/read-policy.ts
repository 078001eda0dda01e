import type { MailboxPolicy, PolicyOption, Unlimited } from '../../protocol';
import { PSTimeSpan, type PSObject } from '../../psrp';
import { count, flag, guid, knownNames, list, otherProperties, text, time, valueText } from './properties';

type OptionType = PolicyOption['type'];

/** Every documented option: Exchange's name, the field of the contract, its type, and Exchange 2010's name. */
const OPTIONS: readonly (readonly [name: string, field: string, type: OptionType, name2010?: string])[] = [
  ['PasswordEnabled', 'passwordEnabled', 'boolean', 'DevicePasswordEnabled'],
  ['AlphanumericPasswordRequired', 'alphanumericPasswordRequired', 'boolean', 'AlphanumericDevicePasswordRequired'],
  ['AllowSimplePassword', 'allowSimplePassword', 'boolean', 'AllowSimpleDevicePassword'],
  ['MinPasswordLength', 'minPasswordLength', 'number', 'MinDevicePasswordLength'],
  ['MinPasswordComplexCharacters', 'minPasswordComplexCharacters', 'number', 'MinDevicePasswordComplexCharacters'],
  ['PasswordExpiration', 'passwordExpiration', 'unlimitedDuration', 'DevicePasswordExpiration'],
  ['PasswordHistory', 'passwordHistory', 'number', 'DevicePasswordHistory'],
  ['PasswordRecoveryEnabled', 'passwordRecoveryEnabled', 'boolean'],
  ['MaxPasswordFailedAttempts', 'maxPasswordFailedAttempts', 'unlimitedNumber', 'MaxDevicePasswordFailedAttempts'],
  ['MaxInactivityTimeLock', 'maxInactivityTimeLock', 'unlimitedDuration', 'MaxInactivityTimeDeviceLock'],
  ['DeviceEncryptionEnabled', 'deviceEncryptionEnabled', 'boolean'],
  ['RequireDeviceEncryption', 'requireDeviceEncryption', 'boolean'],
  ['RequireStorageCardEncryption', 'requireStorageCardEncryption', 'boolean'],
  ['AllowStorageCard', 'allowStorageCard', 'boolean'],
  ['AttachmentsEnabled', 'attachmentsEnabled', 'boolean'],
  ['MaxAttachmentSize', 'maxAttachmentSize', 'unlimitedNumber'],
  ['DevicePolicyRefreshInterval', 'devicePolicyRefreshInterval', 'unlimitedDuration'],
  ['AllowNonProvisionableDevices', 'allowNonProvisionableDevices', 'boolean'],
  ['AllowExternalDeviceManagement', 'allowExternalDeviceManagement', 'boolean'],
  ['AllowMobileOTAUpdate', 'allowMobileOtaUpdate', 'boolean'],
  ['AllowBluetooth', 'allowBluetooth', 'text'],
  ['AllowBrowser', 'allowBrowser', 'boolean'],
  ['AllowCamera', 'allowCamera', 'boolean'],
  ['AllowConsumerEmail', 'allowConsumerEmail', 'boolean'],
  ['AllowDesktopSync', 'allowDesktopSync', 'boolean'],
  ['AllowHTMLEmail', 'allowHtmlEmail', 'boolean'],
  ['AllowInternetSharing', 'allowInternetSharing', 'boolean'],
  ['AllowIrDA', 'allowIrda', 'boolean'],
  ['AllowPOPIMAPEmail', 'allowPopImapEmail', 'boolean'],
  ['AllowRemoteDesktop', 'allowRemoteDesktop', 'boolean'],
  ['AllowTextMessaging', 'allowTextMessaging', 'boolean'],
  ['AllowUnsignedApplications', 'allowUnsignedApplications', 'boolean'],
  ['AllowUnsignedInstallationPackages', 'allowUnsignedInstallationPackages', 'boolean'],
  ['AllowWiFi', 'allowWifi', 'boolean'],
  ['AllowApplePushNotifications', 'allowApplePushNotifications', 'boolean'],
  ['AllowGooglePushNotifications', 'allowGooglePushNotifications', 'boolean'],
  ['AllowMicrosoftPushNotifications', 'allowMicrosoftPushNotifications', 'boolean'],
  ['MaxCalendarAgeFilter', 'maxCalendarAgeFilter', 'text'],
  ['MaxEmailAgeFilter', 'maxEmailAgeFilter', 'text'],
  ['MaxEmailBodyTruncationSize', 'maxEmailBodyTruncationSize', 'unlimitedNumber'],
  ['MaxEmailHTMLBodyTruncationSize', 'maxEmailHtmlBodyTruncationSize', 'unlimitedNumber'],
  ['RequireManualSyncWhenRoaming', 'requireManualSyncWhenRoaming', 'boolean'],
  ['IrmEnabled', 'irmEnabled', 'boolean'],
  ['AllowSMIMESoftCerts', 'allowSmimeSoftCerts', 'boolean'],
  ['AllowSMIMEEncryptionAlgorithmNegotiation', 'allowSmimeEncryptionAlgorithmNegotiation', 'text'],
  ['RequireEncryptedSMIMEMessages', 'requireEncryptedSmimeMessages', 'boolean'],
  ['RequireEncryptionSMIMEAlgorithm', 'requireEncryptionSmimeAlgorithm', 'text'],
  ['RequireSignedSMIMEMessages', 'requireSignedSmimeMessages', 'boolean'],
  ['RequireSignedSMIMEAlgorithm', 'requireSignedSmimeAlgorithm', 'text'],
  ['ApprovedApplicationList', 'approvedApplicationList', 'list'],
  ['UnapprovedInROMApplicationList', 'unapprovedInRomApplicationList', 'list'],
  ['UNCAccessEnabled', 'uncAccessEnabled', 'boolean'],
  ['WSSAccessEnabled', 'wssAccessEnabled', 'boolean'],
];

const IDENTITY = ['Guid', 'Name', 'Identity', 'IsDefault', 'IsDefaultPolicy', 'WhenChangedUTC'];

/** A mailbox policy from what Get-MobileDeviceMailboxPolicy or Get-ActiveSyncMailboxPolicy returns. */
export function readPolicy(object: PSObject): MailboxPolicy {
  const options = new Map<string, PolicyOption>();
  const read: string[] = [...IDENTITY];
  for (const [name, field, type, name2010] of OPTIONS) {
    const spelling = object.get(name) === undefined && name2010 !== undefined ? name2010 : name;
    const option = readOption(object, spelling, type);
    if (!option) continue;
    options.set(field, option);
    read.push(spelling);
  }
  return {
    guid: guid(object, 'Guid'),
    name: text(object, 'Name'),
    identity: text(object, 'Identity'),
    isDefault: flag(object, 'IsDefault') ?? flag(object, 'IsDefaultPolicy'),
    whenChanged: time(object, 'WhenChangedUTC'),
    options,
    // An option whose value did not fit its type is among these, so that nothing is dropped.
    otherProperties: otherProperties(object, knownNames(read)),
  };
}

function readOption(object: PSObject, name: string, type: OptionType): PolicyOption | undefined {
  switch (type) {
    case 'boolean':
      return typed(type, flag(object, name));
    case 'number':
      return typed(type, count(object, name));
    case 'text':
      return typed(type, text(object, name) || undefined);
    case 'list':
      return typed(type, list(object, name).length > 0 ? list(object, name) : undefined);
    case 'unlimitedNumber':
      return typed(type, unlimitedNumber(text(object, name)));
    case 'unlimitedDuration':
      return typed(type, unlimitedDuration(object, name));
  }
}

function typed(type: OptionType, value: unknown): PolicyOption | undefined {
  return value === undefined ? undefined : ({ type, value } as PolicyOption);
}

/** "Unlimited", "8", or a size: "10 MB (10,485,760 bytes)". */
function unlimitedNumber(value: string): Unlimited<number> | undefined {
  if (/^unlimited$/i.test(value)) return 'unlimited';
  const bytes = /\(([\d,]+) bytes\)/.exec(value);
  const digits = (bytes?.[1] ?? value).replaceAll(',', '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** "Unlimited", a time span, or its text: "90.00:00:00", "00:15:00". In seconds. */
function unlimitedDuration(object: PSObject, name: string): Unlimited<number> | undefined {
  const value = object.get(name);
  if (value instanceof PSTimeSpan) return value.seconds;
  const word = valueText(value);
  if (/^unlimited$/i.test(word)) return 'unlimited';
  const match = /^(?:(\d{1,8})\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d{1,7})?$/.exec(word);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
