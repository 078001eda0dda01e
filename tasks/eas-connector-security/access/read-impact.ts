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
import type { AccessImpact, Scope } from '../../../protocol';
import type { PSObject } from '../../../psrp';
import { accessMailbox, type AccessMailbox, type AccessRules } from '../../run/access-decision';
import { mailboxNameOf } from '../../run/distinguished-name';
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
  readonly at: OnDomainController;
}

/** What it found. */
export interface ImpactAnswer {
  readonly impact: AccessImpact;
  readonly preApprovals: readonly PreApproval[];
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
  const isInScope = preApprove && isLimited(question.scope) ? await scopeTest(exchange, question.scope) : undefined;
  for await (const object of exchange.stream(getCasMailboxes(at))) {
    const mailbox = readMailbox(object);
    if (isInScope && !isInScope(object)) outside.add(mailbox.guid);
    mailboxes.set(mailbox.distinguishedName.toLowerCase(), accessMailbox(mailbox));
  }
  const counter = new ImpactCounter({
    before,
    after,
    mayPreApprove: (mailbox) => preApprove && !outside.has(mailbox.guid),
  });
  for await (const object of exchange.stream(getPartnerships(exchange.version, at))) {
    const partnership = readPartnership(object, exchange.version);
    counter.add(partnership, mailboxes.get(mailboxNameOf(partnership.distinguishedName).toLowerCase()));
  }
  return { impact: counter.impact(), preApprovals: counter.preApprovals() };
}

/** Where the settings have a scope, mailboxes have a place in the organization too, which is a list of its own. */
async function scopeTest(exchange: Exchange, scope: Scope): Promise<(cas: PSObject) => boolean> {
  const resolved = await resolveScope(exchange, scope);
  const places = new Map<string, PSObject>();
  for await (const object of exchange.stream(getMailboxes())) places.set(guid(object, 'Guid'), object);
  return (cas) => mailboxInScope(readMailbox(cas, places.get(guid(cas, 'Guid'))), resolved);
}
