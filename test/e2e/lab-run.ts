import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLab, type Lab, type LabOptions } from '../../lab';
import { settingsFromJson, type Completed, type TaskName } from '../../protocol';
import { messageToJson } from '../../protocol/message-json';
import * as plugin from '../../tasks';
import { labJournal } from '../support/lab-journal';

export type Json = Record<string, unknown>;

/** What one run of a task gave to its host. */
export interface TaskRun {
  readonly completed: Completed;
  readonly payloads: readonly Uint8Array[];
  readonly results: readonly Json[];
  /** Every record that the host's log got, as text. */
  readonly log: string;
}

/** A lab and a host around the real plugin, with everything on the real wire. */
export class LabRun {
  private constructor(
    readonly lab: Lab,
    readonly folder: string,
  ) {}

  static async start(options: Partial<LabOptions> = {}): Promise<LabRun> {
    const folder = mkdtempSync(join(tmpdir(), 'eas-e2e-'));
    const lab = await startLab({ devices: 40, seed: 7, dataDir: join(folder, 'lab'), ...options });
    return new LabRun(lab, folder);
  }

  async close(): Promise<void> {
    await this.lab.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The ready-made settings of a task. */
  settings(task: TaskName): Json {
    const files = this.lab.description.settings!;
    return JSON.parse(readFileSync(task === 'EASConnectorManage' ? files.manage : files.security, 'utf8')) as Json;
  }

  /** Runs a task in process, with settings that are changed first. */
  async run(task: TaskName, change: (settings: Json) => Json = (same) => same, signal?: AbortSignal): Promise<TaskRun> {
    const text = JSON.stringify(change(this.settings(task)));
    const { bytes, problems } = settingsFromJson(task, text);
    if (!bytes) throw new Error(JSON.stringify(problems));
    return this.runBytes(task, bytes, signal);
  }

  async runBytes(task: TaskName, bytes: Uint8Array, signal = new AbortController().signal): Promise<TaskRun> {
    const payloads: Uint8Array[] = [];
    const records: unknown[] = [];
    const completed = await plugin[task](bytes, {
      dataDir: join(this.folder, 'data'),
      logDir: join(this.folder, 'logs', task),
      runId: `run-${String(Date.now())}`,
      signal,
      emit: (payload) => {
        payloads.push(payload);
        return Promise.resolve();
      },
      progress: () => undefined,
      log: (record) => records.push(record),
    });
    const message = task === 'EASConnectorManage' ? 'ManageResult' : 'SecurityResult';
    const results = payloads.map((payload) => messageToJson(message, payload) as Json);
    return { completed, payloads, results, log: JSON.stringify(records) };
  }

  /** The lab's journal: every call that reached Exchange. */
  journal(): Promise<Json[]> {
    return labJournal(this.lab);
  }

  /** The calls that changed something. */
  async changes(): Promise<Json[]> {
    return (await this.journal()).filter(({ cmdlet, error }) => !String(cmdlet).startsWith('Get-') && !error);
  }
}

/** The last outcome of each action, by id. */
export function outcomes({ results }: TaskRun): Map<string, Json> {
  const all = results.flatMap((result) => (result['outcomes'] ?? []) as Json[]);
  return new Map(all.map((one) => [String(one['actionId']), one]));
}

/** All of one list of a run's results. */
export function collect({ results }: TaskRun, field: string): Json[] {
  return results.flatMap((result) => (result[field] ?? []) as Json[]);
}
