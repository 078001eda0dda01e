import { setDeviceLists } from '../../plugin/exchange/cmdlets';
import type { Action, ActionOutcome, DeviceOfMailbox, Mailbox } from '../../protocol';
import type { ActionRecord } from './action-record';
import { toAllow, toBlock, type ListChanges } from './device-lists';
import { carryIdempotent, type Seen } from './idempotent-change';
import { isMailboxElsewhere, observeMailbox } from './observe';
import { actionProblem, outcome } from './outcome';
import { refuseOutOfScope, type Carry, type SecurityContext } from './security-context';
import { waitsForWipe } from './waits-for-wipe';

/** Allows a device for a mailbox. */
export const carryAllow: Carry<'allowDevice'> = (context, action, record) =>
  carryLists(context, action, record, action.what.device, toAllow, 'allowed', false);

/** Blocks a device for a mailbox, but not before a wipe under way could arrive. */
export const carryBlock: Carry<'blockDevice'> = async (context, action, record) => {
  const waiting = waitsForWipe(context, action, record);
  return waiting ?? carryLists(context, action, record, action.what.device, toBlock, 'blocked', true);
};

type Decide = (mailbox: Mailbox, deviceId: string) => ListChanges | undefined;

function carryLists(
  context: SecurityContext,
  action: Action,
  record: ActionRecord,
  { mailbox: name, deviceId }: DeviceOfMailbox,
  decide: Decide,
  word: string,
  isDestructive: boolean,
): Promise<ActionOutcome> {
  const look = async (): Promise<Seen> => {
    const mailbox = await observeMailbox(context.exchange, name, context.needsPlace);
    if (!mailbox) return { is: 'impossible', outcome: await noMailbox(context, action, name) };
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return { is: 'impossible', outcome: refused };
    const changes = decide(mailbox, deviceId);
    if (!changes)
      return { is: 'asWanted', summary: `${deviceId} is ${word} for ${mailbox.primarySmtpAddress || name}.` };
    const { step, ...lists } = changes;
    return {
      is: 'different',
      mailbox,
      steps: [{ step, command: setDeviceLists({ identity: mailbox.guid, ...lists }) }],
    };
  };
  return carryIdempotent(context, action, record, { look, isDestructive });
}

/** The outcome for a mailbox that is not here: elsewhere in a hybrid organization, or nowhere. */
export async function noMailbox(context: SecurityContext, action: Action, name: string): Promise<ActionOutcome> {
  if (await isMailboxElsewhere(context.exchange, name)) {
    const summary = `The mailbox of ${name} is not in this organization.`;
    const detail = 'In a hybrid organization, order the action at the connection where the mailbox is.';
    const problems = [actionProblem(action, 'mailbox.notHere', summary, detail)];
    return outcome(action, 'notInThisOrganization', summary, context.clock(), { problems });
  }
  const summary = `Exchange has no mailbox ${name}.`;
  const problems = [actionProblem(action, 'action.notFound', summary)];
  return outcome(action, 'failed', summary, context.clock(), { problems });
}
