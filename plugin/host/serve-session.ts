import {
  CONTRACT_MAJOR,
  CONTRACT_VERSION,
  FrameDecoder,
  MAX_HOST_FRAME_BYTES,
  TASK_NAMES,
  decodeHostMessage,
  maxUnacknowledgedResultsOf,
  problem,
  type Completed,
  type Hello,
  type HostMessage,
  type HostMessageOf,
  type Problem,
  type RunOutcome,
  type TaskName,
} from '../../protocol';
import { messageOf, stackOf } from '../logs/thrown';
import { completedAfter } from './completed-after';
import { FrameWriter } from './frame-writer';
import type { Host } from './host';
import { HostGoneError } from './host-gone-error';
import { Notices } from './notices';
import { ResultWindow } from './result-window';
import { STARTED_BY_HAND, type ServeLimits, type ServeOptions } from './serve-options';

const DEFAULT_LIMITS: ServeLimits = {
  maxFrameBytes: MAX_HOST_FRAME_BYTES,
  maxUnacknowledged: 16,
  ackTimeoutMs: 5 * 60_000,
  stopTimeoutMs: 30_000,
};

/** Where the conversation is: which message may come next. */
type Phase = 'hello' | 'run' | 'running' | 'ended';

/** One conversation with a host, which is one run. */
export class ServeSession {
  readonly #options: ServeOptions;
  readonly #limits: ServeLimits;
  readonly #decoder: FrameDecoder;
  readonly #writer: FrameWriter;
  readonly #notices: Notices;
  readonly #abort = new AbortController();
  readonly #completed: Promise<Completed>;
  #complete: (completed: Completed) => void = () => undefined;
  #phase: Phase = 'hello';
  #window: ResultWindow | undefined;
  /** Why the run does not count, whatever the task says. */
  #refusal: Problem | undefined;
  #stopTimer: NodeJS.Timeout | undefined;

