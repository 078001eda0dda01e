import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  DevHost,
  InProcessRunner,
  ProcessRunner,
  openSchedulerLog,
  type ClientFolders,
  type Manifest,
  type RunRecord,
  type Runner,
} from '../../devhost';
import { messageToJson, type TaskName } from '../../protocol';
import { filesIn, fixtureManifest, resultsIn, scratchClient, settingsJson, settingsOf, until } from './host-under-test';

const TASK = 'EASConnectorManage';

interface Ran {
  readonly host: DevHost;
  readonly folders: ClientFolders;
  readonly progress: string[];
}

/** A dev host on the fixture plugin, which behaves as the test wants. */
async function hostOn(runner: Runner, behaviour: string, folders = scratchClient()): Promise<Ran> {
  const progress: string[] = [];
  const host = new DevHost({
    manifest: fixtureManifest(),
    folders,
    runner,
    settings: (task) => Promise.resolve(settingsOf(task, settingsJson(behaviour))),
    log: openSchedulerLog(folders.schedulerLog, Date.now),
    now: Date.now,
    observer: { progress: (task, { phase, done, total }) => progress.push(`${task} ${phase} ${done}/${total}`) },
  });
  await host.open();
  return { host, folders, progress };
}

/** One run to its end. */
async function runOnce(
  runner: Runner,
  behaviour: string,
): Promise<Ran & { readonly record: RunRecord; readonly log: string }> {
  const ran = await hostOn(runner, behaviour);
  const record = await ran.host.runNow(TASK);
  await ran.host.stop('test');
  return { ...ran, record, log: readFileSync(ran.folders.schedulerLog, 'utf8') };
}

const manifest = fixtureManifest();
const bindings: readonly { readonly name: string; readonly make: (graceMs?: number) => Runner }[] = [
  { name: 'in process', make: (graceMs = 5000) => new InProcessRunner(manifest, { graceMs }) },
  { name: 'in a process of its own', make: (graceMs = 5000) => new ProcessRunner(manifest, { graceMs }) },
];

for (const { name, make } of bindings) {
  describe(`A plugin that runs ${name}`, () => {
    it('has its results, logs and state where the original client has them', async () => {
      const { host, folders } = await hostOn(make(), 'ok');
      const records = await host.once();
      await host.stop('test');
      assert.deepEqual(
        records.map(({ task, outcome, results }) => [task, outcome, results]),
        [
          ['EASConnectorManage', 'succeeded', 3],
          ['EASConnectorSecurity', 'succeeded', 2],
        ],
      );
      const client = join(folders.root, 'Client');
      for (const { task, runId, resultsFile } of records) {
        assert.equal(resultsFile, join(client, 'Results', task, `${runId}.pb`));
        assert.deepEqual(filesIn(join(client, 'Results', task)), [`${runId}.pb`]);
        assert.deepEqual(filesIn(join(client, 'Tasks', 'Inv', task)), [`${task}.log`]);
        assert.ok(existsSync(join(client, 'Settings', `${task}.json`)));
      }
      assert.ok(existsSync(join(client, 'Data', 'fixture-plugin')));
      const log = readFileSync(join(client, 'Logs', 'scheduler.log'), 'utf8');
      assert.match(
        log,
        /^\d{4}-\d\d-\d\dT[\d:.]+Z INFO +\[EASConnectorSecurity\] hello from EASConnectorSecurity colour=blue$/m,
      );
      const history = readFileSync(join(client, 'Results', 'runs.jsonl'), 'utf8')
        .trimEnd()
        .split('\n');
      assert.deepEqual(
        history.map((line) => JSON.parse(line) as RunRecord),
        records,
      );
    });

    it('gives the same results, byte for byte', async () => {
      const { record, progress } = await runOnce(make(), 'ok');
      const json = resultsIn(record.resultsFile).map((bytes) => messageToJson('ManageResult', bytes));
      assert.deepEqual(
        json.map((result) => (result as { sequence: string }).sequence),
        ['1', '2', '3'],
      );
      assert.deepEqual(progress, ['EASConnectorManage working 1/3']);
    });

    it('that breaks off is a failed run, and what it has delivered is kept once', async () => {
      const { record, log, folders } = await runOnce(make(), 'crash');
      assert.equal(record.outcome, 'failed');
      assert.equal(record.problems[0]!.code, 'internal.error');
      assert.equal(basename(record.resultsFile), `${record.runId}.incomplete.pb`);
      assert.equal(resultsIn(record.resultsFile).length, 1);
      assert.equal(filesIn(folders.results(TASK)).length, 1);
      assert.match(log, /ERROR \[EASConnectorManage\]/);
    });

    it('is cancelled in order when the host stops', async () => {
      const { host, folders } = await hostOn(make(), 'waitForCancel');
      const asked = host.runNow(TASK);
      await until(() => filesIn(folders.results(TASK)).length === 1, 'the first result is stored');
      await host.stop('test');
      const record = await asked;
      assert.equal(record.outcome, 'cancelled');
      assert.deepEqual(record.problems, []);
      assert.equal(resultsIn(record.resultsFile).length, 1);
    });

    it('that does not stop is given up after the grace time', async () => {
      const { host, folders } = await hostOn(make(300), 'stubborn');
      const asked = host.runNow(TASK);
      await until(() => filesIn(folders.results(TASK)).length === 1, 'the first result is stored');
      const begun = Date.now();
      await host.stop('test');
      assert.ok(Date.now() - begun < 4000);
      const record = await asked;
      assert.equal(record.outcome, 'cancelled');
      assert.equal(record.problems[0]!.code, 'cancelled');
      assert.equal(basename(record.resultsFile), `${record.runId}.incomplete.pb`);
    });

    it('whose results cannot be stored has no successful run', async () => {
      const { host, folders } = await hostOn(make(), 'ok');
      // A file where the folder should be.
      const { writeFileSync, mkdirSync } = await import('node:fs');
      mkdirSync(join(folders.root, 'Client', 'Results'), { recursive: true });
      writeFileSync(folders.results(TASK), '');
      const record = await host.runNow(TASK);
      await host.stop('test');
      assert.equal(record.outcome, 'failed');
      assert.equal(record.results, 0);
      assert.ok(record.problems.some(({ code }) => code === 'host.failed'));
    });
  });
}

