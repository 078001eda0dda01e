import { setDeviceLists } from '../../plugin/exchange/cmdlets';
import type { Action, ActionOutcome, ActionState, Mailbox } from '../../protocol';
import { newRecord, type ActionRecord } from './action-record';
import { toAllow, toBlock, type ListChanges } from './device-lists';
import { carryIdempotent, type Seen } from './idempotent-change';
import { isMailboxElsewhere, observeMailbox, sameServer, type Through } from './observe';
import { actionProblem, outcome } from './outcome';
import { refuseOutOfScope, type ActionWith, type Carry, type SecurityContext } from './security-context';
import { waitsForOrderedWipe, waitsForOthersWipe } from './waits-for-wipe';

/** Allows a device for a mailbox. */
export const carryAllow: Carry<'allowDevice'> = (context, action, record) =>
  carryLists(context, action, record, { decide: toAllow, word: 'allowed', isDestructive: false });

/** Blocks a device for a mailbox, but not before a wipe under way could arrive. */
export const carryBlock: Carry<'blockDevice'> = async (context, action, record) => {
  const waiting = waitsForOrderedWipe(context, action, record);
  if (waiting) return waiting;
  const mayNot = (mailbox: Mailbox, through: Through): Promise<ActionOutcome | undefined> =>
    waitsForOthersWipe(context, action, record, mailbox, through);
  return carryLists(context, action, record, { decide: toBlock, word: 'blocked', isDestructive: true, mayNot });
};

/** What allowing and blocking differ in. */
interface ListOrder {
  readonly decide: (mailbox: Mailbox, deviceId: string) => ListChanges | undefined;
  readonly word: string;
  readonly isDestructive: boolean;
  /** The outcome if the change, which would be sent now, has to wait. */
  readonly mayNot?: (mailbox: Mailbox, through: Through) => Promise<ActionOutcome | undefined>;
}

async function carryLists(
  context: SecurityContext,
  action: ActionWith<'allowDevice' | 'blockDevice'>,
  record: ActionRecord,
  { decide, word, isDestructive, mayNot }: ListOrder,
): Promise<ActionOutcome> {
  const { mailbox: name, deviceId } = action.what.device;
  const through = sameServer(context, record);
  let isAsked = record.unconfirmedAt !== undefined;
  const look = async (): Promise<Seen> => {
    const mailbox = await observeMailbox(context.exchange, name, context.needsPlace, through);
    if (!mailbox) return { is: 'impossible', outcome: await noMailbox(context, action, name) };
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return { is: 'impossible', outcome: refused };
    const changes = decide(mailbox, deviceId);
    if (!changes)
      return { is: 'asWanted', summary: `${deviceId} is ${word} for ${mailbox.primarySmtpAddress || name}.` };
    const waiting = isAsked ? undefined : await mayNot?.(mailbox, through);
    isAsked = true;
    if (waiting) return { is: 'impossible', outcome: waiting };
    const { step, ...lists } = changes;
    const command = setDeviceLists({ identity: mailbox.guid, domainController: through, ...lists });
    return { is: 'different', mailbox, steps: [{ step, command }] };
  };
  const result = await carryIdempotent(context, action, record, { look, isDestructive });
  if (DONE.has(result.state)) await overtake(context, action);
  return result;
}

const DONE: ReadonlySet<ActionState> = new Set<ActionState>(['succeeded', 'nothingToDo', 'appliedUnconfirmed']);

/** An earlier order to the contrary that has not been carried out must not undo this one when its turn comes. */
async function overtake({ journal, orders, clock }: SecurityContext, action: Action): Promise<void> {
  for (const earlier of orders.overtakenBy(action)) {
    const record = journal.get(earlier.id) ?? newRecord(earlier, clock());
    if (record.outcome?.isFinal || record.takenBackBy !== undefined || !orders.hasSame(record)) continue;
    await journal.put(earlier.id, { ...record, takenBackBy: action.id });
  }
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
