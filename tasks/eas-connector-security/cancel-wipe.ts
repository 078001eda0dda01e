import { cancelWipe } from '../../plugin/exchange/cmdlets';
import { formatTimestamp, warning, type Partnership, type Problem, type WipeKind } from '../../protocol';
import { isSameIncarnation } from './decide-wipe';
import { carryIdempotent, type Seen } from './idempotent-change';
import { observeMailboxOf, observePartnership } from './observe';
import { actionProblem, outcome } from './outcome';
import { refuseOutOfScope, type Carry } from './security-context';
import { describe } from './send';
import { wipeStands, wipeTimes } from './wipe-times';

const KINDS: readonly WipeKind[] = ['wholeDevice', 'accountOnly'];

/** Takes back a wipe, whoever ordered it. One that was acknowledged is too late to take back; its standing order ends. */
export const carryCancelWipe: Carry<'cancelWipe'> = (context, action, record) => {
  const { exchange, clock, needsPlace } = context;
  const ref = action.what.partnership;
  const problems: Problem[] = [];
  const look = async (): Promise<Seen> => {
    const partnership = await observePartnership(exchange, ref.guid);
    if (!partnership || !isSameIncarnation(partnership, ref.firstSyncTime.seconds)) {
      const what = partnership ? 'has come back since' : 'does not exist (any more)';
      const summary = `The partnership that first synchronized at ${formatTimestamp(ref.firstSyncTime)} ${what}. Nothing was sent.`;
      const code = partnership ? 'action.superseded' : 'action.notFound';
      const found = [actionProblem(action, code, summary)];
      return { is: 'impossible', outcome: outcome(action, 'superseded', summary, clock(), { problems: found }) };
    }
    const mailbox = await observeMailboxOf(exchange, partnership, needsPlace);
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return { is: 'impossible', outcome: refused };
    if (!mayStand(partnership)) return { is: 'asWanted', summary: 'No wipe stands on the device.' };
    const acknowledged = KINDS.map((kind) => wipeTimes(partnership.statistics, kind).acknowledged).find(Boolean);
    if (acknowledged && problems.length === 0) {
      const late = `The device acknowledged the wipe at ${formatTimestamp(acknowledged)}: it cannot be taken back.`;
      problems.push(warning('action.superseded', action.id, late, 'Only its standing order ends.'));
    }
    const command = cancelWipe(exchange.version, { identity: partnership.guid });
    return {
      is: 'different',
      mailbox,
      steps: [{ step: `cancel the wipe of ${describe(partnership, mailbox)}`, command }],
    };
  };
  return carryIdempotent(context, action, record, { look, isDestructive: false, extras: { problems } });
};

/**
 * True unless it is certain that no wipe stands: there is no request, or the status says that the device is well. To
 * cancel a wipe that does not stand does no harm; to leave one standing does.
 */
function mayStand({ statistics }: Partnership): boolean {
  const isRequested = KINDS.some((kind) => wipeTimes(statistics, kind).requested);
  if (!isRequested) return false;
  return KINDS.some((kind) => wipeStands(statistics, kind)) || !/^DeviceOk$/i.test(statistics?.status ?? '');
}
