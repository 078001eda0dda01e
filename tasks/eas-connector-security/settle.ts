import { problem, timestampToMs, type Action, type ActionOutcome, type SecuritySettings } from '../../protocol';
import { fingerprint, hasBegun, RECORD_VERSION, type ActionRecord } from './action-record';
import { isHeldAbove } from './brakes';
import type { Orders } from './orders';
import { actionProblem, outcome } from './outcome';
import { isBetweenAttempts } from './retry';

/** What is settled of an action without looking at Exchange. */
export interface Settled {
  readonly outcome: ActionOutcome;
  /** True if the journal does not have this outcome yet and shall have it. */
  readonly isNew: boolean;
}

/** What settling an action depends on besides its record. */
export interface SettleContext {
  readonly orders: Orders;
  readonly settings: Pick<SecuritySettings, 'approvals' | 'safety'>;
}

/** Settles what can be settled without looking at Exchange; undefined if Exchange has to be asked. Pure. */
export function settle(
  action: Action,
  record: ActionRecord | undefined,
  { orders, settings }: SettleContext,
  now: number,
): Settled | undefined {
  const taker = (): string | undefined => orders.takerOf(action)?.id;
  if (!record) return settleUnbegun(action, taker(), now);
  const known = (outcome: ActionOutcome): Settled => ({ outcome, isNew: false });
  if (record.version > RECORD_VERSION) return known(fromNewerVersion(action, now));
  if (record.fingerprint !== fingerprint(action)) return known(conflict(action, now));
  const last = record.outcome;
  if (last?.isFinal) return known(last);
  if (last && isBetweenAttempts(record, now)) return known(last);
  if (record.takenBackBy !== undefined && action.what.kind !== 'wipe')
    return overtaken(record.takenBackBy, action, now);
  if (hasBegun(record)) return undefined;
  const settled = settleUnbegun(action, record.takenBackBy ?? taker(), now);
  if (settled) return settled;
  return last && isStillAwaiting(record, settings) ? known(last) : undefined;
}

function settleUnbegun(action: Action, takenBackBy: string | undefined, now: number): Settled | undefined {
  if (action.expiresAt && timestampToMs(action.expiresAt) <= now) {
    const summary = 'The action expired before it was begun. Nothing was sent.';
    const problems = [actionProblem(action, 'action.expired', summary)];
    return { outcome: outcome(action, 'expired', summary, now, { problems }), isNew: true };
  }
  if (takenBackBy === undefined) return undefined;
  const summary = `The wipe was taken back by the action ${takenBackBy} before it was sent.`;
  return { outcome: outcome(action, 'cancelled', summary, now), isNew: true };
}

function overtaken(by: string, action: Action, now: number): Settled {
  const summary = `A later order for the same device, ${by}, has been carried out instead.`;
  const problems = [actionProblem(action, 'action.superseded', summary)];
  return { outcome: outcome(action, 'superseded', summary, now, { problems }), isNew: true };
}

/** True while nobody has answered: no approval has come, whether for this plan or an older one, and no limit was raised. */
function isStillAwaiting(record: ActionRecord, { approvals, safety }: SettleContext['settings']): boolean {
  return isHeldAbove(record, safety) && !approvals.some(({ actionId }) => actionId === record.actionId);
}

function conflict(action: Action, now: number): ActionOutcome {
  const summary = `The id ${action.id} is that of an earlier action with another content. Nothing was sent.`;
  const problems = [actionProblem(action, 'action.conflict', summary, 'Give every action an id of its own.')];
  return outcome(action, 'refused', summary, now, { problems });
}

/** Not final: a connector that knows the record's version carries on with it. */
function fromNewerVersion(action: Action, now: number): ActionOutcome {
  const summary =
    'The journal has a record of this action that a newer version of the connector wrote. Nothing was sent.';
  const detail = 'Update the connector. Until then the action, and whatever it has begun, is left as it is.';
  return outcome(action, 'waiting', summary, now, {
    problems: [problem('state.unavailable', action.id, summary, detail)],
  });
}
