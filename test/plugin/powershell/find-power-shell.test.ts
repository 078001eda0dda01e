import assert from 'node:assert/strict';
import { findPowerShell, type Surroundings } from '../../../plugin/powershell/find-power-shell';
import { decodeManageSettings, settingsFromJson, type Connection } from '../../../protocol';

type Json = Record<string, unknown>;

const ONLINE = {
  exchangeOnline: {
    tenant: 'contoso.onmicrosoft.com',
    clientId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
    clientCertificate: { certificateFile: 'c.pem', privateKeyFile: 'k.pem' },
  },
};
const REMOTE = { remotePowerShell: { urls: ['https://mail.contoso.com/PowerShell/'] } };
const TOOLS = { managementTools: {} };

function connection(kind: Json, powerShell: Json = {}): Connection {
  const json = { contractVersion: '1.0', host: { enabled: true }, connection: { id: 'a', ...kind, powerShell } };
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  assert.ok(bytes, JSON.stringify(problems));
  return decodeManageSettings(bytes).settings!.connection;
}

const windows = (files: readonly string[], arch = 'x64'): Surroundings => ({
  platform: 'win32',
  arch,
  env: { SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files', Path: 'C:\\Windows;C:\\Tools\\' },
  exists: (path) => files.includes(path),
});
const linux = (files: readonly string[], env: Record<string, string> = {}): Surroundings => ({
  platform: 'linux',
  arch: 'x64',
  env: { PATH: '/usr/bin:/bin', ...env },
  exists: (path) => files.includes(path),
});

const W51 = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const W7 = 'C:\\Program Files\\PowerShell\\7\\pwsh.exe';

const ROWS: readonly [string, Json, Json, Surroundings, string][] = [
  ['the Management Tools take Windows PowerShell, also where PowerShell 7 is', TOOLS, {}, windows([W51, W7]), W51],
  [
    'a 32-bit process takes the 64-bit Windows PowerShell',
    TOOLS,
    {},
    windows(['C:\\Windows\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe'], 'ia32'),
    'C:\\Windows\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe',
  ],
  ['remoting on Windows takes Windows PowerShell', REMOTE, {}, windows([W51, W7]), W51],
  [
    'remoting takes PowerShell 7 when it is asked for',
    REMOTE,
    { edition: 'POWER_SHELL_EDITION_POWER_SHELL' },
    windows([W51, W7]),
    W7,
  ],
  ['Exchange Online takes PowerShell 7', ONLINE, {}, windows([W51, W7]), W7],
  ['Exchange Online takes Windows PowerShell where there is nothing else', ONLINE, {}, windows([W51]), W51],
  ['PowerShell 7 is found on the PATH', ONLINE, {}, windows(['C:\\Tools\\pwsh.exe']), 'C:\\Tools\\pwsh.exe'],
  ['Linux takes pwsh from the PATH', REMOTE, {}, linux(['/usr/bin/pwsh']), '/usr/bin/pwsh'],
  [
    'Linux takes the one that EAS_PWSH names',
    REMOTE,
    {},
    linux(['/usr/bin/pwsh', '/x/pwsh'], { EAS_PWSH: '/x/pwsh' }),
    '/x/pwsh',
  ],
  ['the settings may name a program', ONLINE, { executable: '/opt/ps/pwsh' }, linux(['/opt/ps/pwsh']), '/opt/ps/pwsh'],
];

describe('Finding a PowerShell:', () => {
  for (const [name, kind, powerShell, around, expected] of ROWS) {
    it(name, () => {
      const found = findPowerShell(connection(kind, powerShell), around);
      assert.equal('executable' in found ? found.executable : found.why, expected);
    });
  }

  for (const [name, kind, powerShell, around, expected] of [
    ['the Management Tools are refused on Linux', TOOLS, {}, linux(['/usr/bin/pwsh']), /5\.1, 64-bit, on Windows/],
    [
      'the Management Tools are refused in PowerShell 7, which has no snap-ins',
      TOOLS,
      { edition: 'POWER_SHELL_EDITION_POWER_SHELL' },
      windows([W51, W7]),
      /5\.1/,
    ],
    ['a program that does not exist is named', ONLINE, { executable: '/no/pwsh' }, linux([]), /\/no\/pwsh/],
    ['nothing at all is said', ONLINE, {}, linux([]), /not found/],
  ] as [string, Json, Json, Surroundings, RegExp][]) {
    it(name, () => {
      const found = findPowerShell(connection(kind, powerShell), around);
      assert.ok('why' in found);
      assert.match(found.why, expected);
      assert.notEqual(found.advice, '');
    });
  }
});
