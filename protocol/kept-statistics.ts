import { enumNumber } from './encode-parts';
import { statisticsFields } from './encode-inventory';
import { DEVICE_ACCESS_STATES, POLICY_APPLICATION_STATUSES } from './enum-words';
import { easconnector } from './generated/easconnector';
import type { DeviceStatistics } from './inventory';
import type { Timestamp } from './timestamp';

import v1 = easconnector.v1;

/** A partnership's statistics as bytes: the message that results carry, to be kept between runs. */
export function encodeStatistics(statistics: DeviceStatistics): Uint8Array {
  return v1.DeviceStatistics.encode(statisticsFields(statistics)).finish();
}

/** The statistics that encodeStatistics has made bytes of. */
export function decodeStatistics(bytes: Uint8Array): DeviceStatistics {
  const message = v1.DeviceStatistics.decode(bytes);
  const optional = <T>(value: T | null | undefined): T | undefined => value ?? undefined;
  return {
    readAt: time(message.readAt) ?? { seconds: 0, nanos: 0 },
    lastSuccessSync: time(message.lastSuccessSync),
    lastSyncAttemptTime: time(message.lastSyncAttemptTime),
    lastPolicyUpdateTime: time(message.lastPolicyUpdateTime),
    lastPingHeartbeat: optional(message.lastPingHeartbeat),
    numberOfFoldersSynced: optional(message.numberOfFoldersSynced),
    syncStateUpgradeTime: time(message.syncStateUpgradeTime),
    deviceEnableOutboundSms: optional(message.deviceEnableOutboundSms),
    status: message.status,
    statusNote: message.statusNote,
    devicePolicyApplied: message.devicePolicyApplied,
    devicePolicyApplicationStatus: word(POLICY_APPLICATION_STATUSES, message.devicePolicyApplicationStatus),
    deviceAccessState: word(DEVICE_ACCESS_STATES, message.deviceAccessState),
    deviceAccessStateReason: message.deviceAccessStateReason,
    isOnline: optional(message.isOnline),
    isRemoteWipeSupported: optional(message.isRemoteWipeSupported),
    deviceWipeRequestTime: time(message.deviceWipeRequestTime),
    deviceWipeSentTime: time(message.deviceWipeSentTime),
    deviceWipeAckTime: time(message.deviceWipeAckTime),
    lastDeviceWipeRequestor: message.lastDeviceWipeRequestor,
    accountOnlyDeviceWipeRequestTime: time(message.accountOnlyDeviceWipeRequestTime),
    accountOnlyDeviceWipeSentTime: time(message.accountOnlyDeviceWipeSentTime),
    accountOnlyDeviceWipeAckTime: time(message.accountOnlyDeviceWipeAckTime),
    lastAccountOnlyDeviceWipeRequestor: message.lastAccountOnlyDeviceWipeRequestor,
    otherProperties: message.otherProperties.map(({ name, values }) => ({ name: name ?? '', values: values ?? [] })),
  };
}

function time(value: { seconds?: unknown; nanos?: number | null } | null | undefined): Timestamp | undefined {
  return value ? { seconds: Number(value.seconds ?? 0), nanos: value.nanos ?? 0 } : undefined;
}

/** The domain word for an enum's number; undefined for one that is not stated. */
function word<T extends string>(table: ReadonlyMap<string, T>, number: number): T | undefined {
  for (const known of table.values()) if (enumNumber(table, known) === number) return known;
  return undefined;
}
