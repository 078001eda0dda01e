import { ExchangeError } from '../exchange/exchange-error';
import type { Connection, RemotePowerShell, TransportChoice } from '../../protocol';
import { hasKerberos } from './psrp/load-kerberos';

/** A transport by name. */
export type TransportName = Exclude<TransportChoice, 'auto'>;

/** A choice and why it was made, for the log. */
export interface ChosenTransport {
  readonly transport: TransportName;
  readonly reason: string;
}

/** What a choice depends on beside the settings. */
export interface TransportHost {
  readonly platform: NodeJS.Platform;
  /** Whether the optional package for Kerberos is there. */
  readonly hasKerberos: boolean;
}

/** The transports that each way to connect can use. */
const POSSIBLE: Readonly<Record<Connection['target']['kind'], readonly TransportName[]>> = {
  exchangeOnline: ['adminApi', 'child', 'inProcess'],
  remotePowerShell: ['child', 'inProcess', 'psrp'],
  managementTools: ['child', 'inProcess'],
};

/**
 * Chooses how to reach Exchange. Pure; made once for a session, and never again once it is open.
 * @throws ExchangeError `transport.unavailable` if the settings ask for one that the connection cannot use
 */
export function chooseTransport(
  connection: Connection,
  host: TransportHost = { platform: process.platform, hasKerberos: hasKerberos() },
): ChosenTransport {
  const { target, transport } = connection;
  if (transport !== 'auto') {
    if (POSSIBLE[target.kind].includes(transport)) return { transport, reason: 'The settings ask for it.' };
    throw new ExchangeError({
      code: 'transport.unavailable',
      summary: `The transport ${transport} cannot be used with connection.${target.kind}.`,
      detail: `Possible are ${POSSIBLE[target.kind].join(', ')}; leave connection.transport out to let the connector choose.`,
    });
  }
  switch (target.kind) {
    case 'exchangeOnline':
      return target.credential.kind === 'certificate' && isInWindowsStore(target.credential)
        ? { transport: 'child', reason: 'The certificate is in the Windows store, which only PowerShell can use.' }
        : { transport: 'adminApi', reason: 'Exchange Online, and the credential can sign in without PowerShell.' };
    case 'remotePowerShell':
      return (
        whyNotDirect(target, host) ?? {
          transport: 'psrp',
          reason: `The endpoint is HTTPS, and no PowerShell is needed to sign in (${target.authentication}).`,
        }
      );
    case 'managementTools':
      return { transport: 'child', reason: 'The Management Tools run in a PowerShell on this computer.' };
  }
}

/** The certificate is given by thumbprint alone. */
export function isInWindowsStore(credential: {
  readonly certificatePem: string;
  readonly certificateFile: string;
  readonly thumbprint: string;
}): boolean {
  return credential.certificatePem === '' && credential.certificateFile === '' && credential.thumbprint !== '';
}

function whyNotDirect(target: RemotePowerShell, host: TransportHost): ChosenTransport | undefined {
  const { authentication, username, password } = target;
  const child = (reason: string): ChosenTransport => ({ transport: 'child', reason });
  if (!target.urls.every((url) => url.toLowerCase().startsWith('https://'))) {
    return child('An endpoint is not HTTPS, so PowerShell has to protect the messages.');
  }
  if (authentication === 'basic') {
    return username === '' || password === undefined ? child('PowerShell has to sign in (basic).') : undefined;
  }
  if (password !== undefined && host.platform !== 'win32') {
    return child(`PowerShell has to sign in (${authentication} with a password).`);
  }
  if (host.hasKerberos) return undefined;
  return child(`PowerShell has to sign in (${authentication}): the optional package for Kerberos is not there.`);
}
