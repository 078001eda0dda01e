import { ExchangeError } from '../exchange/exchange-error';
import type { ExchangeSession } from '../exchange/exchange-session';
import type { Connection, Limits } from '../../protocol';
import { openAdminApiSession } from './admin-api/open-admin-api';
import { openChild } from './child/open-child';
import { chooseTransport, isInWindowsStore, type TransportName } from './choose-transport';
import { openInProcess } from './in-process/open-in-process';
import { openPsrp } from './psrp/open-psrp';
import type { SessionDependencies } from './session-dependencies';

/** Opens a session over one transport. */
type Opener = (connection: Connection, limits: Limits, dependencies: SessionDependencies) => Promise<ExchangeSession>;

/** Every transport, and how it is opened. A new one is one line here. */
const OPENERS: Readonly<Record<TransportName, Opener>> = {
  adminApi: openAdminApi,
  child: openChild,
  inProcess: openInProcess,
  psrp: openPsrp,
};

/**
 * Opens a session to the Exchange organization of a connection, over the transport that the settings ask for or that fits.
 * This is the only place that knows that there are several.
 * @throws ExchangeError
 */
export async function openSession(
  connection: Connection,
  limits: Limits,
  dependencies: SessionDependencies,
): Promise<ExchangeSession> {
  const { transport, reason } = chooseTransport(connection);
  dependencies.log({ level: 'info', message: `Connecting over the transport ${transport}. ${reason}` });
  return OPENERS[transport](connection, limits, dependencies);
}

async function openAdminApi(
  connection: Connection,
  limits: Limits,
  dependencies: SessionDependencies,
): Promise<ExchangeSession> {
  const { target } = connection;
  if (target.kind !== 'exchangeOnline') throw new TypeError(`chooseTransport gave adminApi for ${target.kind}`);
  if (target.credential.kind === 'certificate' && isInWindowsStore(target.credential)) {
    throw new ExchangeError({
      code: 'transport.unavailable',
      summary: 'The transport adminApi cannot use a certificate in the Windows store.',
      detail: 'Give the certificate and its key as PEM files or text in connection.exchangeOnline.clientCertificate.',
    });
  }
  return openAdminApiSession(connection, target, limits, dependencies);
}
