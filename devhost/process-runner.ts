import { spawn } from 'node:child_process';
import { problem } from '../protocol';
import type { Manifest } from './manifest';
import { PluginProcess } from './plugin-process';
import { ConversationError, ProcessConversation } from './process-conversation';
import type { RunEnd, RunEvents, Runner, RunRequest } from './runner';

/** How a process runner can be told to behave. */
export interface ProcessRunnerOptions {
  /** How long a cancelled run may take to end: half of it after Cancel, half after its stdin was closed. */
  readonly graceMs?: number;
  /** How long the process may take to say hello. */
  readonly helloTimeoutMs?: number;
}

const DEFAULT_GRACE_MS = 10_000;
const DEFAULT_HELLO_TIMEOUT_MS = 30_000;

/** Runs the plugin in a process of its own for each run: `node <bin> serve`. */
export class ProcessRunner implements Runner {
  readonly binding = 'process';
  readonly #manifest: Manifest;
  readonly #graceMs: number;
  readonly #helloTimeoutMs: number;

  constructor(manifest: Manifest, options: ProcessRunnerOptions = {}) {
    this.#manifest = manifest;
    this.#graceMs = options.graceMs ?? DEFAULT_GRACE_MS;
    this.#helloTimeoutMs = options.helloTimeoutMs ?? DEFAULT_HELLO_TIMEOUT_MS;
  }

  async run(request: RunRequest, events: RunEvents, signal: AbortSignal): Promise<RunEnd> {
    const child = spawn(process.execPath, [this.#manifest.bin, 'serve'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const plugin = new PluginProcess(child, (line) => {
      events.log({ level: 'warn', message: line, fields: { from: 'stderr' } });
    });
    const conversation = new ProcessConversation(this.#manifest, request, events, (message) => {
      plugin.send(message);
    });
    const stopTimers = this.#stopOnAbort(plugin, conversation, signal);
    const helloTimer = setTimeout(() => {
      if (!conversation.hasGreeted) plugin.kill(`It did not say hello within ${this.#helloTimeoutMs / 1000} s.`);
    }, this.#helloTimeoutMs);
    try {
      const completed = await conversation.run(child.stdout);
      await plugin.end(this.#graceMs);
      return completed ? { ...completed, isReported: true } : brokenOff(request, plugin, signal);
    } catch (error) {
      plugin.kill('The host ended it.');
      await plugin.end(this.#graceMs);
      if (!(error instanceof ConversationError)) return brokenOff(request, plugin, signal, String(error));
      return { outcome: 'failed', problems: [error.problem], isReported: false };
    } finally {
      clearTimeout(helloTimer);
      stopTimers();
      await plugin.end(this.#graceMs);
    }
  }

  /** Cancel; if that does not help, close stdin; if that does not help either, kill. */
  #stopOnAbort(plugin: PluginProcess, conversation: ProcessConversation, signal: AbortSignal): () => void {
    let timer: NodeJS.Timeout | undefined;
    const half = this.#graceMs / 2;
    const onAbort = (): void => {
      conversation.cancel(signal.reason instanceof Error ? signal.reason.message : 'cancelled');
      timer = setTimeout(() => {
        plugin.closeInput();
        timer = setTimeout(() => {
          plugin.kill(`It did not end within ${this.#graceMs / 1000} s after it was cancelled.`);
        }, half);
      }, half);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    return () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  }
}

/** The end of a run whose process ended before it. */
function brokenOff(request: RunRequest, plugin: PluginProcess, signal: AbortSignal, why = ''): RunEnd {
  const detail = why === '' ? plugin.ending : `${why} ${plugin.ending}`;
  if (signal.aborted) {
    const summary = 'The run was cancelled, and the plugin ended without reporting its end.';
    return {
      outcome: 'cancelled',
      problems: [problem('cancelled', request.task.name, summary, detail)],
      isReported: false,
    };
  }
  const summary = "The plugin's process ended in the middle of the run.";
  return {
    outcome: 'failed',
    problems: [problem('internal.error', request.task.name, summary, detail)],
    isReported: false,
  };
}
