import { problem, type Problem } from './problem';
import type {
  ClientCertificate,
  Connection,
  ExchangeOnline,
  ManagementTools,
  NetworkSettings,
  RemotePowerShell,
  TransportChoice,
} from './settings';

const invalid = (path: string, summary: string, detail = ''): Problem =>
  problem('settings.invalid', path, summary, detail);

const TRANSPORTS_OF: Readonly<Record<Connection['target']['kind'], readonly TransportChoice[]>> = {
  exchangeOnline: ['auto', 'adminApi', 'child', 'inProcess'],
  remotePowerShell: ['auto', 'psrp', 'child', 'inProcess'],
  managementTools: ['auto', 'child', 'inProcess'],
};

/** What a schema cannot say of a connection: settings that contradict each other, or that its transport cannot honour. */
export function checkConnection(connection: Connection): Problem[] {
  const { target, transport, network } = connection;
  const problems = checkNetwork(network, transport);
  const possible = TRANSPORTS_OF[target.kind];
  if (!possible.includes(transport)) {
    const summary = `The transport ${transport} cannot serve a connection of the kind ${target.kind}.`;
    problems.push(invalid('connection.transport', summary, `Possible are ${possible.join(', ')}.`));
  }
  switch (target.kind) {
    case 'exchangeOnline':
      return [...problems, ...checkExchangeOnline(target, connection)];
    case 'remotePowerShell':
      return [...problems, ...checkRemotePowerShell(target, transport)];
    case 'managementTools':
      return [...problems, ...checkManagementTools(target)];
  }
}

/** True for the transports that let a PowerShell of this computer connect. */
function usesPowerShell(transport: TransportChoice): boolean {
  return transport === 'child' || transport === 'inProcess';
}

function checkNetwork(network: NetworkSettings, transport: TransportChoice): Problem[] {
  const problems: Problem[] = [];
  if (network.caPem && network.caFile) {
    problems.push(invalid('connection.network', 'caPem and caFile are both given.', 'Give one of them.'));
  }
  if (network.proxyPassword && !network.proxyUsername) {
    problems.push(invalid('connection.network.proxyUsername', 'A proxy password is given without a user.'));
  }
  if (network.proxyUsername && !network.proxyUrl) {
    problems.push(invalid('connection.network.proxyUrl', 'A user for a proxy is given without the address of one.'));
  }
  if (network.pinnedCertificateSha256 && usesPowerShell(transport)) {
    const summary = `The transport ${transport} cannot hold Exchange to one certificate: PowerShell checks certificates itself.`;
    const detail = 'Leave pinnedCertificateSha256 out, or choose psrp (on-premises) or adminApi (Online).';
    problems.push(invalid('connection.network.pinnedCertificateSha256', summary, detail));
  }
  return problems;
}

function checkExchangeOnline(target: ExchangeOnline, { transport, powerShell }: Connection): Problem[] {
  const path = 'connection.exchangeOnline';
  const { credential, clientId } = target;
  const problems: Problem[] = [];
  if (credential.kind !== 'managedIdentity' && !clientId) {
    problems.push(invalid(`${path}.clientId`, `${path}.clientId is missing.`, "The application's (client's) ID."));
  }
  if (credential.kind === 'managedIdentity' && credential.userAssigned && !clientId) {
    problems.push(invalid(`${path}.clientId`, 'A user-assigned managed identity needs its client ID.'));
  }
  if (credential.kind === 'managedIdentity' && !credential.userAssigned && clientId) {
    const summary = "A client ID is given, and the managed identity is the machine's own, which needs none.";
    problems.push(invalid(`${path}.clientId`, summary, 'Say managedIdentity.userAssigned, or leave clientId out.'));
  }
  if (credential.kind === 'certificate') problems.push(...checkCertificate(credential));
  if (usesPowerShell(transport)) problems.push(...checkOnlineModule(target, transport, powerShell.edition));
  else if (transport === 'adminApi' && credential.kind === 'certificate' && credential.thumbprint) {
    const detail =
      'Give the certificate as PEM, or choose the transport child, which uses the Windows certificate store.';
    problems.push(
      invalid(
        `${path}.clientCertificate.thumbprint`,
        'The admin API cannot use a certificate by its thumbprint.',
        detail,
      ),
    );
  }
  return problems;
}

