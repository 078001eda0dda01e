import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Completed, TaskName } from '../protocol';
import type { LogRecord, Progress, TaskEntryPoint } from '../plugin/host/host';
import { EASConnectorManage, EASConnectorSecurity } from '../tasks';

/** A run without a scheduler, in this process. */
export interface DirectRun {
  readonly task: TaskName;
  readonly settings: Uint8Array;
  readonly folders: RunFolders;
  readonly signal: AbortSignal;
  emit(result: Uint8Array): Promise<void>;
  progress(progress: Progress): void;
  log(record: LogRecord): void;
}

/** Where a run keeps state and logs. */
export interface RunFolders {
  readonly dataDir: string;
  readonly logDir: string;
}

const ENTRY_POINTS: Readonly<Record<TaskName, TaskEntryPoint>> = { EASConnectorManage, EASConnectorSecurity };

/**
 * The folders of a run on a client's data folder: the same as the client's own, so that both know what was done already.
 */
export function runFolders(task: TaskName, clientDataDir: string, logDir?: string): RunFolders {
  const client = join(resolve(clientDataDir), 'Client');
  return {
    dataDir: join(client, 'Data', 'eas-connector'),
    logDir: logDir === undefined ? join(client, 'Tasks', 'Inv', task) : resolve(logDir),
  };
}

/** Runs a task. */
export async function runDirectly(run: DirectRun): Promise<Completed> {
  const { folders, task, settings, signal } = run;
  await mkdir(folders.dataDir, { recursive: true });
  await mkdir(folders.logDir, { recursive: true });
  return ENTRY_POINTS[task](settings, {
    ...folders,
    runId: `cli-${randomBytes(6).toString('hex')}`,
    signal,
    emit: (result) => run.emit(result),
    progress: (progress) => {
      run.progress(progress);
    },
    log: (record) => {
      run.log(record);
    },
  });
}
