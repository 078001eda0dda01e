import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { collect, inAMinute, openRealRunspace, runScript } from './real-runspace';

const run = promisify(execFile);
const IGNORE = { onError: (): void => undefined, onWarning: (): void => undefined };

describe('Runspaces of a real PowerShell in this process', () => {
  it('come one after another, each with a state of its own', async function () {
    for (const turn of [1, 2, 3]) {
      const powerShell = await openRealRunspace(this);
      const { values } = await runScript(powerShell, `$global:seen; $global:seen = ${turn}; $global:seen`);
      assert.deepEqual(values, [null, turn]);
      await powerShell.close();
      await assert.rejects(() => runScript(powerShell, '1'), { code: 'connect.lost' });
    }
  });

  it('exist side by side', async function () {
    const [one, other] = [await openRealRunspace(this), await openRealRunspace(this)];
    const script = `Start-Sleep -Milliseconds 200; $Host.InstanceId.ToString()`;
    const both = await Promise.all([runScript(one, script), runScript(other, script)]);
    assert.notDeepEqual(both[0].values, both[1].values);
    await Promise.all([one.close(), other.close()]);
  });

  it('are given up at the deadline, and what runs is asked to stop', async function () {
    const powerShell = await openRealRunspace(this);
    const begun = performance.now();
    const pipeline = {
      kind: 'script',
      text: 'while ($true) { Start-Sleep -Milliseconds 10 }',
      parameters: new Map(),
    } as const;
    const bounds = { ...inAMinute(), deadline: Date.now() + 300 };
    const reading = powerShell.run(pipeline, 'Get-Endless', bounds, IGNORE);
    await assert.rejects(() => reading.next(), { code: 'command.timeout' });
    assert.ok(performance.now() - begun < 2000);
    assert.equal(powerShell.isBroken, true);
    await assert.rejects(() => runScript(powerShell, '1'), { code: 'connect.lost' });
    await powerShell.close();
  });

  it('are given up when a command does not stop, without holding anybody up', async function () {
    const powerShell = await openRealRunspace(this, { stopMs: 200 });
    const cancel = new AbortController();
    const pipeline = { kind: 'script', text: '[System.Threading.Thread]::Sleep(3000)', parameters: new Map() } as const;
    setTimeout(() => {
      cancel.abort();
    }, 100);
    const begun = performance.now();
    const reading = powerShell.run(pipeline, 'Get-Deaf', { ...inAMinute(), signal: cancel.signal }, IGNORE);
    await assert.rejects(() => reading.next(), { code: 'cancelled' });
    await powerShell.close();
    assert.ok(performance.now() - begun < 1500);
    assert.equal(powerShell.isBroken, true);
  });

  it('end in the middle of a list when they are closed', async function () {
    const powerShell = await openRealRunspace(this);
    const pipeline = { kind: 'script', text: 'while ($true) { 1 }', parameters: new Map() } as const;
    const reading = powerShell.run(pipeline, 'Get-Endless', inAMinute(), IGNORE);
    await reading.next();
    const rest = assert.rejects(
      async () => {
        for (;;) if ((await reading.next()).done) throw new Error('it ended well');
      },
      { code: 'cancelled', message: /closed while/ },
    );
    await powerShell.close();
    await rest;
  });

  it('let the process end although a command never does, and leave its environment as it was', async function () {
    this.timeout(60_000);
    await (await openRealRunspace(this)).close();
    const fixture = join(__dirname, 'fixtures', 'hang-and-leave.ts');
    const env = { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' };
    const { stdout } = await run(process.execPath, ['-r', 'ts-node/register', fixture], { timeout: 50_000, env });
    assert.deepEqual(JSON.parse(stdout), { before: 'ran', code: 'command.timeout', leftInEnv: [] });
  });

  it('survive any number of pipelines that are stopped in the middle', async function () {
    const powerShell = await openRealRunspace(this);
    const endless = { kind: 'script', text: 'while ($true) { 1 }', parameters: new Map() } as const;
    for (let turn = 0; turn < 400; turn++) {
      const reading = powerShell.run(endless, 'Get-Endless', inAMinute(), IGNORE);
      await reading.next();
      await reading.return();
    }
    assert.deepEqual((await runScript(powerShell, '5')).values, [5]);
    await powerShell.close();
  });

  it('run thousands of short commands one after another', async function () {
    const powerShell = await openRealRunspace(this);
    for (let turn = 0; turn < 1500; turn++) {
      const parameters = new Map([['InputObject', turn]]);
      assert.deepEqual((await collect(powerShell, { kind: 'command', text: 'Write-Output', parameters })).values, [
        turn,
      ]);
    }
    await powerShell.close();
  });
});
