import { ExchangeError } from '../exchange/exchange-error';
import { PinMismatchError } from './trust';

/** The connection could not be made, so that not a byte of the request was sent. */
export class ConnectFailure extends Error {
  readonly code = 'EAS_CONNECT_FAILED';

  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}

/** Where and on what a failure happened. */
export interface FailurePlace {
  /** Host and port, as people write them. */
  readonly where: string;
  /** The proxy in between, if there is one. */
  readonly proxy: string;
  /** The request is a change that may have reached the other side. */
  readonly mayHaveHappened: boolean;
}

const CERTIFICATE_FAULTS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'It is self-signed and not among the trusted ones.',
  SELF_SIGNED_CERT_IN_CHAIN: 'It comes from a certification authority that is not trusted here.',
  UNABLE_TO_GET_ISSUER_CERT: 'It comes from a certification authority that is not trusted here.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'It comes from a certification authority that is not trusted here.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certification authority is not trusted here, or the server leaves it out.',
  CERT_UNTRUSTED: 'It is marked as not trusted.',
  CERT_HAS_EXPIRED: 'It has expired.',
  CERT_NOT_YET_VALID: 'It is not valid yet.',
  CERT_REVOKED: 'It was revoked.',
  CERT_REJECTED: 'It was rejected.',
  CERT_SIGNATURE_FAILURE: 'Its signature is wrong.',
  CERT_CHAIN_TOO_LONG: 'Its chain is too long.',
  INVALID_CA: 'A certificate in its chain is not a certification authority.',
  INVALID_PURPOSE: 'It is not meant for servers.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It was issued for another name.',
};

const ADD_CA =
  'If the certificate is right, give its certification authority in connection.network.caFile or caPem ' +
  '(a proxy that inspects TLS has one of its own). Certificates are always verified.';

const CERTIFICATE_ADVICE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'It has to be renewed at the server. If it is valid, the clock of this computer is wrong.',
  CERT_NOT_YET_VALID: 'Check the clock of this computer, then the certificate.',
  CERT_REVOKED: 'It has to be replaced at the server.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Use the name that the certificate was issued for, or have it issued for this one.',
};

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there, or a firewall refuses.',
  ENOTFOUND: 'The name does not exist in DNS.',
  EAI_AGAIN: 'DNS does not answer.',
  EHOSTUNREACH: 'There is no route to the host.',
  ENETUNREACH: 'There is no route to the network.',
  EADDRNOTAVAIL: 'The address cannot be used.',
  EACCES: 'The system does not allow the connection.',
  EPERM: 'The system does not allow the connection.',
};

const TIMEOUTS: ReadonlySet<string> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT']);

/** Turns what undici or Node threw into an error with a code of ours. */
export function networkFailure(error: unknown, place: FailurePlace): ExchangeError {
  if (error instanceof ExchangeError) return error;
  if (error instanceof ConnectFailure) return connectFailure(error, place);
  const code = codeOf(error);
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'UND_ERR_INVALID_ARG') {
    return new ExchangeError({
      code: 'protocol.malformed',
      summary: `${place.where} sent something that is not HTTP.`,
      detail: `${code}. Something in between may have answered in its place.`,
      mayHaveHappened: place.mayHaveHappened,
    });
  }
  return new ExchangeError({
    code: 'connect.lost',
    summary: `The connection to ${place.where} broke before the whole answer was there.`,
    detail: `${code || 'No reason was given'}.${viaProxy(place)}`,
    mayHaveHappened: place.mayHaveHappened,
    cause: error,
  });
}

function connectFailure(failure: ConnectFailure, place: FailurePlace): ExchangeError {
  const cause = rootOf(failure.cause);
  const code = codeOf(cause);
  if (cause instanceof PinMismatchError) {
    return certificateError(
      place,
      cause.message,
      'If the server has a new certificate, change connection.network.pinnedCertificateSha256; if it has not, someone is in between.',
      cause,
    );
  }
  const fault = CERTIFICATE_FAULTS[code];
  if (fault !== undefined) return certificateError(place, fault, CERTIFICATE_ADVICE[code] ?? ADD_CA, cause);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
    return new ExchangeError({
      code: 'connect.tls',
      summary: `No TLS connection could be agreed on with ${place.where}.`,
      detail: `${code}. What answers there may not speak TLS 1.2 or later, or no TLS at all.${viaProxy(place)}`,
      cause,
    });
  }
  if (TIMEOUTS.has(code)) {
    return new ExchangeError({
      code: 'connect.timeout',
      summary: `${place.where} did not take the connection in time.`,
      detail: `Check name, port, firewall and proxy, or raise connection.network.connectTimeout.${viaProxy(place)}`,
      cause,
    });
  }
  return new ExchangeError({
    code: 'connect.refused',
    summary: `${place.where} could not be reached.`,
    detail: `${refusalReason(code, cause)}${viaProxy(place)}`,
    cause,
  });
}

function refusalReason(code: string, cause: Error): string {
  const known = UNREACHABLE[code];
  if (known !== undefined) return `${known} (${code})`;
  const proxyStatus = /Proxy response \((\d+)\)/.exec(cause.message)?.[1];
  if (proxyStatus === '407') {
    return 'The proxy wants a user and a password (407): see connection.network.proxyUsername and proxyPassword.';
  }
  if (proxyStatus !== undefined) return `The proxy refused to connect (${proxyStatus}).`;
  return `The other side closed the connection while it was being made (${code || cause.message}).`;
}

function certificateError(place: FailurePlace, fault: string, advice: string, cause: Error): ExchangeError {
  const name = codeOf(cause) === 'ERR_TLS_CERT_ALTNAME_INVALID' ? ` ${cause.message}` : '';
  return new ExchangeError({
    code: 'connect.tls',
    summary: `The certificate of ${place.where} was not accepted: ${fault}`,
    detail: `${advice}${name} (${codeOf(cause)})`,
    cause,
  });
}

/** Under the wrappers (several addresses tried, a proxy in between) lies the reason. */
function rootOf(error: Error): Error {
  if (error instanceof AggregateError && codeOf(error) === '') {
    const [first] = error.errors as readonly unknown[];
    if (first instanceof Error) return rootOf(first);
  }
  if (codeOf(error) === 'UND_ERR_PRX_TLS' && error.cause instanceof Error) return rootOf(error.cause);
  return error;
}

function viaProxy(place: FailurePlace): string {
  return place.proxy === '' ? '' : ` The connection goes through the proxy ${place.proxy}.`;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
