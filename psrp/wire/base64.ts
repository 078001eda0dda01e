/** Base64 from bytes to bytes: the line protocol never needs its data as a string. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 0x3d;
const ENCODE = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const DECODE = new Int16Array(256).fill(-1);
ENCODE.forEach((letter, value) => (DECODE[letter] = value));

/** Base64, in ASCII. */
export function base64Encode(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  const letter = (bits: number): number => ENCODE[bits & 63] ?? 0;
  let to = 0;
  let at = 0;
  for (; at + 2 < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    out[to++] = letter(bits >> 18);
    out[to++] = letter(bits >> 12);
    out[to++] = letter(bits >> 6);
    out[to++] = letter(bits);
  }
  const left = bytes.length - at;
  if (left > 0) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8);
    out[to++] = letter(bits >> 18);
    out[to++] = letter(bits >> 12);
    out[to++] = left === 2 ? letter(bits >> 6) : PAD;
    out[to] = PAD;
  }
  return out;
}

/** The bytes of base64 in ASCII; undefined if it is not base64. White space between the letters is allowed. */
export function base64Decode(ascii: Uint8Array): Uint8Array | undefined {
  let end = ascii.length;
  while (end > 0 && (ascii[end - 1] === PAD || isSpace(ascii[end - 1]))) end--;
  const out = new Uint8Array((ascii.length >> 2) * 3 + 3);
  let to = 0;
  let at = 0;
  // Four letters at a time, as long as there is nothing between them.
  for (; at + 3 < end; at += 4) {
    const four =
      (value(ascii[at]) << 18) | (value(ascii[at + 1]) << 12) | (value(ascii[at + 2]) << 6) | value(ascii[at + 3]);
    if (four < 0) break;
    out[to++] = four >> 16;
    out[to++] = four >> 8;
    out[to++] = four;
  }
  let bits = 0;
  let letters = at;
  for (; at < end; at++) {
    const letter = value(ascii[at]);
    if (letter < 0) {
      if (isSpace(ascii[at])) continue;
      return undefined;
    }
    bits = (bits << 6) | letter;
    if ((++letters & 3) === 0) {
      out[to++] = bits >> 16;
      out[to++] = bits >> 8;
      out[to++] = bits;
    }
  }
  return paddingFits(ascii, end, letters) ? finish(out, to, bits, letters & 3) : undefined;
}

/** What a letter stands for; negative if it is none. */
function value(letter: number | undefined): number {
  return DECODE[letter ?? 0] ?? -1;
}

function finish(out: Uint8Array, to: number, bits: number, left: number): Uint8Array {
  if (left === 2) out[to++] = bits >> 4;
  if (left === 3) {
    out[to++] = bits >> 10;
    out[to++] = bits >> 2;
  }
  return out.subarray(0, to);
}

function paddingFits(ascii: Uint8Array, end: number, letters: number): boolean {
  let pads = 0;
  for (let at = end; at < ascii.length; at++) if (ascii[at] === PAD) pads++;
  return (letters + pads) % 4 === 0 && pads <= 2 && !(letters % 4 === 1);
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
