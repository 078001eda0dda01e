import type {
  DeviceAccessState,
  DevicePolicyApplicationStatus,
  DeviceStatistics,
  Partnership,
  Timestamp,
} from '../../protocol';
import type { PSObject } from '../../psrp';
import { clientCapabilities, clientFamily, isCutOffOnline } from './client-family';
import type { ExchangeVersion } from './exchange-version';
import { count, flag, guid, knownNames, otherProperties, text, time, untypable, word } from './properties';
import { PARTNERSHIP_PROPERTIES, STATISTICS_PROPERTIES } from './wanted-properties';

const STATES: readonly DeviceAccessState[] = ['Allowed', 'Blocked', 'Quarantined', 'DeviceDiscovery'];
const POLICY_STATUSES: readonly DevicePolicyApplicationStatus[] = [
  'NotApplied',
  'AppliedInFull',
  'PartiallyApplied',
  'ExternallyManaged',
];
const KNOWN = knownNames([...PARTNERSHIP_PROPERTIES, 'DeviceActiveSyncVersion']);
const KNOWN_STATISTICS = knownNames([...STATISTICS_PROPERTIES, 'DeviceActiveSyncVersion']);

/** A partnership from what Get-MobileDevice (Get-ActiveSyncDevice) returns. Its mailbox and statistics come later. */
export function readPartnership(object: PSObject, version: ExchangeVersion): Partnership {
  const client = {
    clientType: text(object, 'ClientType'),
    clientVersion: text(object, 'ClientVersion') || text(object, 'DeviceActiveSyncVersion'),
    deviceType: text(object, 'DeviceType'),
    deviceModel: text(object, 'DeviceModel'),
    deviceUserAgent: text(object, 'DeviceUserAgent'),
  };
  const deviceAccessState = word(object, 'DeviceAccessState', STATES);
  const firstSyncTime = time(object, 'FirstSyncTime');
  return {
    guid: guid(object, 'Guid'),
    firstSyncTime,
    identity: text(object, 'Identity'),
    deviceId: text(object, 'DeviceId'),
    mailboxGuid: '',
    mailboxPrimarySmtpAddress: '',
    userDisplayName: text(object, 'UserDisplayName'),
    friendlyName: text(object, 'FriendlyName'),
    ...client,
    deviceOs: text(object, 'DeviceOS'),
    deviceOsLanguage: text(object, 'DeviceOSLanguage'),
    deviceImei: text(object, 'DeviceImei'),
    deviceMobileOperator: text(object, 'DeviceMobileOperator'),
    deviceTelephoneNumber: text(object, 'DeviceTelephoneNumber'),
    clientFamily: clientFamily(client),
    capabilities: clientCapabilities(client, version),
    cutOffOnline: isCutOffOnline(client, version),
    deviceAccessState,
    deviceAccessStateReason: text(object, 'DeviceAccessStateReason'),
    deviceAccessControlRule: text(object, 'DeviceAccessControlRule'),
    isManaged: flag(object, 'IsManaged'),
    isCompliant: flag(object, 'IsCompliant'),
    isDisabled: flag(object, 'IsDisabled'),
    onAllowedList: false,
    onBlockedList: false,
    whenCreated: time(object, 'WhenCreatedUTC'),
    whenChanged: time(object, 'WhenChangedUTC'),
    distinguishedName: text(object, 'DistinguishedName'),
    statistics: undefined,
    otherProperties: otherProperties(
      object,
      KNOWN,
      untypable(object, { DeviceAccessState: deviceAccessState, FirstSyncTime: firstSyncTime }),
    ),
  };
}

/** Statistics of a partnership, with the GUID or device ID that ties them to it. */
export interface ReadStatistics {
  readonly guid: string;
  readonly deviceId: string;
  readonly identity: string;
  readonly telephoneNumber: string;
  readonly statistics: DeviceStatistics;
}

