import assert from 'node:assert/strict';
import { decodeManageSettings, settingsFromJson, type Problem } from '../../protocol';

type Json = Record<string, unknown>;

const CLIENT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const TENANT = '7f1c2a34-2fa1-41d2-883f-0016d3cca427';
const PEM = { certificatePem: 'c', privateKeyPem: 'k' };
const HTTPS = ['https://mail.contoso.com/PowerShell/'];
const HTTP = ['http://mail.contoso.com/PowerShell/'];

function problemsOf(connection: Json): readonly Problem[] {
  const json = { contractVersion: '1.0', host: { enabled: true }, connection: { id: 'contoso', ...connection } };
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  return bytes ? [...problems, ...decodeManageSettings(bytes).problems] : problems;
}

const online = (transport: string, target: Json, more: Json = {}): Json => ({
  transport: `TRANSPORT_${transport}`,
  exchangeOnline: { tenant: 'contoso.onmicrosoft.com', clientId: CLIENT, ...target },
  ...more,
});

const remote = (transport: string, target: Json, more: Json = {}): Json => ({
  transport: `TRANSPORT_${transport}`,
  remotePowerShell: { urls: HTTPS, ...target },
  ...more,
});

/** A connection, and the paths of its problems. */
const ROWS: readonly (readonly [string, Json, readonly string[]])[] = [
  ['a secret over the admin API', online('ADMIN_API', { clientSecret: 's' }), []],
  ['a secret, transport left open', online('UNSPECIFIED', { clientSecret: 's' }), []],
  ['a secret with the module', online('CHILD', { clientSecret: 's' }), ['connection.exchangeOnline.clientSecret']],
  [
    'a secret with the module in this process',
    online('IN_PROCESS', { clientSecret: 's' }),
    ['connection.exchangeOnline.clientSecret'],
  ],
  ['a PEM certificate with the module', online('CHILD', { clientCertificate: PEM }), []],
  [
    'a PEM certificate in Windows PowerShell',
    online('CHILD', { clientCertificate: PEM }, { powerShell: { edition: 'POWER_SHELL_EDITION_WINDOWS_POWER_SHELL' } }),
    ['connection.powerShell.edition'],
  ],
  [
    'a certificate of the Windows store in Windows PowerShell',
    online(
      'CHILD',
      { clientCertificate: { thumbprint: 'A'.repeat(40) } },
      { powerShell: { edition: 'POWER_SHELL_EDITION_WINDOWS_POWER_SHELL' } },
    ),
    [],
  ],
  [
    'a certificate of the Windows store, transport left open',
    online('UNSPECIFIED', { clientCertificate: { thumbprint: 'A'.repeat(40) } }),
    [],
  ],
  [
    'a certificate of the Windows store over the admin API',
    online('ADMIN_API', { clientCertificate: { thumbprint: 'A'.repeat(40) } }),
    ['connection.exchangeOnline.clientCertificate.thumbprint'],
  ],
  [
    'a certificate in two ways',
    online('ADMIN_API', { clientCertificate: { ...PEM, thumbprint: 'A'.repeat(40) } }),
    ['connection.exchangeOnline.clientCertificate', 'connection.exchangeOnline.clientCertificate.thumbprint'],
  ],
  [
    'the ID of the tenant with the module',
    online('CHILD', { tenant: TENANT, clientCertificate: PEM }),
    ['connection.exchangeOnline.organization'],
  ],
  [
    'the ID of the tenant with the module, and its domain',
    online('CHILD', { tenant: TENANT, organization: 'contoso.onmicrosoft.com', clientCertificate: PEM }),
    [],
  ],
  ['the ID of the tenant over the admin API', online('ADMIN_API', { tenant: TENANT, clientCertificate: PEM }), []],
  [
    'the identity of the machine with a client ID',
    online('ADMIN_API', { managedIdentity: {} }),
    ['connection.exchangeOnline.clientId'],
  ],
  ['the identity of the machine', online('ADMIN_API', { managedIdentity: {}, clientId: '' }), []],
  ['a user-assigned identity', online('ADMIN_API', { managedIdentity: { userAssigned: true } }), []],
  [
    'a user-assigned identity without its client ID',
    online('CHILD', { managedIdentity: { userAssigned: true }, clientId: '' }),
    ['connection.exchangeOnline.clientId'],
  ],
  ['the own account over remote PowerShell', remote('CHILD', {}), []],
  ['http with the own remote client', remote('PSRP', { urls: HTTP }), ['connection.remotePowerShell.urls']],
  ['http with a PowerShell on the host', remote('CHILD', { urls: HTTP }), []],
  ['a user without a password', remote('CHILD', { username: 'u' }), ['connection.remotePowerShell.password']],
  ['a user with a keytab', remote('PSRP', { username: 'u', keytabFile: '/k' }), []],
  [
    'a keytab with a PowerShell on the host',
    remote('CHILD', { username: 'u', password: 'p', keytabFile: '/k' }),
    ['connection.remotePowerShell.keytabFile'],
  ],
  [
    'a pinned certificate with a PowerShell on the host',
    remote('CHILD', {}, { network: { pinnedCertificateSha256: 'a'.repeat(64) } }),
    ['connection.network.pinnedCertificateSha256'],
  ],
  [
    'a pinned certificate with the own remote client',
    remote('PSRP', {}, { network: { pinnedCertificateSha256: 'a'.repeat(64) } }),
    [],
  ],
  [
    'a user for no proxy',
    remote('PSRP', {}, { network: { proxyUsername: 'u', proxyPassword: 'p' } }),
    ['connection.network.proxyUrl'],
  ],
  [
    'the snap-in and RemoteExchange.ps1',
    { managementTools: { load: 'MANAGEMENT_TOOLS_LOAD_SNAP_IN', remoteExchangeScript: 'C:\\r.ps1' } },
    ['connection.managementTools.remoteExchangeScript'],
  ],
  ['the Management Tools', { managementTools: { remoteExchangeScript: 'C:\\r.ps1' } }, []],
];

