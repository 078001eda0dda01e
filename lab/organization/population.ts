import { TOPIC } from './dice';
import { Device, type DeviceWorld } from './device';
import type { Layout } from './layout';
import { isPending, lastSyncUntil, live, type LifeFacts, type Lived, resetNow, syncNow } from './life-cycle';
import type { Overlay, View, WriteContext } from './overlay';
import { type PartnershipState, untouched } from './partnership-state';

/** An erasure of a device, as the control server reports it. */
export interface ErasedPhone {
  /** The partnership through which the wipe came. */
  readonly partnershipGuid: string;
  readonly deviceId: string;
  readonly mailbox: number;
  /** What was erased. */
  readonly effect: 'wholeDevice' | 'account' | 'appData';
  /** ISO 8601. */
  readonly at: string;
  /** The FirstSyncTime of the partnership when it was erased; ISO 8601. */
  readonly firstSyncTime: string;
  /** How often the device has been erased, this time included. */
  readonly count: number;
}

/** A device that came back under a new ID. */
interface Successor {
  readonly seedIndex: number;
  readonly idSalt: number;
  readonly mailbox: number;
}

const HOUR = 3_600_000;

/** The devices and what becomes of them. Numbers below the layout's are the seed's; those above are successors. */
export class Population {
  private readonly pending = new Set<number>();
  private readonly successors: Successor[] = [];
  private readonly successorsOf = new Map<number, number[]>();
  private erasures = 0;

  constructor(
    private readonly world: DeviceWorld,
    readonly layout: Layout,
    private readonly overlay: Overlay,
    private readonly now: () => number,
    /** Whether the device is served now: false while it is blocked. */
    private readonly isServed: (index: number) => boolean,
  ) {
    for (let number = 0; ; number++) {
      const successor = overlay.current('successor', String(number)) as Successor | undefined;
      if (successor === undefined) break;
      this.remember(successor);
    }
    for (const id of overlay.ids('partnership')) {
      if (isPending(overlay.current('partnership', id) as PartnershipState)) this.pending.add(Number(id));
    }
    this.erasures = [...overlay.ids('erasure')].length;
  }

  /** How many places for partnerships there are; some may be empty. */
  get places(): number {
    return this.layout.partnerships + this.successors.length;
  }

  device(index: number): Device {
    const successor = this.successors[index - this.layout.partnerships];
    return successor === undefined
      ? new Device(this.world, index, 0)
      : new Device(this.world, successor.seedIndex, successor.idSalt);
  }

  mailboxOf(index: number): number {
    return this.successors[index - this.layout.partnerships]?.mailbox ?? this.layout.mailboxOf(index);
  }

  /** The places of a mailbox. */
  placesOf(mailbox: number): number[] {
    const [begin, end] = this.layout.partnershipsOf(mailbox);
    const places: number[] = [];
    for (let index = begin; index < end; index++) places.push(index);
    return [...places, ...(this.successorsOf.get(mailbox) ?? [])];
  }

  /** The state of a place, after all that had to happen has happened. */
  state(index: number, view?: View): PartnershipState {
    if (this.pending.has(index)) this.settle(index);
    const kept = this.overlay.read('partnership', String(index), view) as PartnershipState | undefined;
    return kept ?? untouched(this.now());
  }

  /** Lets everything happen that had to happen by now, for all devices. Comes before every change of the directory. */
  settleAll(): void {
    for (const index of [...this.pending]) this.settle(index, 'keepTime');
  }

  /** Changes a partnership as a cmdlet does: seen after the replication lag. */
  change(index: number, patch: Partial<PartnershipState>, context: WriteContext): void {
    const state = { ...this.state(index), ...patch, settledAt: context.now };
    this.overlay.write('partnership', String(index), state, context);
    this.watch(index, state);
  }

  /** The device synchronizes now. */
  sync(index: number): void {
    this.apply(index, syncNow(this.state(index), this.facts(index), this.now()));
  }

