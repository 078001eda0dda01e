import { createHash } from 'node:crypto';
import type { Action, ActionOutcome, Attempt, Timestamp, WipeKind } from '../../protocol';

/**
 * What the connector remembers of one action: the journal's record, written before anything is sent and completed with
 * what was seen afterwards. Its key is the action's id.
 */
export interface ActionRecord {
  /** The record's own version; a newer one is not touched. */
  readonly version: number;
  readonly actionId: string;
  /** What the action was; the same id with another content is refused. */
  readonly fingerprint: string;
  readonly kind: Action['what']['kind'];
  readonly orderedBy: string;
  /** When the connector first saw the action, in milliseconds since 1970, as all times here. */
  readonly firstSeenAt: number;
  readonly attempts: readonly Attempt[];
  /** Since when every attempt has failed; absent after one that did not. */
  readonly failingSince?: number;
  /** When a destructive command was sent, for the limits. */
  readonly destructiveAt?: number;
  /** When a change was sent whose effect has not been seen. */
  readonly unconfirmedAt?: number;
  /** The domain controller that the change went through: what became of it is read there too. */
  readonly domainController?: string;
  /** For changes of several mailboxes: when each was sent, by the mailbox's GUID. */
  readonly sentTo?: Readonly<Record<string, number>>;
  /** For wipes: the device, so that a block of it can wait. */
  readonly deviceId?: string;
  readonly wipe?: WipeRecord;
  /** For wipes: the order itself, so that one under way is followed to its end though the settings have it no more. */
  readonly action?: Action;
  /** The order that took this one back. */
  readonly takenBackBy?: string;
  /** For an account-only wipe: the order whose wipe of the whole device took the account with it. */
  readonly doneBy?: string;
  /** The limits above which it was held back: it waits for an approval, not for the next run. */
  readonly heldAbove?: HeldAbove;
  /** The last outcome; once it is final the action is over. */
  readonly outcome?: ActionOutcome;
  /** True for an old record that was cut down to what tells that the action is over. */
  readonly isPruned?: boolean;
}

/** The limits on destructive actions that were in force. */
export interface HeldAbove {
  readonly perRun: number;
  readonly perDay: number;
}

/** The version of the records that this connector writes. */
export const RECORD_VERSION = 1;

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
  /** Written before the block that the order asks for is sent. */
  readonly blockingAt?: number;
  /** When the block was seen, or Exchange said that it had taken it. */
  readonly blockedAt?: number;
  /** Written before the command that ends the standing order is sent. */
  readonly endingAt?: number;
}

/**
 * A fingerprint of what an action orders. Who ordered it and when are no part of it, and first synchronizations count by
 * whole seconds, as everywhere.
 */
export function fingerprint({ what }: Pick<Action, 'what'>): string {
  const ordered =
    'partnership' in what
      ? { ...what, partnership: { guid: what.partnership.guid, firstSync: what.partnership.firstSyncTime.seconds } }
      : what;
  return createHash('sha256').update(canonical(ordered)).digest('hex').slice(0, 32);
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
    version: RECORD_VERSION,
    actionId: action.id,
    fingerprint: fingerprint(action),
    kind: action.what.kind,
    orderedBy: action.orderedBy,
    firstSeenAt: now,
    attempts: [],
    ...(action.what.kind === 'wipe' ? { action } : {}),
  };
}

/** True once something of the action may have been sent. */
export function hasBegun({ wipe, unconfirmedAt, sentTo }: ActionRecord): boolean {
  return wipe !== undefined || unconfirmedAt !== undefined || sentTo !== undefined;
}

/** The record with no time after `now`: a clock that was set back must not make an action wait for years. */
export function notAfter(record: ActionRecord, now: number): ActionRecord {
  const { firstSeenAt, failingSince, unconfirmedAt, sentTo, wipe } = record;
  const sent = Object.entries(sentTo ?? {});
  const times = [firstSeenAt, failingSince ?? 0, unconfirmedAt ?? 0, wipe?.issuedAt ?? 0, ...sent.map(([, at]) => at)];
  if (times.every((time) => time <= now)) return record;
  return {
    ...record,
    firstSeenAt: Math.min(firstSeenAt, now),
    ...(failingSince === undefined ? {} : { failingSince: Math.min(failingSince, now) }),
    ...(unconfirmedAt === undefined ? {} : { unconfirmedAt: Math.min(unconfirmedAt, now) }),
    ...(sentTo && { sentTo: Object.fromEntries(sent.map(([guid, at]) => [guid, Math.min(at, now)])) }),
    ...(wipe === undefined ? {} : { wipe: { ...wipe, issuedAt: Math.min(wipe.issuedAt, now) } }),
  };
}

/** The record without some of what it remembers. */
export function without<K extends keyof ActionRecord>(
  record: ActionRecord,
  ...names: readonly K[]
): Omit<ActionRecord, K> {
  const left = Object.entries(record).filter(([name]) => !names.some((other) => other === name));
  return Object.fromEntries(left) as unknown as Omit<ActionRecord, K>;
}
