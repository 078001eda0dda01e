import { getMailboxPolicies, setMailboxPolicy } from '../../plugin/exchange/cmdlets';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { readPolicy } from '../../plugin/exchange/read-policy';
import type { ActionOutcome, ActionState, Mailbox, MailboxOutcome, MailboxPolicy, Problem } from '../../protocol';
import { groupMembers } from '../run/group-members';
import { concurrently } from '../run/concurrently';
import { noMailbox } from './access-lists';
import type { ActionRecord } from './action-record';
import { UNCONFIRMED_GRACE_MS } from './decide-wipe';
import { observeMailbox } from './observe';
import { actionProblem, outcome } from './outcome';
import { summarizeMailboxes } from './summarize-mailboxes';
import { refuseOutOfScope, type ActionWith, type Carry, type SecurityContext } from './security-context';
import { send } from './send';

/** Assigns a mailbox policy to those mailboxes that have another one. */
export const carryAssignPolicy: Carry<'assignPolicy'> = async (context, action, record) => {
  const { exchange, clock } = context;
  const { policy: wanted, organizationalUnits } = action.what;
  if (exchange.version === 'Online' && organizationalUnits.length > 0) {
    const summary = 'Exchange Online has no organizational units to assign by. Nothing was sent.';
    const problems = [actionProblem(action, 'action.invalid', summary, 'Assign by group instead.')];
    return outcome(action, 'refused', summary, clock(), { problems });
  }
  const policies = (await exchange.all(getMailboxPolicies(exchange.version))).map(readPolicy);
  const policy = findPolicy(policies, wanted);
  if (!policy) {
    const summary = `Exchange has no mailbox policy ${wanted || 'that is the default'}.`;
    const problems = [actionProblem(action, 'action.notFound', summary)];
    return outcome(action, 'failed', summary, clock(), { problems });
  }
  return new Assignment(context, action, record, policy).carry();
};

/** A policy by name or GUID; the default one for an empty name. */
function findPolicy(policies: readonly MailboxPolicy[], wanted: string): MailboxPolicy | undefined {
  if (wanted === '') return policies.find(({ isDefault }) => isDefault);
  const name = wanted.toLowerCase();
  return policies.find((policy) => policy.guid === name || policy.name.toLowerCase() === name);
}

/** A mailbox that has another policy. */
interface Different {
  readonly name: string;
  readonly mailbox: Mailbox;
}

/** One assignment: look at every mailbox, write down what will be sent, send it, look again. */
class Assignment {
  readonly #done: MailboxOutcome[] = [];

  constructor(
    private readonly context: SecurityContext,
    private readonly action: ActionWith<'assignPolicy'>,
    private readonly record: ActionRecord,
    private readonly policy: MailboxPolicy,
  ) {}

  async carry(): Promise<ActionOutcome> {
    const { context, action, policy } = this;
    const different: Different[] = [];
    await this.#each(await this.#names(), async (name) => {
      const mailbox = await this.#look(name);
      if (mailbox) different.push({ name, mailbox });
    });
    const steps = different.map(
      ({ name, mailbox }) => `assign ${policy.name} to ${mailbox.primarySmtpAddress || name}`,
    );
    if (different.length > 0) {
      const change = { action, steps, mailbox: undefined, isDestructive: false, needsApproval: false };
      const held = context.brakes.hold(change);
      if (held) return { ...held, mailboxes: this.#done };
      await this.#write(different);
      await this.#each(different, (one) => this.#assign(one));
    }
    return summarizeMailboxes(action, policy.name, this.#done, steps, context.clock());
  }

  /** The mailboxes that the action names, each once, with the members of its groups. */
  async #names(): Promise<readonly string[]> {
    const { mailboxes, groups } = this.action.what;
    const names = new Map(mailboxes.map((name) => [name.toLowerCase(), name]));
    for (const { guid, primarySmtpAddress } of await groupMembers(this.context.exchange, groups)) {
      const name = primarySmtpAddress || guid;
      names.set(name.toLowerCase(), name);
    }
    return [...names.values()];
  }

  /** The mailbox if it has to be changed; otherwise its outcome is noted. */
  async #look(name: string): Promise<Mailbox | undefined> {
    const { context, action, policy } = this;
    const mailbox = await observeMailbox(context.exchange, name, context.needsPlace);
    if (!mailbox) {
      const { state, problems } = await noMailbox(context, action, name);
      return this.#note(name, undefined, state, problems);
    }
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return this.#note(name, mailbox, refused.state, refused.problems);
    const sentAt = this.record.sentTo?.[mailbox.guid];
    if (hasPolicy(mailbox, policy)) {
      return this.#note(name, mailbox, sentAt === undefined ? 'nothingToDo' : 'succeeded');
    }
    const mayStillShow = sentAt !== undefined && context.clock() - sentAt < UNCONFIRMED_GRACE_MS;
    return mayStillShow ? this.#note(name, mailbox, 'appliedUnconfirmed') : mailbox;
  }

  /** Which mailboxes are changed is on disk before the first one is. */
  async #write(different: readonly Different[]): Promise<void> {
    const { context, action, record } = this;
    const now = context.clock();
    const sentTo = Object.fromEntries(different.map(({ mailbox }) => [mailbox.guid, now]));
    await context.journal.put(action.id, { ...record, sentTo: { ...record.sentTo, ...sentTo } });
  }

  async #assign({ name, mailbox }: Different): Promise<void> {
    const { context, action, policy } = this;
    context.log.info(`assign ${policy.name} to ${mailbox.primarySmtpAddress || name}`, { action: action.id });
    const command = setMailboxPolicy({ identity: mailbox.guid, policy: policy.name });
    await send(context, command, () => Promise.resolve());
    const after = await observeMailbox(context.exchange, mailbox.guid);
    this.#note(name, mailbox, after && hasPolicy(after, policy) ? 'succeeded' : 'appliedUnconfirmed');
  }

  /** Works through mailboxes; what goes wrong with one is its outcome, and the others are not touched. */
  async #each<T extends string | Different>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    await concurrently(items, this.context.settings.limits.maxConcurrentCommands, async (item) => {
      try {
        await work(item);
      } catch (error) {
        if (!(error instanceof ExchangeError) || error.code === 'cancelled') throw error;
        const name = typeof item === 'string' ? item : item.name;
        this.#note(name, typeof item === 'string' ? undefined : item.mailbox, 'failed', [error.toProblem(name)]);
      }
    });
  }

  #note(name: string, mailbox: Mailbox | undefined, state: ActionState, problems: readonly Problem[] = []): undefined {
    this.#done.push({ mailboxGuid: mailbox?.guid ?? '', mailbox: name, state, problems });
    return undefined;
  }
}

/** A mailbox names its policy by name, by path, or by GUID. */
function hasPolicy({ activeSyncMailboxPolicy }: Mailbox, { name, identity, guid }: MailboxPolicy): boolean {
  const current = activeSyncMailboxPolicy.toLowerCase();
  const last = current.split(/[\\/]/).at(-1) ?? '';
  const names = [name, identity, guid].filter((one) => one !== '').map((one) => one.toLowerCase());
  return names.includes(current) || names.includes(last);
}
