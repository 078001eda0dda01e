/** How many causes of causes are told. */
const MAX_CAUSES = 5;

/** What something that was thrown says. Anything can be thrown, so nothing is taken for granted. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'object' && thrown !== null ? 'an object that is no error' : String(thrown);
}

/** The stack of something that was thrown, with those of its causes. For logs, never for the other side. */
export function stackOf(thrown: unknown, causes = MAX_CAUSES): string {
  if (!(thrown instanceof Error)) return messageOf(thrown);
  const stack = thrown.stack ?? `${thrown.name}: ${thrown.message}`;
  return thrown.cause === undefined || causes === 0
    ? stack
    : `${stack}\ncaused by ${stackOf(thrown.cause, causes - 1)}`;
}