/** Statistics from what Get-MobileDeviceStatistics returns. */
export function readStatistics(object: PSObject, readAt: Timestamp): ReadStatistics {
  const deviceAccessState = word(object, 'DeviceAccessState', STATES);
  const devicePolicyApplicationStatus = word(object, 'DevicePolicyApplicationStatus', POLICY_STATUSES);
  const untyped = untypable(object, {
    DeviceAccessState: deviceAccessState,
    DevicePolicyApplicationStatus: devicePolicyApplicationStatus,
    LastSyncAttemptTime: time(object, 'LastSyncAttemptTime'),
    LastSuccessSync: time(object, 'LastSuccessSync'),
  });
  const lastPingHeartbeat = count(object, 'LastPingHeartbeat');
  const lastSyncAttemptTime = time(object, 'LastSyncAttemptTime');
  return {
    guid: guid(object, 'Guid'),
    deviceId: text(object, 'DeviceID'),
    identity: text(object, 'Identity'),
    telephoneNumber: text(object, 'DevicePhoneNumber'),
    statistics: {
      readAt,
      lastSuccessSync: time(object, 'LastSuccessSync'),
      lastSyncAttemptTime,
      lastPolicyUpdateTime: time(object, 'LastPolicyUpdateTime'),
      lastPingHeartbeat,
      numberOfFoldersSynced: count(object, 'NumberOfFoldersSynced'),
      syncStateUpgradeTime: time(object, 'SyncStateUpgradeTime'),
      deviceEnableOutboundSms: flag(object, 'DeviceEnableOutboundSMS'),
      status: text(object, 'Status'),
      statusNote: text(object, 'StatusNote'),
      devicePolicyApplied: text(object, 'DevicePolicyApplied'),
      devicePolicyApplicationStatus,
      deviceAccessState,
      deviceAccessStateReason: text(object, 'DeviceAccessStateReason'),
      isOnline: isOnline(lastSyncAttemptTime, lastPingHeartbeat, readAt),
      isRemoteWipeSupported: flag(object, 'IsRemoteWipeSupported'),
      ...wipeTimes(object),
      otherProperties: otherProperties(object, KNOWN_STATISTICS, untyped),
    },
  };
}

type WipeTimes = Pick<
  DeviceStatistics,
  | 'deviceWipeRequestTime'
  | 'deviceWipeSentTime'
  | 'deviceWipeAckTime'
  | 'lastDeviceWipeRequestor'
  | 'accountOnlyDeviceWipeRequestTime'
  | 'accountOnlyDeviceWipeSentTime'
  | 'accountOnlyDeviceWipeAckTime'
  | 'lastAccountOnlyDeviceWipeRequestor'
>;

function wipeTimes(object: PSObject): WipeTimes {
  return {
    deviceWipeRequestTime: time(object, 'DeviceWipeRequestTime'),
    deviceWipeSentTime: time(object, 'DeviceWipeSentTime'),
    deviceWipeAckTime: time(object, 'DeviceWipeAckTime'),
    lastDeviceWipeRequestor: text(object, 'LastDeviceWipeRequestor'),
    accountOnlyDeviceWipeRequestTime: time(object, 'AccountOnlyDeviceWipeRequestTime'),
    accountOnlyDeviceWipeSentTime: time(object, 'AccountOnlyDeviceWipeSentTime'),
    accountOnlyDeviceWipeAckTime: time(object, 'AccountOnlyDeviceWipeAckTime'),
    lastAccountOnlyDeviceWipeRequestor: text(object, 'LastAccountOnlyDeviceWipeRequestor'),
  };
}

/** A device without a heartbeat of its own is taken to look in every quarter of an hour. */
const DEFAULT_HEARTBEAT_SECONDS = 900;
/** Networks and clocks are not exact. */
const ONLINE_MARGIN_SECONDS = 300;

/** Whether the last synchronization attempt is younger than the device's heartbeat and a margin. */
function isOnline(
  lastSyncAttempt: Timestamp | undefined,
  heartbeatSeconds: number | undefined,
  now: Timestamp,
): boolean | undefined {
  if (!lastSyncAttempt) return undefined;
  const allowed = (heartbeatSeconds ?? DEFAULT_HEARTBEAT_SECONDS) + ONLINE_MARGIN_SECONDS;
  return now.seconds - lastSyncAttempt.seconds <= allowed;
}
