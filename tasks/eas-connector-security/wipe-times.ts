import type { DeviceStatistics, Partnership, Timestamp, WipeKind } from '../../protocol';
import { compareTimestamps } from '../../protocol';

/** What Exchange says of a wipe of one kind. The kinds have times of their own, and are never mixed up. */
export interface WipeTimes {
  readonly requested: Timestamp | undefined;
  readonly sent: Timestamp | undefined;
  readonly acknowledged: Timestamp | undefined;
}

/** The times of one kind of wipe. */
export function wipeTimes(statistics: DeviceStatistics | undefined, kind: WipeKind): WipeTimes {
  if (!statistics) return { requested: undefined, sent: undefined, acknowledged: undefined };
  const isWhole = kind === 'wholeDevice';
  const requested = isWhole ? statistics.deviceWipeRequestTime : statistics.accountOnlyDeviceWipeRequestTime;
  const sent = isWhole ? statistics.deviceWipeSentTime : statistics.accountOnlyDeviceWipeSentTime;
  const acknowledged = isWhole ? statistics.deviceWipeAckTime : statistics.accountOnlyDeviceWipeAckTime;
  // Times from before the request belong to an earlier wipe.
  return { requested, sent: notBefore(sent, requested), acknowledged: notBefore(acknowledged, requested) };
}

/**
 * The times of one kind of wipe, as far as they say something of the partnership's present first synchronization: what a
 * phone acknowledged before it came back says nothing of the phone as it is now.
 */
export function wipeTimesSince({ statistics, firstSyncTime }: Partnership, kind: WipeKind): WipeTimes {
  const { requested, sent, acknowledged } = wipeTimes(statistics, kind);
  if (!firstSyncTime) return { requested, sent, acknowledged };
  return { requested, sent: notBefore(sent, firstSyncTime), acknowledged: notBefore(acknowledged, firstSyncTime) };
}

function notBefore(time: Timestamp | undefined, limit: Timestamp | undefined): Timestamp | undefined {
  return time && limit && compareTimestamps(time, limit) >= 0 ? time : undefined;
}

/**
 * True if Exchange says in so many words that a wipe stands on the device or was carried out. A request time alone does
 * not say so: it may outlive a wipe that was cancelled.
 */
export function wipeStands(statistics: DeviceStatistics | undefined, kind: WipeKind): boolean {
  if (!statistics || !wipeTimes(statistics, kind).requested) return false;
  return kind === 'wholeDevice'
    ? /^DeviceWipe(Pending|Succeeded)$/i.test(statistics.status)
    : /^Account.*Wipe(Pending|Succeeded)$/i.test(statistics.status);
}

/** True if a wipe of this kind stands and the device has not acknowledged it. */
export function isUnfinished(statistics: DeviceStatistics | undefined, kind: WipeKind): boolean {
  return wipeStands(statistics, kind) && !wipeTimes(statistics, kind).acknowledged;
}

/** True if a wipe of either kind is requested and the device has not acknowledged it. */
export function hasUnfinishedWipe(statistics: DeviceStatistics | undefined): boolean {
  return isUnfinished(statistics, 'wholeDevice') || isUnfinished(statistics, 'accountOnly');
}

/** True if both are the same point in time, or both are none. */
export function sameTime(a: Timestamp | undefined, b: Timestamp | undefined): boolean {
  return a && b ? compareTimestamps(a, b) === 0 : a === b;
}
