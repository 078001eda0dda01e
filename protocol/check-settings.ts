import { problem, type Problem } from './problem';
import type {
  ClientCertificate,
  CommonSettings,
  Connection,
  ExchangeOnline,
  ManageSettings,
  RemotePowerShell,
  Scope,
  SecuritySettings,
  TransportChoice,
} from './settings';
import { compareTimestamps } from './timestamp';

const invalid = (path: string, summary: string, detail = ''): Problem =>
  problem('settings.invalid', path, summary, detail);

/** What a schema cannot say: contradictions between settings. All of them at once. */
export function checkSettings(settings: ManageSettings | SecuritySettings): Problem[] {
  return [
    ...checkConnection(settings.connection),
    ...checkScope(settings),
    ...('actions' in settings
      ? [...checkActions(settings), ...checkDesiredAccess(settings), ...checkHygiene(settings)]
      : []),
  ];
}

const TRANSPORTS_OF: Readonly<Record<Connection['target']['kind'], readonly TransportChoice[]>> = {
  exchangeOnline: ['auto', 'adminApi', 'child', 'inProcess'],
  remotePowerShell: ['auto', 'psrp', 'child', 'inProcess'],
  managementTools: ['auto', 'child', 'inProcess'],
};

function checkConnection({ target, transport, network }: Connection): Problem[] {
  const problems: Problem[] = [];
  const possible = TRANSPORTS_OF[target.kind];
  if (!possible.includes(transport)) {
    const summary = `The transport ${transport} cannot serve a connection of the kind ${target.kind}.`;
    problems.push(invalid('connection.transport', summary, `Possible are ${possible.join(', ')}.`));
  }
  if (network.caPem && network.caFile) {
    problems.push(invalid('connection.network', 'caPem and caFile are both given.', 'Give one of them.'));
  }
  if (network.proxyPassword && !network.proxyUsername) {
    problems.push(invalid('connection.network.proxyUsername', 'A proxy password is given without a user.'));
  }
  if (target.kind === 'exchangeOnline') problems.push(...checkExchangeOnline(target, transport));
  if (target.kind === 'remotePowerShell') problems.push(...checkRemotePowerShell(target));
  return problems;
}

function checkExchangeOnline(target: ExchangeOnline, transport: TransportChoice): Problem[] {
  const path = 'connection.exchangeOnline';
  const { credential } = target;
  if (credential.kind === 'managedIdentity') {
    if (!credential.userAssigned || target.clientId) return [];
    return [invalid(`${path}.clientId`, 'A user-assigned managed identity needs its client ID.')];
  }
  const noClient = invalid(`${path}.clientId`, `${path}.clientId is missing.`, "The application's (client's) ID.");
  const problems = target.clientId ? [] : [noClient];
  if (credential.kind === 'certificate') problems.push(...checkCertificate(credential, transport));
  return problems;
}

function checkCertificate(certificate: ClientCertificate, transport: TransportChoice): Problem[] {
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
  if (byThumbprint && (transport === 'adminApi' || transport === 'auto')) {
    const detail =
      'Give the certificate as PEM, or choose the transport child, which uses the Windows certificate store.';
    return [invalid(`${path}.thumbprint`, 'The admin API cannot use a certificate by its thumbprint.', detail)];
  }
  return [];
}

function checkRemotePowerShell(target: RemotePowerShell): Problem[] {
  const path = 'connection.remotePowerShell';
  const problems: Problem[] = [];
  const plain = target.urls.filter((url) => !/^https:/i.test(url));
  if (target.authentication === 'basic' && plain.length > 0) {
    const summary = `Basic authentication would send the password in the clear to ${plain.join(', ')}.`;
    problems.push(invalid(`${path}.urls`, summary, 'Use an https address, or Kerberos.'));
  }
  if (target.authentication === 'basic' && !(target.username && target.password)) {
    problems.push(invalid(`${path}.username`, 'Basic authentication needs a user and a password.'));
  }
  if (target.password && !target.username) {
    problems.push(invalid(`${path}.username`, 'A password is given without a user.'));
  }
  return problems;
}

function checkScope({ connection, scope }: CommonSettings): Problem[] {
  if (connection.target.kind !== 'exchangeOnline') return [];
  return (['include', 'exclude'] as const).flatMap((side) => onlyOnPremises(scope, side));
}

function onlyOnPremises(scope: Scope, side: 'include' | 'exclude'): Problem[] {
  const problems: Problem[] = [];
  if (scope[side].organizationalUnits.length > 0) {
    const summary = 'Exchange Online cannot be filtered by organizational unit: all its users are in one.';
    const detail = 'Filter by group (groups), by domain (domains) or by an attribute (recipientFilter) instead.';
    problems.push(invalid(`scope.${side}.organizationalUnits`, summary, detail));
  }
  if (scope[side].mailboxServers.length > 0) {
    const summary = 'Exchange Online cannot be filtered by mailbox server: Microsoft moves mailboxes as it likes.';
    problems.push(invalid(`scope.${side}.mailboxServers`, summary, 'Filter by group, domain or attribute instead.'));
  }
  return problems;
}

function checkActions({ actions }: SecuritySettings): Problem[] {
  const ids = new Map<string, number>();
  return actions.flatMap((action, index) => {
    const path = `actions[${String(index)}]`;
    const problems: Problem[] = [];
    const earlier = ids.get(action.id);
    if (earlier !== undefined) {
      const summary = `The actions ${String(earlier)} and ${String(index)} have the same id, ${action.id}.`;
      problems.push(invalid(`${path}.id`, summary, 'An id names one action for ever.'));
    }
    ids.set(action.id, index);
    if (action.expiresAt && action.orderedAt && compareTimestamps(action.expiresAt, action.orderedAt) <= 0) {
      problems.push(invalid(`${path}.expiresAt`, `The action ${action.id} expires before it was ordered.`));
    }
    return problems;
  });
}

function checkDesiredAccess({ desiredAccess }: SecuritySettings): Problem[] {
  const levels = new Map<string, string>();
  return (desiredAccess?.rules ?? []).flatMap((rule, index) => {
    const key = `${rule.characteristic} ${rule.queryString.toLowerCase()}`;
    const other = levels.get(key);
    levels.set(key, rule.accessLevel);
    if (other === undefined || other === rule.accessLevel) return [];
    const summary = `${rule.characteristic} "${rule.queryString}" is wanted both as ${other} and as ${rule.accessLevel}.`;
    return [invalid(`desiredAccess.rules.rules[${String(index)}]`, summary)];
  });
}

function checkHygiene({ hygiene }: SecuritySettings): Problem[] {
  if (!hygiene.removeStalePartnerships || hygiene.staleAfterMs !== undefined) return [];
  const detail = 'Say after how long a partnership is stale; otherwise none is.';
  return [invalid('hygiene.staleAfter', 'Stale partnerships are to be removed, and staleAfter is missing.', detail)];
}
