import { appendFileSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogRecord } from '../plugin/host/host';
import { formatLine } from '../plugin/logs/log-line';

/** The scheduler's log. Records of a task carry its name; the scheduler's own carry none. */
export interface SchedulerLog {
  write(record: LogRecord, task?: string): void;
  close(): void;
}

/** How large the log may grow. */
export interface SchedulerLogOptions {
  readonly maxFileBytes?: number;
  /** How many full files are kept beside the current one. */
  readonly maxOldFiles?: number;
}

const OWN_NAME = 'scheduler';

/**
 * Opens scheduler.log. The current file always has that name, as in the original client; a full one is renamed to
 * scheduler.log.1, the older ones count on. A line is with the operating system when write() returns. Lines look as in the
 * task logs: time in UTC, level, task, message, fields.
 */
export function openSchedulerLog(
  path: string,
  now: () => number,
  { maxFileBytes = 10 * 1024 * 1024, maxOldFiles = 5 }: SchedulerLogOptions = {},
): SchedulerLog {
  mkdirSync(dirname(path), { recursive: true });
  let descriptor = openSync(path, 'a');
  let isClosed = false;
  return {
    write({ level, message, fields }, task = OWN_NAME) {
      // What a run that was given up says later has no place any more; the descriptor may be another file's by then.
      if (isClosed) return;
      if (fstatSync(descriptor).size >= maxFileBytes) {
        closeSync(descriptor);
        makeRoom(path, maxOldFiles);
        descriptor = openSync(path, 'a');
      }
      appendFileSync(descriptor, `${formatLine({ at: now(), level, runId: task, message, fields: fields ?? {} })}\n`);
    },
    close() {
      if (!isClosed) closeSync(descriptor);
      isClosed = true;
    },
  };
}

/** Renames scheduler.log to scheduler.log.1, that to scheduler.log.2, and so on; the oldest goes. */
function makeRoom(path: string, maxOldFiles: number): void {
  rmSync(`${path}.${maxOldFiles}`, { force: true });
  for (let number = maxOldFiles - 1; number >= 1; number -= 1) {
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
  if (maxOldFiles > 0) renameSync(path, `${path}.1`);
  else rmSync(path);
}
