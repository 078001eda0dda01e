import { join, resolve } from 'node:path';
import type { ConnectionKind } from '../lab';
import type { SettingsSource } from '../devhost';
import { problem, type TaskName } from '../protocol';
import { CliError } from './cli-error';
import type { DevHostCommandOptions } from './devhost';
import { EXIT } from './exit-codes';
import { openLab } from './lab-start';
import { readSettingsFile } from './settings-file';
import { counted } from './terminal/words';

/** What the dev host's tasks run against: a lab of its own, or what the given settings name. */
export interface Organization {
  /** In a few words. */
  readonly description: string;
  readonly settings: SettingsSource;
  close(): Promise<void>;
}

/**
 * Takes the settings that were given, or starts a lab below the data folder, which keeps what is changed there.
 * @throws CliError if the options do not fit each other, or ask for what does not exist
 */
export async function openOrganization(dataDir: string, options: DevHostCommandOptions): Promise<Organization> {
  const { settingsManage, settingsSecurity } = options;
  if (settingsManage !== undefined && settingsSecurity !== undefined) {
    const files = { EASConnectorManage: resolve(settingsManage), EASConnectorSecurity: resolve(settingsSecurity) };
    return { description: 'as the settings say', settings: settingsFrom(files), close: () => Promise.resolve() };
  }
  if (settingsManage !== undefined || settingsSecurity !== undefined) {
    const message = 'Give both --settings-manage and --settings-security, or neither: then a lab is started.';
    throw new CliError(EXIT.usage, message);
  }
  return labOrganization(dataDir, options);
}

async function labOrganization(dataDir: string, options: DevHostCommandOptions): Promise<Organization> {
  const { devices, seed, wipes, transport } = options;
  const { connection, version } = wayTo(options);
  const lab = await openLab({ devices, seed, version, wipes, dataDir: join(dataDir, labFolder(version)) });
  const files = lab.settingsFor({ connection, transport });
  if (typeof files === 'string') {
    await lab.close();
    throw new CliError(EXIT.unavailable, files);
  }
  const how = [connection, ...(transport === 'auto' ? [] : [`over ${transport}`])].join(' ');
  const what = version === 'Online' ? 'Exchange Online' : `Exchange ${version}`;
  return {
    description: `lab: ${what} with ${counted(devices, 'partnership')}, seed ${seed}, by ${how}`,
    settings: settingsFrom({ EASConnectorManage: files.manage, EASConnectorSecurity: files.security }),
    close: () => lab.close(),
  };
}

type Version = NonNullable<DevHostCommandOptions['version']>;

/** The connection and the version imply each other's defaults. @throws CliError if they do not fit */
function wayTo({ connection, version }: DevHostCommandOptions): { connection: ConnectionKind; version: Version } {
  const isOnline = version === undefined ? (connection ?? 'exchangeOnline') === 'exchangeOnline' : version === 'Online';
  const way = connection ?? (isOnline ? 'exchangeOnline' : 'remotePowerShell');
  if (isOnline === (way === 'exchangeOnline'))
    return { connection: way, version: version ?? (isOnline ? 'Online' : 'SE') };
  const message = `A lab of Exchange ${version ?? ''} cannot be reached with --connection ${way}: leave one of the two out.`;
  throw new CliError(EXIT.usage, message);
}

/** Each version is an organization of its own. */
function labFolder(version: Version): string {
  return version === 'Online' ? 'lab' : `lab-${version}`;
}

/** Settings that are read from their files each time they are asked for. */
function settingsFrom(files: Readonly<Record<TaskName, string>>): SettingsSource {
  return async (task) => {
    try {
      return await readSettingsFile(task, files[task]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { bytes: undefined, problems: [problem('settings.malformed', files[task], why)] };
    }
  };
}
