import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import type { Command } from 'commander';
import * as sinon from 'sinon';
import { EXIT } from '../../cli/exit-codes';
import { openLab } from '../../cli/lab-start';
import { main, type LoadModule } from '../../cli/program';
import { openResultOutput } from '../../cli/result-output';
import { makeBundle } from '../../cli/support-bundle';
import { writeWhole } from '../../cli/write-whole';
import { openControlServer } from '../../devhost';
import { settingsJson } from '../devhost/host-under-test';
import { scratchFolder } from '../devhost/scratch-folder';
import { eventually } from '../support/eventually';

const ROOT = join(__dirname, '../..');
const REAL: LoadModule = (module) => createRequire(__filename)(join(ROOT, 'cli', module)) as unknown;

interface Called {
  readonly exitCode: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command line in this process. */
async function call(args: readonly string[], load: LoadModule = REAL): Promise<Called> {
  const written = { stdout: '', stderr: '' };
  const before = process.exitCode;
  process.exitCode = undefined;
  const stubs = (['stdout', 'stderr'] as const).map((name) =>
    sinon.stub(process[name], 'write').callsFake((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  try {
    const returned = await main(args, load);
    return { exitCode: returned ?? process.exitCode, ...written };
  } finally {
    for (const stub of stubs) stub.restore();
    process.exitCode = before;
  }
}

/** A file in a folder of its own. */
function fileWith(content: string, name = 'file'): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('What the system refuses', function () {
  this.timeout(60_000);

  it('is told in a sentence, and is no fault of the program', async () => {
    const failing =
      (error: object): LoadModule =>
      () => ({
        register(program: Command) {
          program.command('plan').action(() => Promise.reject(Object.assign(new Error('it says why'), error)));
        },
      });
    const ended = (error: object): Promise<Called> => call(['plan'], failing(error));
    const refused = { exitCode: EXIT.cannotCreate, stdout: '', stderr: 'eas-connector: it says why\n' };
    assert.deepEqual(await ended({ code: 'EACCES', syscall: 'mkdir' }), refused);
    assert.deepEqual(await ended({ code: 'ENOSPC', syscall: 'write' }), refused);
    const taken = { ...refused, exitCode: EXIT.unavailable };
    assert.deepEqual(await ended({ code: 'EADDRINUSE', syscall: 'listen' }), taken);
    assert.equal((await ended({ code: 'ENOENT', syscall: 'open' })).exitCode, EXIT.software);
    assert.equal((await ended({ code: 'ENOSPC' })).exitCode, EXIT.software);
  });

  it('ends a run before anything is contacted, where its folders cannot be made', async () => {
    const settings = fileWith(settingsJson());
    for (const command of [['run', 'EASConnectorManage'], ['plan']]) {
      const { exitCode, stderr } = await call([...command, '--settings', settings, '--data-dir', settings]);
      assert.equal(exitCode, EXIT.cannotCreate, stderr);
      assert.match(stderr, /^eas-connector: ENOTDIR: not a directory, mkdir '.*'\n$/);
    }
  });

  it('is a lab’s folder with another organization, and a port that somebody has', async () => {
    const dataDir = scratchFolder();
    const lab = await openLab({ devices: 5, seed: 1, dataDir });
    try {
      const port = Number(new URL(lab.description.adminApi?.url ?? '').port);
      await assert.rejects(openLab({ devices: 5, seed: 1, port }), {
        exitCode: EXIT.unavailable,
        message: `The port ${String(port)} is taken.`,
      });
    } finally {
      await lab.close();
    }
    await assert.rejects(openLab({ devices: 6, seed: 1, dataDir }), { exitCode: EXIT.usage, message: /of 5 devices/ });
  });

  it('closes the dev host’s door again that it could not write down', async () => {
    const doors = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const before = doors();
    const host = { runNow: () => Promise.reject(new Error('not asked')), status: () => [] };
    await assert.rejects(openControlServer(host, join(fileWith(''), 'control.json')), { code: 'EEXIST' });
    await eventually(() => doors() <= before, 'the door is closed');
  });
});

describe('Output that cannot be written', function () {
  this.timeout(60_000);
  before(function () {
    if (!existsSync('/dev/full')) this.skip();
  });

  it('is an error of each result, and the file can be closed all the same', async () => {
    const output = await openResultOutput('/dev/full', process.stdout);
    await assert.rejects(output.write(new Uint8Array(10)), { code: 'ENOSPC' });
    await output.close();
    await output.close();
  });

  it('ends the program with a sentence and its exit code, whatever was to be written', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" -r ts-node/register cli/main.ts --help > /dev/full', process.execPath],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' } },
    );
    assert.equal(status, EXIT.cannotCreate);
    assert.match(stderr, /^eas-connector: The output cannot be written: ENOSPC: [^\n]*\n$/);
  });

  it('leaves what was there before, and no half file', () => {
    const path = fileWith('old');
    mkdirSync(`${path}.part`);
    assert.throws(() => {
      writeWhole(path, 'new', 'The bundle');
    }, /EISDIR/);
    assert.equal(readFileSync(path, 'utf8'), 'old');
  });

  it('is for its owner alone', () => {
    const path = join(scratchFolder(), 'bundle');
    writeWhole(path, 'new', 'The bundle');
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });
});

describe('doctor --rights', () => {
  it('gives one account the rights for both tasks, and only those of the inventory where there is nothing else', async () => {
    const whole = JSON.parse(settingsJson()) as object;
    const security = fileWith(JSON.stringify({ ...whole, safety: { maxDestructivePerRun: 3 } }));
    const inventory = fileWith(JSON.stringify({ ...whole, inventory: { fullEveryRuns: 7 } }));
    const script = async (file: string): Promise<string> =>
      (await call(['doctor', '--settings', file, '--rights'])).stdout;
    for (const cmdlet of ['Get-ActiveSyncDeviceClass', 'Get-ActiveSyncOrganizationSettings', 'Clear-MobileDevice'])
      assert.ok((await script(security)).includes(`'${cmdlet}' = `), cmdlet);
    assert.ok((await script(inventory)).includes("'Get-ActiveSyncDeviceClass' = "));
    assert.ok(!(await script(inventory)).includes('Clear-MobileDevice'));
  });
});

describe('Options that contradict each other', () => {
  it('are refused where one of them would have no effect', async () => {
    const settings = fileWith(settingsJson());
    const doctor = ['doctor', '--settings', settings];
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[...doctor, '--exchange', '2016'], /--exchange has an effect only with --rights/],
      [[...doctor, '--duties', 'wipe'], /--duties has an effect only with --rights/],
      [[...doctor, '--sample', '10'], /--sample has an effect only with --conformance/],
      [[...doctor, '--rights', '--out', 'x'], /--out has an effect only with --conformance/],
      [[...doctor, '--rights', '--conformance'], /either --rights or --conformance/],
      [['report', '--from', 'x', '--html', 'a', '--csv', './a'], /a file of its own/],
      [['devhost', '--settings-manage', 'a', '--settings-security', 'b', '--devices', '7'], /cannot be used with/],
      [['devhost', '--settings-manage', 'a', '--settings-security', 'b', '--version', 'SE'], /cannot be used with/],
    ];
    for (const [args, why] of wrong) {
      const { exitCode, stderr, stdout } = await call(args);
      assert.deepEqual([exitCode, stdout], [EXIT.usage, ''], args.join(' '));
      assert.match(stderr, why);
    }
  });
});

