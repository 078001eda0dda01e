import type { Action, ActionOutcome, Attempt, Problem, ProblemCode } from '../../protocol';
import { compareTimestamps, timestampFromMs, timestampToMs } from '../../protocol';
import { hasBegun, type ActionRecord } from './action-record';
import { outcome } from './outcome';

const MINUTE = 60_000;

/** The pauses between attempts grow, so that a fault that lasts is not met every five minutes. */
const PAUSES_MS = [5, 15, 60, 240, 720, 1440].map((minutes) => minutes * MINUTE);
const LONGEST_PAUSE_MS = Math.max(...PAUSES_MS);

/** So many attempts are kept; a wipe under way may fail to be read for longer than that. */
const KEPT_ATTEMPTS = 30;

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
  'host.failed',
  'run.timeout',
  'server.unavailable',
  'state.locked',
  'state.unavailable',
  'throttled',
  'transport.unavailable',
]);

/**
 * The outcome of an action after a fault: it is tried again for as long as the settings say, counted from the first
 * failure in a row. An action of which something may have been sent is never given up: somebody has to see what became
 * of it.
 */
export function afterFault(
  action: Pick<Action, 'id'>,
  record: ActionRecord,
  fault: Problem,
  retryForMs: number,
  now: number,
): ActionOutcome {
  const isOfTheWay = OF_THE_WAY.has(fault.code);
  const attempt: Attempt = { at: timestampFromMs(now), problem: fault };
  const attempts = isOfTheWay ? record.attempts : [...record.attempts, attempt].slice(-KEPT_ATTEMPTS);
  const extras = { problems: [fault], attempts, wipe: record.outcome?.wipe };
  const isUnderWay = hasBegun(record);
  const isOver = now - (record.failingSince ?? now) >= retryForMs;
  if (!isUnderWay && (LASTING.has(fault.code) || isOver)) {
    const all = [...record.attempts, attempt].slice(-KEPT_ATTEMPTS);
    return outcome(action, 'failed', fault.summary, now, { ...extras, attempts: all });
  }
  const pause = isOfTheWay || isUnderWay ? 0 : (PAUSES_MS[Math.min(attempts.length, PAUSES_MS.length) - 1] ?? 0);
  return outcome(action, 'waiting', `${fault.summary} It is tried again.`, now, {
    ...extras,
    nextAttemptAt: timestampFromMs(now + pause),
  });
}

/** The outcome of an action that a run did not come to: whatever ended the run is no fault of the action. */
export function leftToNextRun(
  action: Pick<Action, 'id'>,
  { attempts, outcome: last }: ActionRecord,
  why: Problem,
  now: number,
): ActionOutcome {
  const extras = { problems: [why], attempts, wipe: last?.wipe, nextAttemptAt: timestampFromMs(now) };
  return outcome(action, 'waiting', `${why.summary} It is tried again.`, now, extras);
}

/**
 * True if an action is between two attempts: its last outcome is that of an attempt, and the pause is not over. One that
 * waits for something else, though attempts have failed before, is looked at in every run. A pause longer than any there is
 * comes of a clock that was set back.
 */
export function isBetweenAttempts({ attempts, outcome: last }: ActionRecord, now: number): boolean {
  const next = last?.nextAttemptAt;
  if (last?.state !== 'waiting' || next === undefined) return false;
  const attempt = attempts.at(-1);
  if (!attempt || compareTimestamps(attempt.at, last.at) !== 0) return false;
  const left = timestampToMs(next) - now;
  return left > 0 && left <= LONGEST_PAUSE_MS;
}

/** True for a fault that another attempt would not mend. */
export function isLasting(code: ProblemCode): boolean {
  return LASTING.has(code);
}