  constructor(options: ServeOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#decoder = new FrameDecoder(this.#limits);
    this.#writer = new FrameWriter(options.output, () => {
      this.#hostHasGone('The host does not read any more.');
    });
    this.#notices = new Notices(this.#writer, options.now);
    this.#completed = new Promise((resolve) => {
      this.#complete = resolve;
    });
  }

  /** Has the conversation; resolves when the last message is on its way. */
  async run(): Promise<RunOutcome> {
    const { plugin, signal, onFault } = this.#options;
    this.#writer.send({ kind: 'hello', contractVersion: CONTRACT_VERSION, ...plugin, tasks: TASK_NAMES });
    const release = onFault?.((error) => {
      this.#fault(error);
    });
    const cancel = (): void => {
      this.#cancel('The process was told to stop.');
    };
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    const stopListening = this.#listen();
    const { outcome, problems } = await this.#completed;
    this.#phase = 'ended';
    clearTimeout(this.#stopTimer);
    this.#window?.fail(new HostGoneError('The run has ended.'));
    this.#notices.close();
    this.#writer.send({ kind: 'completed', outcome, problems });
    await this.#writer.end(this.#limits.stopTimeoutMs);
    stopListening();
    signal?.removeEventListener('abort', cancel);
    release?.();
    return outcome;
  }

  /** Listens to the host. Returns the way to stop. */
  #listen(): () => void {
    const { input } = this.#options;
    const onData = (chunk: Uint8Array): void => {
      this.#receive(chunk);
    };
    const onEnd = (): void => {
      this.#inputEnded();
    };
    input.on('data', onData).on('end', onEnd).on('error', onEnd).on('close', onEnd);
    return () => {
      // The listener for errors stays: one that comes late is no reason to crash.
      input.off('data', onData).off('end', onEnd).off('close', onEnd).pause();
    };
  }

  #receive(chunk: Uint8Array): void {
    if (this.#hasStoppedListening()) return;
    try {
      this.#decoder.receive(chunk);
      for (let frame = this.#decoder.next(); frame; frame = this.#decoder.next()) {
        this.#handle(decodeHostMessage(frame));
        if (this.#hasStoppedListening()) return;
      }
    } catch (error) {
      this.#refuse(malformed('', 'What the host sent cannot be read.', messageOf(error)));
    }
  }

  /** What comes after a refusal, or after the end, is not looked at. */
  #hasStoppedListening(): boolean {
    return this.#phase === 'ended' || this.#refusal !== undefined;
  }

  #handle(message: HostMessage): void {
    if (this.#phase === 'hello' && message.kind !== 'hello') {
      this.#refuse(malformed(message.kind, 'The host has to begin with Hello.'));
      return;
    }
    switch (message.kind) {
      case 'hello':
        this.#handleHello(message);
        break;
      case 'run':
        this.#handleRun(message);
        break;
      case 'ack':
        if (!this.#window?.acknowledge(message.sequence)) {
          this.#refuse(malformed('ack', `The host acknowledged result ${message.sequence}, which was never sent.`));
        }
        break;
      case 'cancel':
        this.#cancel(message.reason);
        break;
      case 'unknown':
        break;
    }
  }

  #handleHello({ contractVersion }: Hello): void {
    if (this.#phase !== 'hello') {
      this.#refuse(malformed('hello', 'The host said Hello twice.'));
      return;
    }
    const major = /^(\d{1,4})\.\d{1,4}$/.exec(contractVersion)?.[1];
    if (major === undefined) {
      const summary = "The host's Hello has no contract version.";
      this.#refuse(malformed('hello.contractVersion', summary, `It should be "${CONTRACT_VERSION}".`));
    } else if (Number(major) !== CONTRACT_MAJOR) {
      const summary = `The host follows contract ${contractVersion}; this connector follows ${CONTRACT_VERSION}.`;
      const detail = `Another major version cannot be served. Use a host or a connector that fits.`;
      this.#refuse(problem('settings.unknownVersion', 'hello.contractVersion', summary, detail));
    } else {
      this.#phase = 'run';
    }
  }

  #handleRun(run: HostMessageOf<'run'>): void {
    const task = TASK_NAMES.find((name) => name === run.task);
    if (this.#phase !== 'run') {
      this.#refuse(malformed('run', 'The host sent a second Run. One process serves one run.'));
    } else if (!task) {
      const summary = `There is no task ${JSON.stringify(run.task.slice(0, 100))}.`;
      this.#refuse(malformed('run.task', summary, `There are ${TASK_NAMES.join(' and ')}.`));
    } else if (!run.dataDir || !run.logDir) {
      const path = run.dataDir ? 'run.logDir' : 'run.dataDir';
      this.#refuse(malformed(path, 'The host has to say where the plugin may keep its state and its logs.'));
    } else {
      this.#phase = 'running';
      void this.#runTask(task, run);
    }
  }

  async #runTask(task: TaskName, run: HostMessageOf<'run'>): Promise<void> {
    const window = new ResultWindow({
      size: maxUnacknowledgedResultsOf(run.settings) ?? this.#limits.maxUnacknowledged,
      ackTimeoutMs: this.#limits.ackTimeoutMs,
      send: (sequence, payload) => {
        this.#writer.send({ kind: 'result', sequence, payload });
      },
      ready: () => this.#writer.ready(),
    });
    this.#window = window;
    try {
      const completed = await this.#options.tasks[task](run.settings, this.#hostOf(run, window));
      await window.settled();
      this.#end(completed);
    } catch (error) {
      const isCancelled = this.#abort.signal.aborted;
      if (!isCancelled) this.#printStack(error);
      this.#end(completedAfter(error, isCancelled));
    }
  }

  #hostOf({ dataDir, logDir, runId }: HostMessageOf<'run'>, window: ResultWindow): Host {
    return {
      dataDir,
      logDir,
      runId,
      signal: this.#abort.signal,
      emit: (result) => window.emit(result),
      progress: (progress) => {
        if (this.#phase === 'running') this.#notices.progress(progress);
      },
      log: (record) => {
        if (this.#phase === 'running') this.#notices.log(record);
      },
    };
  }

  /** Ends the conversation. What was refused counts more than what the task says. */
  #end({ outcome, problems }: Completed): void {
    if (this.#refusal) this.#complete({ outcome: 'failed', problems: [this.#refusal, ...problems] });
    else this.#complete({ outcome, problems });
  }

  /** The host has broken the rules: nothing that it says is listened to any more. */
  #refuse(refusal: Problem): void {
    if (this.#hasStoppedListening()) return;
    this.#refusal = refusal;
    if (this.#phase === 'hello') this.#options.stderr.write(`${STARTED_BY_HAND}\n`);
    this.#window?.fail(new HostGoneError('The host broke the rules of the process binding.'));
    if (this.#phase === 'running') this.#stop(refusal.summary);
    else this.#end({ outcome: 'failed', problems: [] });
  }

  #cancel(reason: string): void {
    if (this.#phase === 'running') this.#stop(reason);
    else this.#end({ outcome: 'cancelled', problems: [problem('cancelled', '', 'The host cancelled the run.')] });
  }

  #inputEnded(): void {
    if (this.#phase === 'hello') {
      this.#refuse(malformed('', 'The input ended before the host had said Hello.'));
    } else {
      this.#hostHasGone('The host has closed the input.');
    }
  }

  #hostHasGone(why: string): void {
    this.#window?.fail(new HostGoneError(why));
    this.#cancel(why);
  }

  /** A fault that nothing has caught; it may have left the task waiting for ever. */
  #fault(error: unknown): void {
    this.#printStack(error);
    this.#refusal ??= completedAfter(error, false).problems[0];
    this.#window?.fail(new HostGoneError('The connector broke off the run because of a fault of its own.'));
    if (this.#phase === 'running') this.#stop('A fault of the connector.');
    else this.#end({ outcome: 'failed', problems: [] });
  }

  /** Tells the task to stop, and goes on without it if it does not. */
  #stop(reason: string): void {
    if (this.#stopTimer) return;
    this.#abort.abort(new DOMException(reason, 'AbortError'));
    const limitMs = this.#limits.stopTimeoutMs;
    // Acknowledgements first: a task that waits for one can still end by itself.
    const window = this.#window;
    this.#stopTimer = setTimeout(() => {
      window?.fail(new HostGoneError('The host cancelled the run and acknowledges no more results.'));
      this.#stopTimer = setTimeout(() => {
        const summary = `The run did not end within ${limitMs / 1000} s after it was cancelled, and was given up.`;
        this.#end({ outcome: 'cancelled', problems: [problem('cancelled', '', summary)] });
      }, limitMs / 2);
    }, limitMs / 2);
  }

  #printStack(error: unknown): void {
    this.#options.stderr.write(`eas-connector: a fault of its own. Please report it.\n${stackOf(error)}\n`);
  }
}

function malformed(path: string, summary: string, detail = ''): Problem {
  return problem('protocol.malformed', path, summary, detail);
}
