import assert from 'node:assert/strict';
import type { DeviceAccessRule, Finding, Mailbox, Partnership } from '../../../protocol';
import { FindingsCollector, type FindingsOptions } from '../../../tasks/eas-connector-manage/findings';
import { DAY, NOW, mailbox, organizationSettings, partnership, statistics } from './sample-partnership';

interface Seen {
  readonly partnerships?: readonly Partnership[];
  readonly mailboxes?: readonly Mailbox[];
  readonly rules?: readonly DeviceAccessRule[];
}

const RULE: DeviceAccessRule = {
  guid: 'rule-1',
  name: 'No old Androids',
  identity: 'contoso/No old Androids',
  characteristic: 'DeviceOS',
  queryString: 'Android 5.0.1',
  accessLevel: 'Block',
  whenChanged: undefined,
  otherProperties: [],
};

function findings(seen: Seen, options: Partial<FindingsOptions> = {}): Finding[] {
  const collector = new FindingsCollector({
    version: 'Online',
    nowMs: NOW,
    thresholds: { staleAfterMs: 90 * DAY, partnershipsNearLimit: undefined },
    lastSeen: undefined,
    ...options,
  });
  collector.organization({ settings: organizationSettings(), rules: seen.rules ?? [], policies: [] });
  for (const one of seen.mailboxes ?? []) collector.addMailbox(one);
  for (const one of seen.partnerships ?? []) collector.addPartnership(one);
  return collector.findings();
}

/** What is found on one partnership: code, severity, sentence. */
const found = (changes: Partial<Partnership>, options: Partial<FindingsOptions> = {}): string[] =>
  findings({ partnerships: [partnership(changes)], rules: [RULE] }, options).map(
    ({ code, severity, summary }) => `${code} ${severity}: ${summary}`,
  );

const many = (count: number, changes: (index: number) => Partial<Partnership>): Partnership[] =>
  Array.from({ length: count }, (_, index) => partnership({ guid: `p${String(index)}`, ...changes(index) }));

describe('Findings of partnerships', () => {
  it('are none where nothing deserves attention', () => {
    assert.deepEqual(found({}), []);
  });

  it('count what has the same reason together, with the first ten as examples', () => {
    const [finding, ...others] = findings({
      partnerships: many(25, (index) => ({ cutOffOnline: true, mailboxGuid: `m${String(index)}` })),
    });
    assert.equal(finding!.code, 'eas.version.cutOff');
    assert.equal(finding!.count, 25);
    assert.deepEqual(finding!.examples.slice(0, 2), ['p0', 'p1']);
    assert.equal(finding!.examples.length, 10);
    assert.deepEqual(others, []);
  });

  it('tell an old EAS version on-premises as information, and nothing where the version is not stated or not EAS', () => {
    assert.match(found({ clientVersion: '14.1' }, { version: 'SE' })[0]!, /^eas\.version\.old info: /);
    assert.deepEqual(found({ clientVersion: '' }, { version: 'SE' }), []);
    assert.deepEqual(found({ clientType: 'REST', clientVersion: '1.0' }, { version: 'SE' }), []);
    assert.deepEqual(found({ clientVersion: '16.1' }, { version: 'SE' }), []);
  });

  it('tell who quarantined or blocked, and the rule with what it compares', () => {
    const shut = { deviceAccessState: 'Blocked' } as const;
    assert.deepEqual(
      found({ ...shut, deviceAccessStateReason: 'DeviceRule', deviceAccessControlRule: 'no old androids' }),
      ['access.blocked info: Blocked by the device access rule “No old Androids” (DeviceOS = Android 5.0.1).'],
    );
    assert.deepEqual(found({ ...shut, deviceAccessStateReason: 'DeviceRule', deviceAccessControlRule: 'gone' }), [
      'access.blocked info: Blocked by the device access rule “gone”.',
    ]);
    assert.deepEqual(found({ ...shut, deviceAccessStateReason: 'Policy' }), [
      'access.blocked warning: Blocked because the mailbox policy is not met.',
    ]);
    assert.deepEqual(found({ ...shut, deviceAccessStateReason: 'CommandFrequency' }), [
      'access.blocked warning: Blocked because of the condition CommandFrequency.',
    ]);
    assert.deepEqual(found({ ...shut, deviceAccessStateReason: 'Unknown' }), [
      'access.blocked warning: Blocked for a reason that Exchange does not state.',
    ]);
    assert.deepEqual(found({ deviceAccessState: 'Quarantined', deviceAccessStateReason: 'Global' }), [
      "access.quarantined warning: Quarantined by the organization's default access level.",
    ]);
  });

  it('keep a bounded number of reasons, and still count every partnership', () => {
    const all = findings({
      partnerships: many(500, (index) => ({
        deviceAccessState: 'Blocked',
        deviceAccessStateReason: `Odd${String(index)}`,
        mailboxGuid: '',
      })),
    });
    assert.ok(all.length <= 41, String(all.length));
    assert.equal(
      all.reduce((sum, { count }) => sum + count, 0),
      500,
    );
    assert.match(all.at(0)!.summary, /^Others: /);
  });

  it('say when a list and the access state contradict each other', () => {
    assert.match(found({ onBlockedList: true }).join(), /^access\.listIgnored warning: .*blocked list, and allowed/);
    const blocked = { onAllowedList: true, deviceAccessState: 'Blocked' } as const;
    assert.match(found({ ...blocked, deviceAccessStateReason: 'Global' }).join(), /access\.listIgnored warning/);
    // The policy comes before the allowed list, and the blocked list before the allowed one.
    assert.doesNotMatch(found({ ...blocked, deviceAccessStateReason: 'Policy' }).join(), /listIgnored/);
    assert.doesNotMatch(found({ ...blocked, onBlockedList: true }).join(), /listIgnored/);
  });

  it('say that Windows Mail ignores a block, and do not count it as blocked', () => {
    const capabilities = { ...partnership().capabilities, accessRules: false };
    const [only, ...others] = found({ clientFamily: 'windowsMail', capabilities, deviceAccessState: 'Blocked' });
    assert.match(only!, /^access\.notEnforced warning: Shown as blocked/);
    assert.deepEqual(others, []);
    assert.deepEqual(found({ clientFamily: 'windowsMail', capabilities, onBlockedList: true }), []);
  });

  it('tell policies that are not, or partly, applied, but not of clients that have none', () => {
    const with_ = (status: 'NotApplied' | 'PartiallyApplied' | 'ExternallyManaged'): Partial<Partnership> => ({
      statistics: statistics({ devicePolicyApplicationStatus: status }),
    });
    assert.match(found(with_('NotApplied')).join(), /^policy\.notApplied warning/);
    assert.match(found(with_('PartiallyApplied')).join(), /^policy\.partlyApplied warning/);
    assert.deepEqual(found(with_('ExternallyManaged')), []);
    const capabilities = { ...partnership().capabilities, mailboxPolicy: false };
    assert.deepEqual(found({ ...with_('NotApplied'), capabilities }), []);
  });

  it('tell partnerships as stale at the threshold, by the last attempt or success, or by their beginning', () => {
    const silentFor = (ms: number): Partial<Partnership> => ({ statistics: statistics({}, NOW - ms) });
    assert.match(
      found(silentFor(90 * DAY)).join(),
      /^partnership\.stale info: No synchronization, and no attempt, for 90 days/,
    );
    assert.deepEqual(found(silentFor(90 * DAY - 1000)), []);
    const never = statistics({ lastSuccessSync: undefined, lastSyncAttemptTime: undefined });
    assert.match(found({ statistics: never }).join(), /partnership\.stale/);
    assert.deepEqual(found({ statistics: undefined }), [], 'without statistics nothing is known');
    const trying = statistics({ lastSuccessSync: { seconds: 0, nanos: 0 } });
    assert.deepEqual(found({ statistics: trying }), [], 'it still tries');
  });
});

