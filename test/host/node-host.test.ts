import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLab } from '../../lab';
import { messageToJson } from '../../protocol';
import { resultsIn } from '../devhost/host-under-test';
import { interruptInventory } from './interrupted-inventory';

const ROOT = join(__dirname, '../..');

describe('The host in Node of the documentation', function () {
  this.timeout(60_000);

  it('loads the plugin into its own process, runs a task, and keeps all the results, also after another run broke off', async function () {
    // `npm test` builds first; mocha alone does not.
    if (!existsSync(join(ROOT, 'dist/tasks/index.js'))) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'eas-node-host-'));
    const lab = await startLab({ devices: 30, seed: 7 });
    const output = join(folder, 'results.pb');
    const host = join(ROOT, 'docs/hosts/node/host.cjs');
    const settings = lab.description.settings!.manage;
    await interruptInventory(settings, join(folder, 'data/Client/Data/eas-connector'), join(folder, 'logs'));
    const args = [host, ROOT, 'EASConnectorManage', settings, output, join(folder, 'data')];
    const stdout = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, args, { timeout: 50_000 }, (error, out, err) => {
        if (error) reject(new Error(err, { cause: error }));
        else resolve(out);
      });
    });
    await lab.close();
    assert.equal((JSON.parse(stdout) as { outcome: string }).outcome, 'succeeded');
    const results = resultsIn(output).map(
      (bytes) => messageToJson('ManageResult', bytes) as { partnerships?: unknown[] },
    );
    assert.equal(results.flatMap(({ partnerships = [] }) => partnerships).length, 30);
    assert.ok(existsSync(join(folder, 'data/Client/Tasks/Inv/EASConnectorManage')));
    rmSync(folder, { recursive: true });
  });
});
