import { removePartnership, setDeviceLists } from '../../plugin/exchange/cmdlets';
import { formatTimestamp, warning, type ActionOutcome } from '../../protocol';
import type { ActionRecord } from './action-record';
import { isSameIncarnation } from './decide-wipe';
import { afterRemoval } from './device-lists';
import { carryIdempotent, type ChangeStep, type Seen } from './idempotent-change';
import { isFor, mayStillCome } from './journal';
import { observeMailboxOf, observePartnership, sameServer } from './observe';
import { actionProblem, outcome } from './outcome';
import { refuseOutOfScope, type ActionWith, type Carry, type SecurityContext } from './security-context';
import { describe } from './send';
import { hasUnfinishedWipe } from './wipe-times';

/** Removes a partnership with its entry in the allowed list. */
export const carryRemove: Carry<'removePartnership'> = (context, action, record) => {
  const { exchange, clock, needsPlace } = context;
  const { partnership: ref, clearBlockedList, evenIfWipeUnfinished } = action.what;
  const through = sameServer(context, record);
  const look = async (): Promise<Seen> => {
    const partnership = await observePartnership(exchange, ref.guid, through);
    if (!partnership) return { is: 'asWanted', summary: 'The partnership does not exist (any more).' };
    if (!isSameIncarnation(partnership, ref.firstSyncTime.seconds)) {
      const summary = `The order is for the partnership that first synchronized at ${formatTimestamp(ref.firstSyncTime)}; the device has come back since. Nothing was sent.`;
      const problems = [actionProblem(action, 'action.superseded', summary)];
      return { is: 'impossible', outcome: outcome(action, 'superseded', summary, clock(), { problems }) };
    }
    const mailbox = await observeMailboxOf(exchange, partnership, needsPlace, through);
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return { is: 'impossible', outcome: refused };
    const ordered = evenIfWipeUnfinished ? undefined : wipeNotOver(context, action, record);
    if (ordered) return { is: 'impossible', outcome: ordered };
    if (hasUnfinishedWipe(partnership.statistics) && !evenIfWipeUnfinished) {
      const summary =
        'A wipe of the device is unfinished, and removing the partnership would lose it. Nothing was sent.';
      const detail = 'Wait for the wipe, cancel it, or order the removal with evenIfWipeUnfinished.';
      const problems = [actionProblem(action, 'wipe.unfinished', summary, detail)];
      return { is: 'impossible', outcome: outcome(action, 'refused', summary, clock(), { problems }) };
    }
    const steps: ChangeStep[] = [];
    const lists = mailbox && afterRemoval(mailbox, partnership.deviceId, clearBlockedList);
    if (mailbox && lists) {
      const { step, ...changes } = lists;
      steps.push({ step, command: setDeviceLists({ identity: mailbox.guid, domainController: through, ...changes }) });
    }
    const command = removePartnership(exchange.version, { identity: partnership.guid, domainController: through });
    steps.push({ step: `remove the partnership ${describe(partnership, mailbox)}`, command });
    return { is: 'different', mailbox, steps };
  };
  return carryIdempotent(context, action, record, { look, isDestructive: true });
};

/**
 * A wipe of the partnership that the host itself has ordered is not lost to a removal: the removal waits, as long as an
 * acknowledgement can be hoped for. After that it is refused, like one where somebody else's wipe is unfinished.
 */
function wipeNotOver(
  { journal, orders, settings, clock }: SecurityContext,
  action: ActionWith<'removePartnership'>,
  { firstSeenAt }: ActionRecord,
): ActionOutcome | undefined {
  if (clock() >= firstSeenAt + settings.safety.unacknowledgedWipeAfterMs) return undefined;
  const { guid, firstSyncTime } = action.what.partnership;
  const wipe = journal
    .wipesOf(guid)
    .find((one) => mayStillCome(one, orders) && !one.wipe?.ackTime && isFor(one, firstSyncTime.seconds));
  if (!wipe) return undefined;
  const summary = `The removal waits for the wipe ${wipe.actionId} of the same partnership, which it would lose.`;
  const detail = 'Cancel the wipe, or order the removal with evenIfWipeUnfinished, if it is not to wait.';
  const problems = [warning('action.waiting', action.id, summary, detail)];
  return outcome(action, 'waiting', summary, clock(), { problems });
}
