import { problem, timestampToMs, type Action, type ActionOutcome } from '../../protocol';
import { problemOf } from '../run/connected-run';
import { carryAllow, carryBlock } from './access-lists';
import { fingerprint, newRecord, type ActionRecord } from './action-record';
import { carryAssignPolicy } from './assign-policy';
import { carryCancelWipe } from './cancel-wipe';
import { actionProblem, outcome } from './outcome';
import { carryRefresh } from './refresh-status';
import { carryRemove } from './remove-partnership';
import { afterFault, isBetweenAttempts } from './retry';
import type { ActionWith, SecurityContext } from './security-context';
import { carryWipe } from './wipe';

/**
 * Carries one action as far as it goes in this run, and writes its outcome down. Whatever goes wrong with it stays with
 * it: the outcome says so, and the other actions are not touched.
 * @throws what is no fault of Exchange's, of the disk's or of the host's
 */
export async function carryOut(context: SecurityContext, action: Action, signal: AbortSignal): Promise<ActionOutcome> {
  const { journal, settings, clock } = context;
  const now = clock();
  const known = journal.get(action.id);
  const record = known ?? newRecord(action, now);
  const settled = settle(context, action, record, known !== undefined);
  if (settled) return settled;
  let result: ActionOutcome;
  try {
    result = await carry(context, action, record);
  } catch (error) {
    const fault = problemOf(error, signal);
    context.log.warn(fault.summary, { action: action.id, code: fault.code, detail: fault.detail });
    result = afterFault(action, journal.get(action.id) ?? record, fault, settings.safety.retryForMs, clock());
  }
  const complete = { ...result, attempts: result.attempts.length > 0 ? result.attempts : record.attempts };
  // A status is read whenever it is asked for; everything else is done once.
  const isForgotten = settings.safety.reportOnly || action.what.kind === 'refreshStatus';
  return isForgotten ? complete : remember(context, action, record, complete);
}

/** What is settled without looking at Exchange. */
function settle(
  { journal, settings, clock }: SecurityContext,
  action: Action,
  record: ActionRecord,
  isKnown: boolean,
): ActionOutcome | undefined {
  const now = clock();
  if (isKnown && record.fingerprint !== fingerprint(action)) {
    const summary = `The id ${action.id} is that of an earlier action with another content. Nothing was sent.`;
    const problems = [actionProblem(action, 'action.conflict', summary, 'Give every action an id of its own.')];
    return outcome(action, 'refused', summary, now, { problems });
  }
  if (record.outcome?.isFinal) return record.outcome;
  if (record.outcome && isBetweenAttempts(record, now)) return record.outcome;
  const hasBegun = [record.wipe, record.unconfirmedAt, record.sentTo].some((begun) => begun !== undefined);
  if (!hasBegun && action.expiresAt && timestampToMs(action.expiresAt) <= now) {
    const summary = 'The action expired before it was begun. Nothing was sent.';
    const problems = [actionProblem(action, 'action.expired', summary)];
    return outcome(action, 'expired', summary, now, { problems });
  }
  const taker = hasBegun ? undefined : takenBackBy(action, settings.actions);
  if (taker && !journal.get(action.id)?.wipe) {
    const summary = `The wipe was taken back by the action ${taker.id} before it was sent.`;
    return outcome(action, 'cancelled', summary, now);
  }
  return undefined;
}

/** The order in the same settings that takes a wipe back: one for the same partnership that stands after it. */
function takenBackBy(action: Action, actions: readonly Action[]): Action | undefined {
  const { what } = action;
  if (what.kind !== 'wipe') return undefined;
  return actions
    .slice(actions.indexOf(action) + 1)
    .find((later) => later.what.kind === 'cancelWipe' && later.what.partnership.guid === what.partnership.guid);
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
  }
}

/** Writes the outcome down. If it cannot be written, the host is told, and the next run looks at Exchange again. */
async function remember(
  { journal, log }: SecurityContext,
  action: Action,
  record: ActionRecord,
  result: ActionOutcome,
): Promise<ActionOutcome> {
  try {
    const current = journal.get(action.id) ?? record;
    const { unconfirmedAt, ...rest } = current;
    const isOpen = result.state === 'appliedUnconfirmed' && unconfirmedAt !== undefined;
    const kept = isOpen ? { unconfirmedAt } : {};
    await journal.put(action.id, { ...rest, ...kept, attempts: result.attempts, outcome: result });
    return result;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.error('an outcome could not be written down', { action: action.id, error: why });
    const lost = problem('state.unavailable', action.id, 'The outcome could not be written down.', why);
    return { ...result, problems: [...result.problems, lost] };
  }
}
