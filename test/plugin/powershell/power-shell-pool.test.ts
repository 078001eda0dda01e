import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { exchangeErrorOf } from '../../../plugin/powershell/error-record';
import { PowerShellPool } from '../../../plugin/powershell/power-shell-pool';
import { startPowerShell, type PowerShellProcess } from '../../../plugin/powershell/power-shell-process';
import { eventually } from '../../support/eventually';
import { isRunning } from '../../support/processes';
import { describeWithPowerShell, realPowerShell } from '../../support/real-power-shell';
import { PSObject, PSSecureString, command, script, type ErrorRecord, type PSValue } from '../../../psrp';

const FOUND = { executable: realPowerShell() ?? '', edition: 'powerShell', reason: 'test' } as const;

const within = (ms: number, signal = new AbortController().signal): { signal: AbortSignal; deadline: number } => ({
  signal,
  deadline: Date.now() + ms,
});

/** What is in memory and still needed; garbage, also that of other tests, does not count. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describeWithPowerShell('A PowerShell in a process of its own', () => {
  let child: PowerShellProcess;
  let pool: PowerShellPool;
  let errors: ErrorRecord[];
  let warnings: string[];
  const listener = {
    onError: (record: ErrorRecord) => errors.push(record),
    onWarning: (message: string) => warnings.push(message),
  };

  beforeEach(async () => {
    errors = [];
    warnings = [];
    child = await startPowerShell(FOUND);
    pool = await PowerShellPool.open({ process: child, clock: Date.now, ...within(30_000) });
  });

  afterEach(() => pool.close());

  async function all(definition: Parameters<PowerShellPool['run']>[0], bounds = within(20_000)): Promise<PSValue[]> {
    const values: PSValue[] = [];
    for await (const value of pool.run(definition, 'The command', bounds, listener)) values.push(value);
    return values;
  }

  it('runs one command after another, with typed values both ways', async () => {
    const [sum] = await all({ commands: [script('param($a, $b) $a + $b', 40, 2)] });
    assert.equal(sum, 42);
    const text = '"$(exit)\'‘’`;\n\r\t\u0000😀§\u2028\ud800';
    const [echo] = await all({ commands: [script('param($a) $a', text)] });
    assert.equal(echo, text);
    const [object] = await all({
      commands: [command('Get-Process', { Id: child.pid ?? 0 }), command('Select-Object', { Property: ['Id'] })],
    });
    assert.ok(object instanceof PSObject);
    assert.equal(object.get('id'), child.pid);
  });

  it('keeps a secret in a SecureString', async () => {
    const secret = PSSecureString.of('correct-horse');
    const reveal = 'param([securestring] $s) (New-Object PSCredential "u", $s).GetNetworkCredential().Password';
    assert.deepEqual(await all({ commands: [script(reveal, secret)] }), ['correct-horse']);
    const line = execFileSync('ps', ['-p', String(child.pid), '-o', 'args='], { encoding: 'utf8' });
    assert.ok(!line.includes('correct-horse'));
  });

  it('gives errors whole and warnings as they are', async () => {
    await all({
      commands: [
        script("Write-Warning 'careful'; Write-Error -Message 'gone' -ErrorId Gone -Category ObjectNotFound; 1"),
      ],
    });
    assert.deepEqual(warnings, ['careful']);
    assert.equal(errors[0]?.message, 'gone');
    assert.equal(errors[0].categoryInfo.category, 'ObjectNotFound');
  });

  it('says that a cmdlet does not exist as a right that is missing', async () => {
    await all({ commands: [command('Get-NoSuchThing')] });
    assert.equal(exchangeErrorOf(errors[0]!, { cmdlet: 'Get-NoSuchThing' }).code, 'rights.missing');
  });

  it('makes an error of a prompt, and never hangs', async () => {
    await all({ commands: [script('Read-Host "who?"')] });
    assert.equal(errors.length, 1);
  });

  it('stops a command that is cancelled, and goes on with the next one', async () => {
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort();
    }, 300);
    const begun = Date.now();
    await assert.rejects(all({ commands: [command('Start-Sleep', { Seconds: 60 })] }, within(20_000, stop.signal)), {
      code: 'cancelled',
    });
    assert.ok(Date.now() - begun < 5_000);
    assert.deepEqual(await all({ commands: [script('7')] }), [7]);
  });

  it('is ended with its children when a command takes too long, and is not used again', async () => {
    const sleeper = 'Start-Process sleep -ArgumentList 300; Start-Sleep 300';
    await assert.rejects(all({ commands: [script(sleeper)] }, within(2_000)), { code: 'command.timeout' });
    assert.equal(pool.isBroken, true);
    await child.exited;
    assert.throws(() => process.kill(child.pid!, 0));
    await assert.rejects(all({ commands: [script('1')] }), ExchangeError);
    assert.equal(spawnSync('pgrep', ['-P', String(child.pid)]).stdout.toString(), '');
  });

  it('reports its death in the middle of a list', async () => {
    const dying = all({ commands: [script('1..100000; Start-Sleep 60')] });
    setTimeout(() => process.kill(child.pid!, 'SIGKILL'), 200);
    await assert.rejects(dying, { code: 'connect.lost' });
  });

  it('is ended at the deadline also when it is frozen', async () => {
    process.kill(child.pid!, 'SIGSTOP');
    await assert.rejects(all({ commands: [script('1')] }, within(500)), { code: 'command.timeout' });
    assert.equal(isRunning(child.pid!), false);
  });

  it('does not outlive the process that started it, even in the middle of a command', async () => {
    const fixture = join(__dirname, 'fixtures', 'hold-a-power-shell.ts');
    const env = { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' };
    const holder = spawn(process.execPath, ['-r', 'ts-node/register', fixture, FOUND.executable], { env });
    const [bytes] = (await once(holder.stdout, 'data')) as [Buffer];
    const pid = Number(bytes.toString());
    assert.ok(isRunning(pid));
    holder.kill('SIGKILL');
    await eventually(() => !isRunning(pid), 'PowerShell has ended', 20_000);
  });

  it('carries hostile strings both ways as values, and never runs them', async () => {
    const marker = 'EAS_HOSTILE';
    const hostile = [
      `'; $global:${marker} = 1; '`,
      `"; $global:${marker} = 1; "`,
      `$($global:${marker} = 1)`,
      `"$($global:${marker} = 1)"`,
      `@'\n$($global:${marker} = 1)\n'@`,
      '‘’‚‛“”„«»`´',
      '`"`$`0`a`b',
      '# comment <# block #>',
      '& | ; , { } ( ) [ ] < > % ^ ! ~ *',
      '-Identity',
      '--%',
      '\r\n\t\u0000\u0001\u001b[31m\u007f\u0085\u009f',
      '😀👩‍👩‍👧 §  \u2028\u2029\ufeff\uffff',
      '\ud800 \udc00 \udc00\ud800',
      '_x0041_ _X000D_ __x005F_',
      '<Objs>&amp;]]><![CDATA[x]]></Objs>',
      '',
      ' ',
      'x'.repeat(100_000),
    ];
    const echo = 'param($Values, $One) $Values | ForEach-Object { $_ }; [pscustomobject]@{ Text = $One }';
    const values = await all({ commands: [script(echo, hostile, hostile[13] ?? '')] });
    assert.deepEqual(values.slice(0, -1), hostile);
    assert.equal((values.at(-1) as PSObject).get('Text'), hostile[13]);
    for (const text of hostile) {
      assert.deepEqual(await all({ commands: [command('Write-Output', { InputObject: text })] }), [text]);
    }
    assert.deepEqual(await all({ commands: [script(`$null -eq $global:${marker}`)] }), [true]);
  });

  it('tells errors with hostile texts as they are', async () => {
    const text = `$(exit) '"’\u2028😀`;
    await all({ commands: [command('Write-Error', { Message: text })] });
    assert.equal(errors[0]?.message, text);
    assert.equal(exchangeErrorOf(errors[0], { cmdlet: 'Write-Error' }).message, text);
  });

  it('stops a list in the middle when it is cancelled', async () => {
    const stop = new AbortController();
    let count = 0;
    const reading = async (): Promise<void> => {
      const endless = { commands: [script('while ($true) { 1 }')] };
      for await (const value of pool.run(endless, 'Get-Endless', within(20_000, stop.signal), listener)) {
        assert.equal(value, 1);
        if ((count += 1) === 5_000) stop.abort();
      }
    };
    await assert.rejects(reading(), { code: 'cancelled' });
    assert.ok(count >= 5_000 && count < 10_000, String(count));
    assert.deepEqual(await all({ commands: [script('9')] }), [9]);
  });

  it('waits for a slow reader instead of piling up what it gives', async () => {
    const before = liveBytes();
    let most = 0;
    let count = 0;
    for await (const value of pool.run(
      { commands: [script('1..60000 | % { [pscustomobject]@{ N = $_; Text = "x" * 200 } }')] },
      'Get-Much',
      within(50_000),
      listener,
    )) {
      count += value instanceof PSObject ? 1 : 0;
      if (count % 10_000 === 0) {
        most = Math.max(most, liveBytes() - before);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    assert.equal(count, 60_000);
    // All of it would be some 60 MB.
    assert.ok(most < 30 * 1024 * 1024, `${String(Math.round(most / 1e6))} MB`);
  });

  it('leaves no process behind when it is closed, and stops a list whose reader has gone', async () => {
    for await (const value of pool.run({ commands: [script('1..1000000')] }, 'Get-Much', within(20_000), listener)) {
      assert.equal(value, 1);
      break;
    }
    assert.deepEqual(await all({ commands: [script('8')] }), [8]);
    await pool.close();
    assert.throws(() => process.kill(child.pid!, 0));
  });
});
