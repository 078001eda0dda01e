import { readFile } from 'node:fs/promises';
import {
  decodeManageSettings,
  decodeSecuritySettings,
  hasErrors,
  settingsFromJson,
  settingsToJson,
  type HostSettings,
  type Problem,
  type SettingsBytes,
  type TaskName,
} from '../protocol';
import type { ClientFolders } from './client-folders';
import { replaceFile } from './run-history';

/** What stands in for the management server: it is asked for a task's settings. */
export type SettingsSource = (task: TaskName) => Promise<SettingsBytes>;

/** Settings that can be used. */
export interface KeptSettings {
  readonly bytes: Uint8Array;
  readonly host: HostSettings;
  /** Whether the settings themselves state the task's interval. */
  readonly statesInterval: boolean;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** How asking for settings went. `kept` are the good ones, new or old; `refused` says why the new ones are not used. */
export interface Refreshed {
  readonly kept: KeptSettings | undefined;
  readonly refused: readonly Problem[];
  /** Why good settings could not be written to the disk; empty if they were. */
  readonly notWritten: string;
}

/**
 * The settings of the tasks, as a client keeps them: good ones replace what there was and are written to the disk;
 * broken ones change nothing, so that a mistake in the console does not stop the connector.
 */
export class SettingsKeeper {
  readonly #source: SettingsSource;
  readonly #folders: ClientFolders;
  readonly #kept = new Map<TaskName, KeptSettings>();

  constructor(source: SettingsSource, folders: ClientFolders) {
    this.#source = source;
    this.#folders = folders;
  }

  /** The settings that are in force. */
  current(task: TaskName): KeptSettings | undefined {
    return this.#kept.get(task);
  }

  /** Asks for settings. Never throws. */
  async refresh(task: TaskName): Promise<Refreshed> {
    const fetched = await this.#source(task);
    const checked = check(task, fetched);
    if (!('refused' in checked)) {
      this.#kept.set(task, checked);
      return { kept: checked, refused: [], notWritten: this.#toDisk(task, checked) };
    }
    const kept = this.#kept.get(task) ?? (await this.#fromDisk(task));
    if (kept) this.#kept.set(task, kept);
    return { kept, refused: checked.refused, notWritten: '' };
  }

  /** Keeps settings for the next start; gives the reason if that fails. */
  #toDisk(task: TaskName, { bytes }: KeptSettings): string {
    try {
      // They contain secrets: only this user may read them.
      replaceFile(this.#folders.settings(task), `${settingsToJson(task, bytes)}\n`);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** The last good settings of an earlier start. */
  async #fromDisk(task: TaskName): Promise<KeptSettings | undefined> {
    const text = await readFile(this.#folders.settings(task), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const checked = check(task, settingsFromJson(task, text));
    return 'refused' in checked ? undefined : checked;
  }
}

function check(task: TaskName, fetched: SettingsBytes): KeptSettings | { readonly refused: readonly Problem[] } {
  const { bytes } = fetched;
  if (!bytes) return { refused: fetched.problems };
  const { settings, problems } = (task === 'EASConnectorManage' ? decodeManageSettings : decodeSecuritySettings)(bytes);
  if (!settings || hasErrors(problems)) return { refused: problems };
  return { bytes, host: settings.host, statesInterval: statesInterval(task, bytes), problems: fetched.problems };
}

/** Whether the settings state the task's interval, or leave it to the manifest. */
function statesInterval(task: TaskName, bytes: Uint8Array): boolean {
  const json = JSON.parse(settingsToJson(task, bytes)) as { readonly host?: Readonly<Record<string, unknown>> };
  return json.host?.[task === 'EASConnectorManage' ? 'manageInterval' : 'securityInterval'] !== undefined;
}
