import {
  getCasMailboxes,
  getMailboxes,
  getPartnerships,
  type OnDomainController,
} from '../../../plugin/exchange/cmdlets';
import type { Exchange } from '../../../plugin/exchange/exchange';
import { guid } from '../../../plugin/exchange/properties';
import { readMailbox } from '../../../plugin/exchange/read-mailbox';
import { readPartnership } from '../../../plugin/exchange/read-partnership';
import type { AccessImpact, Mailbox, SafetyLimits, Scope } from '../../../protocol';
import type { PSObject } from '../../../psrp';
import { accessMailbox, type AccessMailbox, type AccessRules } from '../../run/access-decision';
import { mailboxNameOf } from '../../run/distinguished-name';
import { membersNamedIn } from '../../run/group-members';
import { isProtected } from '../../run/protected-mailbox';
import { resolveScope } from '../../run/resolve-scope';
import { isLimited, mailboxInScope } from '../../run/scope';
import { ImpactCounter } from './access-impact';
import type { PreApproval } from './access-step';

/** A what-if on the organization as it is now. */
export interface ImpactQuestion {
  readonly before: AccessRules;
  readonly after: AccessRules;
  readonly preApprove: boolean;
  /** Mailboxes outside it are counted like all others, but their lists are not touched. */
  readonly scope: Scope;
  readonly safety: Pick<SafetyLimits, 'protectedMailboxes' | 'protectedGroups'>;
  readonly at: OnDomainController;
}

/** What it found. */
export interface ImpactAnswer {
  readonly impact: AccessImpact;
  readonly preApprovals: readonly PreApproval[];
  /** Protected mailboxes with devices that would be cut off, by name. */
  readonly protectedMailboxes: readonly string[];
}

/**
 * Counts a change on the real partnerships, by two fresh lists: mailboxes with their personal lists, and partnerships.
 * Both are read to their end; one that breaks off is an error and never a small number.
 * @throws ExchangeError
 */
export async function readImpact(exchange: Exchange, question: ImpactQuestion): Promise<ImpactAnswer> {
  const { before, after, preApprove, at } = question;
  const mailboxes = new Map<string, AccessMailbox>();
  const outside = new Set<string>();
  const guarded = new Set<string>();
  const { placeOf, isInScope, isProtected } = await readSelection(exchange, question);
  for await (const object of exchange.stream(getCasMailboxes(at))) {
    const mailbox = readMailbox(object, placeOf(guid(object, 'Guid')));
    if (!isInScope(mailbox)) outside.add(mailbox.guid);
    if (isProtected(mailbox)) guarded.add(mailbox.guid);
    mailboxes.set(mailbox.distinguishedName.toLowerCase(), accessMailbox(mailbox));
  }
  const counter = new ImpactCounter({
    before,
    after,
    mayPreApprove: (mailbox) => preApprove && !outside.has(mailbox.guid),
    isProtected: (mailbox) => guarded.has(mailbox.guid),
  });
  for await (const object of exchange.stream(getPartnerships(exchange.version, at))) {
    const partnership = readPartnership(object, exchange.version);
    counter.add(partnership, mailboxes.get(mailboxNameOf(partnership.distinguishedName).toLowerCase()));
  }
  return {
    impact: counter.impact(),
    preApprovals: counter.preApprovals(),
    protectedMailboxes: counter.protectedMailboxes(),
  };
}

/** Which mailboxes are in scope, and which are protected. */
interface Selection {
  readonly placeOf: (mailboxGuid: string) => PSObject | undefined;
  readonly isInScope: (mailbox: Mailbox) => boolean;
  readonly isProtected: (mailbox: Mailbox) => boolean;
}

/** Where settings name mailboxes by their place, or by one of their other names, that takes one more list. */
async function readSelection(exchange: Exchange, question: ImpactQuestion): Promise<Selection> {
  const { scope, safety, preApprove } = question;
  const isScoped = preApprove && isLimited(scope);
  const places = new Map<string, PSObject>();
  if (isScoped || safety.protectedMailboxes.length > 0) {
    for await (const object of exchange.stream(getMailboxes({ ...question.at, withAddresses: true })))
      places.set(guid(object, 'Guid'), object);
  }
  const resolved = isScoped ? await resolveScope(exchange, scope) : undefined;
  const members = await membersNamedIn('safety.protectedGroups', exchange, safety.protectedGroups);
  const names = [...safety.protectedMailboxes, ...members.map((member) => member.guid)];
  const isNamed = new Set(names.map((name) => name.toLowerCase()));
  return {
    placeOf: (mailboxGuid) => places.get(mailboxGuid),
    isInScope: (mailbox) => !resolved || mailboxInScope(mailbox, resolved),
    isProtected: (mailbox) => isProtected(mailbox, isNamed),
  };
}
