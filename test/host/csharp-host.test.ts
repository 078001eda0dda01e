import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLab, type Lab } from '../../lab';
import { messageToJson } from '../../protocol';
import { resultsIn } from '../devhost/host-under-test';
import { interruptInventory } from './interrupted-inventory';

const ROOT = join(__dirname, '../..');
const SOURCES = join(ROOT, 'docs/hosts/csharp');
/** NuGet says with these that it cannot reach the packages, which is no fault of the host. */
const NO_PACKAGES = /NU1301|NU1101|NU1102|NU1103|Unable to load the service index/;

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], timeout: number): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' };
    const child = execFile(program, args, { timeout, env }, (_, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

describe('The host in C#', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'eas-csharp-host-'));
  let lab: Lab | undefined;

  before(async function () {
    const hasDotnet = spawnSync('dotnet', ['--version']).status === 0;
    if (!hasDotnet || !existsSync(join(ROOT, 'dist/cli/main.js'))) {
      console.log('      skipped: there is no .NET SDK, or the connector is not built');
      this.skip();
    }
    // A copy: building writes beside the sources.
    cpSync(SOURCES, folder, { recursive: true, filter: (path) => !/[\\/](bin|obj)$/.test(path) });
    const contract = `-p:ContractFolder=${join(ROOT, 'protocol')}`;
    const built = await run('dotnet', ['build', folder, '-v', 'q', contract, '-o', join(folder, 'out')], 170_000);
    if (built.status !== 0 && NO_PACKAGES.test(built.stdout)) {
      console.log('      skipped: the packages of NuGet cannot be reached');
      this.skip();
    }
    assert.equal(built.status, 0, built.stdout);
    lab = await startLab({ devices: 30, seed: 7 });
  });
  after(async () => {
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const host = (task: string, settings: string): Promise<Ended> => {
    const connector = [process.execPath, join(ROOT, 'dist/cli/main.js'), 'serve'];
    const args = [task, settings, join(folder, `${task}.pb`), join(folder, 'data'), ...connector];
    return run('dotnet', [join(folder, 'out', 'Host.dll'), ...args], 60_000);
  };

  it('runs both tasks, stores every result, also after another run broke off, and has an honest exit code', async () => {
    const { manage, security } = lab!.description.settings!;
    await interruptInventory(manage, join(folder, 'data/Client/Data/eas-connector'), join(folder, 'logs'));
    const inventory = await host('EASConnectorManage', manage);
    assert.equal(inventory.status, 0, inventory.stderr);
    assert.equal((JSON.parse(inventory.stdout) as { outcome: string }).outcome, 'RUN_OUTCOME_SUCCEEDED');
    const results = resultsIn(join(folder, 'EASConnectorManage.pb'));
    const partnerships = results.flatMap((bytes) => {
      return (messageToJson('ManageResult', bytes) as { partnerships?: unknown[] }).partnerships ?? [];
    });
    assert.equal(partnerships.length, 30);
    const actions = await host('EASConnectorSecurity', security);
    assert.equal(actions.status, 0, actions.stderr);
    assert.match(actions.stderr, /The run begins\./);
    assert.equal(readdirSync(join(folder, 'data/Client/Tasks/Inv')).length, 2);
  });
});
