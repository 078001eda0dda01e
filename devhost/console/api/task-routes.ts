import { TASK_NAMES, type TaskName } from '../../../protocol';
import type { ApiRun } from '../api-types';
import type { ConsoleDesk } from '../console-desk';
import { HttpError } from '../http-io';
import type { Call, Route } from '../router';
import { runDetails, runView } from '../run-view';

/** The tasks: run now, cancel; and their runs. */
export function taskRoutes(desk: ConsoleDesk): readonly Route[] {
  return [
    { method: 'GET', path: '/api/state', handle: () => desk.state() },
    { method: 'POST', path: '/api/tasks/:task/run', handle: (call) => runNow(desk, taskOf(call)) },
    { method: 'POST', path: '/api/tasks/:task/cancel', handle: (call) => cancel(desk, taskOf(call)) },
    { method: 'GET', path: '/api/runs', handle: () => runs(desk) },
    { method: 'GET', path: '/api/runs/:id', handle: ({ params }) => details(desk, params['id'] ?? '') },
  ];
}

function taskOf({ params }: Call): TaskName {
  const task = TASK_NAMES.find((name) => name === params['task']);
  if (!task) throw new HttpError(404, `There is no such task. There are: ${TASK_NAMES.join(', ')}.`);
  return task;
}

/** Answers at once; the run is watched through the events. */
function runNow(desk: ConsoleDesk, task: TaskName): object {
  desk.host.runNow(task).catch((error: unknown) => {
    const fields = { error: String(error) };
    desk.options.log.write({ level: 'error', message: 'Run now failed.', fields }, task);
  });
  return {};
}

function cancel(desk: ConsoleDesk, task: TaskName): object {
  return { isCancelled: desk.host.cancel(task, 'cancelled in the console') };
}

function runs(desk: ConsoleDesk): readonly ApiRun[] {
  return TASK_NAMES.flatMap((task) => desk.host.history(task))
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
    .map(runView);
}

async function details(desk: ConsoleDesk, runId: string): Promise<object> {
  const record = TASK_NAMES.flatMap((task) => desk.host.history(task)).find((run) => run.runId === runId);
  if (!record) throw new HttpError(404, 'There is no such run; the last 50 of each task are kept.');
  return runDetails(record, desk.inventory.index);
}
