import { cancelWipe } from '../../plugin/exchange/cmdlets';
import { formatTimestamp, warning, type Partnership, type Problem, type WipeKind } from '../../protocol';
import type { ActionRecord } from './action-record';
import { isSameIncarnation } from './decide-wipe';
import { carryIdempotent, type Seen } from './idempotent-change';
import { isFor } from './journal';
import { observeMailboxOf, observePartnership, sameServer } from './observe';
import { actionProblem, outcome } from './outcome';
import { refuseOutOfScope, type ActionWith, type Carry, type SecurityContext } from './security-context';
import { describe } from './send';
import { wipeStands, wipeTimes, wipeTimesSince } from './wipe-times';

const KINDS: readonly WipeKind[] = ['wholeDevice', 'accountOnly'];

/**
 * Takes back a wipe, whoever ordered it. One that was acknowledged is too late to take back; its standing order ends.
 * Orders of ours for the same partnership that stand before this one are taken back in the journal too: one whose
 * command got lost must not be sent again afterwards, and one whose command nobody has seen arrive is cancelled unseen.
 */
export const carryCancelWipe: Carry<'cancelWipe'> = async (context, action, record) => {
  const { exchange, clock, needsPlace } = context;
  const ref = action.what.partnership;
  const problems: Problem[] = [];
  const through = sameServer(context, record);
  const isUncertain = await takeBackOrders(context, action);
  let looks = 0;
  const look = async (): Promise<Seen> => {
    looks += 1;
    const partnership = await observePartnership(exchange, ref.guid, through);
    if (!partnership || !isSameIncarnation(partnership, ref.firstSyncTime.seconds)) {
      const what = partnership ? 'has come back since' : 'does not exist (any more)';
      const summary = `The partnership that first synchronized at ${formatTimestamp(ref.firstSyncTime)} ${what}. Nothing was sent.`;
      const code = partnership ? 'action.superseded' : 'action.notFound';
      const found = [actionProblem(action, code, summary)];
      return { is: 'impossible', outcome: outcome(action, 'superseded', summary, clock(), { problems: found }) };
    }
    const mailbox = await observeMailboxOf(exchange, partnership, needsPlace, through);
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return { is: 'impossible', outcome: refused };
    const isFirst = looks === 1 && record.unconfirmedAt === undefined;
    if (!mayStand(partnership) && !(isFirst && isUncertain)) {
      return { is: 'asWanted', summary: 'No wipe stands on the device.' };
    }
    const acknowledged = KINDS.map((kind) => wipeTimesSince(partnership, kind).acknowledged).find(Boolean);
    if (acknowledged && problems.length === 0) {
      const late = `The device acknowledged the wipe at ${formatTimestamp(acknowledged)}: it cannot be taken back.`;
      problems.push(warning('action.superseded', action.id, late, 'Only its standing order ends.'));
    }
    const command = cancelWipe(exchange.version, { identity: partnership.guid, domainController: through });
    const step = `cancel the wipe of ${describe(partnership, mailbox)}`;
    return { is: 'different', mailbox, steps: [{ step, command }] };
  };
  return carryIdempotent(context, action, record, { look, isDestructive: false, extras: { problems } });
};

/**
 * Takes back, in the journal, the open wipes of the same partnership that stand before this order or are in the settings
 * no more.
 * @returns true if Exchange has not shown yet whether the command of one of them arrived
 */
async function takeBackOrders(context: SecurityContext, action: ActionWith<'cancelWipe'>): Promise<boolean> {
  const { journal, orders } = context;
  let isUncertain = false;
  for (const wipe of journal.wipesOf(action.what.partnership.guid)) {
    const isLater = orders.isAfter(wipe.actionId, action.id);
    if (isLater || wipe.outcome?.isFinal || !isFor(wipe, action.what.partnership.firstSyncTime.seconds)) continue;
    if (wipe.takenBackBy === undefined) await journal.put(wipe.actionId, { ...wipe, takenBackBy: action.id });
    isUncertain ||= isUnseen(wipe);
  }
  return isUncertain;
}

const isUnseen = ({ wipe }: ActionRecord): boolean => wipe !== undefined && wipe.requestTime === undefined;

/**
 * True unless it is certain that no wipe stands: there is no request, or the status says that the device is well. To
 * cancel a wipe that does not stand does no harm; to leave one standing does. Without statistics nothing is certain.
 */
function mayStand({ statistics }: Partnership): boolean {
  if (!statistics) return true;
  const isRequested = KINDS.some((kind) => wipeTimes(statistics, kind).requested);
  if (!isRequested) return false;
  return KINDS.some((kind) => wipeStands(statistics, kind)) || !/^DeviceOk$/i.test(statistics.status);
}
