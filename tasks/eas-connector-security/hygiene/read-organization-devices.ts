import { getCasMailboxes, getMailboxes, getPartnerships } from '../../../plugin/exchange/cmdlets';
import type { Exchange } from '../../../plugin/exchange/exchange';
import { guid } from '../../../plugin/exchange/properties';
import { readMailbox } from '../../../plugin/exchange/read-mailbox';
import { readPartnership } from '../../../plugin/exchange/read-partnership';
import type { Mailbox, Partnership } from '../../../protocol';
import type { PSObject } from '../../../psrp';
import { mailboxNameOf } from '../../run/distinguished-name';
import { mailboxInScope, partnershipInScope } from '../../run/scope';
import type { SecurityContext } from '../security-context';

/** What hygiene needs of a partnership: little, because all of an organization's are held at once. */
export type Device = Pick<
  Partnership,
  | 'guid'
  | 'firstSyncTime'
  | 'whenCreated'
  | 'whenChanged'
  | 'deviceId'
  | 'deviceType'
  | 'deviceModel'
  | 'deviceOs'
  | 'deviceUserAgent'
  | 'deviceImei'
  | 'deviceTelephoneNumber'
  | 'clientType'
  | 'friendlyName'
> & {
  /** False for one that the scope's client types leave out: it counts as a partnership, and nothing is done with it. */
  readonly isInScope: boolean;
};

/** A mailbox in scope, with all its partnerships. */
export interface MailboxDevices {
  readonly mailbox: Mailbox;
  readonly devices: readonly Device[];
}

/**
 * Reads every mailbox in scope with its partnerships, by whole lists. A list that breaks off is an error: an ID must not
 * look dead because a list was short. Partnerships whose mailbox is not in sight are left out; nothing is known of them.
 */
export async function readOrganizationDevices(context: SecurityContext): Promise<readonly MailboxDevices[]> {
  const { exchange, scope, clock, domainController } = context;
  const through = domainController === undefined ? {} : { domainController };
  const mailboxes = await readMailboxes(context, through);
  const now = clock();
  for await (const object of exchange.stream(getPartnerships(exchange.version, through))) {
    const partnership = readPartnership(object, exchange.version);
    const place = mailboxes.get(mailboxNameOf(partnership.distinguishedName).toLowerCase());
    place?.devices.push(
      slim(partnership, partnershipInScope(partnership, { ...scope.scope, inactiveForMs: undefined }, now)),
    );
  }
  return [...mailboxes.values()];
}

async function readMailboxes(
  { exchange, scope, needsPlace, isScoped }: SecurityContext,
  through: { readonly domainController?: string },
): Promise<Map<string, { readonly mailbox: Mailbox; readonly devices: Device[] }>> {
  const places = needsPlace ? await placesByGuid(exchange, through) : undefined;
  const mailboxes = new Map<string, { readonly mailbox: Mailbox; readonly devices: Device[] }>();
  for await (const object of exchange.stream(getCasMailboxes(through))) {
    const mailbox = readMailbox(object, places?.get(guid(object, 'Guid')));
    if (isScoped && !mailboxInScope(mailbox, scope)) continue;
    mailboxes.set(mailbox.distinguishedName.toLowerCase(), { mailbox, devices: [] });
  }
  return mailboxes;
}

async function placesByGuid(
  exchange: Exchange,
  through: { readonly domainController?: string },
): Promise<ReadonlyMap<string, PSObject>> {
  const places = new Map<string, PSObject>();
  for await (const object of exchange.stream(getMailboxes({ ...through, withAddresses: true })))
    places.set(guid(object, 'Guid'), object);
  return places;
}

function slim(partnership: Partnership, isInScope: boolean): Device {
  return {
    guid: partnership.guid,
    firstSyncTime: partnership.firstSyncTime,
    whenCreated: partnership.whenCreated,
    whenChanged: partnership.whenChanged,
    deviceId: partnership.deviceId,
    deviceType: partnership.deviceType,
    deviceModel: partnership.deviceModel,
    deviceOs: partnership.deviceOs,
    deviceUserAgent: partnership.deviceUserAgent,
    deviceImei: partnership.deviceImei,
    deviceTelephoneNumber: partnership.deviceTelephoneNumber,
    clientType: partnership.clientType,
    friendlyName: partnership.friendlyName,
    isInScope,
  };
}
