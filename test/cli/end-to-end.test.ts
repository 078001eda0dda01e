import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HostInventory } from '../../devhost/apply-inventory';
import { messageToJson } from '../../protocol';
import { resultsIn } from '../devhost/host-under-test';
import { scratchFolder } from '../devhost/scratch-folder';

const program = join(__dirname, '../../dist/cli/main.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly written: { stdout: string; stderr: string };
  readonly ended: Promise<Ended>;
}

function start(args: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...written }));
  return { child, written, ended };
}

const run = (...args: string[]): Promise<Ended> => start(args).ended;

async function untilWritten({ written, ended }: Running, pattern: RegExp): Promise<void> {
  const over = ended.then(() => true);
  while (!pattern.test(written.stdout)) {
    const isOver = await Promise.race([over, new Promise<false>((resolve) => setTimeout(resolve, 20, false))]);
    if (isOver) throw new Error(`It ended before it wrote ${String(pattern)}: ${written.stdout}${written.stderr}`);
  }
}

/** All files below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
}

interface Changes {
  readonly cmdlet?: string;
}

/** What the lab was asked to change. */
function changesIn(dataDir: string): string[] {
  return readFileSync(join(dataDir, 'lab', 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => String((JSON.parse(line) as Changes).cmdlet))
    .filter((cmdlet) => !cmdlet.startsWith('Get-'));
}

describe('The built product', function () {
  this.timeout(60_000);

  before(function () {
    // `npm test` builds first; mocha alone does not.
    if (!existsSync(program)) this.skip();
  });

  it('runs both tasks once against a lab; a second start, in the other binding, finds everything done', async () => {
    const dataDir = scratchFolder();
    const args = ['devhost', '--once', '--devices', '300', '--seed', '7', '--data-dir', dataDir];
    const first = await run(...args);
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /\b300 partnerships\b/);
    const changes = changesIn(dataDir);
    assert.ok(changes.filter((cmdlet) => cmdlet === 'Clear-MobileDevice').length >= 3);
    const second = await run(...args, '--process');
    assert.equal(second.code, 0, second.stderr);
    assert.match(second.stdout, /nothing was changed/);
    assert.deepEqual(changesIn(dataDir), changes);
    const client = join(dataDir, 'Client');
    assert.ok(existsSync(join(client, 'Logs', 'scheduler.log')));
    for (const task of ['EASConnectorManage', 'EASConnectorSecurity']) {
      assert.ok(readdirSync(join(client, 'Tasks', 'Inv', task)).length > 0, task);
    }
    // The second inventory is a delta: the host applies it to what it holds, and has all of it again.
    const held = new HostInventory();
    for (const index of [0, 1]) {
      for (const payload of storedResults(client, index)) held.take(payload);
      assert.equal(held.partnerships.size, 300);
    }
  });

  it('writes the secrets of the settings nowhere but into the copy of the settings', async () => {
    const dataDir = scratchFolder();
    const { code } = await run('devhost', '--once', '--devices', '20', '--data-dir', dataDir, '--process');
    assert.equal(code, 0);
    const client = join(dataDir, 'Client');
    const settings = readFileSync(join(client, 'Settings', 'EASConnectorManage.json'), 'utf8');
    const secret = /"clientSecret": "([^"]{8,})"/.exec(settings)?.[1];
    assert.ok(secret);
    for (const path of filesBelow(client).filter((file) => !file.startsWith(join(client, 'Settings')))) {
      assert.ok(!readFileSync(path).includes(secret), path);
    }
  });

  it('goes on until it is told to stop, and listens to run-now and status meanwhile', async () => {
    const dataDir = scratchFolder();
    const host = start(['devhost', '--devices', '20', '--data-dir', dataDir]);
    try {
      await untilWritten(host, /Where things are/);
      const status = await run('devhost', 'status', '--json', '--data-dir', dataDir);
      const { pid, tasks } = JSON.parse(status.stdout) as { pid: number; tasks: { last: { outcome: string } }[] };
      assert.equal(pid, host.child.pid);
      assert.deepEqual(
        tasks.map(({ last }) => last.outcome),
        ['succeeded', 'succeeded'],
      );
      const now = await run('devhost', 'run-now', 'EASConnectorSecurity', '--data-dir', dataDir);
      assert.equal(now.code, 0, now.stderr);
      assert.match(now.stdout, /^EASConnectorSecurity {2}succeeded in/);
      const rival = await run('devhost', '--once', '--data-dir', dataDir);
      assert.equal(rival.code, 69);
      assert.match(rival.stderr, /already running/);
    } finally {
      host.child.kill('SIGTERM');
    }
    const { code } = await host.ended;
    // Windows ends a process without asking it.
    if (process.platform !== 'win32') assert.equal(code, 0);
    const after = await run('devhost', 'run-now', 'EASConnectorSecurity', '--data-dir', dataDir);
    assert.equal(after.code, 69);
    assert.match(after.stderr, /No dev host/);
  });

  it('prints one line for a lab, against which run and plan work', async () => {
    const lab = start(['lab', '--devices', '30', '--seed', '5']);
    const folder = scratchFolder();
    try {
      await untilWritten(lab, /\n/);
      const { settings } = JSON.parse(lab.written.stdout) as { settings: { manage: string; security: string } };
      const security = ['--settings', settings.security, '--data-dir', folder];
      const before = await run('plan', ...security);
      assert.equal(before.code, 0, before.stderr);
      assert.match(before.stdout, /^The next run would take \d+ steps:/);
      const applied = await run('run', 'EASConnectorSecurity', ...security, '--out', join(folder, 'out.pb'));
      assert.equal(applied.code, 0, applied.stderr);
      assert.equal(applied.stdout, '');
      const last = messageToJson('SecurityResult', resultsIn(join(folder, 'out.pb')).at(-1)!) as { summary: object };
      assert.ok(last.summary);
      assert.match((await run('plan', ...security)).stdout, /^Nothing to do\./);
      const inventory = await run('run', 'EASConnectorManage', '--settings', settings.manage, '--data-dir', folder);
      assert.match(inventory.stderr, /\b30 partnerships\b/);
    } finally {
      lab.child.kill('SIGTERM');
    }
    const { code, stdout } = await lab.ended;
    if (process.platform !== 'win32') assert.equal(code, 0);
    assert.match(stdout, /^\{[^\n]*\}\n$/);
  });

  it('refuses wrong settings with all their problems, and settings that nobody answers to with a reason', async () => {
    const folder = scratchFolder();
    const wrong = await run('run', 'EASConnectorManage', '--settings', join(__dirname, '../../package.json'));
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /contractVersion.*connection.*Nothing was contacted/s);
    const usage = await run('devhost', '--once', '--settings-manage', 'x', '--data-dir', folder);
    assert.equal(usage.code, 64);
    const impossible = ['--connection', 'managementTools', '--transport', 'adminApi'];
    const without = await run('devhost', '--once', ...impossible, '--data-dir', folder);
    assert.equal(without.code, 69);
    assert.match(without.stderr, /managementTools/);
  });
});

/** The results of the first or second inventory. */
function storedResults(client: string, index: number): Uint8Array[] {
  const folder = join(client, 'Results', 'EASConnectorManage');
  return resultsIn(join(folder, String(readdirSync(folder).sort()[index])));
}
