import type { Action, ActionOutcome, Attempt, Problem, ProblemCode } from '../../protocol';
import { timestampFromMs, timestampToMs } from '../../protocol';
import type { ActionRecord } from './action-record';
import { outcome } from './outcome';

const MINUTE = 60_000;

/** The pauses between attempts grow, so that a fault that lasts is not met every five minutes. */
const PAUSES_MS = [5, 15, 60, 240, 720, 1440].map((minutes) => minutes * MINUTE);

/** Faults that another attempt would not mend. */
const LASTING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'object.notFound',
  'object.ambiguous',
  'action.invalid',
  'mailbox.notHere',
]);

/** Faults of the way to Exchange, not of the action: it is tried again in the next run, without a growing pause. */
const OF_THE_WAY: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'auth.denied',
  'auth.unavailable',
  'cancelled',
  'command.timeout',
  'connect.lost',
  'connect.refused',
  'connect.timeout',
  'connect.tls',
  'run.timeout',
  'server.unavailable',
  'state.unavailable',
  'throttled',
  'transport.unavailable',
]);

/** The outcome of an action after a fault: it is tried again for as long as the settings say. */
export function afterFault(
  action: Action,
  record: ActionRecord,
  fault: Problem,
  retryForMs: number,
  now: number,
): ActionOutcome {
  const attempts: Attempt[] = [...record.attempts, { at: timestampFromMs(now), problem: fault }];
  const problems = [fault];
  if (LASTING.has(fault.code) || now - record.firstSeenAt >= retryForMs) {
    return outcome(action, 'failed', fault.summary, now, { problems, attempts });
  }
  const pause = OF_THE_WAY.has(fault.code) ? 0 : (PAUSES_MS[Math.min(attempts.length, PAUSES_MS.length) - 1] ?? 0);
  const summary = `${fault.summary} It is tried again.`;
  return outcome(action, 'waiting', summary, now, {
    problems,
    attempts: OF_THE_WAY.has(fault.code) ? record.attempts : attempts,
    nextAttemptAt: timestampFromMs(now + pause),
  });
}

/** True if an action is between two attempts. */
export function isBetweenAttempts({ attempts, outcome: last }: ActionRecord, now: number): boolean {
  const next = last?.nextAttemptAt;
  return attempts.length > 0 && last?.state === 'waiting' && next !== undefined && timestampToMs(next) > now;
}
