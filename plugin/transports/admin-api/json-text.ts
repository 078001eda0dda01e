/** The longest number token that every double holds exactly when it is an integer. */
const EXACT_DIGITS = 15;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A parsed text, and how to know the numbers in it that stand as strings. */
export interface LosslessJson {
  readonly value: unknown;
  /** The first character of every string that stands for a number; undefined if there is none. */
  readonly marker: string | undefined;
}

/**
 * JSON.parse without loss: numbers that are too long for a double to be trusted with come out as strings, their digits
 * behind a marker character. The marker is one that no string of this text can contain: a control character gets into a
 * string only as an escape, and the text is searched for that escape. (Why this way: docs/decisions/0011.)
 * @throws SyntaxError if the text is not JSON
 */
export function parseLossless(text: string): LosslessJson {
  const found = longNumbers(text);
  if (found.length === 0) return { value: JSON.parse(text), marker: undefined };
  const code = freeControlCode(text);
  const parts: string[] = [];
  let copied = 0;
  for (const { begin, end } of found) {
    parts.push(text.slice(copied, begin), '"', escapeOf(code), text.slice(begin, end), '"');
    copied = end;
  }
  parts.push(text.slice(copied));
  return { value: JSON.parse(parts.join('')), marker: String.fromCharCode(code) };
}

/**
 * The value of a number token: a number if that keeps every digit, a bigint if it is a whole number, else the token.
 */
export function exactNumber(token: string): number | bigint | string {
  const value = Number(token);
  if (Number.isSafeInteger(value) && /^-?\d+$/.test(token)) return value;
  // Very long ones stay text, because making a bigint takes quadratic time.
  if (/^-?\d{1,40}$/.test(token)) return BigInt(token);
  return Number.isFinite(value) && digitsOf(token) === digitsOf(String(value)) ? value : token;
}

/** The significant digits of a number token, without what only moves the point. */
function digitsOf(token: string): string {
  const [mantissa = ''] = token.toLowerCase().split('e');
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
}

/** A control character whose escape, which has digits only and so just one spelling, does not occur in the text. */
function freeControlCode(text: string): number {
  for (let code = 1; code < 32; code++) {
    if (/\d$/.test(code.toString(16)) && !text.includes(escapeOf(code))) return code;
  }
  throw new SyntaxError('Every control character is used');
}

function escapeOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Where the numbers are that a double may not hold. */
function longNumbers(text: string): { readonly begin: number; readonly end: number }[] {
  const found: { begin: number; end: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    for (let index = at; index < end; index++) {
      if (!isNumberChar(text.charCodeAt(index))) continue;
      const begin = index;
      while (index < end && isNumberChar(text.charCodeAt(index))) index++;
      if (isSuspicious(text.slice(begin, index))) found.push({ begin, end: index });
    }
    if (quote < 0) break;
    at = endOfString(text, quote) + 1;
  }
  return found;
}

/** What only looks like a number is left to JSON.parse to refuse. */
function isSuspicious(token: string): boolean {
  return (token.length > EXACT_DIGITS || /e/i.test(token)) && NUMBER.test(token);
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** True for the characters that JSON's numbers consist of: digits, sign, point and exponent. */
function isNumberChar(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b || (code | 0x20) === 0x65;
}

/** Where the string ends that begins at `quote`: its closing quote, or the end of the text. */
function endOfString(text: string, quote: number): number {
  let end = text.indexOf('"', quote + 1);
  while (end >= 0) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    const escaped = (end - before) % 2 === 0;
    if (!escaped && text.charCodeAt(end) === QUOTE) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
