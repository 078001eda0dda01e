import assert from 'node:assert/strict';
import { SecurityHarness, type Json, type RunResult } from '../security-harness';

type Version = NonNullable<ConstructorParameters<typeof SecurityHarness>[0]>['version'];

const assign = (to: Json, policy: string, id = 'p1'): Json => ({ id, assignPolicy: { policy, ...to } });

const outcomeOf = ({ outcomes }: RunResult, id = 'p1'): Json => outcomes.get(id) ?? {};

const stateOf = (run: RunResult, id = 'p1'): string => String(outcomeOf(run, id)['state']).replace('ACTION_STATE_', '');

/** The states of an assignment's mailboxes, and how many have each. */
function mailboxStates(run: RunResult): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of (outcomeOf(run)['mailboxes'] ?? []) as Json[]) {
    const word = String(state).replace('ACTION_STATE_', '');
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** The name of a policy that is not the default one. */
function otherPolicy(harness: SecurityHarness): string {
  const policies = harness.read('Get-MobileDeviceMailboxPolicy');
  return String(policies.find(({ IsDefault }) => IsDefault !== 'true')!['Name']);
}

const all = { ResultSize: 'Unlimited' };

/** Primary addresses of the members of a department, as the organization itself says. */
function department(harness: SecurityHarness, name: string): string[] {
  return harness
    .read('Get-Mailbox', { ...all, Filter: `CustomAttribute1 -eq '${name}'` })
    .map((one) => one['PrimarySmtpAddress']!);
}

function policyOf(harness: SecurityHarness, mailbox: string): string {
  return harness.read('Get-CASMailbox', { Identity: mailbox })[0]!['ActiveSyncMailboxPolicy']!;
}

const changed = (harness: SecurityHarness): string[] =>
  harness.changes(/^Set-CASMailbox$/).map(({ parameters }) => String(parameters['Identity']));

const calls = (harness: SecurityHarness, cmdlet: RegExp): number =>
  harness.session.sent.filter((command) => cmdlet.test(command.cmdlet)).length;

describe('A policy assigned to a group', () => {
  it('reaches the members of nested groups once, and changes only those that have another one', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const policy = otherPolicy(harness);
    const members = department(harness, 'Sales');
    const different = members.filter((one) => policyOf(harness, one) !== policy);
    assert.ok(different.length > 0 && different.length < members.length);
    const run = await harness.run([assign({ groups: ['Sales', 'sales@contoso.com', 'Sales Managers'] }, policy)]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    assert.equal(changed(harness).length, different.length);
    assert.equal(new Set(changed(harness)).size, different.length);
    assert.deepEqual(mailboxStates(run), {
      SUCCEEDED: different.length,
      NOTHING_TO_DO: members.length - different.length,
    });
    for (const member of members) assert.equal(policyOf(harness, member), policy);
  });

  it('ends although groups contain each other', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const run = await harness.run([
      assign({ groups: ['Project Alpha', 'project-beta@contoso.com'] }, otherPolicy(harness)),
    ]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    assert.equal(calls(harness, /^Get-DistributionGroupMember$/), 2, 'each group is read once');
  });

  it('names those whose mailbox is not in this organization, without asking for it', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const run = await harness.run([assign({ groups: ['Hybrid Pilot'] }, otherPolicy(harness))]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    assert.equal(mailboxStates(run)['NOT_IN_THIS_ORGANIZATION'], 3);
    const lookUps = harness.session.sent.filter(({ parameters }) =>
      /robin\.cloud/i.test(String(parameters['Identity'])),
    );
    assert.equal(lookUps.length, 0);
  });

  for (const version of ['SE', '2010', 'Online'] as readonly Version[]) {
    it(`that is dynamic reaches whom its filter finds (${String(version)})`, async () => {
      const harness = new SecurityHarness({ devices: 200, ...(version === undefined ? {} : { version }) });
      const cmdlet = version === '2010' ? 'Get-ActiveSyncMailboxPolicy' : 'Get-MobileDeviceMailboxPolicy';
      const policies = harness.read(cmdlet);
      const policy = String(
        policies.find(({ IsDefault, IsDefaultPolicy }) => (IsDefault ?? IsDefaultPolicy) !== 'true')!['Name'],
      );
      const members = harness
        .read('Get-Mailbox', {
          ...all,
          Filter: "CustomAttribute1 -eq 'Engineering' -and RecipientTypeDetails -eq 'UserMailbox'",
        })
        .map((one) => one['PrimarySmtpAddress']!);
      const run = await harness.run([assign({ groups: ['engineers@contoso.com'] }, policy)]);
      assert.equal(stateOf(run), 'SUCCEEDED');
      assert.equal((outcomeOf(run)['mailboxes'] as Json[]).length, members.length);
      for (const member of members) assert.equal(policyOf(harness, member), policy);
    });
  }

  it('that has a dynamic group as a member, and one under a unit, reach them too', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const run = await harness.run([assign({ groups: ['Engineering Forum', 'Sales Unit'] }, otherPolicy(harness))]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    const inUnit = harness.read('Get-Mailbox', {
      ...all,
      OrganizationalUnit: 'contoso.com/Sales',
      Filter: "RecipientTypeDetails -eq 'UserMailbox'",
    });
    for (const { PrimarySmtpAddress: one } of inUnit) assert.equal(policyOf(harness, one!), otherPolicy(harness));
  });

  it('that does not exist, or is no group, fails and changes nothing', async () => {
    const harness = new SecurityHarness();
    const mailbox = harness.read('Get-Mailbox', all)[0]!['PrimarySmtpAddress']!;
    const policy = otherPolicy(harness);
    const run = await harness.run([
      assign({ groups: ['Nobody'] }, policy),
      assign({ groups: [mailbox] }, policy, 'p2'),
    ]);
    assert.equal(stateOf(run), 'FAILED');
    assert.equal(stateOf(run, 'p2'), 'FAILED');
    assert.match(String(outcomeOf(run, 'p2')['summary']), /is no such group but a UserMailbox/);
    assert.deepEqual(changed(harness), []);
  });
});

describe('A policy assigned to an organizational unit', () => {
  it('reaches everybody in it and below it, found at the server', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const policy = otherPolicy(harness);
    const run = await harness.run([assign({ organizationalUnits: ['contoso.com/Sales'] }, policy)]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    const members = harness.read('Get-Mailbox', { ...all, OrganizationalUnit: 'contoso.com/Sales' });
    assert.equal((outcomeOf(run)['mailboxes'] as Json[]).length, members.length);
    for (const { PrimarySmtpAddress: one } of members) assert.equal(policyOf(harness, one!), policy);
    const lists = harness.session.sent.filter(
      ({ cmdlet, parameters }) => cmdlet === 'Get-CASMailbox' && !('Identity' in parameters),
    );
    assert.equal(lists[0]?.parameters['OrganizationalUnit'], 'contoso.com/Sales');
  });

  it('is refused for Exchange Online', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const run = await harness.run([assign({ organizationalUnits: ['Sales'] }, otherPolicy(harness))]);
    assert.equal(stateOf(run), 'REFUSED');
  });
});

