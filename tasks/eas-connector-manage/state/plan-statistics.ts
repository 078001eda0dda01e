import type { RecordHead } from './partnership-record';

/** When statistics are read again. Times are seconds. */
export interface Freshness {
  readonly now: number;
  readonly maxAge: number;
  /** For partnerships that were silent when they were read. */
  readonly quietMaxAge: number;
}

/** A partnership that had not synchronized for so long when its statistics were read is silent. */
const QUIET_AFTER = 7 * 24 * 3600;

/** What is known of a partnership's statistics. */
export interface KnownStatistics {
  /** What is kept of it; undefined for one that is new. */
  readonly head: RecordHead | undefined;
  /** WhenChanged as the list has it now, in seconds; 0 if it is not stated. */
  readonly whenChanged: number;
}

/** Whether the statistics of a partnership are to be read: never read, changed since, or too old. Pure. */
export function isDue({ head, whenChanged }: KnownStatistics, { now, maxAge, quietMaxAge }: Freshness): boolean {
  if (!head || head.statisticsReadAt === 0) return true;
  if (whenChanged > head.statisticsReadAt) return true;
  // A clock that was ahead has been set back: how old they are is not known.
  if (head.statisticsReadAt > now) return true;
  const isQuiet = head.statisticsReadAt - head.lastSync > QUIET_AFTER;
  return now - head.statisticsReadAt >= (isQuiet ? quietMaxAge : maxAge);
}

/** The place of a mailbox that needs no statistics: before all others, because it costs no call. */
export const NOT_DUE = 0;

const MAX_MINUTES = 0xff_ffff;
const OLDEST = 255;

/**
 * The place of a mailbox among those whose statistics are due; lower is earlier. Those never read come first, then those
 * whose statistics are oldest, by doublings of the freshness limit; among equals those that were active last.
 */
export function priorityOf(due: readonly KnownStatistics[], { now, maxAge }: Freshness): number {
  let oldest = 0;
  let lastActive = 0;
  for (const { head, whenChanged } of due) {
    oldest = Math.max(oldest, staleness(head, now, maxAge));
    lastActive = Math.max(lastActive, head?.lastSync ?? 0, whenChanged);
  }
  const idleMinutes = Math.min(Math.max(Math.floor((now - lastActive) / 60), 0), MAX_MINUTES);
  return 1 + (OLDEST - 1 - oldest) * (MAX_MINUTES + 1) + idleMinutes;
}

function staleness(head: RecordHead | undefined, now: number, maxAge: number): number {
  if (!head || head.statisticsReadAt === 0) return OLDEST - 1;
  const ages = (now - head.statisticsReadAt) / Math.max(maxAge, 60);
  return Math.min(Math.max(Math.floor(Math.log2(Math.max(ages, 1))), 0), OLDEST - 2);
}
