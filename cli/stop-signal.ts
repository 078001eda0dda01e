/** Tells when the program is to stop. */
export interface StopSignal {
  /** Aborted with the reason, a text. */
  readonly signal: AbortSignal;
  /** Stops listening. */
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
const PARENT_CHECK_MS = 1_000;
const EXIT_BY_SIGNAL = 130;

/** Ctrl+C reaches every program of a terminal, and npm may pass it on as well: that is one signal, not two. */
const SAME_SIGNAL_MS = 500;

/**
 * Listens for the signals that ask a program to stop; a second one ends it at once. A program that npm has started also
 * stops when its parent is gone: npm passes a signal on to the shell between them, which ends without telling us.
 */
export function listenForStop(environment: NodeJS.ProcessEnv): StopSignal {
  const controller = new AbortController();
  let stoppedAt = 0;
  const stop = (reason: string): void => {
    if (controller.signal.aborted && Date.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(EXIT_BY_SIGNAL);
    if (controller.signal.aborted) return;
    stoppedAt = Date.now();
    controller.abort(reason);
  };
  const known = SIGNALS.filter((name) => process.platform === 'win32' || name !== 'SIGBREAK');
  const listeners = known.map((name) => ({
    name,
    listener: (): void => {
      stop(name);
    },
  }));
  for (const { name, listener } of listeners) process.on(name, listener);
  const timer = watchParent(environment, () => {
    if (!controller.signal.aborted) stop('npm has ended');
  });
  return {
    signal: controller.signal,
    dispose() {
      clearInterval(timer);
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}

function watchParent(environment: NodeJS.ProcessEnv, onGone: () => void): NodeJS.Timeout | undefined {
  if (environment['npm_lifecycle_event'] === undefined || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, PARENT_CHECK_MS);
  return timer.unref();
}

/** Resolves when the signal is aborted. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}
