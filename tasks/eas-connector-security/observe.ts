import {
  getCasMailboxes,
  getDeviceStatistics,
  getMailboxes,
  getOrganizationSettings,
  getPartnerships,
  getRecipient,
} from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { text } from '../../plugin/exchange/properties';
import { readMailbox } from '../../plugin/exchange/read-mailbox';
import { readPartnership, readStatistics, type ReadStatistics } from '../../plugin/exchange/read-partnership';
import { timestampFromMs, type Mailbox, type Partnership } from '../../protocol';
import { mailboxNameOf } from '../run/distinguished-name';
import { withMailbox, withStatistics } from '../run/join-partnership';
import type { ActionRecord } from './action-record';

/** The domain controller to read from and write to; undefined, as always Online: any. */
export type Through = string | undefined;

/** How long what became of a change is read where it was written. By then every domain controller has it. */
const SAME_SERVER_MS = 24 * 60 * 60_000;

/**
 * The domain controller that all reads and writes of one change go through, on-premises: that of the run, or, while it
 * is still open whether a change arrived, the one that it was sent to.
 */
export function sameServer(
  { domainController, clock }: { readonly domainController: Through; readonly clock: () => number },
  { domainController: used, unconfirmedAt, wipe }: ActionRecord,
): Through {
  const sentAt = unconfirmedAt ?? wipe?.issuedAt;
  const isOpen = used !== undefined && sentAt !== undefined && clock() - sentAt < SAME_SERVER_MS;
  return isOpen ? used : domainController;
}

/** A domain controller for this run: the one that answers the first question. Exchange Online has none to name. */
export async function chooseDomainController(exchange: Exchange): Promise<Through> {
  if (exchange.version === 'Online') return undefined;
  const settings = await exchange.one(getOrganizationSettings());
  return (settings && text(settings, 'OriginatingServer')) || undefined;
}

/**
 * The partnership with this GUID, with its statistics; undefined if Exchange has none.
 * @throws ExchangeError also if Exchange returned another object than the one that was asked for
 */
export async function observePartnership(
  exchange: Exchange,
  guid: string,
  domainController?: Through,
): Promise<Partnership | undefined> {
  const which = { identity: guid, domainController };
  const object = await exchange.one(getPartnerships(exchange.version, which));
  if (!object) return undefined;
  const partnership = readPartnership(object, exchange.version);
  if (partnership.guid !== guid) throw otherObject('partnership', guid, partnership.guid);
  const readAt = timestampFromMs(exchange.now());
  const found = await exchange.one(getDeviceStatistics(exchange.version, which));
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
  domainController?: Through,
): Promise<Mailbox | undefined> {
  const name = mailboxNameOf(partnership.distinguishedName);
  return name === '' ? undefined : observeMailbox(exchange, name, withPlace, domainController);
}

/**
 * A mailbox by address, user principal name, GUID or distinguished name.
 * @param withPlace reads its place in the organization too, which scopes need
 */
export async function observeMailbox(
  exchange: Exchange,
  identity: string,
  withPlace = false,
  domainController?: Through,
): Promise<Mailbox | undefined> {
  const which = { identity, domainController };
  const cas = await exchange.one(getCasMailboxes(which));
  if (!cas) return undefined;
  const place = withPlace ? await exchange.one(getMailboxes({ ...which, withAddresses: true })) : undefined;
  return readMailbox(cas, place);
}

/** The statistics of all devices of a mailbox, by device ID in lower case. */
export async function observeDevicesOf(
  exchange: Exchange,
  mailbox: Mailbox,
  domainController?: Through,
): Promise<ReadonlyMap<string, readonly ReadStatistics[]>> {
  const readAt = timestampFromMs(exchange.now());
  const devices = new Map<string, readonly ReadStatistics[]>();
  const command = getDeviceStatistics(exchange.version, { mailbox: mailbox.guid, domainController });
  for (const object of await exchange.all(command)) {
    const read = readStatistics(object, readAt);
    const deviceId = read.deviceId.toLowerCase();
    devices.set(deviceId, [...(devices.get(deviceId) ?? []), read]);
  }
  return devices;
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
