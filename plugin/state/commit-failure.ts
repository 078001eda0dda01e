/**
 * Why a write failed. lmdb rejects it with an error that says nothing, and tells the reason in a promise of its own; if
 * nobody waited for that one, its rejection would end the process.
 */
export async function commitFailure(error: unknown): Promise<unknown> {
  const reason = (error as { readonly commitError?: Promise<never> } | undefined)?.commitError;
  if (reason === undefined) return error;
  try {
    return await reason;
  } catch (found) {
    return found;
  }
}
