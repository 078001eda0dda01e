import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ExchangeError } from '../../exchange/exchange-error';
import type { ClientCertificate } from '../../../protocol';

/** A certificate with its key, ready to sign with. */
export interface LoadedCertificate {
  /** SHA-256 over the certificate, hexadecimal without separators. */
  readonly thumbprintSha256: string;
  /** PKCS #8, PEM, not encrypted. In memory only. */
  readonly privateKey: string;
  /** When it expires, in milliseconds since 1970. */
  readonly expiresAtMs: number;
  readonly subject: string;
}

const PLACE = 'connection.exchangeOnline.clientCertificate';
const FILE_HINT = 'The account under which the connector runs must be able to read it.';

/**
 * Reads and checks the certificate that the settings give. Whatever is wrong with it is known before anything is
 * contacted.
 * @throws ExchangeError `settings.invalid`
 */
export function loadCertificate(settings: ClientCertificate, nowMs: number): LoadedCertificate {
  const certificate = parseCertificate(settings);
  const key = parsePrivateKey(settings);
  if (key.asymmetricKeyType !== 'rsa') {
    throw invalid(
      `${PLACE}: the private key is not an RSA key.`,
      `It is of the type ${key.asymmetricKeyType ?? 'unknown'}; Microsoft Entra ID takes RSA only.`,
    );
  }
  if (!certificate.checkPrivateKey(key)) {
    throw invalid(
      `${PLACE}: the private key does not belong to the certificate.`,
      `The certificate is ${subjectOf(certificate)}. Give the key that was made together with it.`,
    );
  }
  const beginsAtMs = Date.parse(certificate.validFrom);
  const expiresAtMs = Date.parse(certificate.validTo);
  if (expiresAtMs <= nowMs) {
    throw invalid(
      `${PLACE}: the certificate expired on ${isoDate(expiresAtMs)}.`,
      `It is ${subjectOf(certificate)}. Register a new one with the application and give it here.`,
    );
  }
  if (beginsAtMs > nowMs) {
    throw invalid(
      `${PLACE}: the certificate is not valid before ${isoDate(beginsAtMs)}.`,
      `It is ${subjectOf(certificate)}. If it should be valid, the clock of this computer is wrong.`,
    );
  }
  return {
    thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    expiresAtMs,
    subject: subjectOf(certificate),
  };
}

function parseCertificate(settings: ClientCertificate): X509Certificate {
  const place = settings.certificatePem === '' ? `${PLACE}.certificateFile` : `${PLACE}.certificatePem`;
  const text = settings.certificatePem || readPem(settings.certificateFile, place);
  try {
    return new X509Certificate(text);
  } catch (error) {
    throw invalid(
      `${place} holds no certificate that can be read.`,
      `It must be PEM text with BEGIN CERTIFICATE. ${reasonOf(error)}`,
    );
  }
}

function parsePrivateKey(settings: ClientCertificate): KeyObject {
  const given = settings.privateKeyPem?.reveal() ?? '';
  const place = given === '' ? `${PLACE}.privateKeyFile` : `${PLACE}.privateKeyPem`;
  const text = given || readPem(settings.privateKeyFile, place);
  const password = settings.privateKeyPassword?.reveal() ?? '';
  const encrypted = /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text);
  if (encrypted && password === '') {
    throw invalid(`${place}: the private key is encrypted.`, `Give its password in ${PLACE}.privateKeyPassword.`);
  }
  try {
    return createPrivateKey({ key: text, format: 'pem', ...(encrypted && { passphrase: password }) });
  } catch (error) {
    // What OpenSSL says about a key never contains a part of it, but it is left out all the same.
    throw invalid(
      `${place} holds no private key that can be read.`,
      encrypted ? passwordAdvice(error) : 'It must be PEM text with BEGIN PRIVATE KEY (PKCS #8).',
    );
  }
}

function passwordAdvice(error: unknown): string {
  const reason = reasonOf(error);
  return /bad decrypt|cipher|passphrase/i.test(reason)
    ? `${PLACE}.privateKeyPassword does not open it.`
    : `Either ${PLACE}.privateKeyPassword does not open it, or it is damaged.`;
}

function readPem(file: string, place: string): string {
  if (file === '') throw invalid(`${place} is missing.`, 'Give the text or the path of a PEM file.');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw invalid(`${place}: the file ${file} cannot be read.`, `${reasonOf(error)}. ${FILE_HINT}`);
  }
}

function subjectOf(certificate: X509Certificate): string {
  return `${certificate.subject.replaceAll('\n', ', ')} (SHA-1 ${certificate.fingerprint.replaceAll(':', '')})`;
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function invalid(summary: string, detail: string): ExchangeError {
  return new ExchangeError({ code: 'settings.invalid', summary, detail });
}
