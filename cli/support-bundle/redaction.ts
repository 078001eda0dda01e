import type { Pseudonyms } from './pseudonyms';
import type { Vocabulary } from './vocabulary';

/** Replaces what is somebody's in texts and in JSON. */
export interface Redaction {
  readonly text: (text: string) => string;
  /** The same for every text in a value, and for the names of its members. */
  readonly json: (value: unknown) => unknown;
}

/** Names of people and things have at most so many words. */
const LONGEST_NAME = 6;
/** A longer number is a telephone's, an IMEI or a serial number, and not a count. */
const LONGEST_NUMBER = 6;
const LONG_NUMBER_IN_JSON = 1e14;

/**
 * Fields whose texts are somebody's own, to the last word: a name may be made of words that the connector has as well, as
 * in "Mark Page" or "First Order".
 */
const OWN_FIELDS = new Set(
  (
    'displayName userDisplayName friendlyName orderedBy approvedBy username proxyUsername samAccountName computerName mailbox ' +
    'mailboxes users groups protectedMailboxes protectedGroups organizationalUnits domains mailboxServers addresses ' +
    'userMailInsert otaNotificationMailInsert'
  ).split(' '),
);
/** No word at all. */
const NO_WORDS: Vocabulary = { has: () => false };

/** In the order in which they are looked for. The last but one is a word or a number, the last anything else. */
const TOKEN = new RegExp(
  [
    '(?<pem>-----BEGIN [A-Z ]+-----[\\s\\S]*?-----END [A-Z ]+-----)',
    '(?<time>\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?)',
    '(?<run>\\b\\d{8}T\\d{9}Z-[0-9a-f]{6}\\b)',
    '(?<phone>\\+\\d[\\d ().-]{5,}\\d)',
    '(?<guid>\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b)',
    // Groups of digits, seven or more in all: a telephone number as people write it, an account.
    '(?<digits>(?<![\\p{L}\\p{N}.:])\\(?(?=(?:[ ()/-]{0,2}\\d){7})\\d+\\)?(?:[ /-]{1,2}\\(?\\d+\\)?)+(?![\\p{L}\\p{N}]))',
    "(?<mail>[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)",
    '(?<ip>\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b|(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{0,4}(?:::?[0-9a-fA-F]{1,4})*)',
    '(?<dotted>[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+)',
    '(?<word>[\\p{L}\\p{N}_]+)',
    '(?<rest>[\\s\\S])',
  ].join('|'),
  'gu',
);

interface Token {
  readonly kind: string;
  readonly text: string;
}

/**
 * Makes a redaction. What stays is only what is known to be nobody's: the connector's own words, short numbers, times.
 * Everything else gets a stand-in, the same one each time.
 */
export function createRedaction(
  vocabulary: Vocabulary,
  pseudonyms: Pseudonyms,
  mask: (text: string) => string,
): Redaction {
  const text = (given: string): string => redactText(mask(given), vocabulary, pseudonyms);
  const within = (value: unknown, words: Vocabulary): unknown => {
    if (typeof value === 'string') return redactText(mask(value), words, pseudonyms);
    if (typeof value === 'number' && value >= LONG_NUMBER_IN_JSON) return pseudonyms.of('number', String(value));
    if (Array.isArray(value)) return value.map((item) => within(item, words));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        text(name),
        within(member, OWN_FIELDS.has(name) ? NO_WORDS : vocabulary),
      ]),
    );
  };
  return { text, json: (value) => within(value, vocabulary) };
}

function redactText(text: string, vocabulary: Vocabulary, pseudonyms: Pseudonyms): string {
  const tokens = [...text.matchAll(TOKEN)].map(tokenOf);
  let result = '';
  let done = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < done) continue;
    const name = knownName(tokens, at, pseudonyms);
    result += name?.pseudonym ?? redactToken(token, isSentenceStart(tokens, at), vocabulary, pseudonyms);
    done = name?.end ?? at + 1;
  }
  return result;
}

function tokenOf({ groups = {}, 0: text }: RegExpMatchArray): Token {
  const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'rest';
  return { kind, text };
}

/** The longest run of tokens from here that is a name that is known already. */
function knownName(
  tokens: readonly Token[],
  from: number,
  pseudonyms: Pseudonyms,
): { pseudonym: string; end: number } | undefined {
  const first = tokens[from];
  if (first === undefined || first.kind === 'rest' || first.kind === 'time' || first.kind === 'mail') return undefined;
  let text = '';
  let best: { pseudonym: string; end: number } | undefined;
  let words = 0;
  for (const [offset, token] of tokens.slice(from, from + 2 * LONGEST_NAME).entries()) {
    if (words >= LONGEST_NAME) break;
    if (token.kind === 'rest' && !/[ '’\-_.()/+]/.test(token.text)) break;
    text += token.text;
    if (token.kind === 'rest') continue;
    words += 1;
    const pseudonym = pseudonyms.known(text);
    if (pseudonym !== undefined) best = { pseudonym, end: from + offset + 1 };
  }
  return best;
}

/** After nothing, or after the end of a sentence, a capital is no sign of a name. */
function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[\s"'([]/.test(tokens[before]?.text ?? '')) before--;
  return before < 0 || (before < at - 1 && /[.:;=!?\]>]$/.test(tokens[before]?.text ?? ''));
}

function redactToken({ kind, text }: Token, isFirst: boolean, vocabulary: Vocabulary, pseudonyms: Pseudonyms): string {
  switch (kind) {
    case 'pem':
      return `[PEM, ${String(text.length)} characters]`;
    case 'guid':
      return /^0{8}-/.test(text) ? text : pseudonyms.of('id', text);
    case 'mail':
      return mailPseudonym(text, pseudonyms);
    case 'phone':
    case 'digits':
      return pseudonyms.of('number', text);
    case 'ip':
      return text === '127.0.0.1' ? text : pseudonyms.of('ip', text);
    case 'dotted':
      return dottedText(text, isFirst, vocabulary, pseudonyms);
    case 'word':
      return isKept(text, isFirst, vocabulary) ? text : pseudonyms.of(/^\d+$/.test(text) ? 'number' : 'word', text);
    default:
      return text;
  }
}

function mailPseudonym(text: string, pseudonyms: Pseudonyms): string {
  const [, domain = ''] = text.split('@');
  return `${pseudonyms.of('person', text)}@${pseudonyms.of('domain', domain)}.invalid`;
}

/** A setting's path, a code or a version stays; the name of a host or of a domain does not. */
function dottedText(text: string, isFirst: boolean, vocabulary: Vocabulary, pseudonyms: Pseudonyms): string {
  const parts = text.split(/[.-]/);
  const isOurs = parts.every((part) => part === '' || isKept(part, isFirst, vocabulary));
  return isOurs ? text : pseudonyms.of('host', text);
}

function isKept(word: string, isFirst: boolean, vocabulary: Vocabulary): boolean {
  if (/^\d+$/.test(word)) return word.length <= LONGEST_NUMBER;
  // A number with its unit, or a version: 12ms, v1, 5s.
  if (/^(v?\d{1,6}|\d{1,6}(ms|s|min|h|d|kb|mb))$/i.test(word)) return true;
  // Names of fields are words of ours put together: deviceId, LOG_LEVEL_DEBUG.
  return vocabulary.has(word, isFirst) || word.split('_').every((part) => vocabulary.has(part, isFirst));
}
