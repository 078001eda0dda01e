import type { RunOutcome } from '../../protocol';
import { STARTED_BY_HAND, type ServeOptions } from './serve-options';
import { ServeSession } from './serve-session';

/** How it ended: the outcome of the run, or that there was none because a person started it. */
export type ServeEnd = RunOutcome | 'startedByHand';

/**
 * The process binding: serves one run to the host at the other end of input and output, and resolves when everything has
 * been said. It never rejects, and whatever the host does (garbage, silence, death) it comes to an end: the run is
 * cancelled in order, and the host, if it still listens, gets a Completed that says why.
 *
 * This is the only place that catches everything. A fault of our own is `internal.error` for the host; its stack goes to
 * the task's log, or to stderr if it happened outside of the task, and never onto the wire.
 */
export async function serve(options: ServeOptions): Promise<ServeEnd> {
  if (options.input.isTTY) {
    options.stderr.write(`${STARTED_BY_HAND}\n`);
    return 'startedByHand';
  }
  return new ServeSession(options).run();
}
