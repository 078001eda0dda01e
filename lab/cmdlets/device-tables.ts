import { PSGuid, type PSValue } from '../../psrp';
import { applicationStatus } from '../organization/mailbox-policy';
import type { Partnership } from '../organization/partnership';
import { isAtLeast } from '../../plugin/exchange/exchange-version';
import type { Site } from '../organization/sites';
import { dateTime, directoryProperties, type PropertyTable } from './property-table';

type Entry = readonly [string, (partnership: Partnership) => PSValue];

/** What -SortBy takes, by Microsoft's page of Get-MobileDevice; -Filter takes a few more. */
const SORTABLE = (
  'DeviceAccessControlRule DeviceAccessState DeviceAccessStateReason DeviceId DeviceImei DeviceMobileOperator ' +
  'DeviceModel DeviceOS DeviceOSLanguage DeviceTelephoneNumber DeviceType DeviceUserAgent FirstSyncTime FriendlyName ' +
  'UserDisplayName'
).split(' ');
const FILTERABLE = [...SORTABLE, 'ClientType', 'DeviceActiveSyncVersion', 'ProvisioningFlags'];

/** ClientVersion's name on 2010, on the old type of device, and to -Filter. */
const OLD_VERSION_NAME: Entry = ['DeviceActiveSyncVersion', (p) => p.device.clientVersion];

/** What Get-MobileDevice and Get-ActiveSyncDevice show. */
export function mobileDeviceTable(
  site: Site,
  typeName: 'MobileDevice' | 'ActiveSyncDevice',
): PropertyTable<Partnership> {
  const since2013: Entry[] = [
    ['ClientType', (p) => p.device.clientType],
    ['ClientVersion', (p) => p.device.clientVersion],
    ['IsManaged', () => false],
    ['IsCompliant', () => false],
    ['IsDisabled', () => false],
  ];
  const properties: Entry[] = [
    ['FriendlyName', (p) => p.device.friendlyName],
    ['DeviceId', (p) => p.device.deviceId],
    ['DeviceImei', (p) => p.device.imei],
    ['DeviceMobileOperator', (p) => p.device.mobileOperator],
    ['DeviceOS', (p) => p.device.deviceOS],
    ['DeviceOSLanguage', (p) => p.device.language],
    ['DeviceTelephoneNumber', (p) => p.device.telephoneNumber],
    ['DeviceType', (p) => p.device.deviceType],
    ['DeviceUserAgent', (p) => p.device.userAgent],
    ['DeviceModel', (p) => p.device.deviceModel],
    ['FirstSyncTime', (p) => dateTime(p.firstSync)],
    ['UserDisplayName', (p) => p.mailbox.canonicalName],
    ['DeviceAccessState', (p) => p.access.state],
    ['DeviceAccessStateReason', (p) => p.access.reason],
    ['DeviceAccessControlRule', (p) => p.access.rule || null],
    ...(typeName === 'ActiveSyncDevice' ? [OLD_VERSION_NAME] : []),
    ...(isAtLeast(site.version, '2013') ? since2013 : []),
    ...directoryProperties<Partnership>((p) => ({
      name: p.name,
      identity: p.identity,
      distinguishedName: p.distinguishedName,
      guid: p.guid,
      whenCreated: p.whenCreated,
      whenChanged: p.firstSync,
      organizationId: site.organizationId,
      originatingServer: `dc01.${site.domain.toLowerCase()}`,
      objectClass: ['top', 'msExchActiveSyncDevice'],
    })),
  ];
  return {
    typeName: `Microsoft.Exchange.Data.Directory.SystemConfiguration.${typeName}`,
    properties,
    filterable: FILTERABLE,
    filterNames: [OLD_VERSION_NAME],
    sortable: SORTABLE,
  };
}

