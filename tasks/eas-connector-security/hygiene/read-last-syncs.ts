import { getDeviceStatistics } from '../../../plugin/exchange/cmdlets';
import { readStatistics, type ReadStatistics } from '../../../plugin/exchange/read-partnership';
import { timestampFromMs, type DeviceStatistics } from '../../../protocol';
import { concurrently } from '../../run/concurrently';
import type { SecurityContext } from '../security-context';
import type { MailboxDevices } from './read-organization-devices';

/** So many mailboxes' statistics are read in one pass, a call each; the others wait for the next one. */
const STATISTICS_PER_PASS = 1000;
/** And for no longer than this, because the next run of the task, and the wipe it may bring, must not wait. */
const STATISTICS_FOR_MS = 60_000;

/** What was read. */
export interface LastSyncs {
  /** Statistics by the partnership's GUID. */
  readonly byGuid: ReadonlyMap<string, DeviceStatistics>;
  /** The mailboxes that were asked, by GUID: a partnership of theirs without statistics has none. */
  readonly readGuids: ReadonlySet<string>;
  /** How many mailboxes were left for the next pass. */
  readonly left: number;
}

/** Reads the statistics of mailboxes, those first that come first, as far as one pass may. */
export async function readLastSyncs(
  { exchange, settings, clock, domainController }: SecurityContext,
  mailboxes: readonly MailboxDevices[],
): Promise<LastSyncs> {
  const byGuid = new Map<string, DeviceStatistics>();
  const readGuids = new Set<string>();
  const begunAt = clock();
  await concurrently(mailboxes.slice(0, STATISTICS_PER_PASS), settings.limits.maxConcurrentCommands, async (one) => {
    if (clock() - begunAt >= STATISTICS_FOR_MS) return;
    const readAt = timestampFromMs(clock());
    const which = { mailbox: one.mailbox.guid, ...(domainController === undefined ? {} : { domainController }) };
    const found = await exchange.all(getDeviceStatistics(exchange.version, which));
    const read = found.map((object) => readStatistics(object, readAt));
    for (const device of one.devices) {
      const statistics = statisticsOf(device, read, one.devices);
      if (statistics) byGuid.set(device.guid, statistics);
    }
    readGuids.add(one.mailbox.guid);
  });
  return { byGuid, readGuids, left: mailboxes.length - readGuids.size };
}

/** By GUID, or where the server states none, by device ID if only one partnership of the mailbox has it. */
function statisticsOf(
  { guid, deviceId }: { readonly guid: string; readonly deviceId: string },
  read: readonly ReadStatistics[],
  siblings: readonly { readonly deviceId: string }[],
): DeviceStatistics | undefined {
  const own = read.find((one) => one.guid === guid);
  if (own) return own.statistics;
  const isSame = (other: { readonly deviceId: string }): boolean =>
    other.deviceId.toLowerCase() === deviceId.toLowerCase();
  const candidates = read.filter((one) => one.guid === '' && isSame(one));
  return candidates.length === 1 && siblings.filter(isSame).length === 1 ? candidates[0]?.statistics : undefined;
}
