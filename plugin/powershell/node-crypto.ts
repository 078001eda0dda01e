import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  generateKeyPair,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { RsaKeyPair, RsaPublicKey, SessionCrypto } from '../../psrp';

const OPTIONS = { modulusLength: 2048, publicExponent: 0x10001 } as const;
const ZERO_IV = Buffer.alloc(16);

/** The cryptography of PSRP's session key, by node:crypto. The key pair is made on first use, which takes some 100 ms. */
export function nodeSessionCrypto(): SessionCrypto {
  return sessionCrypto(() => generateKeyPairSync('rsa', OPTIONS));
}

/** The same with a key pair that was made on another thread, so that nothing waits for it. */
export async function prepareNodeSessionCrypto(): Promise<SessionCrypto> {
  const pair = await promisify(generateKeyPair)('rsa', OPTIONS);
  return sessionCrypto(() => pair);
}

function sessionCrypto(keyPair: () => { publicKey: KeyObject; privateKey: KeyObject }): SessionCrypto {
  return {
    generateKeyPair: () => toRsaKeyPair(keyPair()),
    encryptRaw: (key, block) =>
      new Uint8Array(publicEncrypt({ key: toKeyObject(key), padding: constants.RSA_NO_PADDING }, block)),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    encryptAes: (key, data) => {
      const cipher = createCipheriv('aes-256-cbc', key, ZERO_IV);
      return new Uint8Array(Buffer.concat([cipher.update(data), cipher.final()]));
    },
    decryptAes: (key, data) => {
      const decipher = createDecipheriv('aes-256-cbc', key, ZERO_IV);
      return new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]));
    },
  };
}

function toRsaKeyPair({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): RsaKeyPair {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: { modulus: fromBase64Url(n), exponent: fromBase64Url(e) },
    decryptRaw: (block) =>
      new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, block)),
  };
}

function toKeyObject(key: RsaPublicKey): KeyObject {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'RSA', n: text(key.modulus), e: text(key.exponent) }, format: 'jwk' });
}

function fromBase64Url(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
