import { problem, type TaskName } from '../protocol';
import type { Progress } from '../plugin/host/host';
import type { ClientFolders } from './client-folders';
import type { ManifestTask } from './manifest';
import { ResultFile } from './result-file';
import { newRunId, type RunRecord, type RunTrigger } from './run-record';
import type { RunEnd, Runner } from './runner';
import type { SchedulerLog } from './scheduler-log';

/** What every run needs. */
export interface RunEnvironment {
  readonly runner: Runner;
  readonly folders: ClientFolders;
  readonly log: SchedulerLog;
  readonly now: () => number;
}

/** A run that is to begin. */
export interface RunOrder {
  readonly task: ManifestTask & { readonly name: TaskName };
  readonly trigger: RunTrigger;
  readonly settings: Uint8Array;
  readonly signal: AbortSignal;
  readonly onBegin: (runId: string) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** Runs a task once and stores its results. Never throws. */
export async function runTask(environment: RunEnvironment, order: RunOrder): Promise<RunRecord> {
  const { folders, log, now, runner } = environment;
  const { task, trigger, signal } = order;
  const begun = now();
  const runId = newRunId(begun);
  const results = new ResultFile(folders.results(task.name), runId);
  log.write({ level: 'info', message: 'Starting the task.', fields: { runId, trigger } }, task.name);
  order.onBegin(runId);

  let storeFailure = '';
  const request = {
    task,
    runId,
    settings: order.settings,
    dataDir: folders.pluginData,
    logDir: folders.taskLogs(task),
  };
  const events = {
    store: (result: Uint8Array) =>
      results.store(result).catch((error: unknown) => {
        storeFailure ||= error instanceof Error ? error.message : String(error);
        throw error;
      }),
    progress: order.onProgress,
    log: (record: Parameters<SchedulerLog['write']>[0]) => {
      log.write(record, task.name);
    },
  };
  const end = withStoreFailure(await runner.run(request, events, signal), storeFailure);
  const resultsFile = await results.close(end.isReported);
  const ended = now();
  const record: RunRecord = {
    runId,
    task: task.name,
    trigger,
    startedAt: new Date(begun).toISOString(),
    endedAt: new Date(ended).toISOString(),
    durationMs: ended - begun,
    outcome: end.outcome,
    problems: end.problems,
    results: results.stored,
    resultsFile,
  };
  logEnd(log, record, end.isReported);
  return record;
}

/** A run whose results could not all be stored is not a success, whatever the plugin made of it. */
function withStoreFailure(end: RunEnd, failure: string): RunEnd {
  if (failure === '') return end;
  const lost = problem('host.failed', '', 'The host could not store a result.', failure);
  const outcome = end.outcome === 'succeeded' ? 'partial' : end.outcome;
  const isKnown = end.problems.some(({ code }) => code === 'host.failed');
  return { ...end, outcome, problems: isKnown ? end.problems : [...end.problems, lost] };
}

/** A plugin that reports its end has logged its problems itself. */
function logEnd(log: SchedulerLog, record: RunRecord, isReported: boolean): void {
  for (const { severity, code, path, summary, detail } of isReported ? [] : record.problems) {
    const level = severity === 'warning' ? 'warn' : severity;
    log.write({ level, message: summary, fields: { code, path, ...(detail ? { detail } : {}) } }, record.task);
  }
  const fields = {
    runId: record.runId,
    outcome: record.outcome,
    durationMs: String(record.durationMs),
    results: String(record.results),
  };
  log.write(
    { level: record.outcome === 'succeeded' ? 'info' : 'warn', message: 'The task has ended.', fields },
    record.task,
  );
}
