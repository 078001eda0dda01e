import type { CmdletReference } from '../reference/reference';

/** Exchange's enumerations among the properties: their .NET types' short names. Sources: docs/lab.md. */
const ENUM_OF_PROPERTY: Readonly<Record<string, string>> = {
  DeviceAccessState: 'DeviceAccessState',
  DeviceAccessStateReason: 'DeviceAccessStateReason',
  Status: 'DeviceRemoteWipeStatus',
  DevicePolicyApplicationStatus: 'DevicePolicyApplicationStatus',
  ClientType: 'MobileClientType',
  DefaultAccessLevel: 'DeviceAccessLevel',
  AccessLevel: 'DeviceAccessLevel',
  Characteristic: 'DeviceAccessCharacteristic',
  ObjectState: 'ObjectState',
  AllowBluetooth: 'BluetoothType',
  AllowSMIMEEncryptionAlgorithmNegotiation: 'SMIMEEncryptionAlgorithmNegotiationType',
  MaxCalendarAgeFilter: 'CalendarAgeFilterType',
  MaxEmailAgeFilter: 'EmailAgeFilterType',
  RequireEncryptionSMIMEAlgorithm: 'EncryptionSMIMEAlgorithmType',
  RequireSignedSMIMEAlgorithm: 'SignedSMIMEAlgorithmType',
};

/** Members in the order of their numbers, where the reference of parameters does not list them. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  DeviceAccessState: ['Unknown', 'Allowed', 'Blocked', 'Quarantined', 'DeviceDiscovery'],
  DeviceAccessStateReason: [
    'Unknown',
    'Global',
    'Individual',
    'DeviceRule',
    'Upgrade',
    'Policy',
    'UserAgentsChanges',
    'RecentCommands',
    'Watsons',
    'OutOfBudgets',
    'SyncCommands',
    'EnableNotificationEmail',
  ],
  DeviceRemoteWipeStatus: [
    'DeviceOk',
    'DeviceBlocked',
    'DeviceWipePending',
    'DeviceWipeSucceeded',
    'AccountOnlyDeviceWipePending',
    'AccountOnlyDeviceWipeSucceeded',
  ],
  DevicePolicyApplicationStatus: ['Unknown', 'NotApplied', 'AppliedInFull', 'PartiallyApplied', 'ExternallyManaged'],
  MobileClientType: ['EAS', 'MOWA', 'REST', 'Outlook', 'UniversalOutlook'],
  ObjectState: ['New', 'Unchanged', 'Changed', 'Deleted'],
};

/** Properties whose value is an ADObjectId: an object that only shows as text, and becomes text over a wire. */
const OBJECT_IDS: ReadonlySet<string> = new Set([
  'Identity',
  'Id',
  'ObjectCategory',
  'DeviceAccessControlRule',
  'DevicePolicyApplied',
  'ActiveSyncMailboxPolicy',
  'Database',
]);

/** What a property with a text is in the .NET object; undefined if it is a string there too. */
export type TextKind = { readonly enumeration: string; readonly members: readonly string[] } | 'objectId' | undefined;

/** What the text of a property stands for, on an Exchange of one's own. */
export function textKind(property: string, reference: CmdletReference): TextKind {
  const enumeration = ENUM_OF_PROPERTY[property];
  if (enumeration !== undefined) {
    return { enumeration, members: MEMBERS[enumeration] ?? reference.acceptedValues(enumeration) ?? [] };
  }
  return OBJECT_IDS.has(property) ? 'objectId' : undefined;
}
