import { addressesFor } from '../../plugin/transports/admin-api/clouds';
import { hostOf, portOf, type SocketAddress } from '../../plugin/diagnosis/open-socket';
import type { Connection } from '../../protocol';

/** An address that the connection needs. */
export interface Endpoint {
  /** A part of the ids of its steps: signIn, exchange, exchange2. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly address: SocketAddress;
  /** What is asked of it without a credential. */
  readonly url: URL;
  readonly kind: 'signIn' | 'adminApi' | 'remotePowerShell';
}

/** The addresses that a connection needs, in the order in which it uses them. */
export function endpointsOf({ target }: Connection): readonly Endpoint[] {
  switch (target.kind) {
    case 'exchangeOnline': {
      const { authorityUrl, adminApiUrl } = addressesFor(target);
      const tenant = encodeURIComponent(target.tenant);
      const configuration = `${authorityUrl}/${tenant}/v2.0/.well-known/openid-configuration`;
      return [
        // A managed identity gets its token from the machine itself.
        ...(target.credential.kind === 'managedIdentity'
          ? []
          : [endpoint('signIn', 'sign-in service', 'signIn', configuration)]),
        endpoint('exchange', 'Exchange Online', 'adminApi', `${adminApiUrl}/adminapi/beta/${tenant}/InvokeCommand`),
      ];
    }
    case 'remotePowerShell':
      return target.urls.map((url, index) =>
        endpoint(`exchange${index === 0 ? '' : String(index + 1)}`, hostOf(new URL(url)), 'remotePowerShell', url),
      );
    case 'managementTools':
      // Without a server in the settings the tools choose one themselves, by Active Directory.
      return target.server === ''
        ? []
        : [endpoint('exchange', target.server, 'remotePowerShell', `http://${target.server}/PowerShell/`)];
  }
}

function endpoint(name: string, title: string, kind: Endpoint['kind'], address: string): Endpoint {
  const url = new URL(address);
  return { name, title, kind, url, address: { host: hostOf(url), port: portOf(url) } };
}
