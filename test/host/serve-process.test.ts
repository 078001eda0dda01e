import * as assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { jsonToMessage } from '../../protocol';
import { fakeProgram } from './fake-program';
import { HELLO, runMessage, TestHost } from './test-host';

interface Started {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly host: TestHost;
  /** The exit code, once it has ended; a signal's name if one ended it. */
  readonly exit: Promise<number | string>;
  readonly stderr: () => string;
}

describe('A process that serves', function () {
  this.timeout(15_000);
  const program = fakeProgram();
  let folder: string;
  const children = new Set<ChildProcessByStdio<Writable, Readable, Readable>>();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-serve-'));
  });

  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(): Started {
    const child = spawn(process.execPath, [program()], { stdio: ['pipe', 'pipe', 'pipe'] });
    children.add(child);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const exit = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
    return { child, host: new TestHost(child.stdin, child.stdout), exit, stderr: () => stderr };
  }

  /** Starts a process whose task behaves as told; see the fixture. */
  function run(behaviour: string): Started {
    const started = start();
    const settings = jsonToMessage('ManageSettings', { connection: { id: 'one', displayName: behaviour } });
    started.host.send(HELLO, runMessage(settings, folder));
    return started;
  }

  const taskLog = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');

  it('carries a run through, and the last line of its log is on the disk', async () => {
    const { host, exit } = run('emit 200 1000');
    assert.equal(await exit, 0);
    assert.equal(host.all('result').length, 200);
    assert.equal(host.messages.at(-1)?.kind, 'completed');
    assert.match(
      taskLog().trimEnd().split('\n').at(-1)!,
      /INFO {2}\[run-1\] The run has ended\. outcome=succeeded seconds=/,
    );
  });

  it('ends although the host keeps its stdin open and everything is said', async () => {
    const { host, exit } = run('emit 1');
    await host.first('completed');
    assert.equal(await exit, 0);
  });

  it('keeps stdout for the protocol', async () => {
    const { host, exit, stderr } = run('print');
    assert.equal(await exit, 0);
    assert.equal(host.messages.at(-1)?.kind, 'completed');
    assert.match(stderr(), /this must not reach the host\nnor this\n/);
  });

  it('sends the latest progress and every log record before Completed', async () => {
    const { host, exit } = run('progress 1000');
    assert.equal(await exit, 1);
    assert.deepEqual(host.all('progress').at(-1), { kind: 'progress', phase: 'counting', done: 1000, total: 1000 });
    assert.ok(host.all('progress').length < 10);
    assert.ok(host.all('log').some(({ message, fields }) => message === 'counted' && fields['to'] === '1000'));
    assert.equal((await host.first('completed')).outcome, 'partial');
  });

  it('waits for a host that reads slowly', async () => {
    const { child, host, exit } = run('emit 64 100000');
    await host.first('result');
    child.stdout.pause();
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.stdout.resume();
    assert.equal(await exit, 0);
    assert.equal(host.all('result').length, 64);
  });

  it('cancels when the host closes stdin', async () => {
    const { host, exit } = run('wait');
    await host.first('log');
    host.closeInput();
    assert.equal(await exit, 1);
    assert.equal((await host.first('completed')).outcome, 'cancelled');
    assert.match(taskLog(), /The host cancels the run\. reason="The host has closed the input\."/);
  });

  it('ends in order on SIGTERM', async function () {
    if (process.platform === 'win32') this.skip();
    const { child, host, exit } = run('wait');
    await host.first('log');
    child.kill('SIGTERM');
    assert.equal(await exit, 1);
    assert.equal((await host.first('completed')).outcome, 'cancelled');
  });

  it('ends when both ends of the host are gone, in the middle of results', async () => {
    const { child, host, exit, stderr } = run('emit 1000 100000');
    await host.first('result', 20);
    child.stdout.destroy();
    child.stdin.destroy();
    assert.equal(await exit, 1);
    assert.equal(stderr(), '');
    assert.match(taskLog(), /outcome=cancelled/);
  });

  it('gives up a task that does not stop', async () => {
    const { host, exit } = run('ignore-cancel');
    await host.first('log');
    host.send({ kind: 'cancel', reason: 'enough' });
    assert.equal(await exit, 1);
    assert.match((await host.first('completed')).problems[0]!.summary, /given up/);
  });

  it('survives a fault that nothing caught, long enough to report it', async () => {
    const { host, exit, stderr } = run('fault');
    assert.equal(await exit, 1);
    const { outcome, problems } = await host.first('completed');
    assert.deepEqual([outcome, problems[0]?.code], ['failed', 'internal.error']);
    assert.match(stderr(), /nobody catches this\n +at /);
    assert.doesNotMatch(JSON.stringify(host.messages), /serve-fake-task/);
  });

  it('writes the stack of what the task throws into its log, and nowhere else', async () => {
    const { host, exit, stderr } = run('nonsense');
    assert.equal(await exit, 1);
    assert.match(taskLog(), /ERROR \[run-1\] The run broke off\. stack="Error: there is no behaviour nonsense\\n +at/);
    assert.doesNotMatch(JSON.stringify(host.messages) + stderr(), /serve-fake-task/);
    assert.equal((await host.first('completed')).problems[0]?.code, 'internal.error');
  });

  it('refuses garbage with a frame, a sentence and an exit code', async () => {
    const { host, exit, stderr } = start();
    host.sendBytes(Buffer.alloc(100, 0xff));
    assert.equal(await exit, 1);
    assert.equal((await host.first('completed')).problems[0]?.code, 'protocol.malformed');
    assert.match(stderr(), /started by a host program/);
  });
});

describe('A host that is killed', function () {
  const program = fakeProgram();

  it('takes its plugin with it, in order', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'eas-serve-'));
    const host = spawn(
      process.execPath,
      ['-r', 'ts-node/register', join(__dirname, 'fixtures', 'start-and-wait.ts'), program(), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(host.stdout, 'data')) as [Buffer];
    const plugin = Number(line.toString());
    host.kill('SIGKILL');
    const isAlive = (): boolean => {
      try {
        process.kill(plugin, 0);
        return true;
      } catch {
        return false;
      }
    };
    for (let tries = 0; isAlive() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(isAlive(), false);
    const log = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    assert.match(log, /The run has ended\. outcome=cancelled/);
    rmSync(folder, { recursive: true, force: true });
  });
});
