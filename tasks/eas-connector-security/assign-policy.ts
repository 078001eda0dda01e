import { getMailboxPolicies, setMailboxPolicy } from '../../plugin/exchange/cmdlets';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { readPolicy } from '../../plugin/exchange/read-policy';
import type { ActionOutcome, ActionState, Mailbox, MailboxOutcome, MailboxPolicy } from '../../protocol';
import { groupMembers } from '../run/group-members';
import { concurrently } from '../run/concurrently';
import { noMailbox } from './access-lists';
import { observeMailbox } from './observe';
import { actionProblem, outcome } from './outcome';
import { refuseOutOfScope, type ActionWith, type Carry, type SecurityContext } from './security-context';
import { send } from './send';

type Assign = ActionWith<'assignPolicy'>;

/** Assigns a mailbox policy to those mailboxes that have another one. */
export const carryAssignPolicy: Carry<'assignPolicy'> = async (context, action, record) => {
  const { exchange, clock, settings, journal } = context;
  if (exchange.version === 'Online' && action.what.organizationalUnits.length > 0) {
    const summary = 'Exchange Online has no organizational units to assign by. Nothing was sent.';
    const problems = [actionProblem(action, 'action.invalid', summary, 'Assign by group instead.')];
    return outcome(action, 'refused', summary, clock(), { problems });
  }
  const policies = (await exchange.all(getMailboxPolicies(exchange.version))).map(readPolicy);
  const policy = findPolicy(policies, action.what.policy);
  if (!policy) {
    const summary = `Exchange has no mailbox policy ${action.what.policy || 'that is the default'}.`;
    const problems = [actionProblem(action, 'action.notFound', summary)];
    return outcome(action, 'failed', summary, clock(), { problems });
  }
  const names = new Map(action.what.mailboxes.map((name) => [name.toLowerCase(), name]));
  for (const member of await groupMembers(exchange, action.what.groups)) {
    names.set(member.guid, member.primarySmtpAddress || member.guid);
  }
  if (!settings.safety.reportOnly) await journal.put(action.id, { ...record, unconfirmedAt: clock() });
  const done: MailboxOutcome[] = [];
  const steps: string[] = [];
  await concurrently([...names.values()], settings.limits.maxConcurrentCommands, async (name) => {
    done.push(await assignOne(context, action, policy, name, steps));
  });
  return summarize(action, policy, done, steps, clock());
};

/** A policy by name or GUID; the default one for an empty name. */
function findPolicy(policies: readonly MailboxPolicy[], wanted: string): MailboxPolicy | undefined {
  if (wanted === '') return policies.find(({ isDefault }) => isDefault);
  const name = wanted.toLowerCase();
  return policies.find((policy) => policy.guid === name || policy.name.toLowerCase() === name);
}

async function assignOne(
  context: SecurityContext,
  action: Assign,
  policy: MailboxPolicy,
  name: string,
  steps: string[],
): Promise<MailboxOutcome> {
  const of = (state: ActionState, mailbox?: Mailbox, problems: MailboxOutcome['problems'] = []): MailboxOutcome => ({
    mailboxGuid: mailbox?.guid ?? '',
    mailbox: name,
    state,
    problems,
  });
  try {
    const mailbox = await observeMailbox(context.exchange, name, context.needsPlace);
    if (!mailbox) {
      const { state, problems } = await noMailbox(context, action, name);
      return of(state, undefined, problems);
    }
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return of(refused.state, mailbox, refused.problems);
    if (hasPolicy(mailbox, policy)) return of('nothingToDo', mailbox);
    const step = `assign ${policy.name} to ${mailbox.primarySmtpAddress || name}`;
    steps.push(step);
    const held = context.brakes.hold({ action, steps: [step], mailbox, isDestructive: false, needsApproval: false });
    if (held) return of(held.state, mailbox, held.problems);
    context.log.info(step, { action: action.id });
    await send(context, setMailboxPolicy({ identity: mailbox.guid, policy: policy.name }), () => Promise.resolve());
    const after = await observeMailbox(context.exchange, mailbox.guid);
    return of(after && hasPolicy(after, policy) ? 'succeeded' : 'appliedUnconfirmed', mailbox);
  } catch (error) {
    if (!(error instanceof ExchangeError) || error.code === 'cancelled') throw error;
    return of('failed', undefined, [error.toProblem(name)]);
  }
}

/** A mailbox names its policy by name or by path. */
function hasPolicy({ activeSyncMailboxPolicy }: Mailbox, policy: MailboxPolicy): boolean {
  const current = activeSyncMailboxPolicy.toLowerCase();
  const last = current.split(/[\\/]/).at(-1) ?? '';
  return (
    [policy.name, policy.identity].some((name) => name !== '' && [current, last].includes(name.toLowerCase())) ||
    current === policy.guid
  );
}

/** An action on several mailboxes is as far as the least advanced of them. */
const WORST_FIRST: readonly ActionState[] = ['appliedUnconfirmed', 'waiting', 'awaitingApproval', 'wouldBeDone'];

function summarize(
  action: Assign,
  policy: MailboxPolicy,
  mailboxes: readonly MailboxOutcome[],
  steps: readonly string[],
  now: number,
): ActionOutcome {
  const count = (state: ActionState): number => mailboxes.filter((one) => one.state === state).length;
  const unfinished = WORST_FIRST.find((state) => count(state) > 0);
  const failed = count('failed') + count('refused');
  const state =
    unfinished ??
    (failed > 0
      ? 'failed'
      : count('succeeded') > 0
        ? 'succeeded'
        : mailboxes.length > 0 && count('notInThisOrganization') === mailboxes.length
          ? 'notInThisOrganization'
          : 'nothingToDo');
  const words = [
    `${policy.name}: ${String(count('succeeded'))} assigned`,
    `${String(count('nothingToDo'))} had it`,
    ...(count('notInThisOrganization') ? [`${String(count('notInThisOrganization'))} not in this organization`] : []),
    ...(failed ? [`${String(failed)} failed`] : []),
  ];
  const problems = mailboxes.flatMap((one) => one.problems).slice(0, 20);
  return outcome(action, state, `${words.join(', ')}.`, now, { mailboxes, steps, problems });
}