/** What the statistics cmdlets show. */
export function statisticsTable(site: Site): PropertyTable<Partnership> {
  const since2016: Entry[] = [
    ['AccountOnlyDeviceWipeRequestTime', (p) => dateTime(p.state.accountOnly?.requestedAt)],
    ['AccountOnlyDeviceWipeSentTime', (p) => dateTime(p.state.accountOnly?.sentAt)],
    ['AccountOnlyDeviceWipeAckTime', (p) => dateTime(p.acknowledgedAt(p.state.accountOnly))],
    ['LastAccountOnlyDeviceWipeRequestor', (p) => p.state.accountOnly?.requestor ?? ''],
  ];
  const properties: Entry[] = [
    ['FirstSyncTime', (p) => dateTime(p.firstSync)],
    ['LastPolicyUpdateTime', (p) => dateTime(lastPolicyUpdate(p))],
    ['LastSyncAttemptTime', (p) => dateTime(p.lastSync)],
    ['LastSuccessSync', (p) => (p.access.state === 'Blocked' ? dateTime(p.firstSync) : dateTime(p.lastSync))],
    ['DeviceType', (p) => p.device.deviceType],
    ['DeviceID', (p) => p.device.deviceId],
    ['DeviceUserAgent', (p) => p.device.userAgent],
    ['DeviceWipeRequestTime', (p) => dateTime(p.state.wholeDevice?.requestedAt)],
    ['DeviceWipeSentTime', (p) => dateTime(p.state.wholeDevice?.sentAt)],
    ['DeviceWipeAckTime', (p) => dateTime(p.acknowledgedAt(p.state.wholeDevice))],
    ['LastDeviceWipeRequestor', (p) => p.state.wholeDevice?.requestor ?? ''],
    ...(isAtLeast(site.version, '2016') ? since2016 : []),
    ['LastPingHeartbeat', (p) => (p.device.clientVersion === '' ? null : p.device.heartbeatSeconds)],
    ['RecoveryPassword', () => '********'],
    ['DeviceModel', (p) => p.device.deviceModel],
    ['DeviceImei', (p) => p.device.imei],
    ['DeviceFriendlyName', (p) => p.device.friendlyName],
    ['DeviceOS', (p) => p.device.deviceOS],
    ['DeviceOSLanguage', (p) => p.device.language],
    ['DevicePhoneNumber', (p) => p.device.telephoneNumber],
    ['DeviceMobileOperator', (p) => p.device.mobileOperator],
    ['DeviceEnableOutboundSMS', () => false],
    ['MailboxLogReport', () => null],
    ['Identity', (p) => p.identity],
    ['Guid', (p) => new PSGuid(p.guid)],
    ['IsRemoteWipeSupported', (p) => p.device.family.wipeSupported],
    ['Status', (p) => p.wipeStatus],
    ['StatusNote', () => ''],
    ['DeviceAccessState', (p) => accessOf(p).state],
    ['DeviceAccessStateReason', (p) => accessOf(p).reason],
    ['DeviceAccessControlRule', (p) => p.access.rule || null],
    ['DevicePolicyApplied', (p) => (p.device.family.provisioning === 'none' ? null : (p.policy?.name ?? null))],
    ['DevicePolicyApplicationStatus', (p) => applicationStatus(p.device.family.provisioning)],
    ...(isAtLeast(site.version, '2013')
      ? ([
          ['ClientType', (p) => p.device.clientType],
          ['ClientVersion', (p) => p.device.clientVersion],
        ] satisfies Entry[])
      : [OLD_VERSION_NAME]),
    ['NumberOfFoldersSynced', (p) => p.device.foldersSynced],
    ['SyncStateUpgradeTime', () => null],
    ['IsValid', () => true],
    ['ObjectState', () => 'Unchanged'],
  ];
  return { typeName: 'Microsoft.Exchange.Management.Tasks.MobileDeviceConfiguration', properties };
}

/** Windows Mail goes past access rules: the directory says blocked, the statistics say unknown. */
function accessOf(partnership: Partnership): { readonly state: string; readonly reason: string } {
  const { access } = partnership;
  const ignores = partnership.device.family.clientType === 'UniversalOutlook' && access.state === 'Blocked';
  return ignores ? { state: 'Unknown', reason: 'Unknown' } : access;
}

function lastPolicyUpdate(partnership: Partnership): number | null {
  if (partnership.device.family.provisioning === 'none') return null;
  const { policy, firstSync, lastSync } = partnership;
  return policy === undefined ? null : Math.min(lastSync, Math.max(firstSync, policy.whenChanged));
}