/** What Connect-ExchangeOnline cannot do. Source: Microsoft's reference of the cmdlet, and its "App-only authentication". */
function checkOnlineModule(
  { tenant, organization, credential }: ExchangeOnline,
  transport: TransportChoice,
  edition: Connection['powerShell']['edition'],
): Problem[] {
  const path = 'connection.exchangeOnline';
  const problems: Problem[] = [];
  const who = `The ExchangeOnlineManagement module, which the transport ${transport} uses,`;
  if (credential.kind === 'secret') {
    const detail = 'Give a certificate or a managed identity; or choose adminApi, or leave connection.transport out.';
    problems.push(invalid(`${path}.clientSecret`, `${who} cannot sign in with a client secret.`, detail));
  }
  if (credential.kind === 'certificate' && !credential.thumbprint && edition === 'windowsPowerShell') {
    const detail = 'Give the thumbprint of a certificate in the Windows store, or choose PowerShell 7.';
    problems.push(
      invalid('connection.powerShell.edition', 'Windows PowerShell cannot read a PEM certificate.', detail),
    );
  }
  if (!organization && !tenant.includes('.')) {
    const summary = `${who} needs the initial domain of the tenant; its ID is not enough.`;
    problems.push(invalid(`${path}.organization`, summary, 'For example contoso.onmicrosoft.com.'));
  }
  return problems;
}

function checkCertificate(certificate: ClientCertificate): Problem[] {
  const path = 'connection.exchangeOnline.clientCertificate';
  const asText = Boolean(certificate.certificatePem || certificate.privateKeyPem);
  const asFiles = Boolean(certificate.certificateFile || certificate.privateKeyFile);
  const byThumbprint = certificate.thumbprint !== '';
  if (Number(asText) + Number(asFiles) + Number(byThumbprint) !== 1) {
    const ways = 'PEM text (certificatePem, privateKeyPem), PEM files (certificateFile, privateKeyFile), or thumbprint';
    return [invalid(path, 'The certificate must be given in exactly one way.', `The ways are: ${ways}.`)];
  }
  if (asText && !(certificate.certificatePem && certificate.privateKeyPem)) {
    return [invalid(path, 'certificatePem and privateKeyPem are needed together.')];
  }
  if (asFiles && !(certificate.certificateFile && certificate.privateKeyFile)) {
    return [invalid(path, 'certificateFile and privateKeyFile are needed together.', 'They may name the same file.')];
  }
  return [];
}

/** Such an address must not be repeated in any message: what stands before the @ may be a secret. */
const mayHoldAccount = (url: string): boolean => url.includes('@');

function checkRemotePowerShell(target: RemotePowerShell, transport: TransportChoice): Problem[] {
  const path = 'connection.remotePowerShell';
  const { authentication, username, password, keytabFile } = target;
  const problems: Problem[] = [];
  if (target.urls.some(mayHoldAccount)) {
    const detail = 'Addresses are logged. Give the account as username and password (and change that password).';
    problems.push(invalid(`${path}.urls`, 'An address holds a user or a password.', detail));
  }
  const plain = target.urls.filter((url) => !/^https:/i.test(url) && !mayHoldAccount(url));
  if (authentication === 'basic' && plain.length > 0) {
    const summary = `Basic authentication would send the password in the clear to ${plain.join(', ')}.`;
    problems.push(invalid(`${path}.urls`, summary, 'Use an https address, or Kerberos.'));
  } else if (transport === 'psrp' && plain.length > 0) {
    const summary = `The transport psrp speaks HTTPS only, and ${plain.join(', ')} is not an https address.`;
    problems.push(invalid(`${path}.urls`, summary, 'Use an https address, or the transport child.'));
  }
  if (authentication === 'basic' && !(username && password)) {
    problems.push(invalid(`${path}.username`, 'Basic authentication needs a user and a password.'));
  } else if (password && !username) {
    problems.push(invalid(`${path}.username`, 'A password is given without a user.'));
  } else if (username && !password && usesPowerShell(transport)) {
    const summary =
      'A user is given without a password: PowerShell would sign in as the account that the client runs under.';
    problems.push(invalid(`${path}.password`, summary, 'Give the password too, or leave the user out.'));
  }
  if (keytabFile && (usesPowerShell(transport) || authentication === 'basic')) {
    const what = usesPowerShell(transport) ? `The transport ${transport}` : 'Basic authentication';
    problems.push(
      invalid(`${path}.keytabFile`, `${what} cannot use a keytab.`, 'Leave it out, or choose psrp with Kerberos.'),
    );
  }
  return problems;
}

function checkManagementTools({ load, remoteExchangeScript }: ManagementTools): Problem[] {
  if (load !== 'snapIn' || remoteExchangeScript === '') return [];
  const detail = 'Leave remoteExchangeScript out, or load the tools with it, which Microsoft supports.';
  const summary = 'The snap-in is to be loaded, and RemoteExchange.ps1 is given, which would not be used.';
  return [invalid('connection.managementTools.remoteExchangeScript', summary, detail)];
}
