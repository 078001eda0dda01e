import { problem, type Completed } from '../../protocol';
import { ExchangeError } from '../exchange/exchange-error';
import { messageOf } from '../logs/thrown';

/**
 * The end of a run that threw. After a cancellation nothing that is thrown is news; an ExchangeError is the problem that
 * it says; anything else is a fault of ours, of which the host gets no more than the message.
 */
export function completedAfter(error: unknown, isCancelled: boolean): Completed {
  if (isCancelled) {
    return { outcome: 'cancelled', problems: [problem('cancelled', '', 'The host cancelled the run.')] };
  }
  if (error instanceof ExchangeError) return { outcome: 'failed', problems: [error.toProblem()] };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : messageOf(error);
  const summary = 'The connector broke off the run because of a fault of its own.';
  const detail = `${what}. The task's log has the particulars; please report it.`;
  return { outcome: 'failed', problems: [problem('internal.error', '', summary, detail)] };
}
