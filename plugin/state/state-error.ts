/** The state on disk cannot be used. Nothing that needs it may be sent. */
export class StateError extends Error {
  override readonly name = 'StateError' as const;

  constructor(
    readonly code: 'state.locked' | 'state.unavailable',
    message: string,
    readonly detail: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
