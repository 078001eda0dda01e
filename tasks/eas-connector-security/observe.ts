import {
  getCasMailboxes,
  getDeviceStatistics,
  getMailboxes,
  getPartnerships,
  getRecipient,
} from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { text } from '../../plugin/exchange/properties';
import { readMailbox } from '../../plugin/exchange/read-mailbox';
import { readPartnership, readStatistics } from '../../plugin/exchange/read-partnership';
import { timestampFromMs, type Mailbox, type Partnership } from '../../protocol';
import { mailboxNameOf } from '../run/distinguished-name';
import { withMailbox, withStatistics } from '../run/join-partnership';

/**
 * The partnership with this GUID, with its statistics; undefined if Exchange has none.
 * @throws ExchangeError also if Exchange returned another object than the one that was asked for
 */
export async function observePartnership(exchange: Exchange, guid: string): Promise<Partnership | undefined> {
  const object = await exchange.one(getPartnerships(exchange.version, { identity: guid }));
  if (!object) return undefined;
  const partnership = readPartnership(object, exchange.version);
  if (partnership.guid !== guid) throw otherObject('partnership', guid, partnership.guid);
  const readAt = timestampFromMs(exchange.now());
  const found = await exchange.one(getDeviceStatistics(exchange.version, { identity: guid }));
  if (!found) return partnership;
  const statistics = readStatistics(found, readAt);
  if (statistics.guid !== '' && statistics.guid !== guid) throw otherObject('statistics', guid, statistics.guid);
  return withStatistics(partnership, statistics);
}

/** With an identity it does not know, a cmdlet may return something else. Nothing is done to it. */
function otherObject(what: string, asked: string, got: string): ExchangeError {
  return new ExchangeError({
    code: 'protocol.malformed',
    summary: `Exchange returned the ${what} ${got || 'without a GUID'} where ${asked} was asked for.`,
    detail: 'Nothing was done with it.',
  });
}

/** The mailbox of a partnership, with the partnership completed by it; undefined if it is not in sight. */
export async function observeMailboxOf(
  exchange: Exchange,
  partnership: Partnership,
  withPlace: boolean,
): Promise<Mailbox | undefined> {
  const name = mailboxNameOf(partnership.distinguishedName);
  return name === '' ? undefined : observeMailbox(exchange, name, withPlace);
}

/**
 * A mailbox by address, user principal name, GUID or distinguished name.
 * @param withPlace reads its place in the organization too, which scopes need
 */
export async function observeMailbox(
  exchange: Exchange,
  identity: string,
  withPlace = false,
): Promise<Mailbox | undefined> {
  const cas = await exchange.one(getCasMailboxes({ identity }));
  if (!cas) return undefined;
  const place = withPlace ? await exchange.one(getMailboxes({ identity })) : undefined;
  return readMailbox(cas, place);
}

/** True if the organization knows a recipient of this name that has no mailbox here, as in a hybrid organization. */
export async function isMailboxElsewhere(exchange: Exchange, identity: string): Promise<boolean> {
  const recipient = await exchange.one(getRecipient({ identity }));
  return recipient !== undefined && !/^(?!Remote).*Mailbox$/i.test(text(recipient, 'RecipientTypeDetails'));
}

/** All partnerships of a mailbox, with statistics. */
export async function observePartnershipsOf(exchange: Exchange, mailbox: Mailbox): Promise<readonly Partnership[]> {
  const found: Partnership[] = [];
  for (const object of await exchange.all(getPartnerships(exchange.version, { mailbox: mailbox.guid }))) {
    const { guid } = readPartnership(object, exchange.version);
    const partnership = await observePartnership(exchange, guid);
    if (partnership) found.push(withMailbox(partnership, mailbox));
  }
  return found;
}
