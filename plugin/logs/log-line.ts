import type { LogLevel } from '../host/host';

/** A record as it is written. Its texts may hold anything. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: LogLevel;
  readonly runId: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Longer texts are cut: a record says what happened, it is no place to keep data. */
const MAX_TEXT_LENGTH = 16_384;

/**
 * What must not reach a log as it is: control characters, which could begin a forged line or command a terminal; line
 * and paragraph separators; marks that turn the direction of text; halves of characters.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The text in one line, without anything that acts on a terminal: such characters are written \n, \r, \t, \u001b. */
export function safeText(text: string): string {
  const cut = text.length - MAX_TEXT_LENGTH;
  const kept = cut > 0 ? `${text.slice(0, MAX_TEXT_LENGTH)}… (${cut} more characters)` : text;
  return kept.replace(
    UNSAFE,
    (unsafe) => SHORT_ESCAPES.get(unsafe) ?? `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One line, without its end: ISO time in UTC, level, run, message, fields as name=value. */
export function formatLine(entry: LogEntry): string {
  const level = entry.level.toUpperCase().padEnd(5);
  const fields = Object.entries(entry.fields).map(([name, value]) => ` ${safeText(name)}=${fieldValue(value)}`);
  const time = new Date(entry.at).toISOString();
  return `${time} ${level} [${safeText(entry.runId)}] ${safeText(entry.message)}${fields.join('')}`;
}

/** A value that reads as one word, or in quotes. */
function fieldValue(value: string): string {
  if (/^[^\s"=\\]+$/.test(value)) return safeText(value);
  return `"${safeText(value.replace(/["\\]/g, '\\$&'))}"`;
}
