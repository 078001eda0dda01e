import type { Tone } from './distribution';

const DAY_MS = 86_400_000;

const AGES: readonly (readonly [name: string, belowMs: number, tone: Tone])[] = [
  ['Less than 1 day', DAY_MS, 'good'],
  ['1 to 7 days', 7 * DAY_MS, 'good'],
  ['7 to 30 days', 30 * DAY_MS, 'neutral'],
  ['30 to 90 days', 90 * DAY_MS, 'neutral'],
  ['90 to 180 days', 180 * DAY_MS, 'warning'],
  ['180 days to 1 year', 365 * DAY_MS, 'warning'],
  ['More than 1 year', Infinity, 'bad'],
];

const NEVER = 'Never synchronized';
const NOT_READ = 'Statistics not read';

/** Ages in the order in which a chart has them. */
export const SYNC_AGES: readonly (readonly [name: string, tone: Tone])[] = [
  ...AGES.map(([name, , tone]) => [name, tone] as const),
  [NEVER, 'faint'],
  [NOT_READ, 'faint'],
];

/** The age of the last successful synchronization at the time of the inventory, in one of SYNC_AGES. */
export function syncAge(lastSuccessSync: string | undefined, hasStatistics: boolean, nowMs: number): string {
  if (!hasStatistics) return NOT_READ;
  if (lastSuccessSync === undefined) return NEVER;
  const age = nowMs - Date.parse(lastSuccessSync);
  return AGES.find(([, below]) => age < below)?.[0] ?? NEVER;
}
