import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DeviceAccessRule, Finding } from '../../../protocol';
import { lastSeenConfiguration, rememberConfiguration } from '../../../tasks/eas-connector-manage/findings';
import { snapshotOf, type Configuration } from '../../../tasks/eas-connector-manage/findings/configuration';
import { driftFindings } from '../../../tasks/eas-connector-manage/findings/drift';
import { MemoryStore } from '../../support/memory-store';
import { organizationSettings, policy } from './sample-partnership';

const rule = (changes: Partial<DeviceAccessRule> = {}): DeviceAccessRule => ({
  guid: 'rule-1',
  name: 'iPhone (DeviceType)',
  identity: 'iPhone (DeviceType)',
  characteristic: 'DeviceType',
  queryString: 'iPhone',
  accessLevel: 'Allow',
  whenChanged: undefined,
  otherProperties: [],
  ...changes,
});

const configuration = (changes: Partial<Configuration> = {}): Configuration => ({
  settings: organizationSettings(),
  rules: [rule()],
  policies: [policy()],
  ...changes,
});

const drift = (before: Partial<Configuration>, after: Partial<Configuration>): Finding[] =>
  driftFindings(snapshotOf(configuration(before)), snapshotOf(configuration(after)));

describe('Drift', () => {
  it('is none between equal configurations, whatever the time and the order', () => {
    const settings = organizationSettings({
      adminMailRecipients: ['b@contoso.com', 'a@contoso.com'],
      otherProperties: [{ name: 'WhenChanged', values: ['1'] }],
    });
    const later = organizationSettings({
      adminMailRecipients: ['a@contoso.com', 'b@contoso.com'],
      whenChanged: { seconds: 9, nanos: 0 },
      otherProperties: [{ name: 'whenchanged', values: ['2'] }],
    });
    assert.deepEqual(drift({ settings }, { settings: later }), []);
  });

  it('names each property with its value before and after', () => {
    const [finding, ...others] = drift(
      {},
      { settings: organizationSettings({ defaultAccessLevel: 'Quarantine', userMailInsert: 'Ask us.' }) },
    );
    assert.equal(finding!.code, 'drift.organizationSettings');
    assert.equal(finding!.count, 2);
    const object = "The organization's ActiveSync settings";
    assert.deepEqual(finding!.drift, [
      { object, property: 'DefaultAccessLevel', before: 'Allow', after: 'Quarantine' },
      { object, property: 'UserMailInsert', before: '', after: 'Ask us.' },
    ]);
    assert.deepEqual(others, []);
  });

  it('knows a renamed object as the same, and tells what was added and removed', () => {
    const [finding] = drift(
      { rules: [rule(), rule({ guid: 'rule-2', name: 'Old' })] },
      { rules: [rule({ name: 'Phones' }), rule({ guid: 'rule-3', name: 'New', accessLevel: 'Block' })] },
    );
    assert.equal(finding!.code, 'drift.deviceAccessRules');
    const whole = (name: string, level: string): string =>
      `Name = ${name}; Characteristic = DeviceType; QueryString = iPhone; AccessLevel = ${level}`;
    assert.deepEqual(finding!.drift, [
      { object: 'Phones', property: 'Name', before: 'iPhone (DeviceType)', after: 'Phones' },
      { object: 'New', property: '', before: '', after: whole('New', 'Block') },
      { object: 'Old', property: '', before: whole('Old', 'Allow'), after: '' },
    ]);
  });

  it('sees the options of policies, also one that has no field of its own', () => {
    const changed = policy({
      options: new Map([
        ['passwordEnabled', { type: 'boolean', value: false }],
        ['maxPasswordFailedAttempts', { type: 'unlimitedNumber', value: 8 }],
        ['maxInactivityTimeLock', { type: 'unlimitedDuration', value: 900 }],
      ]),
      otherProperties: [{ name: 'AllowTelepathy', values: ['True'] }],
    });
    const [finding] = drift({}, { policies: [changed] });
    assert.equal(finding!.code, 'drift.mailboxPolicies');
    assert.deepEqual(
      finding!.drift?.map(({ property, before, after }) => [property, before, after]),
      [
        ['PasswordEnabled', 'True', 'False'],
        ['MaxPasswordFailedAttempts', 'Unlimited', '8'],
        ['AllowTelepathy', '', 'True'],
      ],
    );
  });

  it('says nothing where Exchange stated no settings', () => {
    assert.deepEqual(drift({ settings: undefined }, {}), []);
    assert.deepEqual(drift({}, { settings: undefined }), []);
  });

  it('stays small, and counts everything', () => {
    const rules = Array.from({ length: 5000 }, (_, index) =>
      rule({ guid: `rule-${String(index)}`, queryString: 'x'.repeat(3000) }),
    );
    const [finding] = drift({ rules: [] }, { rules });
    assert.equal(finding!.count, 5000);
    assert.equal(finding!.drift?.length, 100);
    assert.ok(finding!.drift.every(({ after }) => after.length <= 1000));
  });

  it('of a configuration against itself is none, and what came in one direction went in the other (property)', () => {
    const level = fc.constantFrom('Allow', 'Block', 'Quarantine' as const);
    const anyRules = fc.uniqueArray(
      fc.record({ guid: fc.constantFrom('a', 'b', 'c'), name: fc.string(), queryString: fc.string(), level }),
      { selector: ({ guid }) => guid },
    );
    const toRules = (
      list: readonly { guid: string; name: string; queryString: string; level: string }[],
    ): DeviceAccessRule[] =>
      list.map(({ level: accessLevel, ...one }) => rule({ ...one, accessLevel: accessLevel as 'Allow' }));
    fc.assert(
      fc.property(anyRules, anyRules, (one, other) => {
        assert.deepEqual(drift({ rules: toRules(one) }, { rules: toRules(one) }), []);
        const there = drift({ rules: toRules(one) }, { rules: toRules(other) })[0]?.drift ?? [];
        const back = drift({ rules: toRules(other) }, { rules: toRules(one) })[0]?.drift ?? [];
        const pairs = (list: typeof there, turned: boolean): string[] =>
          list
            .map(({ property, before, after }) =>
              JSON.stringify([property, ...(turned ? [after, before] : [before, after])]),
            )
            .sort();
        assert.deepEqual(pairs(there, false), pairs(back, true));
      }),
    );
  });
});

describe('The configuration that was last seen', () => {
  it('is what was kept, and nothing before the first inventory', async () => {
    const store = new MemoryStore();
    assert.equal(lastSeenConfiguration(store), undefined);
    const snapshot = snapshotOf(configuration());
    await rememberConfiguration(store, snapshot);
    assert.deepEqual(lastSeenConfiguration(store), snapshot);
    await rememberConfiguration(store, undefined);
    assert.deepEqual(lastSeenConfiguration(store), snapshot, 'a run that did not read it leaves it');
  });

  it('is passed over if another version has written it', async () => {
    const store = new MemoryStore();
    await store.collection('manage-findings').put('configuration', { format: 99, snapshot: {} });
    assert.equal(lastSeenConfiguration(store), undefined);
  });
});
