import { timestampFromMs, warning, type ActionOutcome, type Mailbox } from '../../protocol';
import type { ActionRecord } from './action-record';
import { mayStillCome } from './journal';
import { observeDevicesOf, type Through } from './observe';
import { outcome } from './outcome';
import type { ActionWith, SecurityContext } from './security-context';
import { hasUnfinishedWipe } from './wipe-times';

/**
 * A blocked device cannot fetch its wipe. A block of a device for which the host has ordered a wipe waits for the
 * acknowledgement or for the time limit, even while the wipe itself is held back. Undefined: nothing to wait for.
 */
export function waitsForOrderedWipe(
  context: SecurityContext,
  action: ActionWith<'blockDevice'>,
  record: ActionRecord,
): ActionOutcome | undefined {
  const until = waitsUntil(context, record);
  if (until === undefined) return undefined;
  const wipe = context.journal
    .wipesOfDevice(action.what.device.deviceId)
    .find((one) => !one.wipe?.ackTime && mayStillCome(one, context.orders));
  return wipe && waiting(context, action, `the wipe ${wipe.actionId}`, until);
}

/**
 * The same for a wipe that somebody else has ordered, which only Exchange knows, and for one of the host's of which the
 * device could not be read yet: one more question, asked when the block is about to be sent.
 */
export async function waitsForOthersWipe(
  context: SecurityContext,
  action: ActionWith<'blockDevice'>,
  record: ActionRecord,
  mailbox: Mailbox,
  through: Through,
): Promise<ActionOutcome | undefined> {
  const until = waitsUntil(context, record);
  if (until === undefined) return undefined;
  const devices = await observeDevicesOf(context.exchange, mailbox, through);
  for (const { guid, statistics } of devices.get(action.what.device.deviceId.toLowerCase()) ?? []) {
    const unread = context.journal.wipesOf(guid).find((one) => !one.wipe && mayStillCome(one, context.orders));
    if (unread) return waiting(context, action, `the wipe ${unread.actionId}`, until);
    if (hasUnfinishedWipe(statistics)) return waiting(context, action, 'a wipe that stands at Exchange', until);
  }
  return undefined;
}

/** Until when the block waits at most; undefined once that is over. */
function waitsUntil({ settings, clock }: SecurityContext, { firstSeenAt }: ActionRecord): number | undefined {
  const until = firstSeenAt + settings.safety.blockWaitsForWipeMs;
  return clock() < until ? until : undefined;
}

function waiting(
  { clock }: SecurityContext,
  action: ActionWith<'blockDevice'>,
  wipe: string,
  until: number,
): ActionOutcome {
  const summary = `The block waits for ${wipe} of the same device, which it would keep from arriving.`;
  const detail = 'It is carried out when the device acknowledges the wipe, or when safety.blockWaitsForWipe is over.';
  return outcome(action, 'waiting', summary, clock(), {
    problems: [warning('action.waiting', action.id, summary, detail)],
    nextAttemptAt: timestampFromMs(until),
  });
}
