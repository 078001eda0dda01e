import { getCasMailboxes, getMailboxes } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { guid } from '../../plugin/exchange/properties';
import { readMailbox } from '../../plugin/exchange/read-mailbox';
import type { Mailbox } from '../../protocol';
import type { PSObject } from '../../psrp';
import { mailboxInScope, type ResolvedScope } from '../run/scope';

/** The organization's mailboxes: all of them, for joining, and which are in scope. */
export interface Mailboxes {
  readonly byName: ReadonlyMap<string, Mailbox>;
  readonly inScope: readonly Mailbox[];
}

/**
 * Reads every mailbox with its client access settings. Get-CASMailbox has the ActiveSync properties, Get-Mailbox the
 * place in the organization; both lists are read once and joined by GUID.
 */
export async function readMailboxes(exchange: Exchange, scope: ResolvedScope): Promise<Mailboxes> {
  const places = new Map<string, PSObject>();
  for await (const object of exchange.stream(getMailboxes())) places.set(guid(object, 'Guid'), object);
  const byName = new Map<string, Mailbox>();
  const inScope: Mailbox[] = [];
  for await (const object of exchange.stream(getCasMailboxes())) {
    const place = places.get(guid(object, 'Guid'));
    places.delete(guid(object, 'Guid'));
    const mailbox = readMailbox(object, place);
    byName.set(mailbox.distinguishedName.toLowerCase(), mailbox);
    if (mailboxInScope(mailbox, scope)) inScope.push(mailbox);
  }
  return { byName, inScope };
}