describe('Settings of a connection', () => {
  for (const [name, connection, expected] of ROWS) {
    it(`with ${name} ${expected.length === 0 ? 'are taken' : 'are refused'}`, () => {
      const problems = problemsOf(connection);
      assert.deepEqual(problems.map(({ path }) => path).sort(), [...expected].sort());
      assert.ok(problems.every(({ code, severity }) => code === 'settings.invalid' && severity === 'error'));
    });
  }

  it('with an account in an address are refused, and it is not repeated', () => {
    for (const transport of ['PSRP', 'CHILD', 'UNSPECIFIED']) {
      for (const scheme of ['https', 'http']) {
        const urls = [...HTTPS, `${scheme}://admin:hunter2@mail.contoso.com/PowerShell/`];
        const problems = problemsOf(remote(transport, { urls, authentication: 'AUTHENTICATION_KERBEROS' }));
        assert.deepEqual(
          problems.map(({ path }) => path),
          ['connection.remotePowerShell.urls'],
        );
        assert.ok(!JSON.stringify(problems).includes('hunter2'));
      }
    }
  });

  it('with everything wrong tell all of it at once, each with what to do', () => {
    const network = {
      ...{ caPem: 'a', caFile: 'b', proxyUsername: 'u', proxyPassword: 'p' },
      pinnedCertificateSha256: 'a'.repeat(64),
    };
    const wrongOnline = online('CHILD', { tenant: TENANT, clientId: '', clientSecret: 'hunter2-hunter2' }, { network });
    const problems = problemsOf(wrongOnline);
    assert.deepEqual(problems.map(({ path }) => path).sort(), [
      'connection.exchangeOnline.clientId',
      'connection.exchangeOnline.clientSecret',
      'connection.exchangeOnline.organization',
      'connection.network',
      'connection.network.pinnedCertificateSha256',
      'connection.network.proxyUrl',
    ]);
    assert.ok(problems.every(({ summary }) => summary !== ''));
    assert.ok(!JSON.stringify(problems).includes('hunter2'));

    const wrongRemote = remote('IN_PROCESS', {
      ...{ urls: HTTP, authentication: 'AUTHENTICATION_BASIC', username: 'u', keytabFile: '/k' },
    });
    assert.deepEqual(
      problemsOf(wrongRemote)
        .map(({ path }) => path)
        .sort(),
      [
        'connection.remotePowerShell.keytabFile',
        'connection.remotePowerShell.urls',
        'connection.remotePowerShell.username',
      ],
    );
  });
});
