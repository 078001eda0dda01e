import assert from 'node:assert/strict';
import { type AccessFacts, decideAccess } from '../../lab/organization/access-decision';
import { Bench, MINUTE } from './lab-helpers';

const rule = (accessLevel: string, characteristic = 'DeviceType', queryString = 'iPhone') => ({
  name: `${queryString} (${characteristic}) ${accessLevel}`,
  characteristic,
  queryString,
  accessLevel,
});

const facts = (patch: Partial<AccessFacts> = {}): AccessFacts => ({
  enabled: true,
  meetsPolicy: true,
  onBlockedList: false,
  onAllowedList: false,
  inDiscovery: false,
  inUpgrade: false,
  characteristic: (name) => (name === 'DeviceType' ? 'iPhone' : name === 'DeviceModel' ? 'iPhone15C2' : ''),
  rules: [],
  defaultAccessLevel: 'Allow',
  ...patch,
});

const everything: Partial<AccessFacts> = {
  enabled: false,
  meetsPolicy: false,
  onBlockedList: true,
  onAllowedList: true,
  rules: [rule('Block'), rule('Quarantine'), rule('Allow')],
  defaultAccessLevel: 'Quarantine',
};

describe('the access decision', () => {
  const table: [string, Partial<AccessFacts>, string, string][] = [
    ['EAS that is not enabled goes before everything', everything, 'Blocked', 'Unknown'],
    ['a policy that is not met goes before the lists', { ...everything, enabled: true }, 'Blocked', 'Policy'],
    [
      'the block list goes before the allow list',
      { onBlockedList: true, onAllowedList: true },
      'Blocked',
      'Individual',
    ],
    ['the allow list goes before the rules', { onAllowedList: true, rules: [rule('Block')] }, 'Allowed', 'Individual'],
    ['a block rule beats a quarantine rule', { rules: [rule('Quarantine'), rule('Block')] }, 'Blocked', 'DeviceRule'],
    [
      'a quarantine rule beats an allow rule',
      { rules: [rule('Allow'), rule('Quarantine')] },
      'Quarantined',
      'DeviceRule',
    ],
    [
      'an allow rule beats the default',
      { rules: [rule('Allow')], defaultAccessLevel: 'Block' },
      'Allowed',
      'DeviceRule',
    ],
    ['the default decides when nothing else does', { defaultAccessLevel: 'Quarantine' }, 'Quarantined', 'Global'],
    ['a device in discovery is held', { inDiscovery: true, rules: [rule('Block')] }, 'DeviceDiscovery', 'Global'],
    ['a moved mailbox has a time of grace', { inUpgrade: true, defaultAccessLevel: 'Block' }, 'Allowed', 'Upgrade'],
  ];
  for (const [name, patch, state, reason] of table) {
    it(name, () => {
      const decision = decideAccess(facts(patch));
      assert.deepEqual([decision.state, decision.reason], [state, reason]);
    });
  }

  it('compares the whole string, without wildcards and whatever the case', () => {
    const decide = (queryString: string): string =>
      decideAccess(facts({ rules: [rule('Block', 'DeviceModel', queryString)] })).state;
    assert.equal(decide('IPHONE15c2'), 'Blocked');
    assert.equal(decide('iPhone15'), 'Allowed');
    assert.equal(decide('iPhone*'), 'Allowed');
  });

  it('names the rule that decided', () => {
    assert.equal(decideAccess(facts({ rules: [rule('Allow'), rule('Block')] })).rule, 'iPhone (DeviceType) Block');
  });
});

describe('access in the organization', () => {
  it('follows a change of the default level at once, but not for a device on the allow list', () => {
    const bench = new Bench(400, 'Online');
    const global = bench.phone();
    const listed = bench.find((p) => p.access.reason === 'Individual' && p.access.state === 'Allowed');
    bench.run('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: 'Block' });
    assert.equal(bench.byGuid(global.guid)?.access.state, 'Blocked');
    assert.equal(bench.byGuid(listed.guid)?.access.state, 'Allowed');
  });

  it('lets a quarantined device in as soon as its ID is on the allow list', () => {
    const bench = new Bench(400, 'Online');
    const held = bench.find((p) => p.access.state === 'Quarantined');
    const identity = held.mailbox.guid;
    bench.run('Set-CASMailbox', { Identity: identity, ActiveSyncAllowedDeviceIDs: [held.device.deviceId] });
    assert.deepEqual({ ...bench.byGuid(held.guid)?.access }, { state: 'Allowed', reason: 'Individual', rule: '' });
  });

  it('holds a newcomer in discovery for at most 14 minutes', () => {
    const bench = new Bench(4000, 'Online');
    const newcomer = bench.find((p) => p.access.state === 'DeviceDiscovery');
    bench.advance(14 * MINUTE);
    assert.notEqual(bench.byGuid(newcomer.guid)?.access.state, 'DeviceDiscovery');
  });

  it('has devices in every state that Exchange knows', () => {
    const bench = new Bench(4000, 'Online');
    const reasons = new Set(
      [...bench.organization.currentReader().partnerships()].map((p) => `${p.access.state} ${p.access.reason}`),
    );
    for (const wanted of [
      'Allowed Global',
      'Allowed DeviceRule',
      'Allowed Individual',
      'Allowed Upgrade',
      'Blocked DeviceRule',
      'Blocked Individual',
      'Quarantined DeviceRule',
      'DeviceDiscovery Global',
      'Blocked Policy',
    ]) {
      assert.ok(reasons.has(wanted), `nobody is ${wanted}`);
    }
  });
});
