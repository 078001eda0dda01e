import { peekInventory, problem, type TaskName } from '../protocol';
import type { Progress } from '../plugin/host/host';
import type { ClientFolders } from './client-folders';
import type { ManifestTask } from './manifest';
import { ResultFile } from './result-file';
import { newRunId, type RunInventory, type RunRecord, type RunTrigger } from './run-record';
import type { RunEnd, RunEvents, Runner } from './runner';
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
  const { folders, log, now } = environment;
  const { task, trigger } = order;
  const begun = now();
  const runId = newRunId(begun);
  const results = new ResultFile(folders.results(task.name), runId);
  log.write({ level: 'info', message: 'Starting the task.', fields: { runId, trigger } }, task.name);
  order.onBegin(runId);

  const { end, resultsFile, inventory } = await runAndStore(environment, order, runId, results);
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
    ...(inventory ? { inventory } : {}),
  };
  logEnd(log, record, end.isReported);
  return record;
}

async function runAndStore(
  { folders, log, runner }: RunEnvironment,
  { task, settings, signal, onProgress }: RunOrder,
  runId: string,
  results: ResultFile,
): Promise<{ readonly end: RunEnd; readonly resultsFile: string; readonly inventory: RunInventory | undefined }> {
  let inventory: RunInventory | undefined;
  let failure = '';
  let isOver = false;
  const failed = (error: unknown): void => {
    failure ||= error instanceof Error ? error.message : String(error);
  };
  const request = { task, runId, settings, dataDir: folders.pluginData, logDir: folders.taskLogs(task) };
  const events: RunEvents = {
    async store(result) {
      await results.store(result).catch((error: unknown) => {
        failed(error);
        throw error;
      });
      if (task.name === 'EASConnectorManage') inventory = seenInventory(inventory, result);
    },
    progress(progress) {
      // A run that was given up may go on talking.
      if (!isOver) onProgress(progress);
    },
    log(record) {
      log.write(record, task.name);
    },
  };
  const end = await runner.run(request, events, signal);
  isOver = true;
  const resultsFile = await results.close(end.isReported).catch((error: unknown) => {
    failed(error);
    return '';
  });
  return { end: withStoreFailure(end, failure), resultsFile, inventory };
}

/** What a result that is stored says of the inventory as a whole. */
function seenInventory(before: RunInventory | undefined, result: Uint8Array): RunInventory | undefined {
  try {
    const { start, stateId } = peekInventory(result);
    if (start) {
      const { isFull, baseStateId, resumesRunId } = start;
      return { isFull, baseStateId, resumesRunId, stateId: stateId ?? '' };
    }
    return before && { ...before, stateId: stateId ?? before.stateId };
  } catch {
    // A result that is no message is kept as it came, and says nothing.
    return before;
  }
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
