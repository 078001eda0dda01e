import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decideAccess as labDecides } from '../../../lab/organization/access-decision';
import { readPartnership } from '../../../plugin/exchange/read-partnership';
import { readMailbox } from '../../../plugin/exchange/read-mailbox';
import { readDeviceAccessRule, readOrganizationSettings } from '../../../plugin/exchange/read-organization';
import {
  accessFacts,
  accessMailbox,
  AccessRules,
  decideAccess,
  type AccessFacts,
  type AccessMailbox,
} from '../../../tasks/run/access-decision';
import { mailboxNameOf } from '../../../tasks/run/distinguished-name';
import { SecurityHarness } from '../security-harness';
import { level, MODELS, rule, TYPES } from './access-samples';

const LAB_STATES = { Allowed: 'allowed', Blocked: 'blocked', Quarantined: 'quarantined', DeviceDiscovery: 'undecided' };

const known: AccessFacts = {
  isEnabled: true,
  meetsPolicy: true,
  obeysRules: true,
  onBlockedList: false,
  onAllowedList: false,
  isHeld: false,
  characteristics: { DeviceType: 'iPhone', DeviceModel: 'A', DeviceOS: '', UserAgent: '', XMSWLHeader: '' },
};

describe('The access decision', () => {
  it("is the lab's own, which was written apart from it, for everything that can be known", () => {
    const facts = fc.record({
      isEnabled: fc.boolean(),
      meetsPolicy: fc.boolean(),
      onBlockedList: fc.boolean(),
      onAllowedList: fc.boolean(),
      isHeld: fc.boolean(),
      type: fc.constantFrom('IPHONE', 'other', ...TYPES),
      model: fc.constantFrom('', 'a', ...MODELS),
    });
    const rules = fc.array(
      fc.oneof(
        fc.record({
          characteristic: fc.constant('DeviceType' as const),
          queryString: fc.constantFrom(...TYPES),
          accessLevel: level,
        }),
        fc.record({
          characteristic: fc.constant('DeviceModel' as const),
          queryString: fc.constantFrom(...MODELS),
          accessLevel: level,
        }),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(facts, rules, level, (is, all, defaultAccessLevel) => {
        const lab = labDecides({
          ...is,
          enabled: is.isEnabled,
          inDiscovery: is.isHeld,
          inUpgrade: false,
          characteristic: (name) => (name === 'DeviceType' ? is.type : name === 'DeviceModel' ? is.model : ''),
          rules: all.map((one) => ({ ...one, name: '' })),
          defaultAccessLevel,
        });
        const characteristics = { ...known.characteristics, DeviceType: is.type, DeviceModel: is.model };
        const ours = decideAccess({ ...known, ...is, characteristics }, new AccessRules(defaultAccessLevel, all));
        assert.equal(ours.state, LAB_STATES[lab.state]);
      }),
      { numRuns: 3000 },
    );
  });

  for (const version of ['SE', 'Online'] as const) {
    it(`is what every device of an organization on ${version} has, except where it says that it does not know`, () => {
      const harness = new SecurityHarness({ devices: 1500, version });
      const mailboxes = new Map<string, AccessMailbox>();
      for (const object of harness.objects('Get-CASMailbox', { ResultSize: 'Unlimited' })) {
        const mailbox = readMailbox(object);
        mailboxes.set(mailbox.distinguishedName.toLowerCase(), accessMailbox(mailbox));
      }
      const [settings] = harness.objects('Get-ActiveSyncOrganizationSettings').map(readOrganizationSettings);
      const rules = new AccessRules(
        settings?.defaultAccessLevel,
        harness.objects('Get-ActiveSyncDeviceAccessRule').map(readDeviceAccessRule),
      );
      const seen = new Map<string, number>();
      for (const object of harness.objects('Get-MobileDevice', { ResultSize: 'Unlimited' })) {
        const partnership = readPartnership(object, version);
        const mailbox = mailboxes.get(mailboxNameOf(partnership.distinguishedName).toLowerCase());
        const { state } = decideAccess(accessFacts(partnership, mailbox), rules);
        seen.set(state, (seen.get(state) ?? 0) + 1);
        const shown = `${partnership.deviceAccessState} ${partnership.deviceAccessStateReason}`;
        if (state === 'undecided') assert.match(shown, /DeviceDiscovery|Upgrade|Unknown/);
        else if (partnership.clientType !== 'UniversalOutlook')
          assert.equal(state, LAB_STATES[partnership.deviceAccessState!]);
      }
      for (const state of ['allowed', 'blocked', 'quarantined', 'undecided'])
        assert.ok(seen.get(state), `none is ${state}`);
      assert.ok(seen.get('undecided')! < 75, 'few are undecided');
    });
  }

  it('lets Windows Mail in whatever lists and rules say, as Exchange does', () => {
    const facts = { ...known, obeysRules: false, onBlockedList: true };
    assert.equal(decideAccess(facts, new AccessRules('Block', [])).state, 'allowed');
    assert.equal(decideAccess({ ...facts, isEnabled: false }, new AccessRules('Block', [])).state, 'blocked');
  });

  const none = new AccessRules('Allow', []);
  const unknown: [string, Partial<AccessFacts>, AccessRules, string][] = [
    ['a policy of which nothing is known', { meetsPolicy: undefined }, none, 'undecided'],
    ['a protocol of which nothing is known', { isEnabled: undefined }, none, 'undecided'],
    [
      'an unknown policy, where the default blocks anyway',
      { meetsPolicy: undefined },
      new AccessRules('Block', []),
      'blocked',
    ],
    ['a device that Exchange still has to discover', { isHeld: true }, none, 'undecided'],
    ['a default level that cannot be read', {}, new AccessRules(undefined, []), 'undecided'],
    [
      'a rule on a header that is shown nowhere',
      {},
      new AccessRules('Allow', [rule('1', 'XMSWLHeader', 'x', 'Block')]),
      'undecided',
    ],
    [
      'a header that changes nothing',
      {},
      new AccessRules('Allow', [rule('1', 'XMSWLHeader', 'x', 'Allow')]),
      'allowed',
    ],
    ['a rule of an unknown kind', {}, new AccessRules('Allow', [rule('1', undefined, 'x', 'Block')]), 'undecided'],
    [
      'a rule of an unknown kind beside a rule that blocks',
      {},
      new AccessRules('Allow', [rule('1', undefined, 'x', 'Quarantine'), rule('2', 'DeviceType', 'iphone', 'Block')]),
      'blocked',
    ],
    [
      'a rule whose level cannot be read',
      {},
      new AccessRules('Block', [rule('1', 'DeviceModel', 'a', undefined)]),
      'undecided',
    ],
  ];
  for (const [name, patch, rules, state] of unknown) {
    it(`for ${name} is ${state}`, () => {
      const characteristics = { ...known.characteristics, XMSWLHeader: undefined };
      assert.equal(decideAccess({ ...known, characteristics, ...patch }, rules).state, state);
    });
  }
});
