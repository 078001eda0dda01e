import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '../../../../plugin/exchange/command';
import type { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import type { PSObject } from '../../../../psrp';
import { eventually } from '../../../support/eventually';
import { openFromSettings } from '../../../support/open-from-settings';
import { isRunning, processesBelow } from '../../../support/processes';
import { FakePowerShell, type FakeMode } from './fake-power-shell';

const read = (cmdlet: string): Command => ({ cmdlet, parameters: {}, effect: 'read' });
const change = (cmdlet: string): Command => ({ cmdlet, parameters: { Identity: 'x' }, effect: 'change' });

function open(executable: string, startTimeout = '20s', signal?: AbortSignal): Promise<ExchangeSession> {
  const connection = {
    id: 'fake',
    transport: 'TRANSPORT_CHILD',
    remotePowerShell: { urls: ['http://ex01.contoso.com/PowerShell/'] },
    powerShell: { executable, startTimeout },
  };
  return openFromSettings({ contractVersion: '1.0', host: { enabled: true }, connection }, signal);
}

async function run(
  session: ExchangeSession,
  command: Command,
  ms = 10_000,
  signal = new AbortController().signal,
): Promise<PSObject[]> {
  const objects: PSObject[] = [];
  for await (const one of session.invoke(command, { signal, deadline: Date.now() + ms })) objects.push(one);
  return objects;
}

/** The error with which a promise is rejected, and how long it took. */
async function failure(promise: Promise<unknown>): Promise<ExchangeError & { readonly ms: number }> {
  const begun = performance.now();
  const error: unknown = await promise.then(
    () => assert.fail('it was not rejected'),
    (reason: unknown) => reason,
  );
  return Object.assign(error as ExchangeError, { ms: performance.now() - begun });
}

describe('A PowerShell that misbehaves', function () {
  this.timeout(60_000);
  let fake: FakePowerShell | undefined;
  let session: ExchangeSession | undefined;

  async function openFake(mode: FakeMode, startTimeout?: string): Promise<ExchangeSession> {
    fake = new FakePowerShell(mode);
    session = await open(fake.executable, startTimeout);
    return session;
  }

  /** Nothing of what was started runs any more. */
  const nothingLeft = (): Promise<void> =>
    eventually(() => !(fake?.pids() ?? []).some(isRunning), 'every process has ended', 5_000);

  afterEach(async () => {
    await session?.close();
    session = undefined;
    await nothingLeft();
    assert.deepEqual(processesBelow(process.pid), []);
    fake?.remove();
    fake = undefined;
  });

  it('but one that does not serves, with noise on both of its outputs, and is ended in order', async () => {
    const opened = await openFake('withChild');
    assert.equal(opened.version, 'SE');
    assert.equal(fake?.pids().length, 2);
    for (const cmdlet of ['Get-Few', 'Get-Noisy', 'Get-Stderr']) {
      const objects = await run(opened, read(cmdlet), 20_000);
      assert.deepEqual(
        objects.map((object) => object.get('Number')),
        [1, 2, 3],
        cmdlet,
      );
    }
    await assert.rejects(run(opened, read('Get-Failed')), { code: 'command.failed', cmdlet: 'Get-Failed' });
    await opened.close();
    assert.ok(fake.notes().includes('ran closing'));
    await nothingLeft();
  });

  for (const [mode, code, text, startTimeout] of [
    ['diesAtStart', 'transport.unavailable', /exit code 131.*cannot load the runtime/s, '20s'],
    ['neverOpens', 'transport.unavailable', /did not open a runspace in time/, '3s'],
    ['printsAtStart', 'protocol.malformed', /does not end.*Welcome to some other program/s, '20s'],
    ['oldVersion', 'transport.unavailable', /PowerShell 4\.0, which is too old.*5\.1 or PowerShell 7/s, '20s'],
  ] as const) {
    it(`${mode}: the opening ends with ${code}`, async () => {
      const error = await failure(openFake(mode, startTimeout));
      assert.equal(error.code, code, error.message);
      assert.match(`${error.message} ${error.detail}`, text);
      await nothingLeft();
    });
  }

  it('is not installed', async () => {
    const error = await failure(open('/nowhere/pwsh'));
    assert.equal(error.code, 'transport.unavailable');
    assert.match(error.message, /no PowerShell at \/nowhere\/pwsh/);
    assert.equal((await failure(open('no-such-pwsh'))).code, 'transport.unavailable');
  });

  it('cannot be executed, or is a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eas-plain-'));
    const file = join(folder, 'pwsh');
    writeFileSync(file, 'no program');
    chmodSync(file, 0o600);
    for (const path of [file, folder]) {
      const error = await failure(open(path));
      assert.equal(error.code, 'transport.unavailable');
      assert.match(error.message, /could not be started/);
    }
    rmSync(folder, { recursive: true });
  });

  it('is another program that ends at once, or echoes what it hears', async () => {
    assert.equal((await failure(open('/bin/false'))).code, 'transport.unavailable');
    const error = await failure(open('/bin/cat', '3s'));
    assert.ok(['transport.unavailable', 'protocol.malformed'].includes(error.code), error.code);
  });

  it('is killed in the middle of a list: the read is lost', async () => {
    const opened = await openFake('withChild');
    const reading = failure(run(opened, read('Get-Half')));
    await eventually(() => fake!.notes().includes('ran Get-Half'), 'it ran');
    process.kill(fake!.pids()[0]!, 'SIGKILL');
    const error = await reading;
    assert.equal(error.code, 'connect.lost');
    assert.equal(error.mayHaveHappened, false);
    assert.equal((await failure(run(opened, read('Get-Few')))).code, 'connect.lost');
    // What the dead one had started cannot be told from others any more; the test ends it.
    process.kill(fake!.pids()[1]!, 'SIGKILL');
  });

  it('is killed in the middle of a change: it may have happened', async () => {
    const opened = await openFake('well');
    const changing = failure(run(opened, change('Set-Half')));
    await eventually(() => fake!.notes().includes('changed'), 'it changed something');
    process.kill(fake!.pids()[0]!, 'SIGKILL');
    const error = await changing;
    assert.equal(error.code, 'connect.lost');
    assert.equal(error.mayHaveHappened, true);
    const next = await failure(run(opened, change('Set-Half')));
    assert.equal(next.code, 'connect.lost');
    assert.equal(next.mayHaveHappened, false, 'the second one was not begun');
    assert.equal(fake!.notes().filter((line) => line === 'changed').length, 1);
  });

  it('ends by itself and says why', async () => {
    const error = await failure(run(await openFake('well'), read('Get-Exit')));
    assert.equal(error.code, 'connect.lost');
    assert.match(`${error.message} ${error.detail}`, /exit code 3.*out of memory/s);
  });

  for (const [cmdlet, code] of [
    ['Get-Garbage', 'protocol.malformed'],
    ['Get-Flood', 'protocol.malformed'],
    ['Get-Line', 'protocol.malformed'],
  ] as const) {
    it(`${cmdlet}: ends with ${code}, long before its deadline and without filling the memory`, async () => {
      const opened = await openFake('well');
      const before = process.memoryUsage().rss;
      const error = await failure(run(opened, read(cmdlet), 50_000));
      assert.equal(error.code, code, error.message);
      assert.ok(error.ms < 20_000, `${String(error.ms)} ms`);
      assert.ok(process.memoryUsage().rss - before < 400e6);
      await nothingLeft();
      assert.equal((await failure(run(opened, read('Get-Few')))).code, 'connect.lost');
    });
  }

  it('hangs in a command: it is ended with its children at the deadline', async () => {
    const opened = await openFake('withChild');
    assert.equal(fake!.pids().filter(isRunning).length, 2);
    const error = await failure(run(opened, change('Set-Half'), 500));
    assert.equal(error.code, 'command.timeout');
    assert.equal(error.mayHaveHappened, true);
    assert.ok(error.ms < 3_000);
    await nothingLeft();
  });

  it('is frozen: it is ended at the deadline all the same', async () => {
    const opened = await openFake('well');
    const [pid = 0] = fake!.pids();
    process.kill(pid, 'SIGSTOP');
    const error = await failure(run(opened, read('Get-Few'), 500));
    assert.equal(error.code, 'command.timeout');
    assert.equal(isRunning(pid), false);
  });

  it('takes nothing more: a list that is larger than the pipe ends at the deadline', async () => {
    const opened = await openFake('well');
    assert.equal((await failure(run(opened, read('Get-Deaf'), 300))).code, 'command.timeout');
  });

  it('does not stop when it is asked: a cancelled command ends it after some seconds', async () => {
    const opened = await openFake('neverStops');
    const stop = new AbortController();
    const reading = failure(run(opened, read('Get-Half'), 50_000, stop.signal));
    await eventually(() => fake!.notes().includes('ran Get-Half'), 'it ran');
    stop.abort();
    const error = await reading;
    assert.equal(error.code, 'cancelled');
    assert.ok(error.ms < 15_000);
    assert.ok(fake!.notes().includes('signal'));
    await nothingLeft();
  });

  it('stops a command that is cancelled, and runs the next one', async () => {
    const opened = await openFake('well');
    const stop = new AbortController();
    const reading = failure(run(opened, read('Get-Half'), 50_000, stop.signal));
    await eventually(() => fake!.notes().includes('ran Get-Half'), 'it ran');
    stop.abort();
    assert.equal((await reading).code, 'cancelled');
    assert.equal((await run(opened, read('Get-Few'))).length, 3);
  });

  it('loses the session behind it after another error: a change may have happened, and nothing more is sent', async () => {
    const opened = await openFake('well');
    const error = await failure(run(opened, change('Set-Lost')));
    assert.equal(error.code, 'connect.lost');
    assert.equal(error.mayHaveHappened, true);
    const next = await failure(run(opened, change('Set-Lost')));
    assert.equal(next.mayHaveHappened, false);
    assert.equal(fake!.notes().filter((line) => line === 'ran Set-Lost').length, 1);
  });

  it('stops a list or a change by itself: neither is taken for a whole one', async () => {
    const opened = await openFake('well');
    const read_ = await failure(run(opened, read('Get-Stopped')));
    assert.equal(read_.code, 'command.failed');
    assert.match(read_.message, /stopped Get-Stopped by itself/);
    const changed = await failure(run(opened, change('Get-Stopped')));
    assert.equal(changed.mayHaveHappened, true);
    assert.equal((await run(opened, read('Get-Few'))).length, 3);
  });

  for (const what of ['cancelled', 'command.timeout'] as const) {
    it(`always has more of a list for a reader that works: it ends all the same (${what})`, async () => {
      const opened = await openFake('well');
      const stop = new AbortController();
      let count = 0;
      const reading = async (): Promise<void> => {
        const deadline = Date.now() + (what === 'cancelled' ? 20_000 : 500);
        for await (const one of opened.invoke(read('Get-Many'), { signal: stop.signal, deadline })) {
          assert.ok(one);
          if (++count === 1000 && what === 'cancelled') stop.abort();
          if (count % 20 === 0) await sleep(2);
        }
      };
      assert.equal((await failure(reading())).code, what);
      assert.ok(count < 15_000, String(count));
    });
  }

  it('is ended when the opening is cancelled', async () => {
    const stop = new AbortController();
    fake = new FakePowerShell('neverOpens');
    const opening = failure(open(fake.executable, '30s', stop.signal));
    await eventually(() => fake!.pids().length > 0, 'it was started');
    stop.abort();
    assert.equal((await opening).code, 'cancelled');
    await nothingLeft();
  });
});
