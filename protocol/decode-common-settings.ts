import {
  AUTHENTICATIONS,
  CLOUDS,
  LOG_LEVELS,
  MANAGEMENT_TOOLS_LOADS,
  POWER_SHELL_EDITIONS,
  TRANSPORTS,
} from './enum-words';
import type { JsonReader } from './json-reader';
import { Secret } from './secret';
import type {
  ClientCertificate,
  CommonSettings,
  Connection,
  ExchangeOnline,
  Limits,
  MailboxFilter,
  ManagementTools,
  NetworkSettings,
  RemotePowerShell,
  Scope,
} from './settings';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const MIB = 1024 * 1024;

/** What both tasks' settings have, from checked JSON. Some limits have other defaults in each task. */
export function commonSettings(
  json: JsonReader,
  defaults: Pick<Limits, 'runTimeoutMs' | 'maxConcurrentCommands'>,
): CommonSettings {
  const host = json.object('host');
  const logging = json.object('logging');
  return {
    host: {
      enabled: host.flag('enabled'),
      computerName: host.text('computerName'),
      manageIntervalMs: host.durationMs('manageInterval', DAY),
      securityIntervalMs: host.durationMs('securityInterval', 5 * MINUTE),
      settingsIntervalMs: host.durationMs('settingsInterval', DAY),
      issuedAt: host.time('issuedAt'),
    },
    connection: connection(json.object('connection')),
    limits: limits(json.object('limits'), defaults),
    logging: {
      level: logging.choice('level', LOG_LEVELS, 'info'),
      maxFileBytes: logging.count('maxFileMib', 10) * MIB,
      maxFiles: logging.count('maxFiles', 10),
    },
    scope: scope(json.object('scope')),
  };
}

function limits(json: JsonReader, defaults: Pick<Limits, 'runTimeoutMs' | 'maxConcurrentCommands'>): Limits {
  return {
    runTimeoutMs: json.durationMs('runTimeout', defaults.runTimeoutMs),
    commandTimeoutMs: json.durationMs('commandTimeout', 16 * MINUTE),
    maxConcurrentCommands: json.count('maxConcurrentCommands', defaults.maxConcurrentCommands),
    maxThrottleWaitMs: json.durationMs('maxThrottleWait', 10 * MINUTE),
    maxUnacknowledgedResults: json.count('maxUnacknowledgedResults', 16),
    partnershipsPerResult: json.count('partnershipsPerResult', 200),
    maxCommandsPerMinute: json.count('maxCommandsPerMinute', 0),
  };
}

function scope(json: JsonReader): Scope {
  return {
    include: mailboxFilter(json.object('include')),
    exclude: mailboxFilter(json.object('exclude')),
    recipientFilter: json.text('recipientFilter'),
    inactiveForMs: json.durationMs('inactiveFor', undefined),
  };
}

function mailboxFilter(json: JsonReader): MailboxFilter {
  return {
    organizationalUnits: json.texts('organizationalUnits'),
    domains: json.texts('domains'),
    mailboxServers: json.texts('mailboxServers'),
    groups: json.texts('groups'),
    recipientTypes: json.texts('recipientTypes'),
    clientTypes: json.texts('clientTypes'),
  };
}

function connection(json: JsonReader): Connection {
  const powerShell = json.object('powerShell');
  return {
    id: json.text('id'),
    displayName: json.text('displayName'),
    target: target(json),
    transport: json.choice('transport', TRANSPORTS, 'auto'),
    powerShell: {
      edition: powerShell.choice('edition', POWER_SHELL_EDITIONS, 'auto'),
      executable: powerShell.text('executable'),
      exchangeOnlineModule: powerShell.text('exchangeOnlineModule', 'ExchangeOnlineManagement'),
      startTimeoutMs: powerShell.durationMs('startTimeout', MINUTE),
    },
    network: network(json.object('network')),
  };
}

function network(json: JsonReader): NetworkSettings {
  return {
    caPem: json.text('caPem'),
    caFile: json.text('caFile'),
    pinnedCertificateSha256: json.text('pinnedCertificateSha256').toLowerCase(),
    proxyUrl: json.text('proxyUrl'),
    proxyUsername: json.text('proxyUsername'),
    proxyPassword: json.secret('proxyPassword'),
    connectTimeoutMs: json.durationMs('connectTimeout', 15 * SECOND),
  };
}

function target(json: JsonReader): Connection['target'] {
  if (json.has('remotePowerShell')) return remotePowerShell(json.object('remotePowerShell'));
  if (json.has('managementTools')) return managementTools(json.object('managementTools'));
  return exchangeOnline(json.object('exchangeOnline'));
}

function exchangeOnline(json: JsonReader): ExchangeOnline {
  return {
    kind: 'exchangeOnline',
    tenant: json.text('tenant'),
    clientId: json.text('clientId').toLowerCase(),
    credential: credential(json),
    cloud: json.choice('cloud', CLOUDS, 'worldwide'),
    authorityUrl: json.text('authorityUrl'),
    adminApiUrl: json.text('adminApiUrl'),
    scope: json.text('scope'),
    organization: json.text('organization'),
  };
}

function credential(json: JsonReader): ExchangeOnline['credential'] {
  if (json.has('clientCertificate')) return certificate(json.object('clientCertificate'));
  if (json.has('managedIdentity')) {
    return { kind: 'managedIdentity', userAssigned: json.object('managedIdentity').flag('userAssigned') };
  }
  return { kind: 'secret', secret: json.secret('clientSecret') ?? new Secret('') };
}

function certificate(json: JsonReader): ClientCertificate {
  return {
    kind: 'certificate',
    certificatePem: json.text('certificatePem'),
    privateKeyPem: json.secret('privateKeyPem'),
    certificateFile: json.text('certificateFile'),
    privateKeyFile: json.text('privateKeyFile'),
    privateKeyPassword: json.secret('privateKeyPassword'),
    thumbprint: json.text('thumbprint').toUpperCase(),
  };
}

function remotePowerShell(json: JsonReader): RemotePowerShell {
  return {
    kind: 'remotePowerShell',
    urls: json.texts('urls'),
    authentication: json.choice('authentication', AUTHENTICATIONS, 'kerberos'),
    username: json.text('username'),
    password: json.secret('password'),
    configurationName: json.text('configurationName', 'Microsoft.Exchange'),
    keytabFile: json.text('keytabFile'),
    allowRedirection: json.flag('allowRedirection'),
  };
}

function managementTools(json: JsonReader): ManagementTools {
  return {
    kind: 'managementTools',
    load: json.choice('load', MANAGEMENT_TOOLS_LOADS, 'remoteExchange'),
    server: json.text('server'),
    remoteExchangeScript: json.text('remoteExchangeScript'),
  };
}