describe('Both bindings', () => {
  it('store the same bytes', async () => {
    const files = [];
    for (const { make } of bindings) files.push((await runOnce(make(), 'ok')).record.resultsFile);
    assert.deepEqual(readFileSync(files[0]!), readFileSync(files[1]!));
  });
});

describe('A plugin in the process binding', () => {
  const run = (behaviour: string): ReturnType<typeof runOnce> => runOnce(new ProcessRunner(manifest), behaviour);

  it('that sends a result twice has it stored once, and acknowledged both times', async () => {
    const { record } = await run('twice');
    assert.equal(record.outcome, 'succeeded');
    assert.equal(record.results, 2);
    assert.equal(resultsIn(record.resultsFile).length, 2);
  });

  it('that leaves a result out is refused', async () => {
    const { record } = await run('gap');
    assert.equal(record.outcome, 'failed');
    assert.equal(record.problems[0]!.code, 'protocol.malformed');
    assert.match(record.problems[0]!.summary, /Result 3 came after result 1/);
    assert.equal(record.results, 1);
  });

  it('that writes text to stdout is refused', async () => {
    const { record } = await run('garbage');
    assert.equal(record.outcome, 'failed');
    assert.equal(record.problems[0]!.code, 'protocol.malformed');
    assert.equal(record.resultsFile, '');
  });

  it('that dies is reported with its exit code and what it said on stderr', async () => {
    const { record, log } = await run('crash');
    assert.match(record.problems[0]!.detail, /exit code is 7.*out of luck/);
    assert.match(log, /WARN .*out of luck/);
  });

  it('that cannot be started is a failed run with the reason', async () => {
    const absent: Manifest = { ...manifest, bin: join(manifest.folder, 'absent.cjs') };
    const { record } = await runOnce(new ProcessRunner(absent), 'ok');
    assert.equal(record.outcome, 'failed');
    assert.match(record.problems[0]!.detail, /exit code is 1.*Cannot find module/);
  });

  describe('with another', () => {
    const withEnvironment = async (name: string, value: string, work: () => Promise<void>): Promise<void> => {
      process.env[name] = value;
      try {
        await work();
      } finally {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- undefined would be set as text
        delete process.env[name];
      }
    };

    it('contract is refused by name', () =>
      withEnvironment('FIXTURE_CONTRACT', '2.0', async () => {
        const { record } = await run('ok');
        assert.equal(record.problems[0]!.code, 'protocol.malformed');
        assert.match(record.problems[0]!.detail, /speaks 2\.0; this host speaks 1\.\d/);
      }));

    it('idea of manners, saying no hello, is ended', () =>
      withEnvironment('FIXTURE_MUTE', '1', async () => {
        const { record } = await runOnce(new ProcessRunner(manifest, { helloTimeoutMs: 400 }), 'ok');
        assert.equal(record.outcome, 'failed');
        assert.match(record.problems[0]!.detail, /did not say hello/);
      }));
  });
});

describe('A plugin in process', () => {
  it('that does not wait for its results to be stored has them stored all the same, in order', async () => {
    const { record } = await runOnce(new InProcessRunner(manifest), 'unawaited');
    const json = resultsIn(record.resultsFile).map(
      (bytes) => messageToJson('ManageResult', bytes) as { sequence: string },
    );
    assert.deepEqual(
      json.map(({ sequence }) => sequence),
      ['1', '2', '3'],
    );
  });

  it('without the entry point that its manifest names is a failed run', async () => {
    const tasks = manifest.tasks.map((task) => ({ ...task, entryPoint: 'absent' }));
    const folders = scratchClient();
    const host = new DevHost({
      manifest: { ...manifest, tasks },
      folders,
      runner: new InProcessRunner(manifest),
      settings: (task: TaskName) => Promise.resolve(settingsOf(task)),
      log: openSchedulerLog(folders.schedulerLog, Date.now),
      now: Date.now,
    });
    await host.open();
    const record = await host.runNow(TASK);
    await host.stop('test');
    assert.match(record.problems[0]!.detail, /exports no function absent/);
  });
});