describe('Findings of mailboxes', () => {
  const near = (count: number, options: Partial<FindingsOptions>): Finding[] =>
    findings({ partnerships: many(count, () => ({})) }, options).filter(
      ({ code }) => code === 'mailbox.partnershipsNearLimit',
    );

  it('tell those near the limit: 80 partnerships, 8 on Exchange 2010, or what the settings say', () => {
    assert.deepEqual(near(79, {}), []);
    assert.deepEqual(near(80, {})[0]?.examples, ['anna@contoso.com: 80']);
    assert.deepEqual(near(7, { version: '2010' }), []);
    assert.equal(near(8, { version: '2010' }).length, 1);
    const thresholds = { staleAfterMs: DAY, partnershipsNearLimit: 3 };
    assert.equal(near(3, { thresholds })[0]?.count, 1);
  });

  it('count each mailbox by itself, the last one too', () => {
    const three = [...many(80, () => ({ mailboxGuid: 'a' })), ...many(79, () => ({ mailboxGuid: 'b' }))];
    const all = findings({ partnerships: [...three, ...many(81, () => ({ mailboxGuid: 'c' }))] });
    assert.equal(all.find(({ code }) => code === 'mailbox.partnershipsNearLimit')?.count, 2);
  });

  it('never take partnerships without a mailbox in sight for those of one mailbox', () => {
    assert.deepEqual(findings({ partnerships: many(100, () => ({ mailboxGuid: '' })) }), []);
  });

  it('tell several clients in use, without those that have fallen silent', () => {
    const outlook = { clientFamily: 'outlookMobile', guid: 'p2' } as const;
    const both = findings({ partnerships: [partnership(), partnership(outlook)] });
    assert.deepEqual(
      both.map(({ code }) => code),
      ['mailbox.severalClients'],
    );
    assert.deepEqual(both[0]?.examples, ['anna@contoso.com: Apple Mail, Outlook mobile']);
    const silent = partnership({ ...outlook, statistics: statistics({}, NOW - 200 * DAY) });
    const codes = findings({ partnerships: [partnership(), silent] }).map(({ code }) => code);
    assert.deepEqual(codes, ['partnership.stale']);
  });

  it('tell a device ID on both lists, whatever its case', () => {
    const lists = { activeSyncAllowedDeviceIds: ['x', 'APPL1'], activeSyncBlockedDeviceIds: ['Appl1'] };
    const [finding] = findings({ mailboxes: [mailbox(lists), mailbox({ activeSyncAllowedDeviceIds: ['Appl1'] })] });
    assert.equal(finding!.code, 'access.onBothLists');
    assert.equal(finding!.count, 1);
    assert.deepEqual(finding!.examples, ['anna@contoso.com: APPL1']);
  });
});

describe('Findings', () => {
  it('come with the worst first', () => {
    const shut = partnership({ deviceAccessState: 'Quarantined', guid: 'p2', mailboxGuid: 'm2' });
    const blocked = partnership({ deviceAccessState: 'Blocked', guid: 'p3', mailboxGuid: 'm3' });
    const severities = findings({ partnerships: [blocked, shut] }).map(({ severity }) => severity);
    assert.deepEqual(severities, ['warning', 'info']);
  });
});
