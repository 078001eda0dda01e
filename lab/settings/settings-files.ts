import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { connectionTo, type ConnectionWish, type LabAddresses } from './lab-connections';
import { countDestructive, type SampleAction } from './sample-actions';

/** Ready-made settings of both tasks, in the JSON form that `run` reads. */
export interface SettingsFiles {
  readonly manage: string;
  readonly security: string;
}

/** What the settings of a lab are made from. */
export interface SettingsOptions {
  /** The lab's folder. */
  readonly folder: string;
  readonly version: ExchangeVersion;
  readonly addresses: LabAddresses;
  readonly actions: readonly SampleAction[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

/** The way that the lab's own settings go. */
export function usualWay(version: ExchangeVersion): ConnectionWish {
  return { connection: version === 'Online' ? 'exchangeOnline' : 'remotePowerShell', transport: 'auto' };
}

/**
 * Writes settings of both tasks that go a certain way; the usual one's lie in the lab's folder itself.
 * @returns the files; or why not, as a sentence, if the lab cannot be reached in that way
 */
export function writeSettings(options: SettingsOptions, wish: ConnectionWish): SettingsFiles | string {
  const { version, addresses, actions, issuedAt } = options;
  const way = connectionTo(wish, addresses);
  if (typeof way === 'string') return way;
  const common = {
    contractVersion: '1.0',
    host: { enabled: true, issuedAt: new Date(issuedAt).toISOString() },
    connection: { ...nameOf(version), ...way },
  };
  const limit = Math.max(10, countDestructive(actions) + 5);
  const security = {
    ...common,
    actions,
    safety: { maxDestructivePerRun: limit, maxDestructivePerDay: Math.max(50, limit * 2) },
  };
  const folder = folderOf(options, wish);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = { manage: join(folder, 'manage-settings.json'), security: join(folder, 'security-settings.json') };
  // A secret stands in them.
  writeFileSync(files.manage, `${JSON.stringify(common, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(files.security, `${JSON.stringify(security, null, 2)}\n`, { mode: 0o600 });
  return files;
}

/** What the connector keeps, it keeps under the id: another version is another organization. */
function nameOf(version: ExchangeVersion): Readonly<Record<string, string>> {
  return version === 'Online'
    ? { id: 'lab', displayName: 'The lab' }
    : { id: `lab-${version.toLowerCase()}`, displayName: `The lab of Exchange ${version}` };
}

function folderOf({ folder, version }: SettingsOptions, { connection, transport }: ConnectionWish): string {
  const usual = usualWay(version);
  const isUsual = connection === usual.connection && transport === usual.transport;
  return isUsual ? folder : join(folder, 'settings', `${connection}-${transport}`);
}
