/**
 * The escape that CLIXML puts on every text: `_xHHHH_` for control characters, for each half of a surrogate pair, and
 * for an underscore that would look like the start of an escape. So all of .NET's strings travel, lone surrogates
 * included, though XML allows few of those characters.
 */

const ESCAPED = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]|_(?=[xX])/g;
const NEEDS_CARE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff&<>"]|_[xX]/;
const MARKUP = /[&<>"\ufffe\uffff]/g;
const ESCAPE = /_[xX]([0-9a-fA-F]{4}|[0-9a-fA-F]{8})_/g;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // Not in XML at all, and not in EncodeString's ranges either: .NET writes them like this.
  ['\ufffe', '&#xFFFE;'],
  ['\uffff', '&#xFFFF;'],
]);

/** A text with the escape, as PowerShell's EncodeString gives it. */
export function encodeString(text: string): string {
  return text.replace(ESCAPED, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** The text without the escape, as XmlConvert.DecodeName gives it. */
export function decodeString(text: string): string {
  return text.includes('_') ? text.replace(ESCAPE, decodeEscape) : text;
}

function decodeEscape(escape: string, digits: string): string {
  const code = parseInt(digits, 16);
  if (digits.length === 4) return String.fromCharCode(code);
  return code >= 0x10000 && code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}

/** A text ready to stand in an element or a quoted attribute: escaped, then written as XML. */
export function xmlText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return encodeString(text).replace(MARKUP, (unit) => ENTITIES.get(unit) ?? unit);
}

/**
 * A document with the two characters that .NET lets pass and XML does not (U+FFFE, U+FFFF) in their escaped form, so
 * that a strict parser reads it.
 */
export function withoutNonCharacters(document: string): string {
  if (!document.includes('&#') && !document.includes('\ufffe') && !document.includes('\uffff')) return document;
  return document
    .replace(/[\ufffe\uffff]/g, (unit) => encodedUnit(unit.charCodeAt(0)))
    .replace(/&#(?:[xX]([fF]{3}[eEfF])|(6553[45]));/g, (_, hex?: string, decimal?: string) =>
      encodedUnit(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
    );
}

function encodedUnit(code: number): string {
  return `_x${code.toString(16).toUpperCase()}_`;
}