describe('A policy assigned to many', () => {
  it('reads and confirms them by lists, and not one by one', async () => {
    const harness = new SecurityHarness({ devices: 900 });
    const policy = otherPolicy(harness);
    const run = await harness.run([assign({ groups: ['All Staff'] }, policy)]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    const count = (outcomeOf(run)['mailboxes'] as Json[]).length;
    assert.ok(count > 300);
    assert.equal(calls(harness, /^Get-CASMailbox$/), 2, `for ${String(count)} mailboxes`);
  });

  it('leaves a list that is longer than single reads would take', async () => {
    const harness = new SecurityHarness({ devices: 4000 });
    const names = harness
      .read('Get-Mailbox', all)
      .slice(-60)
      .map((one) => one['PrimarySmtpAddress']!);
    const run = await harness.run([assign({ mailboxes: names }, otherPolicy(harness))]);
    assert.equal((outcomeOf(run)['mailboxes'] as Json[]).length, 60);
    assert.ok(calls(harness, /^Get-CASMailbox$/) > 60);
  });

  it('goes on with those that failed, and touches the others no more', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const policy = otherPolicy(harness);
    let isFaulty = true;
    let count = 0;
    harness.session.fault = ({ cmdlet }) =>
      isFaulty && cmdlet === 'Set-CASMailbox' && count++ === 1 ? 'lost' : 'none';
    const first = await harness.run([assign({ groups: ['Sales'] }, policy)]);
    assert.equal(stateOf(first), 'WAITING');
    assert.equal(mailboxStates(first)['WAITING'], 1);
    isFaulty = false;
    const sent = changed(harness).length;
    const second = await harness.run([assign({ groups: ['Sales'] }, policy)]);
    assert.equal(stateOf(second), 'SUCCEEDED');
    assert.equal(changed(harness).length, sent + 1);
  });

  it('says how many devices have applied it', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const device = harness.partnerships((one) => one['ClientType'] === 'EAS')[0]!;
    const mailbox = String(device['DistinguishedName']).split(/,CN=ExchangeActiveSyncDevices,/)[1]!;
    const run = await harness.run([assign({ mailboxes: [mailbox] }, otherPolicy(harness))]);
    assert.match(String(outcomeOf(run)['summary']), /1 assigned\. Of \d+ devices?: /);
  });

  it('twice named is changed once', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const policy = otherPolicy(harness);
    const mailbox = harness
      .read('Get-Mailbox', { ...all, Filter: "CustomAttribute1 -eq 'Sales'" })
      .find((one) => policyOf(harness, one['Guid']!) !== policy)!;
    const mailboxes = [mailbox['PrimarySmtpAddress'], mailbox['Guid'], mailbox['DistinguishedName']];
    const run = await harness.run([assign({ mailboxes, groups: ['Sales'] }, policy)]);
    assert.equal(stateOf(run), 'SUCCEEDED');
    assert.equal(changed(harness).filter((guid) => guid === mailbox['Guid']).length, 1);
    assert.equal((outcomeOf(run)['mailboxes'] as Json[]).length, department(harness, 'Sales').length);
  });
});
