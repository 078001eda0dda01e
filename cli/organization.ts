import { join, resolve } from 'node:path';
import { startLab } from '../lab';
import type { SettingsSource } from '../devhost';
import { problem, type TaskName } from '../protocol';
import { CliError } from './cli-error';
import type { DevHostCommandOptions } from './devhost';
import { EXIT } from './exit-codes';
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
  return openLab(dataDir, options);
}

async function openLab(dataDir: string, options: DevHostCommandOptions): Promise<Organization> {
  const { connection, devices, seed, version, wipes } = options;
  if (connection !== 'exchangeOnline') {
    const message = `The lab has no ${connection} yet. Use --connection exchangeOnline, or give settings of a real organization with --settings-manage and --settings-security.`;
    throw new CliError(EXIT.unavailable, message);
  }
  if (version !== 'Online') {
    const message = `A lab of Exchange ${version} cannot be reached with --connection exchangeOnline: leave --version out.`;
    throw new CliError(EXIT.usage, message);
  }
  const lab = await startLab({ devices, seed, version, wipes, dataDir: join(dataDir, 'lab') });
  const files = lab.description.settings;
  if (!files) {
    await lab.close();
    throw new CliError(EXIT.unavailable, `The lab of Exchange ${version} has no settings to run the tasks with.`);
  }
  return {
    description: `lab: Exchange Online with ${counted(devices, 'partnership')}, seed ${seed}`,
    settings: settingsFrom({ EASConnectorManage: files.manage, EASConnectorSecurity: files.security }),
    close: () => lab.close(),
  };
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
