/** The host takes no more results: it has gone away, it has cancelled the run, or it never acknowledged one. */
export class HostGoneError extends Error {
  override readonly name = 'HostGoneError' as const;
}
