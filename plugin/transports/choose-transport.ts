import { ExchangeError } from '../exchange/exchange-error';
import type { Connection, RemotePowerShell, TransportChoice } from '../../protocol';

/** A transport by name. */
export type TransportName = Exclude<TransportChoice, 'auto'>;

/** A choice and why it was made, for the log. */
export interface ChosenTransport {
  readonly transport: TransportName;
  readonly reason: string;
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
export function chooseTransport(connection: Connection): ChosenTransport {
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
        whyNotDirect(target) ?? { transport: 'psrp', reason: 'The endpoint is HTTPS and takes a user and password.' }
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

function whyNotDirect(target: RemotePowerShell): ChosenTransport | undefined {
  if (!target.urls.every((url) => url.toLowerCase().startsWith('https://'))) {
    return { transport: 'child', reason: 'An endpoint is not HTTPS, so PowerShell has to protect the messages.' };
  }
  if (target.authentication !== 'basic' || target.username === '' || target.password === undefined) {
    return { transport: 'child', reason: `PowerShell has to sign in (${target.authentication}).` };
  }
  return undefined;
}
