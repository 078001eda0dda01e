import assert from 'node:assert/strict';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { chooseTransport } from '../../../plugin/transports/choose-transport';
import { openSession } from '../../../plugin/transports/open-session';
import { CLOUDS, addressesFor } from '../../../plugin/transports/admin-api/clouds';
import { Secret, type Connection, type ExchangeOnline, type RemotePowerShell } from '../../../protocol';
import { LIMITS } from './admin-api/fake-exchange';

const ONLINE: ExchangeOnline = {
  kind: 'exchangeOnline',
  tenant: 'contoso.test',
  clientId: '00000000-0000-4000-8000-000000000001',
  credential: { kind: 'secret', secret: new Secret('x') },
  cloud: 'worldwide',
  authorityUrl: '',
  adminApiUrl: '',
  scope: '',
  organization: '',
};
const REMOTE: RemotePowerShell = {
  kind: 'remotePowerShell',
  urls: ['https://exchange.contoso.test/PowerShell/'],
  authentication: 'basic',
  username: 'user',
  password: new Secret('x'),
  configurationName: 'Microsoft.Exchange',
  keytabFile: '',
  allowRedirection: false,
};
const TOOLS = { kind: 'managementTools', load: 'remoteExchange', server: '', remoteExchangeScript: '' } as const;
const CERTIFICATE = {
  kind: 'certificate',
  certificatePem: '',
  privateKeyPem: undefined,
  certificateFile: '/certificate.pem',
  privateKeyFile: '/key.pem',
  privateKeyPassword: undefined,
  thumbprint: '',
} as const;
const IN_STORE = { ...CERTIFICATE, certificateFile: '', thumbprint: 'A'.repeat(40) };

function connection(target: Connection['target'], transport: Connection['transport'] = 'auto'): Connection {
  return {
    id: 'c',
    displayName: '',
    target,
    transport,
    powerShell: { edition: 'auto', executable: '', exchangeOnlineModule: '', startTimeoutMs: 1000 },
    network: {
      caPem: '',
      caFile: '',
      pinnedCertificateSha256: '',
      proxyUrl: '',
      proxyUsername: '',
      proxyPassword: undefined,
      connectTimeoutMs: 1000,
    },
  };
}

async function refusal(given: Connection): Promise<ExchangeError> {
  try {
    await openSession(given, LIMITS, {
      clock: Date.now,
      random: Math.random,
      sleep: () => Promise.reject(new Error('it waited')),
      signal: new AbortController().signal,
      log: () => undefined,
    });
  } catch (error) {
    assert(error instanceof ExchangeError, String(error));
    return error;
  }
  return assert.fail('it opened');
}

describe('Choosing a transport', () => {
  const rows: readonly [string, Connection['target'], string][] = [
    ['Exchange Online with a secret', ONLINE, 'adminApi'],
    ['Exchange Online with a certificate file', { ...ONLINE, credential: CERTIFICATE }, 'adminApi'],
    ['Exchange Online with a certificate in the Windows store', { ...ONLINE, credential: IN_STORE }, 'child'],
    ['a remote endpoint over HTTPS with Basic', REMOTE, 'psrp'],
    ['a remote endpoint over HTTP', { ...REMOTE, urls: [...REMOTE.urls, 'http://other/PowerShell/'] }, 'child'],
    ['a remote endpoint with Kerberos', { ...REMOTE, authentication: 'kerberos' }, 'child'],
    ['a remote endpoint without a password', { ...REMOTE, password: undefined }, 'child'],
    ['the Management Tools', TOOLS, 'child'],
  ];
  for (const [name, target, transport] of rows) {
    it(`takes ${transport} for ${name}, and says why`, () => {
      const chosen = chooseTransport(connection(target));
      assert.equal(chosen.transport, transport);
      assert.match(chosen.reason, /\w/);
    });
  }

  const tickets = { ...REMOTE, authentication: 'kerberos', password: undefined } as const;
  const signIns: readonly [string, Connection['target'], NodeJS.Platform, boolean, string][] = [
    ['with tickets and the package for Kerberos', tickets, 'linux', true, 'psrp'],
    ['with tickets and without the package', tickets, 'linux', false, 'child'],
    ['with a password for Kerberos on Windows', { ...tickets, password: new Secret('x') }, 'win32', true, 'psrp'],
    ['with a password for Kerberos elsewhere', { ...tickets, password: new Secret('x') }, 'linux', true, 'child'],
    ['with Basic, whatever is there', REMOTE, 'linux', false, 'psrp'],
  ];
  for (const [name, target, platform, hasKerberos, transport] of signIns) {
    it(`takes ${transport} for a remote endpoint ${name}`, () => {
      assert.equal(chooseTransport(connection(target), { platform, hasKerberos }).transport, transport);
    });
  }

  it('takes what the settings ask for', () => {
    assert.equal(chooseTransport(connection(ONLINE, 'inProcess')).transport, 'inProcess');
    assert.equal(chooseTransport(connection(REMOTE, 'child')).transport, 'child');
  });

  it('refuses what the connection cannot use, and never replaces it', () => {
    for (const [target, transport] of [
      [ONLINE, 'psrp'],
      [REMOTE, 'adminApi'],
      [TOOLS, 'psrp'],
      [TOOLS, 'adminApi'],
    ] as const) {
      assert.throws(() => chooseTransport(connection(target, transport)), { code: 'transport.unavailable' });
    }
  });
});

describe('Opening a session', () => {
  it('contacts nothing when remote PowerShell is only to be had over plain HTTP', async () => {
    const target = { ...REMOTE, urls: ['http://exchange.contoso.test/PowerShell/'] };
    const error = await refusal(connection(target, 'psrp'));
    assert.equal(error.code, 'settings.invalid');
    assert.match(error.detail, /transport child/);
  });

  it('says that the admin API cannot use the Windows store', async () => {
    const store = await refusal(connection({ ...ONLINE, credential: IN_STORE }, 'adminApi'));
    assert.match(store.message, /Windows store/);
  });

  it('contacts nothing when the certificate cannot be used', async () => {
    const error = await refusal(connection({ ...ONLINE, credential: CERTIFICATE }));
    assert.equal(error.code, 'settings.invalid');
    assert.match(error.message, /certificate\.pem/);
  });
});

describe('Clouds', () => {
  it('each have addresses of their own, over HTTPS', () => {
    for (const cloud of Object.values(CLOUDS)) {
      for (const url of [cloud.authorityUrl, cloud.adminApiUrl, cloud.scope])
        assert.equal(new URL(url).protocol, 'https:');
      assert.equal(cloud.scope, `${cloud.adminApiUrl}/.default`);
    }
  });

  it('are overridden by the settings, with or without a slash at the end', () => {
    const given = addressesFor({
      ...ONLINE,
      cloud: 'china',
      adminApiUrl: 'https://localhost:1/',
      authorityUrl: 'https://localhost:2',
    });
    assert.deepEqual(given, {
      adminApiUrl: 'https://localhost:1',
      authorityUrl: 'https://localhost:2',
      scope: 'https://outlook.office365.cn/.default',
      adminApiAliases: [],
    });
  });
});
