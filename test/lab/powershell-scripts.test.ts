import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startLab } from '../../lab';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { cmdletFunctions } from '../../lab/powershell/cmdlet-functions';
import { PowerShellParser } from '../support/parse-powershell';
import { reference } from './lab-helpers';

const VERSIONS: readonly ExchangeVersion[] = ['2010', '2013', '2016', '2019', 'SE', 'Online'];

describe('the scripts of the lab', () => {
  let parser: PowerShellParser;

  before(async () => {
    parser = await PowerShellParser.load();
  });

  it('have no syntax newer than Windows PowerShell 5.1', () => {
    const folder = join(__dirname, '../../lab/powershell/scripts');
    const scripts = readdirSync(folder);
    assert.ok(scripts.length >= 7);
    for (const script of scripts) assert.deepEqual(parser.errorsIn(join(folder, script)), []);
    assert.notDeepEqual(parser.errors('$a ?? $b'), [], 'the parser lets PowerShell 7 pass');
  });

  for (const version of VERSIONS) {
    it(`are written into the lab's folder for Exchange ${version}, whole and readable`, async () => {
      const lab = await startLab({ devices: 1, seed: 1, version, environment: {} });
      const { powershell } = lab.description;
      const folder = dirname(powershell.module);
      const files = readdirSync(folder).filter((file) => /\.(ps1|psm1|psd1)$/.test(file));
      for (const file of files) assert.deepEqual(parser.errorsIn(join(folder, file)), []);
      const isOnline = version === 'Online';
      assert.deepEqual(
        [powershell.onlineModule, powershell.remoteExchange, powershell.remoteSession].map(
          (path) => path !== undefined,
        ),
        [isOnline, !isOnline, !isOnline],
      );
      assert.equal(powershell.executable, undefined);
      const endpoint = JSON.parse(readFileSync(join(folder, 'endpoint.json'), 'utf8')) as { cmdlets: string[] };
      assert.deepEqual(endpoint.cmdlets, lab.runner.names());
      await lab.close();
    });
  }

  it('have a parameter only if the version has it, and ask where Exchange asks', () => {
    const functionOf = (name: string, version: ExchangeVersion): string =>
      cmdletFunctions([name], reference(), version);
    assert.match(functionOf('Clear-MobileDevice', 'SE'), /\[switch\] \$AccountOnly/);
    assert.doesNotMatch(functionOf('Clear-MobileDevice', '2013'), /AccountOnly/);
    assert.doesNotMatch(functionOf('Clear-MobileDevice', 'Online'), /DomainController/);
    assert.doesNotMatch(functionOf('Clear-MobileDevice', '2010'), /function/);
    assert.match(functionOf('Clear-MobileDevice', 'SE'), /ConfirmImpact = 'High'/);
    assert.match(functionOf('Set-CASMailbox', 'SE'), /ConfirmImpact = 'Medium'/);
    assert.doesNotMatch(functionOf('Get-Mailbox', 'SE'), /ShouldProcess/);
    assert.match(
      functionOf('New-ActiveSyncDeviceAccessRule', 'SE'),
      /enum DeviceAccessLevel \{ Allow; Block; Quarantine \}/,
    );
  });
});