describe('A doctor who is cancelled', () => {
  let silent: Server;
  before((done) => {
    // Takes connections and says nothing; the first one is the moment to press Ctrl+C.
    silent = createServer(() => process.emit('SIGINT', 'SIGINT')).listen(0, '127.0.0.1', done);
  });
  after(() => silent.close());

  for (const option of [[], ['--json'], ['--conformance']]) {
    it(`ends as cancelled, and says so beside the output: ${option.join('') || 'plain'}`, async () => {
      const { port } = silent.address() as AddressInfo;
      const url = `https://127.0.0.1:${String(port)}`;
      const settings = JSON.parse(settingsJson()) as { connection: { exchangeOnline: object } };
      Object.assign(settings.connection.exchangeOnline, { authorityUrl: url, adminApiUrl: url });
      const args = ['doctor', '--settings', fileWith(JSON.stringify(settings)), '--data-dir', scratchFolder()];
      const { exitCode, stdout, stderr } = await call([...args, ...option]);
      assert.equal(exitCode, EXIT.cancelled, stderr);
      assert.equal(stderr, 'Cancelled. Nothing was changed.\n');
      if (option.length > 0) assert.equal(stdout, '');
    });
  }
});

describe('A support bundle of words that are ours as well', () => {
  it('has neither a secret nor a connection that is made of them', async () => {
    const dataDir = scratchFolder();
    const client = (...names: string[]): string => join(dataDir, 'Client', ...names);
    for (const folder of [['Logs'], ['Settings'], ['Data', 'eas-connector', 'connections', 'policy']])
      mkdirSync(client(...folder), { recursive: true });
    const settings = JSON.parse(settingsJson()) as { connection: { exchangeOnline: object } };
    Object.assign(settings.connection.exchangeOnline, { clientSecret: 'mailbox-quarantine-mailbox' });
    writeFileSync(client('Settings', 'EASConnectorManage.json'), JSON.stringify(settings));
    writeFileSync(client('Logs', 'scheduler.log'), 'mailbox mailbox-quarantine-mailbox of policy\n');
    writeFileSync(client('Data', 'eas-connector', 'connections', 'policy', 'data.mdb'), '');
    const files = await makeBundle({ dataDir, settings: [], logMib: 1 });
    const log = files.find(({ name }) => name === 'logs/Logs/scheduler.log')?.text ?? '';
    assert.match(log, /^mailbox \[secret\] of word-\d+\n$/);
    assert.ok(
      files.every(({ name }) => !name.includes('policy')),
      files.map(({ name }) => name).join(', '),
    );
  });
});

describe('A support bundle of a folder in disorder', () => {
  it('is made all the same, and says what could not be read', async () => {
    const dataDir = scratchFolder();
    const client = (...names: string[]): string => join(dataDir, 'Client', ...names);
    for (const folder of [
      ['Logs', 'scheduler.log'],
      ['Settings', 'EASConnectorManage.json'],
      ['Results', 'runs.jsonl'],
    ])
      mkdirSync(client(...folder), { recursive: true });
    mkdirSync(client('Results', 'EASConnectorManage'), { recursive: true });
    writeFileSync(client('Results', 'EASConnectorManage', 'run.pb'), 'no results at all');
    mkdirSync(client('Results', 'EASConnectorManage', 'folder.pb'));
    const files = await makeBundle({ dataDir, settings: [], logMib: 1 });
    for (const name of ['logs/Logs/scheduler.log', 'settings/EASConnectorManage.json', 'runs.jsonl']) {
      const text = files.find((file) => file.name === name)?.text ?? '';
      assert.match(text, /It cannot be read \(EISDIR\)\./, name);
    }
  });
});
