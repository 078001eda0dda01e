import { SessionKeyError } from '../errors/session-key-error';

/** Turns the text of secure strings into what travels, and back. */
export interface SecureStringCipher {
  /** @param text UTF-16LE */
  encrypt(text: Uint8Array): Uint8Array;
  /** @returns UTF-16LE */
  decrypt(sealed: Uint8Array): Uint8Array;
}

/**
 * A SecureString. It never shows its text by accident: only `reveal` gives it. One that came over the wire stays as it
 * was sealed until then.
 */
export class PSSecureString {
  readonly #reveal: () => string;

  private constructor(reveal: () => string) {
    this.#reveal = reveal;
  }

  /** A secure string of this text. */
  static of(text: string): PSSecureString {
    return new PSSecureString(() => text);
  }

  /** A secure string as it came; without a cipher it cannot be revealed. */
  static sealed(bytes: Uint8Array, cipher: SecureStringCipher | undefined): PSSecureString {
    return new PSSecureString(() => {
      if (!cipher) throw new SessionKeyError('read a SecureString');
      return utf16Text(cipher.decrypt(bytes));
    });
  }

  /**
   * The text.
   * @throws SessionKeyError if it came before the session key was exchanged
   */
  reveal(): string {
    return this.#reveal();
  }

  /** Never the text. */
  toString(): string {
    return 'System.Security.SecureString';
  }

  /** Never the text. */
  toJSON(): string {
    return this.toString();
  }
}

/** The UTF-16LE bytes of a text, lone surrogates included. */
export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/** The text of UTF-16LE bytes; half a code unit at the end is dropped. */
function utf16Text(bytes: Uint8Array): string {
  const units: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)));
  }
  return units.join('');
}
