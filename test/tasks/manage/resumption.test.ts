import assert from 'node:assert/strict';
import { messageToJson } from '../../../protocol';
import { comparable, freshInventory, play } from './inventory-history';
import { ManageHarness, collect, type RunOptions } from './manage-harness';
import type { Json } from '../security-harness';

const OPTIONS: RunOptions = { limits: { partnershipsPerResult: 5, maxUnacknowledgedResults: 3 } };

/** The GUIDs of all partnerships that results tell of, with repetitions. */
function told(results: readonly Json[]): string[] {
  const changed = collect({ results }, 'changes').map(({ partnership }) => partnership as Json);
  return [...collect({ results }, 'partnerships'), ...changed].map(({ guid }) => String(guid));
}

describe('An inventory that is interrupted', () => {
  let lab: ManageHarness;
  beforeEach(() => {
    lab = new ManageHarness();
  });
  afterEach(() => {
    lab.close();
  });

  for (const isStored of [true, false]) {
    it(`by the death of its run ${isStored ? 'after' : 'before'} a result was stored goes on, and repeats nothing`, async () => {
      for (let at = 2; at <= 8; at += 3) {
        lab.close();
        lab = new ManageHarness();
        await play(lab, [{ what: 'dead', at, isStored }], OPTIONS);
        const before = lab.host.aside.slice();
        const run = await lab.run(OPTIONS);
        assert.equal(run.start['isResumed'], true);
        const guids = told([...before, ...run.results]);
        assert.equal(guids.length, 76, `at ${String(at)}`);
        assert.equal(new Set(guids).size, 76);
        assert.deepEqual(comparable(lab.host), comparable(await freshInventory(lab)));
      }
    });
  }

  it('has the settings, rules and policies of its last run, also where these are gone', async () => {
    const rules = (): string[] => lab.objects('Get-ActiveSyncDeviceAccessRule').map((rule) => String(rule.get('Guid')));
    assert.ok(rules().length > 0);
    await play(lab, [{ what: 'dead', at: 5, isStored: true }], OPTIONS);
    for (const guid of rules()) lab.objects('Remove-ActiveSyncDeviceAccessRule', { Identity: guid, Confirm: false });
    const run = await lab.run(OPTIONS);
    assert.equal(run.start['isResumed'], true);
    assert.deepEqual(lab.host.organization['deviceAccessRules'] ?? [], []);
    assert.ok(lab.host.organization['policies']);
  });

  it('again and again still comes to its end', async () => {
    const dead = [3, 2, 4, 1, 3].map((at) => ({ what: 'dead' as const, at, isStored: at % 2 === 0 }));
    await play(lab, dead, OPTIONS);
    const run = await lab.run(OPTIONS);
    assert.equal(run.start['isResumed'], true);
    assert.equal(run.summary['isComplete'], true);
    assert.deepEqual(comparable(lab.host), comparable(await freshInventory(lab)));
  });

  it('reads neither lists nor statistics again that it has delivered', async () => {
    await play(lab, [{ what: 'cancelled', at: 8 }], OPTIONS);
    const delivered = new Set(collect({ results: lab.host.aside }, 'partnerships').map((one) => one['mailboxGuid']));
    assert.ok(delivered.size > 5, String(delivered.size));
    await lab.run(OPTIONS);
    assert.equal(lab.calls('Get-MobileDevice'), 0);
    assert.equal(lab.calls('Get-Mailbox'), 0);
    const all = new Set([...lab.host.partnerships.values()].map((one) => one['mailboxGuid']));
    assert.ok(
      lab.calls('Get-MobileDeviceStatistics') <= all.size - delivered.size,
      `${lab.calls('Get-MobileDeviceStatistics')} ${all.size} ${delivered.size}`,
    );
  });

  it('by the host delivers what it has read before it ends, and counts nothing twice', async () => {
    const cancel = new AbortController();
    let calls = 0;
    lab.session.fault = ({ cmdlet }) => {
      if (cmdlet === 'Get-MobileDeviceStatistics' && (calls += 1) === 12) cancel.abort();
      return 'none';
    };
    const cancelled = await lab.run({ signal: cancel.signal, limits: { partnershipsPerResult: 50 } });
    assert.equal(cancelled.completed.outcome, 'cancelled');
    const counted = (cancelled.summary['changes'] as Record<string, number>)['added'];
    assert.equal(counted, told(cancelled.results).length);
    const read = Number(cancelled.summary['statisticsRead'] ?? 0);
    const rest = await lab.run(OPTIONS);
    assert.equal(read + Number(rest.summary['statisticsRead'] ?? 0), 76);
  });

  it('goes on from what was acknowledged for a host that does not say what it has stored', async () => {
    await play(lab, [{ what: 'dead', at: 6, isStored: false }], OPTIONS);
    const run = await lab.run({ ...OPTIONS, tellsWhatItHolds: false });
    assert.equal(run.start['isResumed'], true);
    assert.deepEqual(comparable(lab.host), comparable(await freshInventory(lab)));
  });

  it('begins anew for a host that has lost what it had stored, and on request', async () => {
    await play(lab, [{ what: 'dead', at: 6, isStored: false }], OPTIONS);
    const lost = await lab.run({ ...OPTIONS, inventory: { hostStored: {} } });
    assert.notEqual(lost.start['isResumed'], true);
    assert.equal(told(lost.results).length, 76);
    await play(lab, [{ what: 'dead', at: 2, isStored: true }], { ...OPTIONS, inventory: { fullRequested: true } });
    const asked = await lab.run({ ...OPTIONS, inventory: { fullRequested: true } });
    assert.notEqual(asked.start['isResumed'], true);
    assert.equal(told(asked.results).length, 76);
  });

  it('begins anew for a host that has acknowledged more than it still has', async () => {
    await play(lab, [{ what: 'dead', at: 7, isStored: false }], OPTIONS);
    const { stored } = lab.host;
    assert.ok(stored && stored.sequence > 3);
    const hostStored = { runId: stored.runId, sequence: stored.sequence - 1 };
    const run = await lab.run({ ...OPTIONS, inventory: { hostStored } });
    assert.notEqual(run.start['isResumed'], true);
    assert.equal(told(run.results).length, 76);
  });

  it('only between the storing of its summary and the hearing of it is complete: the next one sends changes', async () => {
    await new Promise<void>((resolve) => {
      void lab.run({
        ...OPTIONS,
        onEmit: (_, payload) => {
          if ((messageToJson('ManageResult', payload) as Json)['summary'] === undefined) return undefined;
          lab.host.take(payload);
          resolve();
          return new Promise<void>(() => undefined);
        },
      });
    });
    assert.equal(lab.host.stored, undefined);
    const next = await lab.run(OPTIONS);
    assert.notEqual(next.start['isFull'], true);
  });

  it('begins anew after a day, and with another scope', async () => {
    await play(lab, [{ what: 'dead', at: 6, isStored: false }], OPTIONS);
    const scope = { exclude: { domains: ['nowhere.example'] } };
    assert.notEqual((await lab.run({ ...OPTIONS, scope })).start['isResumed'], true);
    await play(lab, [{ what: 'dead', at: 6, isStored: false }], { ...OPTIONS, inventory: { fullRequested: true } });
    lab.advance(25);
    assert.notEqual((await lab.run(OPTIONS)).start['isResumed'], true);
  });

  it('as a delta gives the host what an undisturbed one does', async () => {
    await lab.run(OPTIONS);
    lab.advance(30);
    for (const { guid } of lab.devices().slice(0, 20)) {
      lab.objects('Remove-MobileDevice', { Identity: guid, Confirm: false });
    }
    lab.objects('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: 'Quarantine' });
    const options = { ...OPTIONS, inventory: { vanishedGrace: '0s' } };
    await play(lab, [{ what: 'dead', at: 4, isStored: true }], options);
    const run = await lab.run(options);
    assert.equal(run.start['isResumed'], true);
    assert.notEqual(run.start['isFull'], true);
    assert.deepEqual(comparable(lab.host), comparable(await freshInventory(lab)));
  });

  it('for want of time ends complete, with the statistics that it has, and says how many are left', async () => {
    let calls = 0;
    lab.session.fault = ({ cmdlet }) => {
      // Time flies: half of the run's limit is over after ten calls.
      if (cmdlet === 'Get-MobileDeviceStatistics' && (calls += 1) === 10) lab.session.fault = () => 'throttled';
      return 'none';
    };
    const run = await lab.run(OPTIONS);
    assert.equal(run.completed.outcome, 'partial');
    assert.equal(run.summary['isComplete'], true);
    assert.ok(Number(run.summary['statisticsLeft']) > 40);
    assert.equal(lab.host.partnerships.size, 76);
    lab.session.fault = () => 'none';
    const next = await lab.run(OPTIONS);
    assert.equal(next.summary['statisticsRead'], run.summary['statisticsLeft'], 'the next run reads the rest');
    assert.equal(next.summary['statisticsLeft'] ?? 0, 0);
  });
});
