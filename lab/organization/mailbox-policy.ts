import { parseQuantity } from './policy-values';

/** The value of a policy's option, as the cmdlets show it. */
export type PolicyValue = boolean | number | string | readonly string[] | null;

/** A mailbox policy. */
export interface MailboxPolicy {
  readonly guid: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly whenCreated: number;
  readonly whenChanged: number;
  /** All options by their names of Exchange 2013 and later. */
  readonly options: Readonly<Record<string, PolicyValue>>;
}

/** Options whose names were other ones before Exchange 2013: the new name, the old name. */
export const RENAMED_OPTIONS: readonly (readonly [string, string])[] = [
  ['AllowSimplePassword', 'AllowSimpleDevicePassword'],
  ['AlphanumericPasswordRequired', 'AlphanumericDevicePasswordRequired'],
  ['PasswordEnabled', 'DevicePasswordEnabled'],
  ['PasswordExpiration', 'DevicePasswordExpiration'],
  ['PasswordHistory', 'DevicePasswordHistory'],
  ['MaxPasswordFailedAttempts', 'MaxDevicePasswordFailedAttempts'],
  ['MaxInactivityTimeLock', 'MaxInactivityTimeDeviceLock'],
  ['MinPasswordLength', 'MinDevicePasswordLength'],
  ['MinPasswordComplexCharacters', 'MinDevicePasswordComplexCharacters'],
  ['IsDefault', 'IsDefaultPolicy'],
];

/** Every documented option with its documented default; the last is one that no product knows yet. */
export function defaultOptions(): Record<string, PolicyValue> {
  const on =
    'AllowBrowser AllowCamera AllowConsumerEmail AllowDesktopSync AllowHTMLEmail AllowInternetSharing AllowIrDA ' +
    'AllowMobileOTAUpdate AllowNonProvisionableDevices AllowPOPIMAPEmail AllowRemoteDesktop AllowSimplePassword ' +
    'AllowSMIMESoftCerts AllowStorageCard AllowTextMessaging AllowUnsignedApplications ' +
    'AllowUnsignedInstallationPackages AllowWiFi AttachmentsEnabled IrmEnabled UNCAccessEnabled WSSAccessEnabled ' +
    'AllowApplePushNotifications AllowGooglePushNotifications AllowMicrosoftPushNotifications';
  const off =
    'AllowExternalDeviceManagement AlphanumericPasswordRequired DeviceEncryptionEnabled PasswordEnabled ' +
    'PasswordRecoveryEnabled RequireDeviceEncryption RequireEncryptedSMIMEMessages RequireManualSyncWhenRoaming ' +
    'RequireSignedSMIMEMessages RequireStorageCardEncryption';
  const unlimited =
    'DevicePolicyRefreshInterval MaxAttachmentSize MaxEmailBodyTruncationSize MaxEmailHTMLBodyTruncationSize ' +
    'MaxInactivityTimeLock MaxPasswordFailedAttempts PasswordExpiration';
  const all = (names: string, value: PolicyValue): [string, PolicyValue][] =>
    names.split(' ').map((name) => [name, value]);
  return {
    ...Object.fromEntries([...all(on, true), ...all(off, false), ...all(unlimited, 'Unlimited')]),
    AllowBluetooth: 'Allow',
    AllowSMIMEEncryptionAlgorithmNegotiation: 'AllowAnyAlgorithmNegotiation',
    ApprovedApplicationList: [],
    MaxCalendarAgeFilter: 'All',
    MaxEmailAgeFilter: 'All',
    MinPasswordComplexCharacters: 1,
    MinPasswordLength: null,
    PasswordHistory: 0,
    RequireEncryptionSMIMEAlgorithm: 'TripleDES',
    RequireSignedSMIMEAlgorithm: 'SHA1',
    UnapprovedInROMApplicationList: [],
    FutureUnlockRequirement: 'Balanced',
  };
}

/** The policies that the organization begins with; the first is the default policy. */
export function initialPolicies(guidOf: (number: number) => string, origin: number): MailboxPolicy[] {
  const made = (number: number, name: string, options: Record<string, PolicyValue>): MailboxPolicy => ({
    guid: guidOf(number),
    name,
    isDefault: number === 0,
    whenCreated: origin - 900 * 86_400_000,
    whenChanged: origin - (90 + number) * 86_400_000,
    options: { ...defaultOptions(), ...options },
  });
  const password = { PasswordEnabled: true, AllowSimplePassword: false };
  return [
    made(0, 'Default', {}),
    made(1, 'Executives', { ...password, MinPasswordLength: 6, MaxInactivityTimeLock: '00:05:00', PasswordHistory: 4 }),
    made(2, 'Kiosk Devices', {
      ...password,
      MinPasswordLength: 4,
      AllowCamera: false,
      AllowBluetooth: 'HandsfreeOnly',
      AllowStorageCard: false,
      AllowBrowser: false,
      MaxAttachmentSize: '10 MB (10,485,760 bytes)',
      MaxEmailAgeFilter: 'OneWeek',
      UnapprovedInROMApplicationList: ['tmail.exe', 'solitare.exe'],
    }),
    made(3, 'Strict', {
      ...password,
      AllowNonProvisionableDevices: false,
      AlphanumericPasswordRequired: true,
      MinPasswordComplexCharacters: 3,
      MinPasswordLength: 8,
      PasswordExpiration: '90.00:00:00',
      MaxPasswordFailedAttempts: '8',
      DevicePolicyRefreshInterval: '1.00:00:00',
      RequireDeviceEncryption: true,
      RequireStorageCardEncryption: true,
    }),
  ];
}

/** A parameter's value as the option shows it afterwards. */
export function optionValue(value: unknown, before: PolicyValue | undefined): PolicyValue {
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (Array.isArray(before)) return [text];
  if (typeof before === 'string' && before !== 'Unlimited') return parseQuantity(text, before);
  if (before === 'Unlimited') return parseQuantity(text, '');
  return typeof before === 'number' || typeof value === 'number' ? Number(value) : text;
}

/** Whether a device that carries out policies so well meets the policy. */
export function meetsPolicy(policy: MailboxPolicy, provisioning: 'full' | 'partial' | 'none' | 'external'): boolean {
  if (provisioning === 'full' || provisioning === 'external') return true;
  if (policy.options['AllowNonProvisionableDevices'] !== false) return true;
  return provisioning === 'partial' && policy.options['RequireDeviceEncryption'] !== true;
}

/** DevicePolicyApplicationStatus of a device that carries out policies so well. */
export function applicationStatus(provisioning: 'full' | 'partial' | 'none' | 'external'): string {
  switch (provisioning) {
    case 'full':
      return 'AppliedInFull';
    case 'partial':
      return 'PartiallyApplied';
    case 'none':
      return 'NotApplied';
    case 'external':
      return 'ExternallyManaged';
  }
}
