import { ExchangeError } from '../exchange/exchange-error';

/** Waits for `ms` milliseconds; rejects, with whatever error, when the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by means of `sleep`; rejects with the signal's reason when that is aborted. */
export async function sleepUnlessAborted(sleep: Sleep, ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch (error) {
    throw signal.aborted ? reasonOf(signal) : error;
  }
  if (signal.aborted) throw reasonOf(signal);
}

/** The result of a promise that others wait for too; rejects with the signal's reason when that comes first. */
export async function waitFor<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(reasonOf(signal));
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Why a signal was aborted, as an error of ours. */
export function reasonOf(signal: AbortSignal): ExchangeError {
  const reason: unknown = signal.reason;
  return reason instanceof ExchangeError ? reason : new ExchangeError({ code: 'cancelled', summary: 'Cancelled.' });
}

/** The longest time that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The result of a promise that others wait for too, if it comes in time. @throws what `late` makes, the signal's reason */
export function waitUntil<T>(
  promise: Promise<T>,
  { signal, deadline }: { readonly signal: AbortSignal; readonly deadline: number },
  clock: () => number,
  late: () => ExchangeError,
): Promise<T> {
  return new Promise((resolve, reject) => {
    // By hand: signals that AbortSignal.any makes stay in memory for as long as the long-lived one among their sources.
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      settle();
      reject(reasonOf(signal));
    };
    const onLate = (): void => {
      settle();
      reject(late());
    };
    const timer = setTimeout(onLate, Math.min(Math.max(deadline - clock(), 0), MAX_TIMER_MS));
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(settle);
    if (signal.aborted) onAbort();
  });
}
