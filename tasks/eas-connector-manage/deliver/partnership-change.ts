import type { DeviceStatistics, Partnership, SyncTime, Timestamp } from '../../../protocol';
import { canonicalText } from '../state/field-hash';
import { changedFields } from '../state/partnership-fields';
import type { PartnershipRecord } from '../state/partnership-record';

/** What the host has to be told of a partnership that it knows. */
export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'synced'; readonly time: SyncTime }
  | { readonly kind: 'changed'; readonly fields: readonly string[] };

/** The statistics that change with every synchronization; they travel in a compact form when nothing else has changed. */
const SYNC_FIELDS: ReadonlySet<string> = new Set<keyof DeviceStatistics>([
  'readAt',
  'lastSuccessSync',
  'lastSyncAttemptTime',
  'isOnline',
]);

/** What has changed between what the host has and what is. Pure. */
export function changeOf(before: PartnershipRecord, after: PartnershipRecord, partnership: Partnership): Change {
  const fields = changedFields(before.hashes, after.hashes);
  const statistics = statisticsChange(before.statistics, after.statistics);
  const isMore = statistics.some((name) => !SYNC_FIELDS.has(name));
  if (fields.length > 0 || isMore) {
    const named = statistics.map((name) => (name === '' ? 'statistics' : `statistics.${name}`));
    return { kind: 'changed', fields: [...fields, ...named] };
  }
  if (statistics.length === 0 || !after.statistics) return { kind: 'none' };
  return { kind: 'synced', time: syncTime(partnership.guid, after.statistics) };
}

/** The names of the statistics that differ; one empty name if they came or went as a whole. */
function statisticsChange(
  before: DeviceStatistics | undefined,
  after: DeviceStatistics | undefined,
): readonly string[] {
  if (!before || !after) return before === after ? [] : [''];
  const names = Object.keys(after) as (keyof DeviceStatistics)[];
  return names.filter((name) => canonicalText(before[name]) !== canonicalText(after[name]));
}

function syncTime(guid: string, statistics: DeviceStatistics): SyncTime {
  const { lastSuccessSync, lastSyncAttemptTime, readAt, isOnline } = statistics;
  return {
    guid,
    lastSuccessSync: seconds(lastSuccessSync),
    lastSyncAttemptTime: seconds(lastSyncAttemptTime),
    readAt: seconds(readAt),
    isOnline: isOnline ?? false,
  };
}

const seconds = (time: Timestamp | undefined): number => time?.seconds ?? 0;
