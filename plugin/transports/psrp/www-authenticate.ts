/** A way to authenticate that a server offers (RFC 9110, 11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** The server's half of the conversation, in Base64; empty if it has none yet. */
  readonly token: string;
}

/** Reads WWW-Authenticate headers. Parameters such as a realm say nothing that is of use here. */
export function parseChallenges(header: string | string[] | undefined): readonly Challenge[] {
  const text = (Array.isArray(header) ? header.join(',') : (header ?? '')).slice(0, 200_000);
  const challenges: Challenge[] = [];
  for (const part of text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(',')) {
    const [, scheme = '', token = ''] = /^\s*([!#$%&'*+.^_`|~\w-]+)(?:\s+([\w.~+/-]+=*))?\s*$/.exec(part) ?? [];
    if (scheme !== '') challenges.push({ scheme: scheme.toLowerCase(), token });
    else {
      const [, withParameter = ''] = /^\s*([A-Za-z]+)\s+\w+\s*=/.exec(part) ?? [];
      if (withParameter !== '') challenges.push({ scheme: withParameter.toLowerCase(), token: '' });
    }
  }
  return challenges;
}
