import type { ClientFamily, ClientModel, ClientSystem, DeviceRandom } from './client-family';
import { type Dice, TOPIC } from './dice';
import type { MailboxWorld } from './mailbox';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What all devices have in common. */
export interface DeviceWorld extends MailboxWorld {
  /** When the organization was made, exactly: newcomers had their first contact minutes before. */
  readonly bornAt: number;
  /** The catalogue, by thousandths: entry n is the family of those who roll n. */
  readonly families: readonly ClientFamily[];
}

/** A device as the seed makes it. What was changed since lies in the overlay. */
export class Device {
  readonly family: ClientFamily;
  private readonly model: ClientModel;
  private readonly system: ClientSystem;

  /** @param seedIndex the partnership whose rolls make the device; for a device that took a new ID, its predecessor */
  constructor(
    private readonly world: DeviceWorld,
    readonly seedIndex: number,
    /** How many new IDs the device has made itself. */
    readonly idSalt: number,
  ) {
    const { dice, families } = world;
    const found = families[dice.below(families.length, TOPIC.family, seedIndex)];
    if (found === undefined) throw new RangeError('The catalogue of clients is empty.');
    this.family = found;
    this.model = dice.pick(found.models, TOPIC.model, seedIndex);
    this.system = dice.pick(this.model.systems, TOPIC.system, seedIndex);
  }

  get deviceId(): string {
    return this.family.deviceId(deviceRandom(this.world.dice, this.seedIndex, this.idSalt));
  }

  get deviceType(): string {
    return this.family.deviceType;
  }

  get deviceModel(): string {
    return this.model.model;
  }

  get deviceOS(): string {
    return this.system.os;
  }

  get userAgent(): string {
    return this.system.userAgent;
  }

  get friendlyName(): string {
    return this.model.friendlyName;
  }

  get language(): string {
    return this.world.dice.pick(['en', 'en-US', 'fi-FI', 'de-DE', 'sv-SE', 'pl', ''], TOPIC.language, this.seedIndex);
  }

  /** IMEI of 15 digits; empty where the client reports none. */
  get imei(): string {
    return this.hasSubscriber ? `35${this.subscriberDigits(13, 0)}` : '';
  }

  get mobileOperator(): string {
    return this.hasSubscriber
      ? this.world.dice.pick(['Contoso Mobile', 'Fabrikam Telecom', 'Northwind'], TOPIC.subscriber, this.seedIndex, 20)
      : '';
  }

  get telephoneNumber(): string {
    return this.hasSubscriber ? `*******${this.subscriberDigits(4, 40)}` : '';
  }

  /** ClientType as this version of Exchange shows it. */
  get clientType(): string {
    const { version } = this.world.site;
    if (version === 'Online' || this.family.clientType === 'MOWA') return this.family.clientType;
    return 'EAS';
  }

  /** The EAS version that client and server agree on; empty if the client does not speak EAS here. */
  get clientVersion(): string {
    const own = this.family.activeSyncVersion || (this.clientType === 'EAS' ? '16.1' : '');
    return own !== '' && Number(own) > Number(this.world.site.activeSyncVersion)
      ? this.world.site.activeSyncVersion
      : own;
  }

  /** Whether the client knows account-only wipes: EAS 16.1, or an app that only erases its own data anyway. */
  get canWipeAccountOnly(): boolean {
    return this.clientVersion === '16.1' || this.family.wipeEffect === 'appData';
  }

  /** The first synchronization when nothing was changed, in milliseconds. */
  get firstSync(): number {
    const { dice, origin, bornAt } = this.world;
    if (this.isNewcomer) return bornAt - dice.below(10 * MINUTE, TOPIC.firstSync, this.seedIndex);
    // Squared, so that recent ones are more frequent: from 20 days to about four years.
    const age = (dice.bits(TOPIC.firstSync, this.seedIndex) / 0x1_0000_0000) ** 2;
    return Math.floor(origin - 20 * DAY - age * 1400 * DAY);
  }

  /** One in 400 has just had its first contact, and is still being discovered. */
  get isNewcomer(): boolean {
    return this.world.dice.chance(1 / 400, TOPIC.newcomer, this.seedIndex);
  }

  /** How long the server takes to learn what the device is: 1 to 14 minutes. */
  get discoveryMs(): number {
    return (60 + this.world.dice.below(13 * 60, TOPIC.discovery, this.seedIndex)) * 1000;
  }

  /** How often the device synchronizes, in milliseconds. */
  get periodMs(): number {
    const roll = this.world.dice.below(100, TOPIC.rhythm, this.seedIndex);
    if (roll < 55) return this.heartbeatSeconds * 1000;
    if (roll < 85) return HOUR * (1 + (roll % 6));
    return DAY;
  }

  /** When the device fell silent; undefined if it still synchronizes. About one in eight has. */
  get silentSince(): number | undefined {
    if (this.isNewcomer) return undefined;
    const roll = this.world.dice.below(1000, TOPIC.silence, this.seedIndex);
    if (roll >= 120) return undefined;
    const days = roll < 50 ? 8 + roll : 60 + (roll - 50) * 8;
    return Math.max(this.firstSync, this.world.origin - days * DAY);
  }

  get heartbeatSeconds(): number {
    return this.world.dice.pick([480, 900, 1680, 3540], TOPIC.heartbeat, this.seedIndex);
  }

  get foldersSynced(): number {
    return 3 + this.world.dice.below(30, TOPIC.folders, this.seedIndex);
  }

  /** Until when the device counts as moved from an older version; undefined for nearly all. */
  get upgradeUntil(): number | undefined {
    return this.world.dice.chance(0.004, TOPIC.upgrade, this.seedIndex) ? this.world.origin + 3 * DAY : undefined;
  }

  /** Whether the mailbox's personal lists name the device when nothing was changed. */
  get listed(): 'allowed' | 'blocked' | undefined {
    const roll = this.world.dice.below(1000, TOPIC.listed, this.seedIndex);
    if (roll < 60) return 'allowed';
    return roll < 75 ? 'blocked' : undefined;
  }

  private get hasSubscriber(): boolean {
    return this.family.hasSubscriber && this.world.dice.chance(0.7, TOPIC.subscriber, this.seedIndex, 99);
  }

  private subscriberDigits(count: number, from: number): string {
    let text = '';
    for (let digit = 0; digit < count; digit++) {
      text += String(this.world.dice.below(10, TOPIC.subscriber, this.seedIndex, from + digit));
    }
    return text;
  }
}

/** Spreads the catalogue over a thousand places by the families' shares. */
export function familiesByShare(catalogue: readonly ClientFamily[]): ClientFamily[] {
  return catalogue.flatMap((family) => Array<ClientFamily>(family.share).fill(family));
}

function deviceRandom(dice: Dice, index: number, salt: number): DeviceRandom {
  const text = (alphabet: string, length: number): string => {
    let made = '';
    for (let place = 0; place < length; place++) {
      made += alphabet.charAt(dice.below(alphabet.length, TOPIC.deviceId, index, salt * 64 + place));
    }
    return made;
  };
  return {
    dice,
    index,
    salt,
    hex: (length) => dice.hex(length, TOPIC.deviceId, index, salt + 1),
    serial: (length) => text('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', length),
    digits: (length) => text('0123456789', length),
    chance: (share) => dice.chance(share, TOPIC.deviceId, index, 0x7fff),
  };
}
