/** How long a pool waits. */
export interface PoolTimes {
  /** How long the server may hold back the answer to a Receive. */
  readonly operationTimeoutMs: number;
  /** What any answer may take beyond that. */
  readonly answerMs: number;
  /** What a pipeline may take to stop, and the pool to close. */
  readonly graceMs: number;
  /** What opening may take. */
  readonly openingMs: number;
}

/** What they are, if a test does not say otherwise. */
export const POOL_TIMES: PoolTimes = {
  // Longer, and what is in between may take the connection for dead.
  operationTimeoutMs: 60_000,
  answerMs: 60_000,
  graceMs: 10_000,
  // A server that has been idle loads its modules first.
  openingMs: 120_000,
};
