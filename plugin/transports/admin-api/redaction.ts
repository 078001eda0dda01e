/** Bearer tokens and signed assertions, wherever they stand in a text. */
const JWT = /eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*/g;

/**
 * Text of the other side that goes into an error or a log: without the given secrets (a server may echo what it was
 * sent), without tokens and control characters, on one line, and short.
 */
export function quoteForeign(text: string, secrets: readonly string[], maxLength = 600): string {
  let clean = text.slice(0, 100_000);
  for (const secret of secrets) {
    if (secret === '') continue;
    clean = clean.replaceAll(secret, '[secret]').replaceAll(encodeURIComponent(secret), '[secret]');
  }
  clean = clean
    .replace(JWT, '[secret]')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean;
}
