import { createRequire } from 'node:module';
import { problem, type Completed } from '../protocol';
import type { Host, TaskEntryPoint } from '../plugin/host/host';
import type { Manifest } from './manifest';
import type { RunEnd, RunEvents, Runner, RunRequest } from './runner';

/** How long a cancelled run may take to end before the host goes on without it. */
const DEFAULT_GRACE_MS = 10_000;

/** Runs the plugin inside this process: `require(manifest.main)`. */
export class InProcessRunner implements Runner {
  readonly binding = 'inProcess';
  readonly #manifest: Manifest;
  readonly #graceMs: number;

  constructor(manifest: Manifest, options: { readonly graceMs?: number } = {}) {
    this.#manifest = manifest;
    this.#graceMs = options.graceMs ?? DEFAULT_GRACE_MS;
  }

  async run(request: RunRequest, events: RunEvents, signal: AbortSignal): Promise<RunEnd> {
    try {
      const entryPoint = this.#entryPoint(request.task.entryPoint);
      const ended = entryPoint(request.settings, hostOf(request, events, signal)).then(reported);
      return await withGrace(ended, signal, this.#graceMs);
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const summary = 'The plugin broke off with an error that it should have reported as a problem.';
      return {
        outcome: 'failed',
        problems: [problem('internal.error', request.task.name, summary, detail)],
        isReported: false,
      };
    }
  }

  #entryPoint(name: string): TaskEntryPoint {
    const load = createRequire(__filename);
    const plugin = load(this.#manifest.main) as Record<string, unknown>;
    const entryPoint = plugin[name];
    if (typeof entryPoint !== 'function') throw new Error(`${this.#manifest.main} exports no function ${name}.`);
    return entryPoint as TaskEntryPoint;
  }
}

const reported = (completed: Completed): RunEnd => ({ ...completed, isReported: true });

function hostOf(request: RunRequest, events: RunEvents, signal: AbortSignal): Host {
  return {
    dataDir: request.dataDir,
    logDir: request.logDir,
    runId: request.runId,
    signal,
    emit: (result) => events.store(result),
    progress: (progress) => {
      events.progress(progress);
    },
    log: (record) => {
      events.log(record);
    },
  };
}

/** The end of a run; or, if it does not come within the grace time after a cancellation, a cancelled end. */
async function withGrace(ended: Promise<RunEnd>, signal: AbortSignal, graceMs: number): Promise<RunEnd> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const late = new Promise<RunEnd>((resolve) => {
    onAbort = () => {
      timer = setTimeout(() => {
        resolve(abandoned(graceMs));
      }, graceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([ended, late]);
  } finally {
    clearTimeout(timer);
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}

/** A run that was cancelled and did not end in time. */
function abandoned(graceMs: number): RunEnd {
  const summary = `The run did not end within ${graceMs / 1000} s after it was cancelled, and was given up.`;
  return { outcome: 'cancelled', problems: [problem('cancelled', '', summary)], isReported: false };
}
