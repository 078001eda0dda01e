import { setTimeout as sleep } from 'node:timers/promises';
import { getCasMailboxes, getDeviceStatistics, getMailboxes } from '../plugin/exchange/cmdlets';
import { Exchange } from '../plugin/exchange/exchange';
import { openSession } from '../plugin/transports/open-session';
import { decodeManageSettings } from '../protocol';

/** What the usual way has taken. */
export interface CommunityRun {
  readonly seconds: number;
  readonly calls: number;
  readonly throttled: number;
  readonly devices: number;
}

/**
 * The usual way of published scripts (Get-EASDeviceReport.ps1 and its descendants): one session; the mailboxes that have
 * partnerships; then for each of them, one after the other, the device statistics and the mailbox. It is given our
 * connection, so that only the order of things differs.
 */
export async function communityWay(settings: Uint8Array): Promise<CommunityRun> {
  const decoded = decodeManageSettings(settings).settings;
  if (!decoded) throw new Error('the settings are refused');
  const { signal } = new AbortController();
  const session = await openSession(
    decoded.connection,
    { ...decoded.limits, maxConcurrentCommands: 1 },
    {
      clock: Date.now,
      random: Math.random,
      sleep: async (ms, abort) => {
        await sleep(ms, undefined, { signal: abort });
      },
      signal,
      log: () => undefined,
    },
  );
  const exchange = new Exchange(session, { signal, commandTimeoutMs: 3_600_000, clock: Date.now, random: Math.random });
  const begun = performance.now();
  let devices = 0;
  const mailboxes = await exchange.all(getCasMailboxes({ filter: 'HasActiveSyncDevicePartnership -eq $true' }));
  for (const mailbox of mailboxes) {
    const guid = String(mailbox.get('Guid'));
    const statistics = await exchange.all(getDeviceStatistics(exchange.version, { mailbox: guid }));
    await exchange.one(getMailboxes({ identity: guid }));
    devices += statistics.length;
  }
  const seconds = (performance.now() - begun) / 1000;
  await exchange.close();
  const counts = exchange.commandCounts();
  const sum = (name: 'calls' | 'throttled'): number => counts.reduce((total, one) => total + one[name], 0);
  return { seconds, calls: sum('calls'), throttled: sum('throttled'), devices };
}
