import type { DeviceStatistics, Partnership, Timestamp } from '../../../protocol';
import { timestampToMs } from '../../../protocol';

/** What tells how old a partnership is before its statistics are read. */
export type PartnershipDates = Pick<Partnership, 'firstSyncTime' | 'whenCreated' | 'whenChanged'>;

/** What statistics say of the last sign of life. */
export type SyncDates = Pick<DeviceStatistics, 'lastSuccessSync' | 'lastSyncAttemptTime'>;

/**
 * The last sign of life that ages a partnership: its last successful synchronization, else its first synchronization,
 * else its creation. Milliseconds since 1970; undefined if none is known, and then it is never stale.
 */
export function lastSignOf(
  { firstSyncTime, whenCreated }: Pick<PartnershipDates, 'firstSyncTime' | 'whenCreated'>,
  statistics: SyncDates | undefined,
): number | undefined {
  const time = statistics?.lastSuccessSync ?? firstSyncTime ?? whenCreated;
  return time && timestampToMs(time);
}

/** True if the last sign of life is at least so long ago. */
export function isStale(
  partnership: PartnershipDates,
  statistics: SyncDates | undefined,
  staleAfterMs: number,
  now: number,
): boolean {
  const sign = lastSignOf(partnership, statistics);
  return sign !== undefined && now - sign >= staleAfterMs;
}

/** True if the device still knocks, though it gets nothing: it is blocked or in quarantine, and would come back at once. */
export function stillTries(statistics: SyncDates | undefined, staleAfterMs: number, now: number): boolean {
  const attempt = statistics?.lastSyncAttemptTime;
  return attempt !== undefined && now - timestampToMs(attempt) < staleAfterMs;
}

/** What an earlier look at the statistics has shown. */
export interface SeenSync {
  /** Seconds since 1970, as the next; tells the partnership from one that came later under the same GUID. */
  readonly firstSync: number;
  readonly lastSync: number;
}

/**
 * True if a partnership may be stale, so that its statistics are worth a call. Whoever was created, first synchronized,
 * changed in the directory, or was seen synchronizing less than `staleAfterMs` ago is not. So each partnership in use
 * costs a call once in that time and not every day.
 */
export function mayBeStale(
  { firstSyncTime, whenCreated, whenChanged }: PartnershipDates,
  seen: SeenSync | undefined,
  staleAfterMs: number,
  now: number,
): boolean {
  const isRecent = (time: Timestamp | undefined): boolean =>
    time !== undefined && now - timestampToMs(time) < staleAfterMs;
  if ([firstSyncTime, whenCreated, whenChanged].some(isRecent)) return false;
  if (!firstSyncTime && !whenCreated) return false;
  return seen?.firstSync !== firstSyncTime?.seconds || now - (seen?.lastSync ?? 0) * 1000 >= staleAfterMs;
}
