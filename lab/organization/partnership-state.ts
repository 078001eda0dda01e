import type { WipeEffect } from './client-family';

/** An order to wipe, as Exchange keeps it. It stands until it is cancelled or the partnership is removed. */
export interface WipeOrder {
  readonly requestedAt: number;
  readonly requestor: string;
  readonly sentAt: number | null;
  readonly acknowledgedAt: number | null;
}

/** What the overlay keeps of a partnership that was touched. Times are milliseconds. */
export interface PartnershipState {
  /** How many partnership objects this place has had before. */
  readonly generation: number;
  /** Whether the object exists. */
  readonly present: boolean;
  /** WhenCreated; null as the seed has it. */
  readonly createdAt: number | null;
  /** FirstSyncTime; null as the seed has it. */
  readonly firstSync: number | null;
  /** Whether the account is set up on the device. Without it the device does not synchronize. */
  readonly hasAccount: boolean;
  /** When the account will be set up again; null if never. */
  readonly returnsAt: number | null;
  /** Whether the device then comes back under a new device ID. */
  readonly returnsWithNewId: boolean;
  /** The last synchronization before the account went; null while it is there. */
  readonly lastSync: number | null;
  /** A synchronization out of turn, ordered through the control server. */
  readonly extraSync: number | null;
  readonly wholeDevice: WipeOrder | null;
  readonly accountOnly: WipeOrder | null;
  /** How often the device has been erased. */
  readonly erasures: number;
  /** Until when all that had to happen has happened. */
  readonly settledAt: number;
}

/** A partnership that nobody has touched, at a point in time. */
export function untouched(now: number): PartnershipState {
  return {
    generation: 0,
    present: true,
    createdAt: null,
    firstSync: null,
    hasAccount: true,
    returnsAt: null,
    returnsWithNewId: false,
    lastSync: null,
    extraSync: null,
    wholeDevice: null,
    accountOnly: null,
    erasures: 0,
    settledAt: now,
  };
}

/** Something that happened to a device because of a wipe. */
export interface Erasure {
  readonly at: number;
  readonly effect: WipeEffect;
  readonly generation: number;
  /** The first synchronization of the partnership that was erased. */
  readonly firstSync: number;
  /** How often the device has been erased, this time included. */
  readonly count: number;
}
