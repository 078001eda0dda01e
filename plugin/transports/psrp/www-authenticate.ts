/** A way to authenticate that a server offers (RFC 9110, 11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** The server's half of the conversation, in Base64; empty if it has none yet. */
  readonly token: string;
}

const SCHEME = /^[!#$%&'*+.^_`|~\w-]+$/;
const TOKEN = /^[\w.~+/-]+=*$/;

/** Reads WWW-Authenticate headers. Parameters such as a realm say nothing that is of use here. */
export function parseChallenges(header: string | string[] | undefined): readonly Challenge[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  return splitAtCommas(text).flatMap((part) => {
    const [scheme = '', token = ''] = part.trim().split(/\s+/, 2);
    if (!SCHEME.test(scheme)) return [];
    return [{ scheme: scheme.toLowerCase(), token: TOKEN.test(token) ? token : '' }];
  });
}

/** Commas within quotes do not part anything. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let begin = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (isQuoted && text[at] === '\\') at += 1;
    else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ',' && !isQuoted) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...parts, text.slice(begin)];
}
