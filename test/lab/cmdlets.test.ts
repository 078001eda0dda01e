import assert from 'node:assert/strict';
import { ListChange } from '../../plugin/exchange/command';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { PSDateTime, type PSValue } from '../../psrp';
import { parseFilter } from '../../lab/cmdlets';
import { checkCall } from '../../lab/reference/check';
import { Bench, DAY, HOUR, reference, textOf } from './lab-helpers';

const kinds = (cmdlet: string, parameters: Record<string, unknown>, version: ExchangeVersion): string[] =>
  checkCall(reference(), cmdlet, new Map(Object.entries(parameters)), version).map(({ kind }) => kind);

describe('the reference', () => {
  it('knows what each version has', () => {
    assert.deepEqual(kinds('Get-MobileDevice', {}, '2010'), ['unknownCmdlet']);
    assert.deepEqual(kinds('Get-ActiveSyncDevice', {}, '2010'), []);
    assert.deepEqual(kinds('Clear-MobileDevice', { Identity: 'x', AccountOnly: true }, '2013'), ['unknownParameter']);
    assert.deepEqual(kinds('Clear-MobileDevice', { Identity: 'x', AccountOnly: true }, '2016'), []);
    assert.deepEqual(kinds('Get-MobileDevice', { DomainController: 'dc01' }, 'Online'), ['unknownParameter']);
    assert.deepEqual(kinds('Set-ADServerSettings', { ViewEntireForest: true }, '2010'), []);
  });

  it('refuses what cannot be bound, in the words of PowerShell', () => {
    assert.deepEqual(kinds('Get-MobileDeviceStatistics', {}, 'SE'), ['missingParameter']);
    assert.deepEqual(kinds('Get-MobileDeviceStatistics', { Identity: 'a', Mailbox: 'b' }, 'SE'), ['parameterSet']);
    assert.deepEqual(kinds('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: 'Deny' }, 'SE'), ['wrongValue']);
    assert.deepEqual(kinds('Set-CASMailbox', { Identity: 'a', ActiveSyncEnabled: 'yes' }, 'SE'), ['wrongValue']);
    const [problem] = checkCall(reference(), 'get-mailbox', new Map([['Nonsense', 1]]), 'SE');
    assert.equal(problem?.message, "A parameter cannot be found that matches parameter name 'Nonsense'.");
  });

  it('takes names whatever their case, aliases, and the common parameters', () => {
    assert.deepEqual(kinds('clear-mobiledevice', { identity: 'x', cf: false, ErrorAction: 'Stop' }, 'SE'), []);
  });
});

describe('filters in OPATH', () => {
  const device = new Map<string, PSValue>([
    ['DeviceType', 'iPhone'],
    ['DeviceOS', "O'Brien OS"],
    ['FirstSyncTime', new PSDateTime(Date.UTC(2026, 5, 1) / 1000, 0)],
    ['NumberOfFoldersSynced', 9],
    ['IsManaged', false],
    ['DeviceImei', ''],
    ['ObjectClass', ['top', 'msExchActiveSyncDevice']],
  ]);
  const cases: [string, boolean][] = [
    ["DeviceType -eq 'IPHONE'", true],
    ["DeviceType -ne 'iPad' -and NumberOfFoldersSynced -gt 8", true],
    ["DeviceType -like 'iP*' -and -not (DeviceOS -like '*x*')", true],
    ["DeviceType -eq 'iPad' -or DeviceType -eq 'iPod' -or IsManaged -eq $false", true],
    ["DeviceType -eq 'iPad' -and DeviceType -eq 'iPad' -or NumberOfFoldersSynced -le 9", true],
    ["!(DeviceType -eq 'iPhone')", false],
    ["DeviceOS -eq 'O''Brien OS'", true],
    ["FirstSyncTime -lt '2026-06-02'", true],
    ["FirstSyncTime -ge '2026-06-01T00:00:01Z'", false],
    ['DeviceImei -eq $null', true],
    ['DeviceImei -ne $null', false],
    ["ObjectClass -eq 'top'", true],
    ["{DeviceType -notlike 'iP*'}", false],
  ];
  for (const [text, expected] of cases) {
    it(`${text} is ${expected}`, () => {
      assert.equal(
        parseFilter(text)((name) => device.get(name)),
        expected,
      );
    });
  }

  it('are refused when they cannot be read or name nothing', () => {
    for (const wrong of [
      'DeviceType',
      'DeviceType -eq',
      "-eq 'x'",
      "(DeviceType -eq 'x'",
      "DeviceType -is 'x'",
      "'a' -eq 'b'",
      "A -eq 'x' B",
    ]) {
      assert.throws(() => parseFilter(wrong), /Invalid filter syntax/, wrong);
    }
    assert.throws(() => parseFilter("Nonsense -eq 'x'")((name) => device.get(name)), /filterable property/);
  });
});

describe('cmdlets', () => {
  it('give a thousand objects and a warning unless more is asked for', () => {
    const bench = new Bench(1200);
    assert.equal(bench.run('Get-MobileDevice').length, 1000);
    assert.match(bench.warnings[0] ?? '', /By default, only the first 1000 items/);
    assert.equal(bench.run('Get-MobileDevice', { ResultSize: 'Unlimited' }).length, 1200);
    assert.equal(bench.warnings.length, 1);
  });

  it('return everything for an identity that is null or empty, and an error for one that names nothing', () => {
    const bench = new Bench(40);
    for (const Identity of [null, '']) assert.equal(bench.run('Get-MobileDevice', { Identity }).length, 40);
    assert.throws(() => bench.run('Get-MobileDevice', { Identity: 'nobody' }), /couldn't be found/);
    assert.throws(() => bench.run('Remove-MobileDevice', { Identity: null, Confirm: false }), /because it is null/);
  });

  it('find a mailbox by every identity that Exchange takes', () => {
    const bench = new Bench(400);
    const [mailbox] = bench.run('Get-Mailbox', { Filter: "Name -like '*, *'" });
    for (const property of [
      'Guid',
      'Alias',
      'PrimarySmtpAddress',
      'DistinguishedName',
      'Identity',
      'SamAccountName',
      'UserPrincipalName',
      'Name',
    ]) {
      const [found, ...others] = bench.run('Get-Mailbox', { Identity: textOf(mailbox, property) });
      assert.deepEqual([textOf(found, 'Guid'), others.length], [textOf(mailbox, 'Guid'), 0], property);
    }
  });

  it('filter by organizational unit, with those below it', () => {
    const bench = new Bench(400);
    const all = bench.run('Get-Mailbox', { ResultSize: 'Unlimited' });
    const within = (unit: string): number =>
      all.filter((m) => `${textOf(m, 'OrganizationalUnit')}/`.startsWith(`${unit}/`)).length;
    assert.equal(
      bench.run('Get-Mailbox', { OrganizationalUnit: 'contoso.com/Sales' }).length,
      within('contoso.com/Sales'),
    );
    assert.equal(
      bench.run('Get-Mailbox', { OrganizationalUnit: 'contoso.com/Sales/Süd' }).length,
      within('contoso.com/Sales/Süd'),
    );
    assert.ok(within('contoso.com/Sales/Süd') > 0 && within('contoso.com/Sales') > within('contoso.com/Sales/Süd'));
  });

  it('assign a policy by name and take it back with null', () => {
    const bench = new Bench(40);
    const [mailbox] = bench.run('Get-CASMailbox', { Filter: 'ActiveSyncMailboxPolicyIsDefaulted -eq $true' });
    const policy = (): unknown =>
      bench.run('Get-CASMailbox', { Identity: textOf(mailbox, 'Guid') })[0]?.get('ActiveSyncMailboxPolicy');
    bench.run('Set-CASMailbox', { Identity: textOf(mailbox, 'Guid'), ActiveSyncMailboxPolicy: 'strict' });
    assert.equal(policy(), 'Strict');
    bench.run('Set-CASMailbox', { Identity: textOf(mailbox, 'Guid'), ActiveSyncMailboxPolicy: null });
    assert.equal(policy(), 'Default');
    assert.throws(
      () => bench.run('Set-CASMailbox', { Identity: textOf(mailbox, 'Guid'), ActiveSyncMailboxPolicy: 'none' }),
      /couldn't be found/,
    );
  });

  it('keep policies, with the names of the version', () => {
    const bench = new Bench(0, '2010');
    bench.run('New-ActiveSyncMailboxPolicy', { Name: 'Field', DevicePasswordEnabled: true, MaxAttachmentSize: '5MB' });
    bench.run('Set-ActiveSyncMailboxPolicy', { Identity: 'Field', MinDevicePasswordLength: 6, IsDefaultPolicy: true });
    const [policy] = bench.run('Get-ActiveSyncMailboxPolicy', { Identity: 'Field' });
    assert.deepEqual(
      ['DevicePasswordEnabled', 'MinDevicePasswordLength', 'MaxAttachmentSize', 'IsDefaultPolicy'].map((name) =>
        policy?.get(name),
      ),
      [true, 6, '5 MB (5,242,880 bytes)', true],
    );
    assert.equal(bench.run('Get-ActiveSyncMailboxPolicy', { Identity: 'Default' })[0]?.get('IsDefaultPolicy'), false);
    assert.throws(() => bench.run('Remove-ActiveSyncMailboxPolicy', { Identity: 'Field', Confirm: false }), /default/);
    assert.equal(policy?.get('FutureUnlockRequirement'), undefined);
    assert.equal(
      new Bench(0, 'Online').run('Get-MobileDeviceMailboxPolicy')[0]?.get('FutureUnlockRequirement'),
      'Balanced',
    );
  });

  it('make, change and remove access rules', () => {
    const bench = new Bench(400);
    const { guid, device } = bench.phone();
    const query = { Characteristic: 'DeviceModel', QueryString: device.deviceModel };
    const [rule] = bench.run('New-ActiveSyncDeviceAccessRule', { ...query, AccessLevel: 'Block' });
    assert.equal(rule?.get('Name'), `${device.deviceModel} (DeviceModel)`);
    assert.deepEqual(bench.byGuid(guid)?.access.state, 'Blocked');
    assert.throws(
      () => bench.run('New-ActiveSyncDeviceAccessRule', { ...query, AccessLevel: 'Allow' }),
      /already exists/,
    );
    bench.run('Set-ActiveSyncDeviceAccessRule', { Identity: textOf(rule, 'Guid'), AccessLevel: 'Quarantine' });
    assert.deepEqual(bench.byGuid(guid)?.access.state, 'Quarantined');
    bench.run('Remove-ActiveSyncDeviceAccessRule', { Identity: textOf(rule, 'Identity'), Confirm: false });
    assert.deepEqual(bench.byGuid(guid)?.access.state, 'Allowed');
  });

  it('list the members of groups one level deep, also those without a mailbox here and groups that contain each other', () => {
    const bench = new Bench(400);
    const types = (group: string): Set<string> =>
      new Set(
        bench.run('Get-DistributionGroupMember', { Identity: group }).map((m) => textOf(m, 'RecipientTypeDetails')),
      );
    assert.ok(types('Hybrid Pilot').has('RemoteUserMailbox'));
    assert.deepEqual([...types('All Staff')], ['MailUniversalSecurityGroup']);
    const names = (group: string): unknown[] =>
      bench.run('Get-DistributionGroupMember', { Identity: group }).map((m) => m.get('Name'));
    assert.ok(names('Project Alpha').includes('Project Beta') && names('Project Beta').includes('Project Alpha'));
    assert.deepEqual(names('Empty'), []);
  });

  it('show a change at once through the domain controller that it was written to, and later through others', () => {
    const bench = new Bench(40);
    bench.organization.replicationLagMs = HOUR;
    const [mailbox] = bench.run('Get-CASMailbox');
    const Identity = textOf(mailbox, 'Guid');
    const blocked = (more: object): unknown =>
      bench.run('Get-CASMailbox', { Identity, ...more })[0]?.get('ActiveSyncBlockedDeviceIDs');
    const before = blocked({});
    bench.run('Set-CASMailbox', {
      Identity,
      DomainController: 'dc02.contoso.com',
      ActiveSyncBlockedDeviceIDs: new ListChange(['X1'], []),
    });
    assert.deepEqual(blocked({}), before);
    assert.deepEqual(blocked({ DomainController: 'DC02.contoso.com' }), [...(before as string[]), 'X1']);
    bench.advance(HOUR);
    assert.deepEqual(blocked({}), [...(before as string[]), 'X1']);
  });

  it('are all carried out that the lab says it knows, in every version', () => {
    for (const version of ['2010', '2013', '2016', '2019', 'SE', 'Online'] as const) {
      const bench = new Bench(20, version);
      const reads = bench.runner
        .names()
        .filter((name) => name.startsWith('Get-') && !/Statistics|GroupMember/.test(name));
      assert.ok(reads.length >= 14);
      for (const name of reads) assert.doesNotThrow(() => bench.run(name), name);
    }
  });

  it('filter and sort devices by the properties that Microsoft lists, and by no other', () => {
    const bench = new Bench(60);
    const some = bench.run('Get-MobileDevice', { Filter: "DeviceActiveSyncVersion -eq '16.1'", SortBy: 'DeviceOS' });
    assert.ok(some.length > 0 && some.every((device) => textOf(device, 'ClientVersion') === '16.1'));
    for (const Filter of ["Guid -eq 'x'", "ClientVersion -eq '16.1'", 'IsManaged -eq $false']) {
      assert.throws(() => bench.run('Get-MobileDevice', { Filter }), /recognized filterable property/, Filter);
    }
    assert.throws(() => bench.run('Get-MobileDevice', { SortBy: 'Guid' }), /property to sort by/);
    assert.throws(() => bench.run('Get-ActiveSyncDeviceClass', { Filter: "Name -eq 'x'" }), /filterable property/);
  });

  it('name the EAS version as the version of Exchange does', () => {
    for (const version of ['2010', '2013', 'SE', 'Online'] as const) {
      const bench = new Bench(60, version);
      const noun = version === '2010' ? 'ActiveSyncDevice' : 'MobileDevice';
      const [device] = bench.run(`Get-${noun}`);
      const [statistics] = bench.run(`Get-${noun}Statistics`, { Identity: textOf(device, 'Guid') });
      for (const object of [device, statistics]) {
        const names = ['ClientVersion', 'DeviceActiveSyncVersion'].filter((name) => object?.get(name) !== undefined);
        assert.deepEqual(names, [version === '2010' ? 'DeviceActiveSyncVersion' : 'ClientVersion'], version);
      }
    }
  });

  it('keep an ID on a personal list once, whatever its case', () => {
    const bench = new Bench(40);
    const identity = textOf(bench.run('Get-Mailbox')[0], 'Guid');
    const allowed = (change: ListChange): unknown => {
      bench.run('Set-CASMailbox', { Identity: identity, ActiveSyncAllowedDeviceIDs: change });
      return bench.run('Get-CASMailbox', { Identity: identity })[0]?.get('ActiveSyncAllowedDeviceIDs');
    };
    assert.deepEqual(allowed(new ListChange(['Appl1', 'Appl2'], [])), allowed(new ListChange(['APPL1'], [])));
    assert.deepEqual(allowed(new ListChange([], ['appl1', 'APPL2'])), []);
  });

  it('show Windows Mail that a rule blocks as Exchange does: the two cmdlets contradict each other', () => {
    const bench = new Bench(1000, 'Online');
    const mail = bench.find((p) => p.device.clientType === 'UniversalOutlook' && p.access.reason === 'Global');
    const rule = { Characteristic: 'DeviceModel', QueryString: mail.device.deviceModel, AccessLevel: 'Block' };
    bench.run('New-ActiveSyncDeviceAccessRule', rule);
    const [device] = bench.run('Get-MobileDevice', { Identity: mail.guid });
    assert.equal(textOf(device, 'DeviceAccessState'), 'Blocked');
    assert.equal(textOf(bench.statistics(mail.guid), 'DeviceAccessState'), 'Unknown');
  });

  it('refuse a notice that is longer than Exchange keeps', () => {
    const bench = new Bench(1);
    bench.run('Set-ActiveSyncOrganizationSettings', { UserMailInsert: 'x'.repeat(256) });
    for (const name of ['UserMailInsert', 'OtaNotificationMailInsert']) {
      assert.throws(
        () => bench.run('Set-ActiveSyncOrganizationSettings', { [name]: 'x'.repeat(257) }),
        /The maximum length is 256 and the length of the value provided is 257/,
      );
    }
  });

  it('use the old names for the same things on Exchange 2010', () => {
    const bench = new Bench(200, '2010');
    const { guid } = bench.phone((p) => bench.organization.population.facts(p.index).comeback(1) === undefined);
    bench.run('Clear-ActiveSyncDevice', { Identity: guid, Confirm: false });
    bench.advance(DAY);
    const [statistics] = bench.run('Get-ActiveSyncDeviceStatistics', { Identity: guid });
    assert.equal(statistics?.get('Status'), 'DeviceWipeSucceeded');
    assert.equal(statistics.get('ClientType'), undefined);
  });
});
