import { getMailboxPolicies, setMailboxPolicy } from '../../plugin/exchange/cmdlets';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { readPolicy } from '../../plugin/exchange/read-policy';
import type { ActionOutcome, ActionState, Mailbox, MailboxOutcome, MailboxPolicy, Problem } from '../../protocol';
import { warning } from '../../protocol';
import { concurrently } from '../run/concurrently';
import { noMailbox } from './access-lists';
import { newRecord, type ActionRecord } from './action-record';
import { UNCONFIRMED_GRACE_MS } from './decide-wipe';
import { observeMailbox, sameServer, type Through } from './observe';
import { actionProblem, outcome } from './outcome';
import { APPLICATION_MAILBOXES, describeApplication, namesPolicy, readPolicyApplication } from './policy-application';
import { policyTargets, type Target } from './policy-targets';
import { readManyMailboxes } from './read-many-mailboxes';
import { afterFault, isLasting } from './retry';
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
  /** The mailboxes that have the policy, or were sent it. */
  readonly #concerned: Mailbox[] = [];
  /** The first fault that another attempt may mend. */
  #fault: Problem | undefined;
  readonly #through: Through;

  constructor(
    private readonly context: SecurityContext,
    private readonly action: ActionWith<'assignPolicy'>,
    private readonly record: ActionRecord,
    private readonly policy: MailboxPolicy,
  ) {
    this.#through = sameServer(context, record);
  }

  async carry(): Promise<ActionOutcome> {
    const { context, action, policy } = this;
    const targets = await policyTargets(context, action.what, this.#through, (name, error) => {
      this.#failed(name, undefined, error);
    });
    const different: Different[] = [];
    await this.#each(targets, async (target) => {
      const mailbox = await this.#look(target);
      if (mailbox) different.push({ name: target.name, mailbox });
    });
    const steps = different.map(
      ({ name, mailbox }) => `assign ${policy.name} to ${mailbox.primarySmtpAddress || name}`,
    );
    if (different.length > 0) {
      const change = { action, steps, mailbox: undefined, isDestructive: false, needsApproval: false };
      const held = context.brakes.hold(change);
      if (held) return { ...held, mailboxes: this.#done };
      await this.#assignAll(different);
    }
    return this.#outcome(steps);
  }

  /** The mailbox if it has to be changed; otherwise its outcome is noted. */
  async #look(target: Target): Promise<Mailbox | undefined> {
    const known = await this.#known(target);
    if (known) this.#note(target.name, target.mailbox, known.state, known.problems);
    return known ? undefined : target.mailbox;
  }

  /** What is known of a mailbox without changing it; undefined if it has to be changed. */
  async #known({
    name,
    mailbox,
    isElsewhere,
  }: Target): Promise<Pick<MailboxOutcome, 'state' | 'problems'> | undefined> {
    const { context, action, policy } = this;
    if (!mailbox) {
      return isElsewhere
        ? { state: 'notInThisOrganization', problems: [notHere(name)] }
        : await noMailbox(context, action, name);
    }
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return refused;
    const sentAt = this.record.sentTo?.[mailbox.guid];
    if (namesPolicy(mailbox.activeSyncMailboxPolicy, policy)) {
      this.#concerned.push(mailbox);
      return { state: sentAt === undefined ? 'nothingToDo' : 'succeeded', problems: [] };
    }
    const mayStillShow = sentAt !== undefined && context.clock() - sentAt < UNCONFIRMED_GRACE_MS;
    return mayStillShow ? { state: 'appliedUnconfirmed', problems: [] } : undefined;
  }

  /** Which mailboxes are changed is on disk before the first one is. */
  async #assignAll(different: readonly Different[]): Promise<void> {
    const { context, action, record } = this;
    const now = context.clock();
    const sentTo = new Map(Object.entries(record.sentTo ?? {}));
    for (const { mailbox } of different) sentTo.set(mailbox.guid, now);
    const server = this.#through === undefined ? {} : { domainController: this.#through };
    const write = (): Promise<void> =>
      context.journal.put(action.id, { ...record, ...server, sentTo: Object.fromEntries(sentTo) });
    await write();
    const sent: Different[] = [];
    await this.#each(different, async (one) => {
      await this.#assign(one, () => sentTo.delete(one.mailbox.guid));
      sent.push(one);
    });
    // What certainly did not arrive is sent again without waiting for it to show.
    if (sent.length < different.length) await write();
    await this.#confirm(sent);
  }

  async #assign({ name, mailbox }: Different, takeBack: () => unknown): Promise<void> {
    const { context, action, policy } = this;
    context.log.info(`assign ${policy.name} to ${mailbox.primarySmtpAddress || name}`, { action: action.id });
    const command = setMailboxPolicy({
      identity: mailbox.guid,
      policy: policy.name,
      ...(this.#through === undefined ? {} : { domainController: this.#through }),
    });
    await send(context, command, () => {
      takeBack();
      return Promise.resolve();
    });
  }

  /** Looks again at what was sent: by a list if that is many. */
  async #confirm(sent: readonly Different[]): Promise<void> {
    const { context, policy } = this;
    const guids = new Set(sent.map(({ mailbox }) => mailbox.guid));
    const listed = await readManyMailboxes(context.exchange, guids, { withPlace: false, through: this.#through });
    await this.#each(sent, async ({ name, mailbox }) => {
      const after =
        listed.get(mailbox.guid) ?? (await observeMailbox(context.exchange, mailbox.guid, false, this.#through));
      const isSeen = after !== undefined && namesPolicy(after.activeSyncMailboxPolicy, policy);
      this.#concerned.push(mailbox);
      this.#note(name, mailbox, isSeen ? 'succeeded' : 'appliedUnconfirmed');
    });
  }

  async #outcome(steps: readonly string[]): Promise<ActionOutcome> {
    const { context, action, record, policy } = this;
    const whole = summarizeMailboxes(action, policy.name, this.#done, steps, context.clock());
    if (!this.#fault || whole.state === 'appliedUnconfirmed') {
      return { ...whole, summary: `${whole.summary} ${await this.#application()}`.trimEnd() };
    }
    // Everything else is done; those that failed are tried again, for as long as the settings say.
    const { firstSeenAt, attempts, failingSince = firstSeenAt } = record;
    const since = { ...newRecord(action, firstSeenAt), attempts, failingSince };
    const again = afterFault(action, since, this.#fault, context.settings.safety.retryForMs, context.clock());
    const isOver = again.state === 'failed';
    const mailboxes = isOver ? failedForGood(this.#done) : this.#done;
    return {
      ...again,
      summary: `${whole.summary} ${isOver ? '' : 'Those are tried again.'}`.trimEnd(),
      steps,
      mailboxes,
    };
  }

  /** How many devices have applied the policy, where that costs few calls. It must not spoil what was done. */
  async #application(): Promise<string> {
    const { context, policy } = this;
    const mailboxes = this.#concerned.filter(({ hasActiveSyncDevicePartnership: has }) => has !== false);
    if (mailboxes.length === 0) return '';
    if (mailboxes.length > APPLICATION_MAILBOXES) {
      return 'Which devices have applied it is in their statistics, which a status refresh or the inventory reads.';
    }
    try {
      const limit = context.settings.limits.maxConcurrentCommands;
      const by = { limit, through: this.#through };
      return describeApplication(await readPolicyApplication(context.exchange, mailboxes, policy, by));
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.code === 'cancelled') throw error;
      context.log.warn('how many devices have applied a policy could not be read', { error: error.message });
      return '';
    }
  }

  /** Works through mailboxes; what goes wrong with one is its outcome, and the others are not touched. */
  async #each<T extends Target | Different>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    await concurrently(items, this.context.settings.limits.maxConcurrentCommands, async (item) => {
      try {
        await work(item);
      } catch (error) {
        this.#failed(item.name, item.mailbox, error);
      }
    });
  }

  /** A fault that another attempt may mend leaves the mailbox waiting. @throws what is no fault of one mailbox */
  #failed(name: string, mailbox: Mailbox | undefined, error: unknown): void {
    if (!(error instanceof ExchangeError) || error.code === 'cancelled') throw error;
    const fault = error.toProblem(name);
    if (!isLasting(fault.code)) this.#fault ??= fault;
    this.#note(name, mailbox, isLasting(fault.code) ? 'failed' : 'waiting', [fault]);
  }

  #note(name: string, mailbox: Mailbox | undefined, state: ActionState, problems: readonly Problem[] = []): void {
    this.#done.push({ mailboxGuid: mailbox?.guid ?? '', mailbox: name, state, problems });
  }
}

/** A member of a group that has no mailbox here is no fault of the order. */
function notHere(name: string): Problem {
  const detail = 'A contact, or in a hybrid organization a mailbox on the other side.';
  return warning('mailbox.notHere', name, `The group's member ${name} has no mailbox in this organization.`, detail);
}

/** What is not tried again has failed. */
function failedForGood(mailboxes: readonly MailboxOutcome[]): readonly MailboxOutcome[] {
  return mailboxes.map((one) => (one.state === 'waiting' ? { ...one, state: 'failed' as const } : one));
}
