import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDeviceStatistics, getPartnerships } from '../../../../plugin/exchange/cmdlets';
import { Exchange } from '../../../../plugin/exchange/exchange';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../../../plugin/exchange/exchange-version';
import { readPartnership, readStatistics } from '../../../../plugin/exchange/read-partnership';
import { openSession } from '../../../../plugin/transports/open-session';
import { decodeManageSettings, settingsFromJson, type Partnership, type TaskName } from '../../../../protocol';
import { collect, LabRun, outcomes, type Json, type TaskRun } from '../../../e2e/lab-run';
import { LabSession } from '../../../support/lab-session';
import { inProcessSettings, securitySettings } from './lab-settings';
import { openRealRunspace } from './real-runspace';

const HOUR = 3600_000;
const NOW = { seconds: 0, nanos: 0 };

const openExchange = (session: ExchangeSession): Exchange =>
  new Exchange(session, {
    signal: new AbortController().signal,
    commandTimeoutMs: 60_000,
    clock: Date.now,
    random: Math.random,
  });

async function inProcessSession({ lab }: LabRun): Promise<ExchangeSession> {
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(inProcessSettings(lab)));
  const { settings } = decodeManageSettings(bytes ?? new Uint8Array());
  assert.ok(settings, JSON.stringify(problems));
  return openSession(settings.connection, settings.limits, {
    clock: Date.now,
    random: Math.random,
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
    log: () => undefined,
  });
}

async function partnerships(exchange: Exchange): Promise<Partnership[]> {
  const objects = await exchange.all(getPartnerships(exchange.version));
  return objects.map((object) => readPartnership(object, exchange.version)).sort((a, b) => (a.guid < b.guid ? -1 : 1));
}

function runTask(run: LabRun, task: TaskName, settings: Json, signal?: AbortSignal): Promise<TaskRun> {
  const { bytes, problems } = settingsFromJson(task, JSON.stringify(settings));
  assert.ok(bytes, JSON.stringify(problems));
  return run.runBytes(task, bytes, signal);
}

const states = (run: TaskRun): Record<string, string> =>
  Object.fromEntries([...outcomes(run)].map(([id, { state }]) => [id, String(state).replace('ACTION_STATE_', '')]));

/** What was changed: cmdlet and object, in an order that does not depend on chance. */
const changesOf = (lines: readonly Json[]): string[] =>
  lines
    .filter(({ cmdlet }) => !/^(Dis)?[Cc]onnect-/.test(String(cmdlet)))
    .map(({ cmdlet, parameters }) => `${String(cmdlet)} ${String((parameters as Json)['Identity'])}`)
    .sort();

describe('Both tasks with a runspace in this process', function () {
  this.timeout(120_000);
  let run: LabRun | undefined;

  before(async function () {
    await (await openRealRunspace(this)).close();
  });
  afterEach(async () => {
    await run?.close();
    run = undefined;
  });

  for (const version of ['2010', '2013', 'SE', 'Online'] as const satisfies readonly ExchangeVersion[]) {
    it(`read of Exchange ${version} the same objects as without any transport`, async () => {
      run = await LabRun.start({ version });
      const direct = openExchange(new LabSession(run.lab.organization));
      const session = await inProcessSession(run);
      const exchange = openExchange(session);
      try {
        assert.deepEqual([session.transport, session.version], ['inProcess', version]);
        const expected = await partnerships(direct);
        assert.equal(expected.length, 40);
        assert.deepEqual(await partnerships(exchange), expected);
        const identity = expected[0]!.guid;
        const statistics = async (from: Exchange): Promise<unknown> =>
          readStatistics((await from.one(getDeviceStatistics(version, { identity })))!, NOW);
        assert.deepEqual(await statistics(exchange), await statistics(direct));
      } finally {
        await exchange.close();
      }
    });

    it(`carry out orders on Exchange ${version}, wipes among them, once, and end them`, async () => {
      run = await LabRun.start({ version });
      const { lab } = run;
      const inventory = await runTask(run, 'EASConnectorManage', inProcessSettings(lab));
      assert.deepEqual(inventory.completed, { outcome: 'succeeded', problems: [] });
      assert.equal(collect(inventory, 'partnerships').length, 40);
      assert.ok(collect(inventory, 'partnerships').every(({ statistics }) => statistics));

      const settings = securitySettings(lab);
      const first = await runTask(run, 'EASConnectorSecurity', settings);
      assert.equal(first.completed.outcome, 'succeeded', JSON.stringify(first.completed.problems));
      for (const state of Object.values(states(first))) assert.match(state, /SUCCEEDED|NOTHING_TO_DO|PENDING/);
      const sent = changesOf(await run.changes());
      const wipes = sent.filter((line) => line.startsWith('Clear-'));
      assert.ok(wipes.length >= 3, sent.join('\n'));
      await runTask(run, 'EASConnectorSecurity', settings);
      assert.deepEqual(changesOf(await run.changes()), sent, 'a second run with the same orders changes nothing');

      const before = (await run.changes()).length;
      lab.organization.advanceClock(48 * HOUR);
      const last = await runTask(run, 'EASConnectorSecurity', settings);
      const wiped = Object.entries(states(last)).filter(([id]) => id.startsWith('lab-wipe-'));
      const expected = version === 'Online' ? 'PENDING' : 'SUCCEEDED';
      assert.deepEqual(
        wiped.map(([, state]) => state),
        [expected, expected, expected],
      );
      // Exchange would wipe a phone again whenever it comes back: what is acknowledged is ended. Online never tells.
      const after = changesOf((await run.changes()).slice(before));
      const removed = after.filter((line) => line.startsWith('Remove-'));
      assert.equal(removed.length >= 3, version !== 'Online', after.join('\n'));
      assert.ok(
        after.every((line) => !line.startsWith('Clear-')),
        'no phone is wiped twice',
      );
    });
  }

  it('are cancelled in the middle by their host, and run again in the same process', async () => {
    run = await LabRun.start({ version: 'Online' });
    const { lab } = run;
    const stop = new AbortController();
    lab.orderFaults({ faults: [{ kind: 'stall', cmdlet: 'Get-MobileDevice' }] });
    const running = runTask(run, 'EASConnectorManage', inProcessSettings(lab), stop.signal);
    while (!(await run.journal()).some(({ cmdlet }) => String(cmdlet).startsWith('Get-'))) await sleep(20);
    stop.abort();
    const { completed } = await running;
    assert.equal(completed.outcome, 'cancelled');
    lab.orderFaults({ clear: true });
    const again = await runTask(run, 'EASConnectorManage', inProcessSettings(lab));
    assert.equal(again.completed.outcome, 'succeeded');
  });

  it('tell what Exchange refuses by its code, and go on with the rest', async () => {
    run = await LabRun.start({ version: 'Online' });
    run.lab.orderFaults({ faults: [{ kind: 'forbidden', cmdlet: 'Set-CASMailbox' }] });
    const refused = await runTask(run, 'EASConnectorSecurity', securitySettings(run.lab));
    assert.equal(refused.completed.outcome, 'partial');
    assert.ok(Object.values(states(refused)).filter((state) => state === 'PENDING').length >= 3, 'the wipes went out');
  });
});
