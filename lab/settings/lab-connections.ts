import type { TransportChoice } from '../../protocol';
import type { PowerShellDescription } from '../powershell';
import type { RemotePowerShellDescription } from '../wsman';

/** How settings can name the lab, as the members of `connection` in their JSON form are called. */
export type ConnectionKind = 'exchangeOnline' | 'remotePowerShell' | 'managementTools';

/** Which way settings are to go. */
export interface ConnectionWish {
  readonly connection: ConnectionKind;
  readonly transport: TransportChoice;
}

/** The way to the lab's admin API, as the settings name it. */
export interface OnlineAddress {
  readonly url: string;
  readonly tokenUrl: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly caFile: string;
}

/** Where the lab can be reached. */
export interface LabAddresses {
  readonly adminApi?: OnlineAddress;
  /** Not for Exchange Online. */
  readonly remotePowerShell?: RemotePowerShellDescription;
  /** How a PowerShell on this computer reaches the lab. */
  readonly powershell: PowerShellDescription;
}

type Json = Readonly<Record<string, unknown>>;

const TRANSPORTS: Readonly<Record<TransportChoice, Json>> = {
  auto: {},
  adminApi: { transport: 'TRANSPORT_ADMIN_API' },
  child: { transport: 'TRANSPORT_CHILD' },
  inProcess: { transport: 'TRANSPORT_IN_PROCESS' },
  psrp: { transport: 'TRANSPORT_PSRP' },
};

const POSSIBLE: Readonly<Record<ConnectionKind, readonly TransportChoice[]>> = {
  exchangeOnline: ['auto', 'adminApi', 'child', 'inProcess'],
  remotePowerShell: ['auto', 'psrp', 'child', 'inProcess'],
  managementTools: ['auto', 'child', 'inProcess'],
};

const NO_POWERSHELL =
  'There is no PowerShell 7 here that the lab can use: put pwsh on the PATH, or name it in EAS_PWSH. On Windows the lab has no such sessions.';

/**
 * The members of `connection` that lead settings to the lab in a certain way.
 * @returns why not, as a sentence, if the lab cannot be reached in that way
 */
export function connectionTo({ connection, transport }: ConnectionWish, addresses: LabAddresses): Json | string {
  if (!POSSIBLE[connection].includes(transport)) {
    return `The transport ${transport} cannot serve ${connection}: possible are ${POSSIBLE[connection].join(', ')}.`;
  }
  const way = WAYS[connection](transport, addresses);
  return typeof way === 'string' ? way : { ...way, ...TRANSPORTS[transport] };
}

const WAYS: Readonly<Record<ConnectionKind, (transport: TransportChoice, addresses: LabAddresses) => Json | string>> = {
  exchangeOnline: (transport, { adminApi, powershell }) => {
    if (adminApi === undefined) return 'Only a lab of Exchange Online can be reached with exchangeOnline.';
    const { tenant, clientId, clientSecret, certificateFile, keyFile } = adminApi;
    // The module signs in with a certificate; a client secret is not enough for it.
    const isLocal = transport === 'child' || transport === 'inProcess';
    return {
      exchangeOnline: {
        tenant,
        clientId,
        ...(isLocal
          ? { clientCertificate: { certificateFile, privateKeyFile: keyFile } }
          : { clientSecret, ...addressesOf(adminApi) }),
        organization: 'contoso.onmicrosoft.com',
      },
      network: { caFile: adminApi.caFile },
      ...(isLocal ? { powerShell: { exchangeOnlineModule: powershell.onlineModule } } : {}),
    };
  },
  remotePowerShell: (transport, { remotePowerShell, powershell }) => {
    const isDirect = transport === 'psrp' || (transport === 'auto' && remotePowerShell !== undefined);
    if (isDirect) return remotePowerShell ? direct(remotePowerShell) : 'This lab has no remote PowerShell endpoint.';
    if (transport === 'inProcess') {
      return 'The lab offers remote sessions in a PowerShell process only: use the transport child.';
    }
    const { remoteSession, executable } = powershell;
    if (remoteSession === undefined) return 'A lab of Exchange Online has no remote PowerShell.';
    if (executable === undefined) return NO_POWERSHELL;
    const { urls, configurationName, username, password } = remoteSession;
    return {
      remotePowerShell: { urls, configurationName, username, password, authentication: 'AUTHENTICATION_KERBEROS' },
      powerShell: { executable },
    };
  },
  managementTools: (_, { powershell: { remoteExchange, executable } }) => {
    if (remoteExchange === undefined) return 'A lab of Exchange Online has no Management Tools.';
    if (executable === undefined) return NO_POWERSHELL;
    return { managementTools: { remoteExchangeScript: remoteExchange }, powerShell: { executable } };
  },
};

function addressesOf({ url, tokenUrl }: OnlineAddress): Json {
  return { authorityUrl: new URL(tokenUrl).origin, adminApiUrl: new URL(url).origin };
}

function direct({ url, username, password, caFile }: RemotePowerShellDescription): Json {
  return {
    remotePowerShell: { urls: [url], username, password, authentication: 'AUTHENTICATION_BASIC' },
    network: { caFile },
  };
}
