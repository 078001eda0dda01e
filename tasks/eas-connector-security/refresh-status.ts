import type { Mailbox, MailboxOutcome, Partnership, Problem, WipeKind, WipeStatus } from '../../protocol';
import { withMailbox } from '../run/join-partnership';
import { noMailbox } from './access-lists';
import { observeMailbox, observeMailboxOf, observePartnership, observePartnershipsOf } from './observe';
import { actionProblem, outcome } from './outcome';
import type { Carry, SecurityContext } from './security-context';
import { wipeStands, wipeTimesSince } from './wipe-times';

/** Reads the status of devices and reports it; changes nothing. */
export const carryRefresh: Carry<'refreshStatus'> = async (context, action) => {
  const { exchange, clock } = context;
  const problems: Problem[] = [];
  const mailboxes: MailboxOutcome[] = [];
  let count = 0;
  for (const guid of action.what.partnershipGuids) {
    const partnership = await observePartnership(exchange, guid.toLowerCase());
    if (!partnership) {
      problems.push(actionProblem(action, 'action.notFound', `Exchange has no partnership ${guid}.`));
      continue;
    }
    const mailbox = await observeMailboxOf(exchange, partnership, false);
    await report(context, partnership, mailbox);
    count += 1;
  }
  for (const name of action.what.mailboxes) {
    const mailbox = await observeMailbox(exchange, name);
    if (!mailbox) {
      const { state, problems: why } = await noMailbox(context, action, name);
      mailboxes.push({ mailboxGuid: '', mailbox: name, state, problems: why });
      continue;
    }
    for (const partnership of await observePartnershipsOf(exchange, mailbox)) {
      await report(context, partnership, mailbox);
      count += 1;
    }
    mailboxes.push({ mailboxGuid: mailbox.guid, mailbox: name, state: 'succeeded', problems: [] });
  }
  const summary = `The status of ${String(count)} device${count === 1 ? '' : 's'} was read.`;
  const isPoor = count === 0 && problems.length + mailboxes.filter(({ state }) => state !== 'succeeded').length > 0;
  return outcome(action, isPoor ? 'failed' : 'succeeded', summary, clock(), { problems, mailboxes });
};

function report(context: SecurityContext, partnership: Partnership, mailbox: Mailbox | undefined): Promise<void> {
  const complete = mailbox ? withMailbox(partnership, mailbox) : partnership;
  return context.reportStatus({ partnership: complete, wipe: standingWipe(complete) });
}

/** The wipe that stands on a device, whoever ordered it. */
function standingWipe(partnership: Partnership): WipeStatus | undefined {
  const { statistics } = partnership;
  const kind = (['wholeDevice', 'accountOnly'] as const).find((known: WipeKind) => wipeStands(statistics, known));
  if (!kind) return undefined;
  const { requested, sent, acknowledged } = wipeTimesSince(partnership, kind);
  return {
    phase: acknowledged ? 'acknowledged' : sent ? 'sent' : 'pending',
    kind,
    effect: undefined,
    requestedAt: requested,
    sentAt: sent,
    acknowledgedAt: acknowledged,
    endedAt: undefined,
    lastSyncAttemptAt: statistics?.lastSyncAttemptTime,
    known: statistics?.status ?? '',
    partnership: partnership.firstSyncTime && { guid: partnership.guid, firstSyncTime: partnership.firstSyncTime },
  };
}
