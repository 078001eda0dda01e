import assert from 'node:assert/strict';
import { LabRun, outcomes, type Json, type TaskRun } from './lab-run';

const FINAL = /SUCCEEDED|NOTHING_TO_DO|PENDING/;

const states = (run: TaskRun): string[] =>
  [...outcomes(run).values()].map(({ state }) => String(state).replace('ACTION_STATE_', ''));

const wipes = (changes: readonly Json[]): Json[] => changes.filter(({ cmdlet }) => cmdlet === 'Clear-MobileDevice');

describe('EASConnectorSecurity over the admin API', () => {
  let lab: LabRun;
  beforeEach(async () => {
    lab = await LabRun.start();
  });
  afterEach(() => lab.close());

  it('carries out the sample actions, and a second run with the same orders changes nothing', async () => {
    const first = await lab.run('EASConnectorSecurity');
    assert.equal(first.completed.outcome, 'succeeded');
    for (const state of states(first)) assert.match(state, FINAL);
    const done = await lab.changes();
    assert.ok(wipes(done).length >= 3);
    const second = await lab.run('EASConnectorSecurity');
    assert.equal(second.completed.outcome, 'succeeded');
    assert.equal((await lab.changes()).length, done.length);
    assert.equal((second.results.at(-1)?.['summary'] as Json)['changes'] ?? 0, 0);
  });

  it('sends a wipe once although its answer was lost', async () => {
    lab.lab.orderFaults({ faults: [{ kind: 'cut', cmdlet: 'Clear-MobileDevice', when: 'after', count: 1 }] });
    const first = await lab.run('EASConnectorSecurity');
    assert.equal(first.completed.outcome, 'succeeded');
    await lab.run('EASConnectorSecurity');
    const seen = wipes(await lab.changes()).map(({ parameters }) => String((parameters as Json)['Identity']));
    assert.equal(seen.length, new Set(seen).size);
    assert.equal(seen.length, 4);
  });

  it('tries a change again that certainly did not arrive, and touches no other action', async () => {
    lab.lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'Set-CASMailbox', count: 2, retryAfter: 0 }] });
    const run = await lab.run('EASConnectorSecurity');
    assert.equal(run.completed.outcome, 'succeeded');
    for (const state of states(run)) assert.match(state, FINAL);
  });

  it('reports one failing action and carries out the others', async () => {
    lab.lab.orderFaults({ faults: [{ kind: 'forbidden', cmdlet: 'Set-CASMailbox' }] });
    const run = await lab.run('EASConnectorSecurity', (settings) => ({
      ...settings,
      limits: { maxThrottleWait: '1s' },
    }));
    assert.equal(run.completed.outcome, 'partial');
    assert.ok(states(run).filter((state) => state === 'PENDING').length >= 4, 'the wipes went out');
    assert.ok(states(run).some((state) => /WAITING|FAILED|UNCONFIRMED/.test(state)));
  });

  it('says that a change is unconfirmed while Exchange lags, and does not send it again', async () => {
    lab.lab.orderFaults({ replicationLagMs: 10 * 60_000 });
    const first = await lab.run('EASConnectorSecurity');
    assert.ok(states(first).includes('APPLIED_UNCONFIRMED'));
    const sent = (await lab.changes()).length;
    const second = await lab.run('EASConnectorSecurity');
    assert.ok(states(second).includes('APPLIED_UNCONFIRMED'));
    assert.equal((await lab.changes()).length, sent);
    lab.lab.organization.advanceClock(11 * 60_000);
    for (const state of states(await lab.run('EASConnectorSecurity'))) assert.match(state, FINAL);
    assert.equal((await lab.changes()).length, sent);
  });

  it('leaves every action waiting when Exchange cannot be reached, and contacts nothing more', async () => {
    lab.lab.orderFaults({ faults: [{ kind: 'internalError', target: 'token' }] });
    const run = await lab.run('EASConnectorSecurity', (settings) => ({
      ...settings,
      limits: { maxThrottleWait: '1s' },
    }));
    assert.equal(run.completed.outcome, 'failed');
    assert.equal(run.completed.problems[0]?.code, 'auth.unavailable');
    assert.deepEqual(new Set(states(run)), new Set(['WAITING']));
    assert.equal((await lab.journal()).length, 0);
  });

  it('is cancelled by its host, in order', async () => {
    const stop = new AbortController();
    lab.lab.orderFaults({ latencyMs: 200 });
    const running = lab.run('EASConnectorSecurity', undefined, stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 500);
    const { completed } = await running;
    assert.equal(completed.outcome, 'cancelled');
  });

  it('refuses a second run while one is under way', async () => {
    lab.lab.orderFaults({ latencyMs: 100 });
    const both = await Promise.all([lab.run('EASConnectorSecurity'), lab.run('EASConnectorSecurity')]);
    const codes = both.flatMap(({ completed }) => completed.problems.map(({ code }) => code));
    assert.deepEqual(codes, ['state.locked']);
    assert.equal(wipes(await lab.changes()).length, 4);
  });

  it('never shows the secret: not in a result, a problem, a log or the process', async () => {
    const secret = lab.lab.description.adminApi!.clientSecret;
    const run = await lab.run('EASConnectorSecurity', (settings) => ({
      ...settings,
      logging: { level: 'LOG_LEVEL_DEBUG' },
    }));
    const everything = [
      run.log,
      JSON.stringify(run.completed),
      JSON.stringify(run.results),
      process.argv.join(' '),
      JSON.stringify(process.env),
    ];
    for (const text of everything) assert.ok(!text.includes(secret));
  });
});
