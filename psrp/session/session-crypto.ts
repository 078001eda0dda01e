/** An RSA public key; its numbers big endian, without a sign byte. */
export interface RsaPublicKey {
  readonly exponent: Uint8Array;
  /** 256 bytes. */
  readonly modulus: Uint8Array;
}

/** A key pair whose private half never leaves it. */
export interface RsaKeyPair {
  readonly publicKey: RsaPublicKey;
  /** RSA without padding, with the private key: the padding is this library's affair. */
  decryptRaw(block: Uint8Array): Uint8Array;
}

/**
 * The cryptography that a session key needs. It is passed in, so that the library runs on any runtime and nobody is
 * tied to an implementation.
 */
export interface SessionCrypto {
  /** A new RSA key pair of 2048 bits, exponent 65537. */
  generateKeyPair(): RsaKeyPair;
  /** RSA without padding, with a public key. */
  encryptRaw(key: RsaPublicKey, block: Uint8Array): Uint8Array;
  /** Bytes from a cryptographic generator. */
  randomBytes(count: number): Uint8Array;
  /** AES-256-CBC with PKCS#7 padding and an IV of zeros. */
  encryptAes(key: Uint8Array, data: Uint8Array): Uint8Array;
  decryptAes(key: Uint8Array, data: Uint8Array): Uint8Array;
}
