import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import * as sinon from 'sinon';
import { CliError } from '../../cli/cli-error';
import { EXIT, exitCodeOf, worstExitCode } from '../../cli/exit-codes';
import { main } from '../../cli/program';
import { runFolders } from '../../cli/run-directly';
import { readSettingsFile } from '../../cli/settings-file';
import { listenForStop } from '../../cli/stop-signal';
import { clientFolders } from '../../devhost';
import { settingsFromJson } from '../../protocol';
import { fixtureManifest, settingsJson } from '../devhost/host-under-test';
import { scratchFolder } from '../devhost/scratch-folder';

interface Called {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly loaded: readonly string[];
}

/** Calls the command line with modules of the test's own. */
async function call(args: readonly string[], register?: (program: Command) => void): Promise<Called> {
  const loaded: string[] = [];
  const written = { stdout: '', stderr: '' };
  const stubs = (['stdout', 'stderr'] as const).map((name) =>
    sinon.stub(process[name], 'write').callsFake((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  try {
    const exitCode = await main(args, (module) => {
      loaded.push(module);
      if (register) return { register };
      throw Object.assign(new Error(`Cannot find module '../lab'`), { code: 'MODULE_NOT_FOUND' });
    });
    return { exitCode, ...written, loaded };
  } finally {
    for (const stub of stubs) stub.restore();
  }
}

describe('The command line', () => {
  it('lists its subcommands without loading one', async () => {
    const { exitCode, stdout, loaded } = await call(['--help']);
    assert.equal(exitCode, EXIT.succeeded);
    for (const name of ['run', 'serve', 'plan', 'decode', 'lab', 'devhost'])
      assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
    assert.deepEqual(loaded, []);
  });

  it('loads only the subcommand that is called', async () => {
    let ran = '';
    const { exitCode, loaded } = await call(['plan', 'x'], (program) => {
      program.command('plan <what>').action((what: string) => {
        ran = what;
      });
    });
    assert.equal(exitCode, undefined);
    assert.equal(ran, 'x');
    assert.deepEqual(loaded, ['./plan']);
  });

  it('leaves to a subcommand what stands after it, as the lab’s --version', async () => {
    let version = '';
    const { exitCode, stdout } = await call(['lab', '--version', 'SE'], (program) => {
      const command = program.command('lab').option('--version <version>');
      command.action((options: { version: string }) => {
        version = options.version;
      });
    });
    assert.deepEqual([exitCode, version, stdout], [undefined, 'SE', '']);
  });

  it('calls a wrong call wrong, in one sentence', async () => {
    const unknown = await call(['devhots']);
    assert.equal(unknown.exitCode, EXIT.usage);
    assert.match(unknown.stderr, /unknown command 'devhots'\n\(Did you mean devhost\?\)/);
    const option = await call(['plan', '--sometimes'], (program) => {
      program.command('plan').action(() => undefined);
    });
    assert.equal(option.exitCode, EXIT.usage);
    assert.equal((await call([])).exitCode, EXIT.usage);
  });

  it('says which part of the product is not installed', async () => {
    const { exitCode, stderr } = await call(['lab']);
    assert.equal(exitCode, EXIT.unavailable);
    assert.equal(
      stderr,
      "eas-connector: The command lab is not part of this installation (Cannot find module '../lab').\n",
    );
  });

  it('tells a mistake of the caller from a fault of its own', async () => {
    const mistake = await call(['plan'], (program) => {
      program.command('plan').action(() => {
        throw new CliError(EXIT.noInput, 'There is no such file.');
      });
    });
    assert.equal(mistake.exitCode, EXIT.noInput);
    assert.equal(mistake.stderr, 'eas-connector: There is no such file.\n');
    const fault = await call(['plan'], (program) => {
      program.command('plan').action(() => {
        throw new TypeError('x is not a function');
      });
    });
    assert.equal(fault.exitCode, EXIT.software);
    assert.match(fault.stderr, /Please report it\.\nTypeError: x is not a function\n +at /);
  });

  it('ends with the worst of several outcomes', () => {
    assert.equal(worstExitCode(['succeeded', 'succeeded']), 0);
    assert.equal(worstExitCode(['succeeded', 'partial']), 2);
    assert.equal(worstExitCode(['failed', 'partial']), 1);
    assert.equal(worstExitCode(['cancelled', 'succeeded']), 3);
    assert.equal(exitCodeOf('notRun'), 3);
  });

  it('keeps state and logs where the dev host keeps them', () => {
    const folder = scratchFolder();
    const manifest = fixtureManifest();
    const client = clientFolders(folder, { name: 'eas-connector' });
    assert.deepEqual(runFolders('EASConnectorManage', folder), {
      dataDir: client.pluginData,
      logDir: client.taskLogs(manifest.tasks[0]!),
    });
    assert.equal(runFolders('EASConnectorManage', folder, '/var/log/x').logDir, '/var/log/x');
  });
});

describe('Ctrl+C', () => {
  it('cancels, once where npm passes the same signal on, and ends the program when it comes again', () => {
    const clock = sinon.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    const exit = sinon.stub(process, 'exit');
    const stop = listenForStop({});
    try {
      process.emit('SIGINT', 'SIGINT');
      assert.equal(stop.signal.reason, 'SIGINT');
      clock.tick(400);
      process.emit('SIGINT', 'SIGINT');
      assert.ok(exit.notCalled);
      clock.tick(200);
      process.emit('SIGINT', 'SIGINT');
      assert.deepEqual(exit.args, [[130]]);
    } finally {
      stop.dispose();
      exit.restore();
      clock.restore();
    }
  });
});

describe('A file of settings', () => {
  const task = 'EASConnectorManage';
  const { bytes } = settingsFromJson(task, settingsJson());

  async function read(content: Uint8Array | string): ReturnType<typeof readSettingsFile> {
    const path = join(scratchFolder(), 'settings');
    writeFileSync(path, content);
    return readSettingsFile(task, path);
  }

  it('may be JSON or a binary message', async () => {
    assert.deepEqual((await read(settingsJson())).bytes, bytes);
    assert.deepEqual(new Uint8Array((await read(bytes!)).bytes!), new Uint8Array(bytes!));
  });

  it('may be JSON as Windows writes it', async () => {
    assert.deepEqual((await read(`\ufeff${settingsJson()}`)).bytes, bytes);
    assert.deepEqual((await read(Buffer.from(`\ufeff${settingsJson()}`, 'utf16le'))).bytes, bytes);
  });

  it('that is wrong gives all problems at once', async () => {
    const { bytes: none, problems } = await read('{ "host": {}, "connection": { "id": "!" } }');
    assert.equal(none, undefined);
    const paths = problems.map(({ path }) => path);
    for (const path of ['contractVersion', 'host.enabled', 'connection', 'connection.id'])
      assert.ok(paths.includes(path), path);
    assert.equal((await read('hello')).problems[0]!.code, 'settings.malformed');
  });

  it('that is not there is a mistake of the caller', async () => {
    await assert.rejects(readSettingsFile(task, join(scratchFolder(), 'absent')), { exitCode: EXIT.noInput });
  });
});
