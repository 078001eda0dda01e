/** What comparing, delivering and closing a group costs when its statistics are not read, with a margin. Measured. */
const GROUP_MS = 0.4;
const LEAST_RESERVE_MS = 2_000;

/**
 * How long statistics may be read, so that what is left of the run's time is enough to deliver the rest without them.
 * @param runTimeoutMs the run's time limit
 * @param elapsedMs how much of it is over
 * @param groups how many mailboxes are still to be delivered
 */
export function statisticsTimeMs(runTimeoutMs: number, elapsedMs: number, groups: number): number {
  const wanted = LEAST_RESERVE_MS + runTimeoutMs * 0.03 + groups * GROUP_MS;
  const reserve = Math.min(wanted, runTimeoutMs / 2);
  // A timer of Node cannot wait for longer.
  return Math.min(Math.max(runTimeoutMs - elapsedMs - reserve, 0), 2 ** 31 - 1);
}
