import assert from 'node:assert/strict';
import type { ConnectionWish } from '../../lab';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { eventually } from '../support/eventually';
import { processesBelow } from '../support/processes';
import { describeWithPowerShell } from '../support/real-power-shell';
import { collect, LabRun, type Json } from './lab-run';
import { assertSame, changesOf, expectedInventory, inventoryOf, runTask, states } from './task-runs';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22, 8, 0, 0);
/** A small organization with some of everything; PowerShell is asked once for each mailbox's statistics. */
const LAB = { devices: 30, seed: 7, clock: { start: START } } as const;

const by = (connection: ConnectionWish['connection']): ConnectionWish => ({ connection, transport: 'child' });

const WAYS: readonly (readonly [ExchangeVersion, ConnectionWish['connection']])[] = [
  ['2010', 'managementTools'],
  ['2016', 'managementTools'],
  ['SE', 'managementTools'],
  ['SE', 'remotePowerShell'],
  ['Online', 'exchangeOnline'],
];

describeWithPowerShell('Both tasks over child', () => {
  let run: LabRun | undefined;

  afterEach(async () => {
    await run?.close();
    run = undefined;
    await eventually(() => processesBelow(process.pid).length === 0, 'every process that was started has ended');
  });

  for (const [version, connection] of WAYS) {
    it(`report of Exchange ${version} by ${connection} what it has, and carry out orders once`, async () => {
      run = await LabRun.start({ ...LAB, version });
      const { lab } = run;
      const inventory = await runTask(run, by(connection), 'EASConnectorManage');
      assert.deepEqual(inventory.completed, { outcome: 'succeeded', problems: [] });
      const found = inventoryOf(inventory);
      assert.equal(found['partnerships']?.size, LAB.devices);
      assert.ok(collect(inventory, 'partnerships').every(({ statistics }) => statistics));
      assertSame(found, await expectedInventory(run));

      const first = await runTask(run, by(connection), 'EASConnectorSecurity');
      assert.equal(first.completed.outcome, 'succeeded', JSON.stringify(first.completed.problems));
      for (const state of Object.values(states(first))) assert.match(state, /SUCCEEDED|NOTHING_TO_DO|PENDING/);
      const sent = changesOf(await run.changes());
      assert.ok(sent.filter((line) => line.startsWith('Clear-')).length >= 3, sent.join('\n'));
      await runTask(run, by(connection), 'EASConnectorSecurity');
      assert.deepEqual(changesOf(await run.changes()), sent, 'a second run with the same orders changes nothing');
      assert.equal(lab.openShells(), 0);
    });
  }

  it('end the standing orders of wipes that were acknowledged, and wipe no phone twice', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    await runTask(run, by('managementTools'), 'EASConnectorSecurity');
    const before = (await run.changes()).length;
    run.lab.organization.advanceClock(48 * HOUR);
    const last = await runTask(run, by('managementTools'), 'EASConnectorSecurity');
    for (const [id, state] of Object.entries(states(last))) {
      if (id.startsWith('lab-wipe-')) assert.equal(state, 'SUCCEEDED');
    }
    const after = changesOf((await run.changes()).slice(before));
    assert.ok(after.filter((line) => line.startsWith('Remove-')).length >= 3, after.join('\n'));
    assert.ok(
      after.every((line) => !line.startsWith('Clear-')),
      'no phone is wiped twice',
    );
  });

  for (const connection of ['managementTools', 'remotePowerShell'] as const) {
    it(`send a wipe by ${connection} once although its answer was lost`, async () => {
      run = await LabRun.start({ ...LAB, version: 'SE' });
      run.lab.orderFaults({ faults: [{ kind: 'cut', cmdlet: 'Clear-MobileDevice', when: 'after', count: 1 }] });
      await runTask(run, by(connection), 'EASConnectorSecurity');
      const lost = (await run.journal()).filter(({ fault }) => fault === 'cut');
      assert.equal(lost.length, 1, 'the answer was lost');
      const last = await runTask(run, by(connection), 'EASConnectorSecurity');
      for (const state of Object.values(states(last))) assert.match(state, /SUCCEEDED|NOTHING_TO_DO|PENDING/);
      const wipes = changesOf(await run.changes()).filter((line) => line.startsWith('Clear-'));
      assert.equal(wipes.length, 4);
      assert.equal(new Set(wipes).size, 4);
    });
  }

  it('send a wipe once although PowerShell was killed in the middle of it', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    const { lab } = run;
    lab.orderFaults({ faults: [{ kind: 'stall', cmdlet: 'Clear-MobileDevice', when: 'after', count: 1 }] });
    const isSent = async (): Promise<boolean> =>
      (await run!.journal()).some(({ cmdlet }) => cmdlet === 'Clear-MobileDevice');
    const running = runTask(run, by('managementTools'), 'EASConnectorSecurity');
    await eventually(isSent, 'the wipe reached Exchange', 60_000);
    const [powerShell = 0] = processesBelow(process.pid);
    process.kill(powerShell, 'SIGKILL');
    const first = await running;
    assert.equal(first.completed.outcome, 'partial', JSON.stringify(first.completed.problems));
    const last = await runTask(run, by('managementTools'), 'EASConnectorSecurity');
    for (const state of Object.values(states(last))) assert.match(state, /SUCCEEDED|NOTHING_TO_DO|PENDING/);
    const wipes = changesOf(await run.changes()).filter((line) => line.startsWith('Clear-'));
    assert.equal(wipes.length, 4);
    assert.equal(new Set(wipes).size, 4);
  });

  it('report one failing action and carry out the others', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    run.lab.orderFaults({ faults: [{ kind: 'forbidden', cmdlet: 'Set-CASMailbox' }] });
    const refused = await runTask(run, by('managementTools'), 'EASConnectorSecurity');
    assert.equal(refused.completed.outcome, 'partial');
    assert.ok(Object.values(states(refused)).filter((state) => state === 'PENDING').length >= 4, 'the wipes went out');
  });

  it('say that the sign-in was refused, and leave every action waiting', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    const { completed, ...rest } = await runTask(run, by('remotePowerShell'), 'EASConnectorSecurity', (settings) => {
      const connection = settings['connection'] as Json;
      const remote = { ...(connection['remotePowerShell'] as Json), password: 'wrong' };
      return { ...settings, connection: { ...connection, remotePowerShell: remote } };
    });
    assert.equal(completed.outcome, 'failed');
    assert.equal(completed.problems[0]?.code, 'auth.denied', JSON.stringify(completed.problems));
    assert.deepEqual(new Set(Object.values(states({ completed, ...rest }))), new Set(['WAITING']));
    assert.deepEqual(await run.changes(), []);
  });
});
