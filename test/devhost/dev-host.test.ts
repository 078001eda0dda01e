import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as sinon from 'sinon';
import { DevHost, type ClientFolders, type DevHostObserver, type RunRecord, type SettingsSource } from '../../devhost';
import type { Problem, TaskName } from '../../protocol';
import {
  FakeRunner,
  filesIn,
  fixtureManifest,
  memoryLog,
  scratchClient,
  settingsJson,
  settingsOf,
  until,
} from './host-under-test';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface UnderTest {
  readonly host: DevHost;
  readonly runner: FakeRunner;
  readonly log: ReturnType<typeof memoryLog>;
  readonly folders: ClientFolders;
  readonly records: RunRecord[];
  readonly refusals: { task: TaskName; problems: readonly Problem[]; isKept: boolean }[];
  readonly fetches: Map<TaskName, number>;
}

/** A dev host with a fake runner; `json` gives the settings each time they are asked for. */
function hostWith(
  json: (task: TaskName, fetch: number) => string = () => settingsJson(),
  folders = scratchClient(),
  keepRuns = 50,
): UnderTest {
  const runner = new FakeRunner();
  const log = memoryLog();
  const records: RunRecord[] = [];
  const refusals: UnderTest['refusals'] = [];
  const fetches = new Map<TaskName, number>();
  const settings: SettingsSource = (task) => {
    const fetch = (fetches.get(task) ?? 0) + 1;
    fetches.set(task, fetch);
    return Promise.resolve(settingsOf(task, json(task, fetch)));
  };
  const observer: DevHostObserver = {
    runEnded: (record) => records.push(record),
    settingsRefused: (task, problems, isKept) => refusals.push({ task, problems, isKept }),
  };
  const host = new DevHost({
    manifest: fixtureManifest(),
    folders,
    runner,
    settings,
    log,
    now: Date.now,
    observer,
    keepRuns,
  });
  return { host, runner, log, folders, records, refusals, fetches };
}

