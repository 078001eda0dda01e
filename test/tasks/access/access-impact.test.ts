import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Crash, type Fault } from '../../support/lab-session';
import type { Json } from '../security-harness';
import { AccessHarness, jsonRule, LAB_RULES } from './access-harness';

const LEVELS = ['ALLOW', 'QUARANTINE', 'BLOCK'] as const;

/** Rules on things that the lab's devices really are. */
const RULES = [
  ['DEVICE_TYPE', 'iPhone'],
  ['DEVICE_TYPE', 'ipad'],
  ['DEVICE_TYPE', 'Android'],
  ['DEVICE_TYPE', 'Outlook'],
  ['DEVICE_TYPE', 'Thunderbird'],
  ['DEVICE_MODEL', 'Outlook for iOS and Android'],
  ['DEVICE_MODEL', 'nothing like it'],
] as const;

const wanted = fc
  .record({
    level: fc.constantFrom(...LEVELS),
    rules: fc.subarray([...RULES], { maxLength: 4 }),
    levels: fc.array(fc.constantFrom(...LEVELS), { minLength: 4, maxLength: 4 }),
    removeOthers: fc.boolean(),
    withLabRules: fc.boolean(),
    preApproveExistingDevices: fc.boolean(),
  })
  .map(({ level, rules, levels, removeOthers, withLabRules, preApproveExistingDevices }): Json => {
    const own = rules.map(([characteristic, query], index) => jsonRule(characteristic, query, levels[index]!));
    const names = new Set(rules.map(([, query]) => query.toLowerCase()));
    const labs = LAB_RULES.filter((one) => !names.has(String(one['queryString']).toLowerCase()));
    return {
      organization: { defaultAccessLevel: `ACCESS_LEVEL_${level}` },
      rules: { removeOthers, rules: withLabRules ? [...own, ...labs] : own },
      preApproveExistingDevices,
      maxDevicesLosingAccess: 100_000,
    };
  });

/** Access by GUID, of the devices that rules can tell anything; undefined for those that Exchange has not decided. */
function access(harness: AccessHarness): Map<string, boolean | undefined> {
  const cmdlet = harness.session.version === '2010' ? 'Get-ActiveSyncDevice' : 'Get-MobileDevice';
  const everyone = harness.read(cmdlet, { ResultSize: 'Unlimited' });
  const all = everyone.filter((one) => one['ClientType'] !== 'UniversalOutlook');
  return new Map(
    all.map((one) => {
      const isOpen = /Discovery|Upgrade/.test(`${one['DeviceAccessState']} ${one['DeviceAccessStateReason']}`);
      return [String(one['Guid']), isOpen ? undefined : one['DeviceAccessState'] === 'Allowed'] as const;
    }),
  );
}

describe('The impact of a change', () => {
  it('is what the change then does, for any change of any organization', async () => {
    let [losses, gains, saved] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(wanted, fc.nat(1000), fc.constantFrom('SE', 'Online', '2010'), async (change, seed, version) => {
        const harness = new AccessHarness({ devices: 120, seed, version });
        const before = access(harness);
        const run = await harness.keep(change);
        assert.match(run.state, /SUCCEEDED|NOTHING_TO_DO/);
        if (!run.impact) return;
        const after = access(harness);
        const moved = (from: boolean, to: boolean): string[] =>
          [...before].filter(([guid, was]) => was === from && after.get(guid) === to).map(([guid]) => guid);
        const { losing = 0, gaining = 0, preApproved = 0 } = run.impact as Record<string, number>;
        assert.equal(losing, moved(true, false).length);
        assert.equal(gaining, moved(false, true).length);
        const decided = [...before.values()].filter((one) => one !== undefined).length;
        assert.ok(((run.impact['undecided'] as number | undefined) ?? 0) <= before.size - decided);
        if (change['preApproveExistingDevices']) assert.equal(losing, 0);
        losses += losing;
        gains += gaining;
        saved += preApproved;
      }),
      { numRuns: 60 },
    );
    assert.ok(losses > 0 && gains > 0 && saved > 0, 'the property says nothing unless somebody is hit');
  });

  it('tells those apart that may lose access while Exchange has not decided about them', async () => {
    const harness = new AccessHarness({ devices: 600, version: 'Online' });
    const moving = harness.partnerships((one) => one['DeviceAccessStateReason'] === 'Upgrade');
    assert.ok(moving.length > 0);
    const change = { organization: { defaultAccessLevel: 'ACCESS_LEVEL_BLOCK' } };
    const run = await harness.keep(change);
    assert.equal(run.state, 'AWAITING_APPROVAL');
    const atRisk = run.impact?.['examplesAtRisk'] as string[];
    const guids = new Set(moving.map((one) => one['Guid']));
    assert.ok(atRisk.length > 0 && atRisk.every((guid) => guids.has(guid)));
    assert.match(String(run.outcome['summary']), /may cut off \d+ more device/);
    const losing = run.impact?.['losing'] as number;
    const enough = await harness.keep({ ...change, maxDevicesLosingAccess: losing });
    assert.equal(enough.state, 'AWAITING_APPROVAL', 'those at risk count like those that lose');
  });
});

/** A run that died tells nothing. */
function survive(error: unknown): number {
  if (!(error instanceof Crash)) throw error;
  return 0;
}

describe('The access settings in a rough world', () => {
  const event = fc.oneof(
    fc.record({
      kind: fc.constant('run' as const),
      at: fc.nat(30),
      fault: fc.constantFrom<Fault>('none', 'lost', 'answerLost', 'crashBefore', 'crashAfter'),
    }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 20) }),
    fc.record({ kind: fc.constant('lag' as const), minutes: fc.constantFrom(0, 3, 10) }),
    fc.record({ kind: fc.constant('other' as const), level: fc.constantFrom('Allow', 'Block', 'Quarantine') }),
  );

  it('come to what is wanted once it is quiet, whatever happened, and drift names only what others did', async () => {
    await fc.assert(
      fc.asyncProperty(wanted, fc.array(event, { maxLength: 12 }), async (change, events) => {
        const harness = new AccessHarness({ devices: 25, version: 'Online' });
        let others = 0;
        let drift = 0;
        for (const one of events) {
          if (one.kind === 'wait') harness.advance(one.minutes);
          if (one.kind === 'lag') harness.organization.replicationLagMs = one.minutes * 60_000;
          if (one.kind === 'other') {
            harness.otherSets(one.level);
            others += 1;
          }
          if (one.kind !== 'run') continue;
          let count = 0;
          harness.session.fault = () => (count++ === one.at ? one.fault : 'none');
          drift += await harness.keep(change).then((run) => run.drift.length, survive);
        }
        harness.session.fault = () => 'none';
        harness.organization.replicationLagMs = 0;
        const states: string[] = [];
        for (let run = 0; run < 8 && states.at(-1) !== 'NOTHING_TO_DO'; run += 1) {
          harness.advance(16);
          const { state, drift: found } = await harness.keep(change);
          states.push(state);
          drift += found.length;
        }
        assert.equal(states.at(-1), 'NOTHING_TO_DO', states.join(', '));
        const level = String((change['organization'] as Json)['defaultAccessLevel']).replace('ACCESS_LEVEL_', '');
        assert.equal(harness.access()[0]?.toUpperCase(), level);
        assert.ok(others > 0 || drift === 0, 'a change of our own was called drift');
      }),
      { numRuns: 60 },
    );
  });
});
