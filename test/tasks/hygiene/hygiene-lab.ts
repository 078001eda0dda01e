import type { SecurityHarness, Json, RunResult } from '../security-harness';

const DAY = 86_400_000;

/** 90 days, in the contract's JSON. */
export const STALE_AFTER = '7776000s';
/** A minute more than a day: the next pass is due. */
export const NEXT_DAY = 24 * 60 + 1;

/** Settings with this hygiene, and with safety that does not get into its way. */
export function hygiene(what: Json, safety: Json = {}): Json {
  return { hygiene: what, safety };
}

/** The findings of a run, by code. */
export function findings({ results }: RunResult): Map<string, Json> {
  const all = results.flatMap((result) => (result['findings'] ?? []) as Json[]);
  return new Map(all.map((one) => [String(one['code']), one]));
}

/** The codes of a run's findings. */
export function codes(run: RunResult): string[] {
  return [...findings(run).keys()].sort();
}

/** The states of a run's outcomes that hygiene itself ordered. */
export function states({ outcomes }: RunResult): string[] {
  return [...outcomes.values()]
    .filter(({ actionId }) => String(actionId).startsWith('hygiene.'))
    .map(({ state }) => String(state).replace('ACTION_STATE_', ''));
}

/** What the organization itself says of a partnership. */
export interface Known {
  readonly device: Record<string, string>;
  readonly statistics: Record<string, string>;
  /** The last successful synchronization, in milliseconds. */
  readonly lastSync: number;
}

/** All partnerships with their statistics, past the connector. */
export function everything(harness: SecurityHarness): readonly Known[] {
  return harness
    .partnerships(() => true)
    .map((device) => {
      const [statistics = {}] = harness.read('Get-MobileDeviceStatistics', { Identity: device['Guid'] });
      const lastSync = Date.parse(statistics['LastSuccessSync'] ?? '') || Date.parse(device['FirstSyncTime'] ?? '');
      return { device, statistics, lastSync };
    });
}

/** Those that are stale and silent: nothing speaks against removing them. */
export function silent(harness: SecurityHarness, days = 90): readonly Known[] {
  const limit = harness.now() - days * DAY;
  return everything(harness).filter(
    ({ lastSync, statistics }) => lastSync <= limit && Date.parse(statistics['LastSyncAttemptTime'] ?? '') <= limit,
  );
}

/** The GUIDs of the partnerships that were removed. */
export function removed(harness: SecurityHarness): string[] {
  return harness.changes(/^Remove-/).map(({ parameters }) => String(parameters['Identity']));
}

/** The client access settings of the mailbox that a partnership belongs to. */
export function mailboxOf(harness: SecurityHarness, device: Record<string, string>): Record<string, string> {
  const name = String(device['DistinguishedName']).split(/,CN=ExchangeActiveSyncDevices,/)[1];
  const [mailbox] = harness.read('Get-CASMailbox', { Identity: name });
  if (!mailbox) throw new Error(`no mailbox ${String(name)}`);
  return mailbox;
}

/** Puts IDs on a mailbox's lists, as an administrator does. */
export function list(
  harness: SecurityHarness,
  mailbox: Record<string, string>,
  allowed: string[],
  blocked: string[],
): void {
  harness.read('Set-CASMailbox', {
    Identity: mailbox['Guid'],
    ActiveSyncAllowedDeviceIDs: allowed,
    ActiveSyncBlockedDeviceIDs: blocked,
    Confirm: false,
  });
}
