import { rdnValue, splitDn } from './distinguished-name';
import type { GuidCodec } from './guid-codec';
import { type Mailbox, numberInName } from './mailbox';
import type { Partnership } from './partnership';
import type { Reader } from './reader';
import type { Site } from './sites';

/** Finds objects by all that Exchange accepts as an identity. Nothing is searched: names carry their numbers. */
export class IdentityResolver {
  constructor(
    private readonly guids: GuidCodec,
    private readonly site: Site,
  ) {}

  /** The mailbox of an identity: name, alias, address, GUID, distinguished or canonical name, DOMAIN\account. */
  mailbox(reader: Reader, identity: string): Mailbox | undefined {
    const byGuid = this.guids.decode('mailbox', identity) ?? this.guids.decode('directoryObject', identity);
    const number = byGuid?.index ?? numberInName(lastName(identity));
    if (number === undefined || number >= reader.mailboxCount) return undefined;
    const mailbox = reader.mailbox(number);
    return byGuid !== undefined || this.names(mailbox).includes(identity.toLowerCase()) ? mailbox : undefined;
  }

  /** The partnership of an identity: GUID, distinguished name, canonical name, or mailbox\…\type§id. */
  partnership(reader: Reader, identity: string): Partnership | undefined {
    const byGuid = this.guids.decode('device', identity);
    if (byGuid !== undefined) {
      const found = this.isPlace(reader, byGuid.index) ? reader.partnership(byGuid.index) : undefined;
      return found?.state.generation === byGuid.generation ? found : undefined;
    }
    const owner = ownerOf(identity);
    const mailbox = owner === undefined ? undefined : this.mailbox(reader, owner);
    if (mailbox === undefined) return undefined;
    const wanted = identity.toLowerCase();
    return reader
      .partnershipsOf(mailbox)
      .find(
        (partnership) =>
          [partnership.distinguishedName, partnership.identity].some((name) => name.toLowerCase() === wanted) ||
          wanted.endsWith(`\\exchangeactivesyncdevices\\${partnership.name.toLowerCase()}`),
      );
  }

  private isPlace(reader: Reader, index: number): boolean {
    return index < reader.placeCount;
  }

  private names(mailbox: Mailbox): string[] {
    const { alias, samAccountName, name, distinguishedName, canonicalName } = mailbox;
    const addresses = this.site.acceptedDomains.map((domain) => `${alias}@${domain}`);
    const netBios = `${this.site.domain.split('.')[0] ?? ''}\\${samAccountName}`;
    return [alias, samAccountName, name, distinguishedName, canonicalName, netBios, ...addresses].map((text) =>
      text.toLowerCase(),
    );
  }
}

/** The last part of a name, in which the object's own name stands. */
function lastName(identity: string): string {
  if (/^cn=/i.test(identity)) return rdnValue(splitDn(identity)[0] ?? '');
  return identity.split(/[/\\]/).at(-1) ?? '';
}

/** The mailbox's identity within a partnership's. */
function ownerOf(identity: string): string | undefined {
  if (/^cn=/i.test(identity)) return splitDn(identity).slice(2).join(',');
  return /^(.+)[/\\]ExchangeActiveSyncDevices[/\\]/i.exec(identity)?.[1];
}
