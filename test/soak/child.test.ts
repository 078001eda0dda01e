import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PowerShellPool } from '../../plugin/powershell/power-shell-pool';
import { startPowerShell } from '../../plugin/powershell/power-shell-process';
import { PSObject, command } from '../../psrp';
import { LabRun, outcomes, type Json } from '../e2e/lab-run';
import { ChildLab } from '../support/child-lab';
import { processesBelow } from '../support/processes';
import { describeWithPowerShell, realPowerShell } from '../support/real-power-shell';
import { playMany } from '../tasks/histories/play';

const OBJECTS = Number(process.env['EAS_CHILD_OBJECTS'] ?? 200_000);
const HISTORIES = Number(process.env['EAS_CHILD_HISTORIES'] ?? 20);
const KILLS = Number(process.env['EAS_CHILD_KILLS'] ?? 20);
const SEED = Number(process.env['EAS_SEED'] ?? Date.now() % 0x7fffffff);

/** What is really in use, after a collection. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function residentBytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Objects of 16 properties, made as fast as PowerShell can. */
const MANY = `
param([int] $Count)
for ($i = 1; $i -le $Count; $i++) {
  [pscustomobject]@{ Number = $i; Guid = [guid]::NewGuid(); When = [datetime]::UtcNow; Long = [long] $i * 4294967296; Flag = $true
    Text = 'Some text'; Other = "Object $i"; Nothing = $null; List = @('a', 'b'); Level = [DayOfWeek]::Friday; Half = 0.5
    Span = [timespan]::FromSeconds($i); Emoji = '😀'; Path = 'contoso.com/Users/Somebody'; Small = [byte] 7; Last = 'end' }
}`;

describeWithPowerShell('The transport child, at length', () => {
  it(`gives ${String(OBJECTS)} objects of 16 properties in flat memory`, async () => {
    const child = await startPowerShell({ executable: realPowerShell() ?? '', edition: 'powerShell', reason: 'test' });
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + 600_000 };
    const pool = await PowerShellPool.open({ process: child, clock: Date.now, ...bounds });
    const listener = { onError: (): void => assert.fail('an error'), onWarning: () => undefined };
    const heap: number[] = [];
    const theirs: number[] = [];
    const begun = Date.now();
    let count = 0;
    const definition = {
      commands: [
        { name: MANY, isScript: true, arguments: [{ name: 'Count', value: OBJECTS }] },
        command('Select-Object', { Property: ['*'] }),
      ],
    };
    for await (const value of pool.run(definition, 'Get-Much', bounds, listener)) {
      count += 1;
      if (!(value instanceof PSObject) || value.get('Number') !== count) assert.fail(`object ${String(count)}`);
      assert.equal(value.properties.size, 16);
      if (count % (OBJECTS / 10) !== 0) continue;
      heap.push(heapInUse());
      theirs.push(residentBytes(child.pid!));
      await sleep(20);
    }
    await pool.close();
    assert.equal(count, OBJECTS);
    const seconds = (Date.now() - begun) / 1000;
    const megabytes = (list: readonly number[]): string => list.map((bytes) => (bytes / 1e6).toFixed(0)).join(' ');
    process.stdout.write(
      `      ${seconds.toFixed(1)} s; heap in MB: ${megabytes(heap)}; PowerShell's memory: ${megabytes(theirs)}\n`,
    );
    assert.ok(Math.max(...heap) - heap[0]! < 20e6, 'the heap grows');
    assert.ok(Math.max(...theirs) - theirs[1]! < 150e6, 'PowerShell grows');
  });

  for (const version of ['SE', '2010', '2013'] as const) {
    it(`breaks no promise in ${String(HISTORIES)} random histories on Exchange ${version}`, async () => {
      process.stdout.write(`      ${version}: EAS_SEED=${String(SEED)}\n`);
      const lab = await ChildLab.open(version);
      try {
        await playMany(version, HISTORIES, SEED, lab.carrier);
      } finally {
        await lab.close();
      }
    }).timeout(0);
  }

  it(`sends each wipe once although PowerShell is killed ${String(KILLS)} times at random moments`, async () => {
    process.stdout.write(`      EAS_SEED=${String(SEED)}\n`);
    let state = SEED || 1;
    const random = (): number => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff;
    let killed = 0;
    while (killed < KILLS) {
      const run = await LabRun.start({ devices: 40, seed: 7, version: 'SE' });
      const toChild = (): Json => {
        const files = run.lab.settingsFor({ connection: 'managementTools', transport: 'child' });
        assert.ok(typeof files !== 'string');
        return JSON.parse(readFileSync(files.security, 'utf8')) as Json;
      };
      for (let round = 0; round < 5; round += 1) {
        const running = run.run('EASConnectorSecurity', toChild);
        await sleep(500 + random() * 8_000);
        const [powerShell] = processesBelow(process.pid);
        if (powerShell !== undefined) {
          process.kill(powerShell, 'SIGKILL');
          killed += 1;
        }
        await running;
      }
      const last = await run.run('EASConnectorSecurity', toChild);
      // One that was written down and never arrived waits until Exchange could have shown it.
      const states = [...outcomes(last).values()].map((one) => String(one['state']));
      for (const one of states) assert.match(one, /SUCCEEDED|NOTHING_TO_DO|PENDING|UNCONFIRMED/);
      const wipes = (await run.changes()).filter(({ cmdlet }) => cmdlet === 'Clear-MobileDevice');
      const identities = wipes.map(({ parameters }) => String((parameters as Json)['Identity']));
      assert.equal(new Set(identities).size, identities.length, 'a phone was wiped twice');
      assert.ok(
        identities.length <= 4 && identities.length + states.filter((one) => one.includes('UNCONFIRMED')).length >= 4,
      );
      await run.close();
    }
    assert.deepEqual(processesBelow(process.pid), []);
  }).timeout(0);
});
