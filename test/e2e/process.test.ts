import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameDecoder, MAX_PLUGIN_FRAME_BYTES } from '../../protocol';
import { messageToJson } from '../../protocol/message-json';
import { findPython } from '../host/python';
import { connectorProgram } from '../support/connector-program';
import { LabRun, type Json } from './lab-run';

const ROOT = join(__dirname, '../..');
const CLI = connectorProgram();

/** Runs the command line to its end. */
async function cli(
  args: readonly string[],
  seen?: (child: ChildProcess) => void,
): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, [...CLI, ...args], { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  seen?.(child);
  const [code] = (await once(child, 'close')) as [number];
  return { code, text };
}

/** The messages of a file of delimited results. */
function results(file: string, message: string): Json[] {
  const decoder = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  decoder.receive(readFileSync(file));
  const found: Json[] = [];
  for (let frame = decoder.next(); frame; frame = decoder.next()) found.push(messageToJson(message, frame) as Json);
  return found;
}

describe('The connector as a process', function () {
  this.timeout(60_000);
  let lab: LabRun;
  let folder: string;
  before(async () => {
    lab = await LabRun.start({ devices: 60 });
    folder = mkdtempSync(join(tmpdir(), 'eas-process-'));
  });
  after(async () => {
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is driven by the host in Python through a whole inventory, and one of changes', async function () {
    const python = findPython();
    if (!python) return this.skip();
    const out = join(folder, 'python.pb');
    const host = join(ROOT, 'docs/hosts/python/host.py');
    const command = [process.execPath, ...CLI, 'serve'].join(' ');
    const args = [host, 'EASConnectorManage', '--settings', lab.lab.description.settings!.manage, '--out', out];
    const run = async (): Promise<void> => {
      const child = spawn(python, [...args, '--data-dir', join(folder, 'python'), '--command', command], { cwd: ROOT });
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(code, 0);
    };
    const partnershipsIn = (file: string): Json[] =>
      results(file, 'ManageResult').flatMap((one) => (one['partnerships'] ?? []) as Json[]);
    await run();
    assert.equal(partnershipsIn(out).length, 60);
    await run();
    assert.equal(partnershipsIn(out).length, 0, 'nothing has changed');
    assert.equal(partnershipsIn(join(folder, 'python/Client/Inventory/lab/held.pb')).length, 60);
  });

  it('run by hand gives the whole inventory, also after a run that was killed half-way', async () => {
    const out = join(folder, 'killed.pb');
    const settings = join(folder, 'killed.json');
    const limits = { maxConcurrentCommands: 1, partnershipsPerResult: 5 };
    writeFileSync(settings, JSON.stringify({ ...lab.settings('EASConnectorManage'), limits }));
    const args = ['run', 'EASConnectorManage', '--settings', settings, '--data-dir', join(folder, 'killed')];
    const count = (): number =>
      results(out, 'ManageResult').flatMap((one) => (one['partnerships'] ?? []) as Json[]).length;
    lab.lab.orderFaults({ latencyMs: 50 });
    await cli([...args, '--out', out], (child) => {
      const look = setInterval(() => {
        if (existsSync(out) && count() >= 10) child.kill('SIGKILL');
      }, 20);
      child.on('close', () => {
        clearInterval(look);
      });
    });
    lab.lab.orderFaults({ clear: true, latencyMs: 0 });
    assert.ok(count() >= 10 && count() < 60, String(count()));
    const { code, text } = await cli([...args, '--out', out]);
    assert.equal(code, 0, text);
    assert.equal(count(), 60);
  });

  it('gives the same inventory in a process of its own as in process', async () => {
    const inventories: Json[][] = [];
    for (const binding of [[], ['--process']]) {
      const data = join(folder, `devhost-${String(binding.length)}`);
      const { manage, security } = lab.lab.description.settings!;
      const settings = ['--settings-manage', manage, '--settings-security', security];
      const { code, text } = await cli(['devhost', '--once', '--data-dir', data, ...settings, ...binding]);
      assert.equal(code, 0, text);
      const stored = join(data, 'Client/Results/EASConnectorManage');
      const [file] = readdirSync(stored).filter((name) => name.endsWith('.pb'));
      inventories.push(
        results(join(stored, file!), 'ManageResult').flatMap((one) => (one['partnerships'] ?? []) as Json[]),
      );
      assert.ok(existsSync(join(data, 'Client/Logs/scheduler.log')));
      assert.ok(existsSync(join(data, 'Client/Tasks/Inv/EASConnectorSecurity')));
    }
    const stable = ({ guid, deviceId, firstSyncTime, mailboxGuid, clientFamily }: Json): unknown[] => [
      guid,
      deviceId,
      firstSyncTime,
      mailboxGuid,
      clientFamily,
    ];
    const [one, two] = inventories.map((list) => list.map(stable).sort());
    assert.deepEqual(one, two);
  });

  it('shows its secret neither in its arguments nor in its environment', async function () {
    if (!existsSync('/proc/self/cmdline')) return this.skip();
    const secret = lab.lab.description.adminApi!.clientSecret;
    lab.lab.orderFaults({ latencyMs: 50 });
    const seen: string[] = [];
    const data = join(folder, 'secret');
    const { code } = await cli(
      ['run', 'EASConnectorSecurity', '--settings', lab.lab.description.settings!.security, '--data-dir', data],
      ({ pid }) => {
        const look = setInterval(() => {
          try {
            for (const name of ['cmdline', 'environ'])
              seen.push(readFileSync(`/proc/${String(pid)}/${name}`, 'latin1'));
          } catch {
            clearInterval(look); // It has ended.
          }
        }, 20);
      },
    );
    lab.lab.orderFaults({ clear: true, latencyMs: 0 });
    assert.equal(code, 0);
    assert.ok(seen.length > 4);
    for (const text of seen) assert.ok(!text.includes(secret));
    const grep = spawnSync('grep', ['-rl', secret, data], { encoding: 'utf8' });
    assert.equal(grep.stdout, '', 'no file below the data folder has the secret');
  });

  it('refuses wrong settings with every problem and connects to nothing', async () => {
    const before = (await lab.journal()).length;
    const file = join(folder, 'wrong.json');
    const settings = lab.settings('EASConnectorSecurity');
    writeFileSync(file, JSON.stringify({ ...settings, host: {}, limits: { maxConcurrentCommands: 1000 } }));
    const { code, text } = await cli([
      'run',
      'EASConnectorSecurity',
      '--settings',
      file,
      '--data-dir',
      join(folder, 'wrong'),
    ]);
    assert.notEqual(code, 0);
    assert.match(text, /host\.enabled/);
    assert.match(text, /limits\.maxConcurrentCommands/);
    assert.equal((await lab.journal()).length, before);
  });
});