  /** The device is reset and set up again now, if wanted under a new device ID. */
  reset(index: number, withNewId: boolean): void {
    const now = this.now();
    if (withNewId) {
      const [before, facts] = [this.state(index), this.facts(index)];
      // What it did under the old ID stays known.
      const lastSync = lastSyncUntil(before, facts, now);
      const state = { ...before, hasAccount: false, lastSync, returnsAt: now, returnsWithNewId: true };
      this.apply(index, live(state, facts, now));
    } else {
      this.apply(index, resetNow(this.state(index), this.facts(index), now));
    }
  }

  /** Every erasure there has been, in the order in which they became known. */
  *erasedPhones(): Iterable<ErasedPhone> {
    for (let number = 0; number < this.erasures; number++) {
      yield this.overlay.current('erasure', String(number)) as ErasedPhone;
    }
  }

  /** How many partnership objects exist now. */
  countPresent(): number {
    this.settleAll();
    let absent = 0;
    for (const id of this.overlay.ids('partnership')) {
      if (!(this.overlay.current('partnership', id) as PartnershipState).present) absent++;
    }
    return this.places - absent;
  }

  /** What the device's life depends on. */
  facts(index: number, device = this.device(index)): LifeFacts {
    const { dice, site } = this.world;
    const isServed = this.isServed;
    return {
      seedFirstSync: device.firstSync,
      periodMs: device.periodMs,
      silentSince: device.silentSince,
      get isServed(): boolean {
        return isServed(index);
      },
      wipeSupported: device.family.wipeSupported,
      wipeEffect: device.family.wipeEffect,
      reportsAcknowledgement: site.version !== 'Online',
      acknowledgesAfterMs: 1500 + dice.below(6000, TOPIC.acknowledgement, index),
      comeback: (erasures) => {
        const roll = dice.below(100, TOPIC.comeback, index, erasures);
        if (roll >= 50) return undefined;
        return {
          afterMs: 20 * HOUR + dice.below(10 * HOUR, TOPIC.comeback, index, erasures + 999),
          withNewId: roll < 15,
        };
      },
    };
  }

  /**
   * @param keepTime before a change: a blocked device's time is kept although nothing happened to it, so that what did
   * not happen while it was blocked does not happen later as if it had not been
   */
  private settle(index: number, keepTime?: 'keepTime'): void {
    const before = this.overlay.current('partnership', String(index)) as PartnershipState | undefined;
    if (before === undefined) return;
    const facts = this.facts(index);
    const lived = live(before, facts, this.now());
    const unchanged = JSON.stringify({ ...lived.state, settledAt: before.settledAt }) === JSON.stringify(before);
    if (unchanged && (keepTime === undefined || facts.isServed)) return;
    this.apply(index, lived);
  }

  private apply(index: number, lived: Lived): void {
    for (const { at, effect, generation, firstSync, count } of lived.erasures) {
      const erased: ErasedPhone = {
        partnershipGuid: this.world.guids.encode('device', index, generation),
        deviceId: this.device(index).deviceId,
        mailbox: this.mailboxOf(index),
        effect,
        at: new Date(at).toISOString(),
        firstSyncTime: new Date(firstSync).toISOString(),
        count,
      };
      this.overlay.amend('erasure', String(this.erasures++), erased, at);
    }
    if (lived.leftForNewIdAt !== undefined) this.succeed(index, lived.leftForNewIdAt);
    this.overlay.amend('partnership', String(index), lived.state, this.now());
    this.watch(index, lived.state);
  }

  private watch(index: number, state: PartnershipState): void {
    if (isPending(state)) this.pending.add(index);
    else this.pending.delete(index);
  }

  private succeed(index: number, at: number): void {
    const { seedIndex, idSalt } = this.device(index);
    const generations = this.successors.filter((other) => other.seedIndex === seedIndex).length;
    const successor = { seedIndex, idSalt: Math.max(idSalt, generations) + 1, mailbox: this.mailboxOf(index) };
    const place = this.places;
    this.overlay.amend('successor', String(this.successors.length), successor, at);
    this.overlay.amend('partnership', String(place), { ...untouched(at), createdAt: at, firstSync: at }, at);
    this.remember(successor);
  }

  private remember(successor: Successor): void {
    const place = this.places;
    this.successors.push(successor);
    this.successorsOf.set(successor.mailbox, [...(this.successorsOf.get(successor.mailbox) ?? []), place]);
  }
}
