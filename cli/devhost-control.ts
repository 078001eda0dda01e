import { NotRunningError, fetchStatus, requestRunNow, type TaskStatus } from '../devhost';
import type { TaskName } from '../protocol';
import { CliError } from './cli-error';
import type { DevHostPlace } from './devhost';
import { EXIT, exitCodeOf } from './exit-codes';
import { endedRunOf } from './report/ended-run';
import { runLines } from './report/run-lines';
import { layoutFor } from './terminal/layout';
import type { Style } from './terminal/style';
import { duration, safe } from './terminal/words';

/** `devhost run-now`: the exit code is the run's. */
export async function runNowCommand({ folders }: DevHostPlace, task: TaskName): Promise<number> {
  const record = await orCliError(requestRunNow(folders.control, task));
  const lines = runLines(await endedRunOf(record, folders), layoutFor(process.stdout, process.env));
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodeOf(record.outcome);
}

/** `devhost status`. */
export async function statusCommand({ folders }: DevHostPlace, isJson: boolean): Promise<void> {
  const status = await orCliError(fetchStatus(folders.control));
  const { style } = layoutFor(process.stdout, process.env);
  const lines = isJson
    ? [JSON.stringify(status, undefined, 2)]
    : [
        `The dev host runs on ${folders.root} (process ${status.pid}).`,
        ...(status.console === undefined ? [] : [`Console: ${status.console}`]),
        ...status.tasks.flatMap((task) => taskLines(task, style)),
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const STATES = {
  running: 'running',
  idle: 'idle',
  disabled: 'disabled in the settings',
  noSettings: 'without settings that can be used',
} as const;

function taskLines({ task, state, intervalMs, progress, nextAt, last }: TaskStatus, style: Style): string[] {
  const doing = progress ? `${STATES[state]}: ${safe(progress.phase)}` : STATES[state];
  const next = nextAt === undefined ? '' : `, next ${localTime(nextAt)}`;
  return [
    '',
    `${style.strong(task)}  ${doing}`,
    `  every ${duration(intervalMs)}${next}`,
    last ? `  last ${last.outcome} ${localTime(last.endedAt)} after ${duration(last.durationMs)}` : '  has not run yet',
  ];
}

function localTime(iso: string): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  const time = at.toTimeString().slice(0, 8);
  return isToday ? `at ${time}` : `on ${at.toDateString()} at ${time}`;
}

async function orCliError<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotRunningError) throw new CliError(EXIT.unavailable, error.message);
    throw new CliError(EXIT.failed, error instanceof Error ? error.message : String(error));
  }
}
