import { ProtocolError } from '../errors/protocol-error';
import { SessionKeyError } from '../errors/session-key-error';
import { isAtLeast, type ProtocolVersion } from '../messages/protocol-version';
import type { SecureStringCipher } from '../values/ps-secure-string';
import { padPkcs1, unpadPkcs1 } from './pkcs1';
import { decodePublicKey, decodeSessionKey, encodePublicKey, encodeSessionKey } from './session-key-blob';
import type { RsaKeyPair, SessionCrypto } from './session-crypto';

const KEY_LENGTH = 32;

/**
 * The session's key: what seals its secure strings once it was exchanged. From version 2.4 on there is none, the
 * transport is what protects, and they travel as they are.
 */
export class SessionKey implements SecureStringCipher {
  private pair: RsaKeyPair | undefined;
  private key: Uint8Array | undefined;
  private plain = false;

  constructor(private readonly crypto: SessionCrypto | undefined) {}

  /** Whether secure strings can travel. */
  get ready(): boolean {
    return this.plain || this.key !== undefined;
  }

  /** The version has been negotiated. */
  setVersion(version: ProtocolVersion): void {
    this.plain = isAtLeast(version, '2.4');
  }

  encrypt(text: Uint8Array): Uint8Array {
    if (this.plain) return text;
    const { key, crypto } = this;
    if (!key || !crypto) throw new SessionKeyError('send a SecureString');
    return crypto.encryptAes(key, text);
  }

  decrypt(sealed: Uint8Array): Uint8Array {
    if (this.plain) return sealed;
    const { key, crypto } = this;
    if (!key || !crypto) throw new SessionKeyError('read a SecureString');
    if (sealed.length === 0) return sealed;
    return checked('a SecureString cannot be decrypted', () => crypto.decryptAes(key, sealed));
  }

  /** The client's part: a new public key, to be sent. */
  offer(): string {
    if (!this.crypto) throw new SessionKeyError('exchange a session key');
    this.pair ??= this.crypto.generateKeyPair();
    return encodePublicKey(this.pair.publicKey);
  }

  /** The client's part: the server's answer. */
  accept(encrypted: string): void {
    if (!this.pair) throw new ProtocolError('session key', 'it came without being asked for');
    const { pair } = this;
    const block = decodeSessionKey(encrypted);
    const key = unpadPkcs1(checked('it cannot be decrypted', () => pair.decryptRaw(block)));
    if (key.length !== KEY_LENGTH) throw new ProtocolError('session key', 'it cannot be decrypted');
    this.key = key;
  }

  /** The server's part: a new session key for a client's public key, encrypted. */
  answer(publicKey: string): string {
    const { crypto } = this;
    if (!crypto) throw new SessionKeyError('make a session key');
    const key = decodePublicKey(publicKey);
    this.key ??= crypto.randomBytes(KEY_LENGTH);
    const block = padPkcs1(this.key, (count) => crypto.randomBytes(count));
    return encodeSessionKey(checked('the public key cannot be used', () => crypto.encryptRaw(key, block)));
  }
}

/** Cryptography refuses numbers that the other side made up: that is the other side's fault, not a crash. */
function checked(detail: string, act: () => Uint8Array): Uint8Array {
  try {
    return act();
  } catch (error) {
    throw new ProtocolError('session key', detail, { cause: error });
  }
}
