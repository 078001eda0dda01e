import { createHash } from 'node:crypto';
import type { Action, ActionOutcome, Attempt, Timestamp, WipeKind } from '../../protocol';
import type { Collection } from '../../plugin/state/store';

/**
 * What the connector remembers of one action: the journal's record, written before anything is sent and completed with
 * what was seen afterwards. Its key is the action's id.
 */
export interface ActionRecord {
  /** The record's own version; a newer one is not touched. */
  readonly version: 1;
  readonly actionId: string;
  /** What the action was; the same id with another content is refused. */
  readonly fingerprint: string;
  readonly kind: Action['what']['kind'];
  readonly orderedBy: string;
  /** When the connector first saw the action, in milliseconds since 1970, as all times here. */
  readonly firstSeenAt: number;
  readonly attempts: readonly Attempt[];
  /** When a destructive command was sent, for the limits. */
  readonly destructiveAt?: number;
  /** When a change was sent whose effect has not been seen. */
  readonly unconfirmedAt?: number;
  /** For changes of several mailboxes: when each was sent, by the mailbox's GUID. */
  readonly sentTo?: Readonly<Record<string, number>>;
  /** For wipes: the device, so that a block of it can wait. */
  readonly deviceId?: string;
  readonly wipe?: WipeRecord;
  /** The last outcome; once it is final the action is over. */
  readonly outcome?: ActionOutcome;
}

/** What the connector remembers of a wipe. */
export interface WipeRecord {
  readonly guid: string;
  /** Seconds since 1970, UTC. */
  readonly firstSyncSeconds: number;
  readonly kind: WipeKind;
  readonly deviceId: string;
  readonly mailboxGuid: string;
  /** Written before the command is sent: from here on it may have been. */
  readonly issuedAt: number;
  /** When Exchange said that it had taken the command. Unknown after a crash or a lost answer. */
  readonly takenAt?: number;
  /** The request time of this kind that the device had before; the command's own differs from it. */
  readonly requestTimeBefore?: Timestamp;
  /** The request time that belongs to this order, once Exchange has shown it. */
  readonly requestTime?: Timestamp;
  /** True once the device's status has said that the wipe stands. */
  readonly wasSeenStanding?: boolean;
  readonly sentTime?: Timestamp;
  readonly ackTime?: Timestamp;
  /** Written before the command that ends the standing order is sent. */
  readonly endingAt?: number;
}

/** The journal of actions. */
export type Journal = Collection<ActionRecord>;

/** A fingerprint of what an action orders. Who ordered it and when are no part of it. */
export function fingerprint(action: Action): string {
  return createHash('sha256').update(canonical(action.what)).digest('hex').slice(0, 32);
}

/** JSON with keys in order, so that the same order has the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** The record of an action that the connector sees for the first time. */
export function newRecord(action: Action, now: number): ActionRecord {
  return {
    version: 1,
    actionId: action.id,
    fingerprint: fingerprint(action),
    kind: action.what.kind,
    orderedBy: action.orderedBy,
    firstSeenAt: now,
    attempts: [],
  };
}
