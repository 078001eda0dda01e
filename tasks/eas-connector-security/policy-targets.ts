import type { Mailbox } from '../../protocol';
import { concurrently } from '../run/concurrently';
import { groupMembers, hasMailboxHere } from '../run/group-members';
import { observeMailbox, type Through } from './observe';
import { readMailboxesOfUnit, readManyMailboxes } from './read-many-mailboxes';
import type { ActionWith, SecurityContext } from './security-context';

/** One of those that a policy is to be assigned to. */
export interface Target {
  /** What it was called. */
  readonly name: string;
  readonly mailbox: Mailbox | undefined;
  /** True for a member of a group that is known to have no mailbox here: nobody need ask. */
  readonly isElsewhere: boolean;
}

/** Somebody whose mailbox is still to be read. */
interface Named {
  readonly name: string;
  /** What the mailbox is asked for by: the GUID of a group's member, or the name that was given. */
  readonly identity: string;
}

/**
 * Finds everybody that an assignment names, each once: mailboxes by name, members of groups, mailboxes of organizational
 * units. What goes wrong with one mailbox is given to `onFault`, and the others are found all the same.
 */
export async function policyTargets(
  context: SecurityContext,
  order: ActionWith<'assignPolicy'>['what'],
  through: Through,
  onFault: (name: string, error: unknown) => void,
): Promise<readonly Target[]> {
  const { exchange, needsPlace: withPlace } = context;
  const found = new Map<string, Target>();
  const add = (name: string, mailbox: Mailbox): void => {
    if (!found.has(mailbox.guid)) found.set(mailbox.guid, { name, mailbox, isElsewhere: false });
  };
  for (const unit of order.organizationalUnits) {
    for (const mailbox of (await readMailboxesOfUnit(exchange, unit, { withPlace, through })).values()) {
      add(mailbox.primarySmtpAddress || mailbox.guid, mailbox);
    }
  }
  const named = new Map<string, Named>();
  for (const name of order.mailboxes) named.set(name.toLowerCase(), { name, identity: name });
  const elsewhere: Target[] = [];
  for (const member of await groupMembers(exchange, order.groups)) {
    const name = member.primarySmtpAddress || member.displayName || member.guid;
    if (!hasMailboxHere(member)) elsewhere.push({ name, mailbox: undefined, isElsewhere: true });
    // A mailbox that is named besides, by its address, is one of those already.
    else if (!found.has(member.guid) && !named.has(name.toLowerCase()))
      named.set(member.guid, { name, identity: member.guid });
  }
  const missing = await readNamed(context, named, through, { add, onFault });
  return [...found.values(), ...elsewhere, ...missing];
}

/** Reads those named: by a list if they are many, and who is not in it one by one. Gives those that Exchange does not know. */
async function readNamed(
  { exchange, needsPlace: withPlace, settings }: SecurityContext,
  named: ReadonlyMap<string, Named>,
  through: Through,
  to: {
    readonly add: (name: string, mailbox: Mailbox) => void;
    readonly onFault: (name: string, error: unknown) => void;
  },
): Promise<readonly Target[]> {
  const listed = await readManyMailboxes(exchange, new Set(named.keys()), { withPlace, through });
  const left = new Map(named);
  for (const mailbox of listed.values()) {
    for (const key of [
      mailbox.guid,
      mailbox.primarySmtpAddress.toLowerCase(),
      mailbox.distinguishedName.toLowerCase(),
    ]) {
      const one = left.get(key);
      if (one) to.add(one.name, mailbox);
      left.delete(key);
    }
  }
  const missing: Target[] = [];
  await concurrently(left.values(), settings.limits.maxConcurrentCommands, async ({ name, identity }) => {
    try {
      const mailbox = await observeMailbox(exchange, identity, withPlace, through);
      if (mailbox) to.add(name, mailbox);
      else missing.push({ name, mailbox: undefined, isElsewhere: false });
    } catch (error) {
      to.onFault(name, error);
    }
  });
  return missing;
}
