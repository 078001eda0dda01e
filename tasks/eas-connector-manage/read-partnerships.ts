import { getPartnerships } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { readPartnership } from '../../plugin/exchange/read-partnership';
import type { Mailbox, Partnership } from '../../protocol';
import { mailboxNameOf } from '../run/distinguished-name';
import { withMailbox } from '../run/join-partnership';
import type { Mailboxes } from './read-mailboxes';

/** The partnerships of one mailbox; of none that is in sight, if `mailbox` is undefined. */
export interface MailboxPartnerships {
  readonly mailbox: Mailbox | undefined;
  readonly partnerships: readonly Partnership[];
}

/**
 * Reads every partnership in one list and groups them by mailbox. The list is read to its end before anything is made
 * of it, so a list that breaks off is an error and never a short inventory.
 * @param keepUnplaced whether partnerships whose mailbox is not in sight are kept; without a scope they are
 */
export async function readPartnerships(
  exchange: Exchange,
  mailboxes: Mailboxes,
  keepUnplaced: boolean,
  onCount: (count: number) => void,
): Promise<readonly MailboxPartnerships[]> {
  const inScope = new Set(mailboxes.inScope);
  const groups = new Map<Mailbox | undefined, Partnership[]>();
  let count = 0;
  for await (const object of exchange.stream(getPartnerships(exchange.version))) {
    const partnership = readPartnership(object, exchange.version);
    count += 1;
    if (count % 1000 === 0) onCount(count);
    const mailbox = mailboxes.byName.get(mailboxNameOf(partnership.distinguishedName).toLowerCase());
    if (mailbox ? !inScope.has(mailbox) : !keepUnplaced) continue;
    const group = groups.get(mailbox) ?? [];
    group.push(mailbox ? withMailbox(partnership, mailbox) : partnership);
    groups.set(mailbox, group);
  }
  onCount(count);
  return [...groups].map(([mailbox, partnerships]) => ({ mailbox, partnerships }));
}
