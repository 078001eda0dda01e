import assert from 'node:assert/strict';
import {
  DevHost,
  fetchStatus,
  observeTogether,
  openControlServer,
  type DevHostObserver,
  type RunRecord,
} from '../../devhost';
import { Turn } from '../../devhost/turn';
import {
  FakeRunner,
  fixtureManifest,
  memoryLog,
  scratchClient,
  settingsJson,
  settingsOf,
  until,
} from './host-under-test';

const TASK = 'EASConnectorSecurity';

describe('What the dev host does for its console', () => {
  let runner: FakeRunner;
  let host: DevHost;
  let json = settingsJson();
  const ended: RunRecord[] = [];

  beforeEach(async () => {
    runner = new FakeRunner();
    json = settingsJson();
    host = new DevHost({
      manifest: fixtureManifest(),
      folders: scratchClient(),
      runner,
      settings: (task) => Promise.resolve(settingsOf(task, json)),
      log: memoryLog(),
      now: Date.now,
      observer: { runEnded: (record) => ended.push(record) },
    });
    await host.open();
  });
  afterEach(() => host.stop('The test is over.'));

  it('cancels the run of one task, and not what comes after it', async () => {
    assert.equal(host.cancel(TASK, 'nothing runs'), false);
    const run = host.runNow(TASK);
    const other = host.runNow('EASConnectorManage');
    await until(() => runner.begun.length === 2, 'both run');
    assert.equal(host.cancel(TASK, 'asked for'), true);
    assert.equal((await run).outcome, 'cancelled');
    assert.equal(host.cancel(TASK, 'it has ended'), false);
    const next = host.runNow(TASK);
    await until(() => runner.count(TASK) === 2, 'the next one runs');
    runner.endAll();
    assert.equal((await next).outcome, 'succeeded');
    assert.equal((await other).outcome, 'succeeded');
  });

  it('rehearses while no run is under way, outside the history, with the settings that were given', async () => {
    const run = host.runNow(TASK);
    await until(() => runner.begun.length === 1, 'a run');
    const events = { store: () => Promise.resolve(), progress: () => undefined, log: () => undefined };
    const settings = new Uint8Array([1, 2, 3]);
    const rehearsal = host.rehearse(TASK, settings, events, new AbortController().signal);
    runner.endAll();
    await run;
    await until(() => runner.begun.length === 2, 'the rehearsal');
    const waiting = host.runNow(TASK);
    assert.equal(runner.most.get(TASK), 1);
    assert.deepEqual(runner.begun[1]?.settings, settings);
    runner.endAll();
    assert.equal((await rehearsal).outcome, 'succeeded');
    await until(() => runner.begun.length === 3, 'the run that waited');
    runner.endAll();
    await waiting;
    assert.equal(runner.most.get(TASK), 1);
    assert.equal(host.history(TASK).length, 2);
  });

  it('takes new settings without a run', async () => {
    json = settingsJson('ok', { enabled: false });
    await host.refresh(TASK);
    assert.equal(host.status().find(({ task }) => task === TASK)?.state, 'disabled');
    assert.equal(runner.begun.length, 0);
  });

  it('tells all its observers', () => {
    const heard: string[] = [];
    const observer = (name: string): DevHostObserver => ({
      runBegins: (_, runId) => heard.push(`${name} ${runId}`),
      settingsRefused: (_, problems) => heard.push(`${name} ${String(problems.length)} problems`),
    });
    const all = observeTogether([observer('a'), observer('b'), {}]);
    all.runBegins?.(TASK, 'r1');
    all.settingsRefused?.(TASK, [], true);
    all.progress?.(TASK, { phase: 'x', done: 0, total: 0 });
    assert.deepEqual(heard, ['a r1', 'b r1', 'a 0 problems', 'b 0 problems']);
  });

  it('tells its user where the console is', async () => {
    const { control } = scratchClient();
    const server = await openControlServer(host, control, 'http://127.0.0.1:1/#token=t');
    try {
      assert.equal((await fetchStatus(control)).console, 'http://127.0.0.1:1/#token=t');
    } finally {
      await server.close();
    }
  });
});

describe('A turn apart', () => {
  it('gives way to nobody while it lasts, and fails for its own caller only', async () => {
    const order: string[] = [];
    const turn = new Turn(() => {
      order.push('work');
      return Promise.resolve('done');
    });
    let release: (() => void) | undefined;
    const apart = turn.apart(async () => {
      order.push('apart begins');
      await new Promise<void>((resolve) => (release = resolve));
      order.push('apart ends');
      throw new Error('it has failed');
    });
    assert.equal(turn.try(), undefined);
    const requested = turn.request();
    release?.();
    await assert.rejects(apart, /it has failed/);
    assert.equal(await requested, 'done');
    assert.deepEqual(order, ['apart begins', 'apart ends', 'work']);
  });
});
