import { join } from 'node:path';
import type { Manifest, ManifestTask } from './manifest';

/** Where a management client keeps things, below its data folder: the layout of the original client. */
export interface ClientFolders {
  readonly root: string;
  /** The scheduler's own log. */
  readonly schedulerLog: string;
  /** Where the plugin may keep state. */
  readonly pluginData: string;
  /** One line a run, newest last. */
  readonly history: string;
  /** How other processes reach the running client. */
  readonly control: string;
  /** The task's own log folder. */
  taskLogs(task: ManifestTask): string;
  /** The last good settings of a task. */
  settings(task: string): string;
  /** The results of a task's runs. */
  results(task: string): string;
}

/** The folders and files of a client whose data folder is `dataDir`. */
export function clientFolders(dataDir: string, manifest: Pick<Manifest, 'name'>): ClientFolders {
  const client = join(dataDir, 'Client');
  return {
    root: dataDir,
    schedulerLog: join(client, 'Logs', 'scheduler.log'),
    pluginData: join(client, 'Data', manifest.name),
    history: join(client, 'Results', 'runs.jsonl'),
    control: join(client, 'control.json'),
    taskLogs: (task) => join(dataDir, task.logFolder),
    settings: (task) => join(client, 'Settings', `${task}.json`),
    results: (task) => join(client, 'Results', task),
  };
}
