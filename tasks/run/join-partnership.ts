import { hasDeviceId } from '../../plugin/exchange/read-mailbox';
import type { ReadStatistics } from '../../plugin/exchange/read-partnership';
import type { Mailbox, Partnership } from '../../protocol';

/**
 * Gives each partnership of a mailbox its statistics: by GUID, or where the server states none, by device ID if only
 * one partnership of the mailbox has it.
 */
export function joinStatistics(
  partnerships: readonly Partnership[],
  statistics: readonly ReadStatistics[],
): readonly Partnership[] {
  const byGuid = new Map(statistics.filter(({ guid }) => guid !== '').map((read) => [read.guid, read]));
  const byDevice = new Map<string, ReadStatistics[]>();
  for (const read of statistics.filter(({ guid }) => guid === '')) {
    const device = read.deviceId.toLowerCase();
    byDevice.set(device, [...(byDevice.get(device) ?? []), read]);
  }
  return partnerships.map((partnership) => {
    const candidates = byDevice.get(partnership.deviceId.toLowerCase()) ?? [];
    const read = byGuid.get(partnership.guid) ?? (candidates.length === 1 ? candidates[0] : undefined);
    return read ? withStatistics(partnership, read) : partnership;
  });
}

/** A partnership with its statistics. */
export function withStatistics(partnership: Partnership, read: ReadStatistics): Partnership {
  return {
    ...partnership,
    deviceTelephoneNumber: partnership.deviceTelephoneNumber || read.telephoneNumber,
    statistics: read.statistics,
  };
}

/** A partnership with what its mailbox says of it. */
export function withMailbox(partnership: Partnership, mailbox: Mailbox): Partnership {
  return {
    ...partnership,
    mailboxGuid: mailbox.guid,
    mailboxPrimarySmtpAddress: mailbox.primarySmtpAddress,
    onAllowedList: hasDeviceId(mailbox.activeSyncAllowedDeviceIds, partnership.deviceId),
    onBlockedList: hasDeviceId(mailbox.activeSyncBlockedDeviceIds, partnership.deviceId),
  };
}
