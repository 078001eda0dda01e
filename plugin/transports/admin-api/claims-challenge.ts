/** More than any challenge needs. */
const MAX_LENGTH = 8192;

/**
 * The claims that a 401 answer demands of the next token, as JSON; undefined if it demands none. They stand in base64 in
 * `WWW-Authenticate: Bearer error="insufficient_claims", claims="…"`.
 * Source: learn.microsoft.com, "Claims challenges, claims requests, and client capabilities".
 */
export function claimsChallenge(header: string | string[] | undefined): string | undefined {
  const text = (Array.isArray(header) ? header.join(', ') : (header ?? '')).slice(0, MAX_LENGTH);
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(text)?.[1];
  if (encoded === undefined) return undefined;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const value: unknown = JSON.parse(claims);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? claims : undefined;
  } catch {
    return undefined;
  }
}
