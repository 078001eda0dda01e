import { base64Encode } from '../wire/base64';
import { utf8Decoder } from '../wire/utf8';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
/** Markup, and what XML 1.0 has no way to write. */
const SPECIAL = /[&<>"\u0000-\u001f\ufffe\uffff]/g;

/** XML that was written already. */
export type Xml = readonly string[];

/**
 * Writes an element; attributes that are undefined are left out.
 * @param content a text, which is escaped, or elements that were written already
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: string | Xml = [],
): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) tag += ` ${key}="${escape(value)}"`;
  const inner = typeof content === 'string' ? escape(content) : content.join('');
  return inner === '' ? `${tag}/>` : `${tag}>${inner}</${name}>`;
}

/** Bytes as the content of an element. */
export function base64Content(bytes: Uint8Array): Xml {
  return [utf8Decoder().decode(base64Encode(bytes))];
}

function escape(text: string): string {
  return text.replace(SPECIAL, (unit) => ENTITIES[unit] ?? '\ufffd');
}
