import type { Completed, Logging, Problem, Severity, TaskName } from '../../protocol';
import { openTaskLog, type OpenTaskLog, type TaskLog } from '../logs';
import { completedAfter } from './completed-after';
import type { Host, LogLevel } from './host';

/** What the body of a task gets besides what it knows already. */
export interface TaskContext {
  readonly log: TaskLog;
  /** Aborted when the host cancels the run. */
  readonly signal: AbortSignal;
}

/** How a run is logged whose settings do not say, because they cannot be read: as settings that leave it out. */
const DEFAULT_LOGGING: Logging = { level: 'info', maxFileBytes: 10 * 1024 * 1024, maxFiles: 10 };

const LEVELS: Readonly<Record<Severity, LogLevel>> = { info: 'info', warning: 'warn', error: 'error' };

/**
 * Runs the body of a task with its log open, and closes the log, with everything in it on the disk, before the promise
 * resolves. It never rejects: whatever the body throws becomes the end of the run. An ExchangeError is reported as the
 * problem that it is, a cancellation as `cancelled`, anything else as `internal.error`, whose stack is in the task's log
 * and nowhere else. The problems of the run are logged; secrets that the log hides are masked in them too.
 *
 * A log folder that cannot be written does not end the run: the host is told, and gets the records all the same.
 */
export async function runTask(
  task: TaskName,
  host: Host,
  logging: Logging | undefined,
  body: (context: TaskContext) => Promise<Completed>,
  now: () => number = Date.now,
): Promise<Completed> {
  const opened = openTaskLog({
    ...(logging ?? DEFAULT_LOGGING),
    task,
    folder: host.logDir,
    runId: host.runId,
    now,
    forward: (record) => {
      host.log(record);
    },
  });
  const { log } = opened;
  const began = now();
  log.info('The run begins.', { task });
  const onAbort = (): void => {
    const { reason } = host.signal as { reason: unknown };
    log.info('The host cancels the run.', { reason: reason instanceof Error ? reason.message : undefined });
  };
  host.signal.addEventListener('abort', onAbort, { once: true });
  const { outcome, problems: found } = await runBody(body, host.signal, opened);
  host.signal.removeEventListener('abort', onAbort);
  const problems = found.map((one) => masked(one, opened));
  for (const { severity, code, path, summary, detail } of problems) {
    log[LEVELS[severity]](summary, { code, path: path || undefined, detail: detail || undefined });
  }
  log.info('The run has ended.', { outcome, seconds: (now() - began) / 1000 });
  await opened.close();
  return { outcome, problems };
}

async function runBody(
  body: (context: TaskContext) => Promise<Completed>,
  signal: AbortSignal,
  opened: OpenTaskLog,
): Promise<Completed> {
  try {
    return await body({ log: opened.log, signal });
  } catch (error) {
    opened.fault(signal.aborted ? 'The run broke off after it was cancelled.' : 'The run broke off.', error);
    return completedAfter(error, signal.aborted);
  }
}

function masked({ severity, code, path, summary, detail }: Problem, opened: OpenTaskLog): Problem {
  return { severity, code, path: opened.mask(path), summary: opened.mask(summary), detail: opened.mask(detail) };
}
