import assert from 'node:assert/strict';
import type { ConnectionWish } from '../../lab';
import { collect, LabRun, type Json } from './lab-run';
import { assertSame, changesOf, expectedInventory, inventoryOf, runTask, states } from './task-runs';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22, 8, 0, 0);
const LAB = { devices: 30, seed: 7, clock: { start: START } } as const;
const PSRP: ConnectionWish = { connection: 'remotePowerShell', transport: 'psrp' };

describe('Both tasks over psrp', function () {
  this.timeout(60_000);
  let run: LabRun;

  afterEach(async () => {
    assert.equal(run.lab.openShells(), 0, 'no shell is left');
    await run.close();
  });

  for (const version of ['2010', '2013', '2016', 'SE'] as const) {
    it(`report of Exchange ${version} what it has, and carry out orders once`, async () => {
      run = await LabRun.start({ ...LAB, version });
      const inventory = await runTask(run, PSRP, 'EASConnectorManage');
      assert.deepEqual(inventory.completed, { outcome: 'succeeded', problems: [] });
      const found = inventoryOf(inventory);
      assert.equal(found['partnerships']?.size, LAB.devices);
      assert.ok(collect(inventory, 'partnerships').every(({ statistics }) => statistics));
      assertSame(found, await expectedInventory(run));

      const first = await runTask(run, PSRP, 'EASConnectorSecurity');
      assert.equal(first.completed.outcome, 'succeeded', JSON.stringify(first.completed.problems));
      for (const state of Object.values(states(first))) assert.match(state, /SUCCEEDED|NOTHING_TO_DO|PENDING/);
      const sent = changesOf(await run.changes());
      assert.ok(sent.filter((line) => line.startsWith('Clear-')).length >= 3, sent.join('\n'));
      await runTask(run, PSRP, 'EASConnectorSecurity');
      assert.deepEqual(changesOf(await run.changes()), sent, 'a second run with the same orders changes nothing');
      const fronts = new Set((await run.journal()).map(({ front }) => front));
      assert.deepEqual([...fronts], ['remotePowerShell'], 'nothing went another way');
    });
  }

  it('end the standing orders of wipes that were acknowledged, and wipe no phone twice', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    await runTask(run, PSRP, 'EASConnectorSecurity');
    const before = (await run.changes()).length;
    run.lab.organization.advanceClock(48 * HOUR);
    const last = await runTask(run, PSRP, 'EASConnectorSecurity');
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

  for (const version of ['2010', 'SE'] as const) {
    for (const [what, operation] of [
      ['the answer to its Command', 'Command'],
      ['what it gave', 'Receive'],
    ] as const) {
      it(`send a wipe to Exchange ${version} once although ${what} was lost`, async () => {
        run = await LabRun.start({ ...LAB, version });
        const cmdlet = version === '2010' ? 'Clear-ActiveSyncDevice' : 'Clear-MobileDevice';
        run.lab.orderFaults({ faults: [{ kind: 'cut', operation, cmdlet, when: 'after', count: 1 }] });
        await runTask(run, PSRP, 'EASConnectorSecurity');
        assert.equal(run.lab.faults()[0]?.hits, 1, 'the answer was lost');
        const last = await runTask(run, PSRP, 'EASConnectorSecurity');
        for (const state of Object.values(states(last))) assert.match(state, /SUCCEEDED|NOTHING_TO_DO|PENDING/);
        const wipes = changesOf(await run.changes()).filter((line) => line.startsWith('Clear-'));
        assert.equal(wipes.length, version === '2010' ? 3 : 4);
        assert.equal(new Set(wipes).size, wipes.length);
      });
    }
  }

  it('report one failing action and carry out the others', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    run.lab.orderFaults({ faults: [{ kind: 'forbidden', cmdlet: 'Set-CASMailbox' }] });
    const refused = await runTask(run, PSRP, 'EASConnectorSecurity');
    assert.equal(refused.completed.outcome, 'partial');
    assert.ok(Object.values(states(refused)).filter((state) => state === 'PENDING').length >= 4, 'the wipes went out');
  });

  it('say that the sign-in was refused, and leave every action waiting', async () => {
    run = await LabRun.start({ ...LAB, version: 'SE' });
    const refused = await runTask(run, PSRP, 'EASConnectorSecurity', (settings) => {
      const connection = settings['connection'] as Json;
      const remote = { ...(connection['remotePowerShell'] as Json), password: 'wrong' };
      return { ...settings, connection: { ...connection, remotePowerShell: remote } };
    });
    assert.equal(refused.completed.outcome, 'failed');
    assert.equal(refused.completed.problems[0]?.code, 'auth.denied', JSON.stringify(refused.completed.problems));
    assert.deepEqual(new Set(Object.values(states(refused))), new Set(['WAITING']));
    assert.deepEqual(await run.journal(), []);
  });
});
