import type { TaskName } from '../../protocol';
import type { TaskEntryPoint } from './host';
import { reserveStdout } from './reserve-stdout';
import { serve, type ServeEnd } from './serve';
import type { ServeOptions } from './serve-options';

/** Signals that end the run in order. Windows has no SIGTERM; there a host closes stdin. */
const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Serves one run on this process's own stdin and stdout. The process belongs to the run: stdout is kept for the
 * protocol, signals cancel, and a fault that nothing caught becomes the run's end. The caller ends the process
 * afterwards, because a task that does not stop may still hold it.
 */
export async function serveProcess(
  process: NodeJS.Process,
  tasks: Readonly<Record<TaskName, TaskEntryPoint>>,
  plugin: ServeOptions['plugin'],
  limits: NonNullable<ServeOptions['limits']> = {},
): Promise<ServeEnd> {
  const { stdin, stdout, stderr } = process;
  const reserved = reserveStdout(stdout, stderr);
  const stop = new AbortController();
  const onSignal = (): void => {
    stop.abort();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  try {
    return await serve({
      tasks,
      plugin,
      limits,
      input: stdin,
      output: reserved.output,
      stderr,
      now: Date.now,
      signal: stop.signal,
      onFault: (listener) => {
        process.on('uncaughtException', listener).on('unhandledRejection', listener);
        return () => {
          process.off('uncaughtException', listener).off('unhandledRejection', listener);
        };
      },
    });
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, onSignal);
    reserved.release();
  }
}
