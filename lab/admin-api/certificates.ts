import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/** The certificates of a lab, as PEM text and as the files that other programs read. */
export interface LabCertificates {
  /** The certification authority that clients must trust. */
  readonly caFile: string;
  readonly ca: string;
  readonly server: string;
  readonly serverKey: string;
  /** The certificate with which an application may prove who it is. */
  readonly clientFile: string;
  readonly client: string;
  readonly clientKeyFile: string;
}

const FILES = {
  ca: 'ca.pem',
  server: 'server.pem',
  serverKey: 'server-key.pem',
  client: 'client.pem',
  clientKey: 'client-key.pem',
} as const;

type Made = Readonly<Record<keyof typeof FILES, string>>;

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/**
 * The certificates in `folder`, made first if there are none. The authority's own key is not kept: nobody can sign
 * anything else with it.
 */
export async function labCertificates(folder: string, now: Date): Promise<LabCertificates> {
  const path = (name: keyof typeof FILES): string => join(folder, FILES[name]);
  const names = Object.keys(FILES) as (keyof typeof FILES)[];
  if (!names.every((name) => existsSync(path(name))) || isNearlyOver(readFileSync(path('server'), 'utf8'), now)) {
    const made = await makeCertificates(now);
    for (const name of names) writeFileSync(path(name), made[name], { mode: 0o600 });
  }
  const read = (name: keyof typeof FILES): string => readFileSync(path(name), 'utf8');
  return {
    caFile: path('ca'),
    ca: read('ca'),
    server: read('server'),
    serverKey: read('serverKey'),
    clientFile: path('client'),
    client: read('client'),
    clientKeyFile: path('clientKey'),
  };
}

function isNearlyOver(pem: string, now: Date): boolean {
  return new x509.X509Certificate(pem).notAfter.getTime() - now.getTime() < 7 * 86_400_000;
}

async function makeCertificates(now: Date): Promise<Made> {
  const validity = {
    notBefore: new Date(now.getTime() - 86_400_000),
    notAfter: new Date(now.getTime() + 365 * 86_400_000),
  };
  const caKeys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=EAS connector lab CA',
    ...validity,
    signingAlgorithm: ECDSA,
    keys: caKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const server = await serverCertificate(ca, caKeys.privateKey, validity);
  const clientKeys = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const client = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=EAS connector lab application',
    ...validity,
    signingAlgorithm: RSA,
    keys: clientKeys,
  });
  return {
    ca: ca.toString('pem'),
    ...server,
    client: client.toString('pem'),
    clientKey: await privateKeyPem(clientKeys.privateKey),
  };
}

async function serverCertificate(
  ca: x509.X509Certificate,
  caKey: webcrypto.CryptoKey,
  validity: { readonly notBefore: Date; readonly notAfter: Date },
): Promise<Pick<Made, 'server' | 'serverKey'>> {
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: ca.subject,
    ...validity,
    signingAlgorithm: ECDSA,
    publicKey: keys.publicKey,
    signingKey: caKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      new x509.BasicConstraintsExtension(false),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      await x509.AuthorityKeyIdentifierExtension.create(ca),
    ],
  });
  return { server: certificate.toString('pem'), serverKey: await privateKeyPem(keys.privateKey) };
}

async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function serialNumber(): string {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(12)))
    .toString('hex')
    .replace(/^[89a-f]/, '1');
}
