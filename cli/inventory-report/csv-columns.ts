import { enumName } from './enum-name';
import type { PartnershipJson, StatisticsJson } from './inventory-json';
import { defused } from './csv';

interface Column {
  readonly name: string;
  readonly value: (partnership: PartnershipJson, statistics: StatisticsJson) => string;
}

const text = (name: string, of: (partnership: PartnershipJson) => string | undefined): Column => ({
  name,
  value: (partnership) => defused(of(partnership) ?? ''),
});

const flag = (
  name: string,
  of: (partnership: PartnershipJson, statistics: StatisticsJson) => boolean | undefined,
): Column => ({ name, value: (partnership, statistics) => flagText(of(partnership, statistics)) });

const flagText = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'True' : 'False');

/** A time of the partnership or of its statistics. */
const time = (
  name: string,
  of: (partnership: PartnershipJson, statistics: StatisticsJson) => string | undefined,
): Column => ({ name, value: (partnership, statistics) => wholeSeconds(of(partnership, statistics)) });

/** ISO 8601 in UTC, to the second: 2026-11-22T08:30:00Z. */
const wholeSeconds = (value: string | undefined): string => (value ?? '').replace(/\.\d+Z$/, 'Z');

/** The columns of the CSV, one line a partnership. The names are Exchange's where Exchange has one. */
const COLUMNS: readonly Column[] = [
  text('PrimarySmtpAddress', (p) => p.mailboxPrimarySmtpAddress),
  text('UserDisplayName', (p) => p.userDisplayName),
  text('FriendlyName', (p) => p.friendlyName),
  text('DeviceType', (p) => p.deviceType),
  text('DeviceModel', (p) => p.deviceModel),
  text('DeviceOS', (p) => p.deviceOs),
  text('DeviceOSLanguage', (p) => p.deviceOsLanguage),
  text('Client', (p) => enumName('CLIENT_FAMILY', p.clientFamily)),
  text('ClientType', (p) => p.clientType),
  text('ClientVersion', (p) => p.clientVersion),
  flag('CutOffOnline', (p) => p.cutOffOnline ?? false),
  text('DeviceAccessState', (p) => enumName('DEVICE_ACCESS_STATE', p.deviceAccessState)),
  text('DeviceAccessStateReason', (p) => p.deviceAccessStateReason),
  text('DeviceAccessControlRule', (p) => p.deviceAccessControlRule),
  flag('OnAllowedList', (p) => p.onAllowedList ?? false),
  flag('OnBlockedList', (p) => p.onBlockedList ?? false),
  { name: 'Status', value: (_, { status }) => defused(status ?? '') },
  { name: 'DevicePolicyApplied', value: (_, { devicePolicyApplied: name }) => defused(name ?? '') },
  {
    name: 'DevicePolicyApplicationStatus',
    value: (_, s) => enumName('DEVICE_POLICY_APPLICATION_STATUS', s.devicePolicyApplicationStatus),
  },
  flag('IsOnline', (_, s) => s.isOnline),
  time('FirstSyncTime', (p) => p.firstSyncTime),
  time('LastSuccessSync', (_, s) => s.lastSuccessSync),
  time('LastSyncAttemptTime', (_, s) => s.lastSyncAttemptTime),
  time('LastPolicyUpdateTime', (_, s) => s.lastPolicyUpdateTime),
  { name: 'NumberOfFoldersSynced', value: (_, { numberOfFoldersSynced: count }) => (count ?? '').toString() },
  time('DeviceWipeRequestTime', (_, s) => s.deviceWipeRequestTime),
  time('DeviceWipeSentTime', (_, s) => s.deviceWipeSentTime),
  time('DeviceWipeAckTime', (_, s) => s.deviceWipeAckTime),
  time('AccountOnlyDeviceWipeRequestTime', (_, s) => s.accountOnlyDeviceWipeRequestTime),
  time('AccountOnlyDeviceWipeSentTime', (_, s) => s.accountOnlyDeviceWipeSentTime),
  time('AccountOnlyDeviceWipeAckTime', (_, s) => s.accountOnlyDeviceWipeAckTime),
  time('StatisticsReadAt', (_, s) => s.readAt),
  flag('IsManaged', (p) => p.isManaged),
  flag('IsCompliant', (p) => p.isCompliant),
  flag('IsDisabled', (p) => p.isDisabled),
  text('DeviceUserAgent', (p) => p.deviceUserAgent),
  text('DeviceImei', (p) => p.deviceImei),
  text('DeviceMobileOperator', (p) => p.deviceMobileOperator),
  text('DeviceTelephoneNumber', (p) => p.deviceTelephoneNumber),
  text('DeviceId', (p) => p.deviceId),
  time('WhenCreatedUTC', (p) => p.whenCreated),
  time('WhenChangedUTC', (p) => p.whenChanged),
  text('MailboxGuid', (p) => p.mailboxGuid),
  text('Guid', (p) => p.guid),
];

/** The first line. */
export const csvHeader = (): string[] => COLUMNS.map(({ name }) => name);

/** The line of a partnership. What was not stated, and statistics that were not read, are empty. */
export function csvCells(partnership: PartnershipJson): string[] {
  return COLUMNS.map(({ value }) => value(partnership, partnership.statistics ?? {}));
}
