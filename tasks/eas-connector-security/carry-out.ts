import { StateError } from '../../plugin/state/state-error';
import { problem, type Action, type ActionOutcome } from '../../protocol';
import { problemOf } from '../run/connected-run';
import { carryAllow, carryBlock } from './access-lists';
import { hasBegun, newRecord, notAfter, without, type ActionRecord } from './action-record';
import { carryAssignPolicy } from './assign-policy';
import { carryCancelWipe } from './cancel-wipe';
import { carryClearDeadIds } from './hygiene/clear-dead-ids';
import { PartialChangeError } from './idempotent-change';
import { outcome } from './outcome';
import { carryRefresh } from './refresh-status';
import { carryRemove } from './remove-partnership';
import { afterFault } from './retry';
import type { ActionWith, SecurityContext } from './security-context';
import { settle } from './settle';
import { carryWipe } from './wipe';

/**
 * Carries one action as far as it goes in this run, and writes its outcome down. Whatever goes wrong with it stays with
 * it: the outcome says so, and the other actions are not touched.
 * @throws what is no fault of Exchange's, of the disk's or of the host's; StateError state.locked
 */
export async function carryOut(context: SecurityContext, action: Action, signal: AbortSignal): Promise<ActionOutcome> {
  const { journal, settings, clock } = context;
  const settled = await settleIn(context, action);
  if (settled) return settled;
  const now = clock();
  const known = journal.get(action.id) ?? newRecord(action, now);
  const record = notAfter(known, now);
  let result: ActionOutcome;
  let failingSince: number | undefined;
  try {
    // Written down: what is counted from "now" in every run anew is never over.
    if (record !== known) await journal.put(action.id, record);
    result = await carry(context, action, record);
  } catch (error) {
    const { cause, steps } = PartialChangeError.unwrap(error);
    const fault = problemOf(cause, signal);
    if (fault.code === 'state.locked') throw cause;
    context.log.warn(fault.summary, { action: action.id, code: fault.code, detail: fault.detail });
    const current = journal.get(action.id) ?? record;
    failingSince = current.failingSince ?? clock();
    const failed = afterFault(action, current, fault, settings.safety.retryForMs, clock());
    result =
      steps.length === 0
        ? failed
        : { ...failed, steps, summary: `Done in part (${steps.join('; ')}): ${failed.summary}` };
  }
  const complete = { ...result, attempts: result.attempts.length > 0 ? result.attempts : record.attempts };
  // A status is read whenever it is asked for; everything else is done once.
  if (action.what.kind === 'refreshStatus') return complete;
  return remember(context, action, record, complete, failingSince);
}

/** What is settled without looking at Exchange, written down if the journal does not have it. */
export async function settleIn(
  context: Pick<SecurityContext, 'journal' | 'orders' | 'settings' | 'clock' | 'log'>,
  action: Action,
): Promise<ActionOutcome | undefined> {
  const { journal, clock } = context;
  const known = journal.get(action.id);
  const settled = settle(action, known, context, clock());
  if (!settled?.isNew) return settled?.outcome;
  return remember(context, action, known ?? newRecord(action, clock()), settled.outcome, undefined);
}

function carry(context: SecurityContext, action: Action, record: ActionRecord): Promise<ActionOutcome> {
  switch (action.what.kind) {
    case 'wipe':
      return carryWipe(context, action as ActionWith<'wipe'>, record);
    case 'cancelWipe':
      return carryCancelWipe(context, action as ActionWith<'cancelWipe'>, record);
    case 'allowDevice':
      return carryAllow(context, action as ActionWith<'allowDevice'>, record);
    case 'blockDevice':
      return carryBlock(context, action as ActionWith<'blockDevice'>, record);
    case 'removePartnership':
      return carryRemove(context, action as ActionWith<'removePartnership'>, record);
    case 'assignPolicy':
      return carryAssignPolicy(context, action as ActionWith<'assignPolicy'>, record);
    case 'refreshStatus':
      return carryRefresh(context, action as ActionWith<'refreshStatus'>, record);
    case 'clearDeadIds':
      return carryClearDeadIds(context, action as ActionWith<'clearDeadIds'>, record);
  }
}

/**
 * Writes the outcome down. One that cannot be written is not final whatever it says: the next run knows nothing of it
 * and looks at Exchange again.
 */
async function remember(
  { journal, settings, log }: Pick<SecurityContext, 'journal' | 'settings' | 'log'>,
  action: Action,
  record: ActionRecord,
  result: ActionOutcome,
  failingSince: number | undefined,
): Promise<ActionOutcome> {
  const current = journal.get(action.id) ?? record;
  const next = withOutcome(current, result, settings.safety, failingSince);
  if (isSame(current, next)) return result;
  try {
    await journal.put(action.id, next);
    return result;
  } catch (error) {
    // The run that took this one's place tells the host what has become of the action.
    if (error instanceof StateError && error.code === 'state.locked') throw error;
    const why = error instanceof Error ? error.message : String(error);
    log.error('an outcome could not be written down', { action: action.id, error: why });
    const lost = problem('state.unavailable', action.id, 'The outcome could not be written down.', why);
    const problems = [...result.problems, lost];
    if (!result.isFinal) return { ...result, problems };
    const summary = `${result.summary} The outcome could not be written down; the next run looks again.`;
    const { steps, wipe, attempts, mailboxes, at } = result;
    return { ...outcome(action, 'waiting', summary, 0), problems, steps, wipe, attempts, mailboxes, at };
  }
}

/** The record with what this run has found out; what it no longer has to remember is left out. */
function withOutcome(
  record: ActionRecord,
  result: ActionOutcome,
  limits: { readonly maxDestructivePerRun: number; readonly maxDestructivePerDay: number },
  failing: number | undefined,
): ActionRecord {
  const { unconfirmedAt } = record;
  const isOpen = unconfirmedAt !== undefined && !result.isFinal;
  const isHeld = result.state === 'awaitingApproval' && !hasBegun(record);
  return {
    ...without(record, 'unconfirmedAt', 'failingSince', 'heldAbove'),
    ...(isOpen ? { unconfirmedAt } : {}),
    ...(failing === undefined ? {} : { failingSince: failing }),
    ...(isHeld ? { heldAbove: { perRun: limits.maxDestructivePerRun, perDay: limits.maxDestructivePerDay } } : {}),
    attempts: result.attempts,
    outcome: result,
  };
}

/** True if nothing is new but the time: then nothing is written, and a run that changes nothing writes nothing. */
function isSame(a: ActionRecord, b: ActionRecord): boolean {
  const timeless = (record: ActionRecord): string =>
    JSON.stringify({ ...record, outcome: record.outcome && { ...record.outcome, at: undefined } });
  return a.outcome !== undefined && timeless(a) === timeless(b);
}
