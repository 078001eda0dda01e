/** The codecs that every JavaScript runtime has, declared here so that this folder needs no runtime's own types. */
interface Encoder {
  encode(text: string): Uint8Array;
}
interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}
declare const TextEncoder: new () => Encoder;
declare const TextDecoder: new (label: 'utf-8', options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;

/** The UTF-8 bytes of a text. */
export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A decoder that drops a byte order mark at the start and throws on bytes that are not UTF-8. */
export function utf8Decoder(): Decoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
}
