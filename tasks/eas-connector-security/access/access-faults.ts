import { timestampFromMs, timestampToMs, type ActionOutcome, type Problem } from '../../../protocol';
import { outcome } from '../outcome';
import { DESIRED_ACCESS, type AccessRecord } from './access-record';

const MINUTE = 60_000;
const PAUSES_MS = [5, 15, 60, 240, 720, 1440].map((minutes) => minutes * MINUTE);
const LONGEST_PAUSE_MS = Math.max(...PAUSES_MS);
const KEPT_ATTEMPTS = 30;

/** The record after a fault, with its outcome. */
export type FailedRecord = AccessRecord & { readonly outcome: ActionOutcome };

/**
 * What follows from a fault. A desire is never given up; what Exchange refused is tried again after growing pauses, and
 * is called failed once that has gone on for as long as the settings say. Anything else is tried in the next run.
 */
export function afterAccessFault(record: AccessRecord, fault: Problem, retryForMs: number, now: number): FailedRecord {
  const isRefusal = fault.code === 'command.failed' || fault.code === 'rights.missing';
  if (!isRefusal) {
    const { attempts } = record;
    const summary = `${fault.summary} The access settings are looked at again in the next run.`;
    const failed = outcome({ id: DESIRED_ACCESS }, 'waiting', summary, now, { problems: [fault], attempts });
    return { ...record, outcome: failed };
  }
  const attempts = [...record.attempts, { at: timestampFromMs(now), problem: fault }].slice(-KEPT_ATTEMPTS);
  const failingSince = Math.min(record.failingSince ?? now, now);
  const pause = PAUSES_MS[Math.min(attempts.length, PAUSES_MS.length) - 1] ?? 0;
  const problems = [{ ...fault, detail: fault.detail || REMEDY }];
  const extras = { problems, attempts, nextAttemptAt: timestampFromMs(now + pause) };
  const isOver = now - failingSince >= retryForMs;
  const summary = `${fault.summary} It is tried again.`;
  const failed = outcome({ id: DESIRED_ACCESS }, isOver ? 'failed' : 'waiting', summary, now, extras);
  return { ...record, attempts, failingSince, outcome: { ...failed, isFinal: false } };
}

const REMEDY =
  'Nothing after this step was sent, so no gap is open. Correct the rule in the settings, or the rights of the account.';

/** True if the last attempt was refused and its pause is not over. */
export function isBetweenAttempts({ attempts, outcome: last }: AccessRecord, now: number): boolean {
  if (attempts.length === 0 || !last?.nextAttemptAt) return false;
  const left = timestampToMs(last.nextAttemptAt) - now;
  return left > 0 && left <= LONGEST_PAUSE_MS;
}
