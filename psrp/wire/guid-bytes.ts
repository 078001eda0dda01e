/** A GUID is a text in lower case with hyphens. On the wire .NET writes its first three groups little endian. */

/** The GUID that stands for "none": a message for the pool, not for one of its pipelines. */
export const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';

/** Where the pairs of digits of the text come from in .NET's byte order. */
const ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID with hyphens and without braces. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** The 16 bytes of a GUID. */
export function guidBytes(text: string): Uint8Array {
  if (!isGuid(text)) throw new RangeError(`Not a GUID: ${text}`);
  const digits = text.replace(/-/g, '');
  const bytes = new Uint8Array(16);
  ORDER.forEach((from, at) => {
    bytes[from] = parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  });
  return bytes;
}

/** The GUID in 16 bytes that begin at an offset. */
export function guidText(bytes: Uint8Array, offset = 0): string {
  const pair = (at: number): string => HEX[bytes[offset + at] ?? 0] ?? '';
  const pairs = (from: number, to: number): string => {
    let text = '';
    for (let at = from; at < to; at++) text += pair(at);
    return text;
  };
  const time = `${pair(3)}${pair(2)}${pair(1)}${pair(0)}-${pair(5)}${pair(4)}-${pair(7)}${pair(6)}`;
  return `${time}-${pairs(8, 10)}-${pairs(10, 16)}`;
}
