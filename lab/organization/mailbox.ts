import { type Dice, TOPIC } from './dice';
import { escapeCanonical, escapeRdn } from './distinguished-name';
import type { GuidCodec } from './guid-codec';
import { asciiName, personOf, type Person } from './people';
import { type OrganizationalUnit, type Site, unitCanonicalName, unitDn } from './sites';

/** What all mailboxes have in common. */
export interface MailboxWorld {
  readonly dice: Dice;
  readonly guids: GuidCodec;
  readonly site: Site;
  /** The time on which the organization's history is laid out, in milliseconds. */
  readonly origin: number;
}

/** Departments; groups are made of them. */
export const DEPARTMENTS = ['Sales', 'Engineering', 'Finance', 'Operations', 'Legal'] as const;

/** A mailbox as the seed makes it. What was changed since lies in the overlay. */
export class Mailbox {
  readonly person: Person;

  constructor(
    private readonly world: MailboxWorld,
    readonly index: number,
  ) {
    this.person = personOf(world.dice, index);
  }

  get guid(): string {
    return this.world.guids.encode('mailbox', this.index);
  }

  get externalDirectoryObjectId(): string {
    return this.world.site.version === 'Online' ? this.world.guids.encode('directoryObject', this.index) : '';
  }

  get displayName(): string {
    const { firstName, lastName } = this.person;
    // Some organizations write names with a comma, which a distinguished name must escape.
    return this.index % 37 === 5 ? `${lastName}, ${firstName}` : `${firstName} ${lastName}`;
  }

  /** The name in the directory; unique, because it ends with the mailbox's number. */
  get name(): string {
    return `${this.displayName} ${this.index}`;
  }

  get alias(): string {
    return `${asciiName(this.person.firstName)}.${asciiName(this.person.lastName)}${this.index}`;
  }

  /** At most 20 characters, as sAMAccountName allows. */
  get samAccountName(): string {
    const name = asciiName(this.person.lastName).slice(0, 10);
    return `${asciiName(this.person.firstName).charAt(0)}${name}${this.index}`;
  }

  get primarySmtpAddress(): string {
    return `${this.alias}@${this.world.site.acceptedDomains[0]}`;
  }

  get userPrincipalName(): string {
    return this.primarySmtpAddress;
  }

  get unit(): OrganizationalUnit {
    return this.world.dice.pick(this.world.site.units, TOPIC.organizationalUnit, this.index);
  }

  get organizationalUnit(): string {
    return unitCanonicalName(this.world.site, this.unit);
  }

  get distinguishedName(): string {
    return `CN=${escapeRdn(this.name)},${unitDn(this.world.site, this.unit)}`;
  }

  /** The canonical name, for example contoso.com/Sales/Anna Berg 12. */
  get canonicalName(): string {
    return `${this.organizationalUnit}/${escapeCanonical(this.name)}`;
  }

  /** Identity as Get-Mailbox gives it: the canonical name on-premises, the name alone in Exchange Online. */
  get identity(): string {
    return this.world.site.version === 'Online' ? this.name : this.canonicalName;
  }

  get department(): string {
    return this.world.dice.pick(DEPARTMENTS, TOPIC.department, this.index);
  }

  get database(): string {
    return this.world.dice.pick(this.world.site.databases, TOPIC.database, this.index);
  }

  get recipientTypeDetails(): string {
    const roll = this.world.dice.below(100, TOPIC.mailboxKind, this.index);
    if (roll < 3) return 'SharedMailbox';
    return roll < 5 ? 'RoomMailbox' : 'UserMailbox';
  }

  get whenCreated(): number {
    return this.world.origin - (30 + this.world.dice.below(4000, TOPIC.created, this.index)) * 86_400_000;
  }

  /** Whether EAS is enabled when nothing was changed. */
  get activeSyncEnabled(): boolean {
    return !this.world.dice.chance(0.015, TOPIC.activeSync, this.index);
  }

  /** The number of the policy that was assigned when nothing was changed; 0 is the default policy. */
  get policyNumber(): number {
    const roll = this.world.dice.below(100, TOPIC.policy, this.index);
    if (roll < 80) return 0;
    if (roll < 92) return 1;
    return roll < 98 ? 2 : 3;
  }
}

/** The number at the end of a mailbox's name, alias or address, which says which mailbox it is. */
export function numberInName(name: string): number | undefined {
  const digits = /(\d{1,9})$/.exec(name.split('@')[0] ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
