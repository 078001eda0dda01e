import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkServerIdentity, createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { ExchangeError } from '../exchange/exchange-error';
import type { NetworkSettings } from '../../protocol';

/** The only certificate that one host may show, in addition to the usual checks. */
export interface PinnedCertificate {
  /** As a URL has it: an IPv6 address may be in brackets. */
  readonly host: string;
  /** Its SHA-256 fingerprint, hexadecimal. */
  readonly sha256: string;
}

/** What every TLS connection is made with. */
export interface TlsOptions {
  readonly rejectUnauthorized: true;
  readonly minVersion: 'TLSv1.2';
  readonly secureContext?: SecureContext;
  readonly checkServerIdentity?: typeof checkServerIdentity;
}

/** A pinned host showed another certificate. */
export class PinMismatchError extends Error {
  readonly code = 'EAS_PIN_MISMATCH';

  constructor(readonly shown: string) {
    super(`The certificate's SHA-256 fingerprint is ${shown}, which is not the pinned one.`);
  }
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * TLS options for every connection. `rejectUnauthorized` is spelled out, because otherwise the environment variable
 * NODE_TLS_REJECT_UNAUTHORIZED would decide. Further authorities are added to Node's own, they do not replace them.
 * @throws ExchangeError `settings.invalid` if a further authority cannot be read
 */
export function tlsOptions(
  network: Pick<NetworkSettings, 'caPem' | 'caFile'>,
  pinned: PinnedCertificate | undefined,
): TlsOptions {
  const authorities = furtherAuthorities(network);
  return {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(authorities.length > 0 && {
      // One context for all connections: reading some 150 authorities takes milliseconds.
      secureContext: createSecureContext({ ca: [...rootCertificates, ...authorities], minVersion: 'TLSv1.2' }),
    }),
    ...(pinned && { checkServerIdentity: pinnedIdentity(pinned) }),
  };
}

function pinnedIdentity(pinned: PinnedCertificate): typeof checkServerIdentity {
  const wanted = pinned.sha256.toLowerCase();
  // Node names an IPv6 address without its brackets.
  const at = pinned.host.toLowerCase().replace(/^\[|\]$/g, '');
  return (host, certificate) => {
    const wrong = checkServerIdentity(host, certificate);
    if (wrong || host.toLowerCase() !== at) return wrong;
    const shown = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
    return shown === wanted ? undefined : new PinMismatchError(shown);
  };
}

function furtherAuthorities(network: Pick<NetworkSettings, 'caPem' | 'caFile'>): string[] {
  const fromText = certificatesIn(network.caPem, 'connection.network.caPem');
  if (network.caFile === '') return fromText;
  const path = 'connection.network.caFile';
  let text: string;
  try {
    text = readFileSync(network.caFile, 'utf8');
  } catch (error) {
    throw new ExchangeError({
      code: 'settings.invalid',
      summary: `${path}: the file ${network.caFile} cannot be read.`,
      detail: error instanceof Error ? error.message : '',
      cause: error,
    });
  }
  return [...fromText, ...certificatesIn(text, path)];
}

function certificatesIn(text: string, path: string): string[] {
  if (text.trim() === '') {
    if (path.endsWith('caPem')) return [];
    throw notPem(path, 'The file is empty.');
  }
  const found = text.match(PEM_CERTIFICATE) ?? [];
  if (found.length === 0) throw notPem(path, 'There is no BEGIN CERTIFICATE in it.');
  for (const pem of found) {
    try {
      new X509Certificate(pem);
    } catch (error) {
      throw notPem(path, error instanceof Error ? error.message : 'A certificate in it cannot be read.');
    }
  }
  return found;
}

function notPem(path: string, why: string): ExchangeError {
  return new ExchangeError({
    code: 'settings.invalid',
    summary: `${path} holds no certification authority that can be read.`,
    detail: `${why} Give one or more certificates as PEM text.`,
  });
}
