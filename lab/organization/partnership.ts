import type { AccessDecision } from './access-decision';
import type { Device } from './device';
import { escapeCanonical, escapeRdn } from './distinguished-name';
import { firstSyncOf, lastSyncUntil, type LifeFacts, standingOrder } from './life-cycle';
import type { Mailbox } from './mailbox';
import type { MailboxPolicy } from './mailbox-policy';
import type { PartnershipState, WipeOrder } from './partnership-state';

/** What a partnership object needs besides the device, the mailbox and its state. */
export interface PartnershipContext {
  readonly guid: string;
  readonly now: number;
  readonly facts: () => LifeFacts;
  readonly access: () => AccessDecision;
  readonly policy: () => MailboxPolicy | undefined;
}

/** A device and a mailbox, as a reader sees them at a point in time. What costs something is worked out when asked for. */
export class Partnership {
  private decided: AccessDecision | undefined;

  constructor(
    readonly index: number,
    readonly device: Device,
    readonly mailbox: Mailbox,
    readonly state: PartnershipState,
    private readonly context: PartnershipContext,
  ) {}

  get guid(): string {
    return this.context.guid;
  }

  get firstSync(): number {
    return firstSyncOf(this.state, { seedFirstSync: this.device.firstSync });
  }

  get whenCreated(): number {
    return this.state.createdAt ?? this.device.firstSync;
  }

  /** The last synchronization; never before the first. */
  get lastSync(): number {
    return lastSyncUntil(this.state, this.context.facts(), this.context.now);
  }

  get access(): AccessDecision {
    this.decided ??= this.context.access();
    return this.decided;
  }

  get policy(): MailboxPolicy | undefined {
    return this.context.policy();
  }

  /** The name in the directory: type and ID, and before them the client type if it is not EAS. */
  get name(): string {
    const { clientType, deviceType, deviceId } = this.device;
    return clientType === 'EAS' ? `${deviceType}§${deviceId}` : `${clientType}§${deviceType}§${deviceId}`;
  }

  get distinguishedName(): string {
    return `CN=${escapeRdn(this.name)},CN=ExchangeActiveSyncDevices,${this.mailbox.distinguishedName}`;
  }

  /** The canonical name, as Identity shows it. */
  get identity(): string {
    return `${this.mailbox.canonicalName}/ExchangeActiveSyncDevices/${escapeCanonical(this.name)}`;
  }

  /** Status, as the statistics show it. */
  get wipeStatus(): string {
    const kind = standingOrder(this.state);
    if (kind !== undefined) {
      const prefix = kind === 'accountOnly' ? 'AccountOnly' : '';
      return `${prefix}DeviceWipe${this.acknowledgedAt(this.state[kind]) === null ? 'Pending' : 'Succeeded'}`;
    }
    return this.access.state === 'Blocked' ? 'DeviceBlocked' : 'DeviceOk';
  }

  /** When the order was acknowledged, as far as that is known by now. */
  acknowledgedAt(order: WipeOrder | null): number | null {
    const at = order?.acknowledgedAt ?? null;
    return at === null || at > this.context.now ? null : at;
  }
}