describe('The dev host', () => {
  let clock: sinon.SinonFakeTimers;

  beforeEach(() => {
    clock = sinon.useFakeTimers({
      now: Date.parse('2026-11-22T08:00:00Z'),
      toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
    });
  });

  afterEach(() => {
    clock.restore();
  });

  it('runs both tasks at its start, and then at the intervals of the manifest', async () => {
    const { host, runner, records } = hostWith();
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both tasks begin');
    runner.endAll();
    await until(() => records.length === 2, 'both tasks end');
    await clock.tickAsync(5 * MINUTE - 1);
    assert.equal(runner.count('EASConnectorSecurity'), 1);
    await clock.tickAsync(1);
    await until(() => runner.count('EASConnectorSecurity') === 2, 'the security task begins again');
    assert.equal(runner.count('EASConnectorManage'), 1);
    runner.endAll();
    await until(() => records.length === 3, 'it ends');
    await clock.tickAsync(24 * HOUR - 5 * MINUTE);
    await until(() => runner.count('EASConnectorManage') === 2, 'the inventory begins again');
    await host.stop('test');
  });

  it('takes the intervals from the settings where they state them', async () => {
    const { host, runner, records } = hostWith((task) =>
      settingsJson('ok', task === 'EASConnectorManage' ? { manageInterval: '7200s' } : { securityInterval: '60s' }),
    );
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both begin');
    runner.endAll();
    await until(() => records.length === 2, 'both end');
    await clock.tickAsync(MINUTE);
    await until(() => runner.count('EASConnectorSecurity') === 2, 'the security task begins after a minute');
    runner.endAll();
    await until(() => records.length === 3, 'it ends');
    assert.deepEqual(
      host.status().map(({ intervalMs }) => intervalMs),
      [2 * HOUR, MINUTE],
    );
    assert.equal(host.status()[0]!.nextAt, '2026-11-22T10:00:00.000Z');
    await host.stop('test');
  });

  it('never has two runs of a task at once, and leaves out the turns that a long run misses', async () => {
    const { host, runner, records } = hostWith();
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both begin');
    await clock.tickAsync(17 * MINUTE);
    assert.equal(runner.count('EASConnectorSecurity'), 1);
    runner.endAll();
    await until(() => records.length === 2, 'both end');
    await clock.tickAsync(3 * MINUTE);
    await until(() => runner.count('EASConnectorSecurity') === 2, 'the next turn comes');
    await host.stop('test');
    assert.equal(runner.most.get('EASConnectorSecurity'), 1);
  });

  it('fetches the settings and runs on Run now; asked during a run, one more run follows it', async () => {
    const { host, runner, records, fetches } = hostWith();
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both begin');
    const asked = [host.runNow('EASConnectorSecurity'), host.runNow('EASConnectorSecurity')];
    assert.equal(fetches.get('EASConnectorSecurity'), 1);
    runner.endAll();
    await until(() => runner.count('EASConnectorSecurity') === 2, 'the run that was asked for begins');
    assert.equal(fetches.get('EASConnectorSecurity'), 2);
    runner.endAll();
    const [one, other] = await Promise.all(asked);
    assert.equal(one, other);
    assert.equal(one!.trigger, 'runNow');
    assert.equal(records.filter(({ task }) => task === 'EASConnectorSecurity').length, 2);
    assert.equal(runner.most.get('EASConnectorSecurity'), 1);
    await host.stop('test');
  });

  it('keeps to its schedule although Run now comes between', async () => {
    const { host, runner, records } = hostWith();
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both begin');
    runner.endAll();
    await until(() => records.length === 2, 'both end');
    await clock.tickAsync(3 * MINUTE);
    const asked = host.runNow('EASConnectorSecurity');
    await until(() => runner.begun.length === 3, 'it runs now');
    runner.endAll();
    await asked;
    await clock.tickAsync(2 * MINUTE);
    await until(() => runner.count('EASConnectorSecurity') === 3, 'the turn comes when it was due');
    await host.stop('test');
  });

  it('fetches the settings every 24 hours, and follows a new interval', async () => {
    const { host, runner, records, fetches } = hostWith((task, fetch) =>
      settingsJson('ok', fetch > 1 && task === 'EASConnectorSecurity' ? { securityInterval: '3600s' } : {}),
    );
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both begin');
    await clock.tickAsync(24 * HOUR - 1);
    assert.equal(fetches.get('EASConnectorManage'), 1);
    await clock.tickAsync(1);
    await until(() => fetches.get('EASConnectorManage') === 2, 'the settings are asked for again');
    await until(() => host.status()[1]!.intervalMs === HOUR, 'the new interval is in force');
    runner.endAll();
    await until(() => records.length === 2, 'the first runs end');
    await host.stop('test');
  });

  it('keeps the last good settings when new ones are broken, and says so', async () => {
    const { host, runner, records, refusals, log, folders } = hostWith((_task, fetch) =>
      fetch === 1 ? settingsJson('first') : '{ "contractVersion": "1.0", "host": {} }',
    );
    await host.open();
    const asked = host.runNow('EASConnectorManage');
    await until(() => runner.begun.length === 1, 'the run begins');
    runner.endAll();
    assert.equal((await asked).outcome, 'succeeded');
    assert.deepEqual(runner.begun[0]!.settings, settingsOf('EASConnectorManage', settingsJson('first')).bytes);
    assert.equal(records.length, 1);
    assert.deepEqual(
      refusals.map(({ task, isKept }) => [task, isKept]),
      [['EASConnectorManage', true]],
    );
    assert.ok(refusals[0]!.problems.some(({ path }) => path === 'connection'));
    assert.ok(log.lines.some((line) => line.startsWith('error EASConnectorManage') && line.includes('last good ones')));
    assert.ok(readFileSync(folders.settings('EASConnectorManage'), 'utf8').includes('"first"'));
    await host.stop('test');
  });

  it('goes on after a restart with the last good settings of the time before', async () => {
    const before = hostWith(() => settingsJson('good'));
    await before.host.open();
    await before.host.stop('test');
    const { host, runner } = hostWith(() => 'not even JSON', before.folders);
    await host.open();
    const asked = host.runNow('EASConnectorSecurity');
    await until(() => runner.begun.length === 1, 'the run begins');
    runner.endAll();
    assert.equal((await asked).outcome, 'succeeded');
    await host.stop('test');
  });

  it('runs nothing without settings that can be used, and that is a failure', async () => {
    const { host, runner, records } = hostWith(() => '[]');
    await host.open();
    assert.deepEqual(
      (await host.once()).map(({ outcome }) => outcome),
      ['failed', 'failed'],
    );
    assert.equal(runner.begun.length, 0);
    assert.equal(records[0]!.problems[0]!.code, 'settings.invalid');
    assert.equal(host.status()[0]!.state, 'noSettings');
    await host.stop('test');
  });

  it('does not run a disabled connector', async () => {
    const { host, runner, records, folders } = hostWith(() => settingsJson('ok', { enabled: false }));
    await host.open();
    void host.start();
    await clock.tickAsync(HOUR);
    assert.equal(runner.begun.length, 0);
    assert.ok(records.length > 2);
    assert.ok(records.every(({ outcome }) => outcome === 'notRun'));
    assert.deepEqual(
      host.status().map(({ state }) => state),
      ['disabled', 'disabled'],
    );
    assert.ok(!existsSync(folders.history), 'what did not run is no history');
    await host.stop('test');
  });

  it('cancels what runs when it is stopped, and begins nothing any more', async () => {
    const { host, runner, records } = hostWith();
    await host.open();
    void host.start();
    await until(() => runner.begun.length === 2, 'both begin');
    const asked = host.runNow('EASConnectorManage');
    await host.stop('the test says so');
    assert.deepEqual(
      records.slice(0, 2).map(({ outcome }) => outcome),
      ['cancelled', 'cancelled'],
    );
    assert.equal((await asked).outcome, 'notRun');
    await clock.tickAsync(48 * HOUR);
    assert.equal(runner.begun.length, 2);
  });

  it('keeps settings where only the user can read them', async function () {
    if (process.platform === 'win32') this.skip();
    const { host, folders } = hostWith();
    await host.open();
    assert.equal(statSync(folders.settings('EASConnectorManage')).mode & 0o777, 0o600);
    await host.stop('test');
  });

  it('keeps the last runs of each task in its history, over restarts and a line that was cut', async () => {
    const { host, runner, folders } = hostWith(undefined, undefined, 3);
    await host.open();
    for (let turn = 0; turn < 5; turn += 1) {
      const asked = host.runNow('EASConnectorSecurity');
      await until(() => runner.begun.length === turn + 1, 'a run begins');
      await clock.tickAsync(1000);
      runner.endAll();
      await asked;
    }
    await host.stop('test');
    const lines = readFileSync(folders.history, 'utf8').trimEnd().split('\n');
    assert.equal(lines.length, 3);
    writeFileSync(folders.history, `${lines.join('\n')}\n{"runId":"cu`);
    const next = hostWith(undefined, folders, 3);
    assert.equal(next.host.status()[1]!.last!.runId, (JSON.parse(lines[2]!) as RunRecord).runId);
    await next.host.open();
    const asked = next.host.runNow('EASConnectorManage');
    await until(() => next.runner.begun.length === 1, 'a run begins');
    next.runner.endAll();
    await asked;
    await next.host.stop('test');
    const records = readFileSync(folders.history, 'utf8').split('\n');
    assert.equal((JSON.parse(records.at(-2)!) as RunRecord).task, 'EASConnectorManage');
  });

  it('keeps results that a killed host has left behind as incomplete ones', async () => {
    const { host, folders } = hostWith();
    mkdirSync(folders.results('EASConnectorManage'), { recursive: true });
    writeFileSync(`${folders.results('EASConnectorManage')}/20261121T080000000Z-abc.pb.part`, 'x');
    await host.open();
    assert.deepEqual(filesIn(folders.results('EASConnectorManage')), ['20261121T080000000Z-abc.incomplete.pb']);
    await host.stop('test');
  });
});
