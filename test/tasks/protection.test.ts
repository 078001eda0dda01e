import assert from 'node:assert/strict';
import { PSObject } from '../../psrp';
import { SecurityHarness, wipeAction, type Json, type RunResult } from './security-harness';

type Device = Record<string, string>;

/** On every version: 2010 states no client type. */
const allowed = (device: Device): boolean =>
  /iPhone|iPad|Samsung|Android/i.test(device['DeviceType'] ?? '') && device['DeviceAccessState'] === 'Allowed';

const mailboxOf = (device: Device): string => String(device['DistinguishedName']).split(',').slice(2).join(',');

const state = ({ outcomes }: RunResult, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

const codes = ({ outcomes }: RunResult, id: string): string[] =>
  ((outcomes.get(id)?.['problems'] ?? []) as Json[]).map(({ code }) => String(code));

/** A wipe, a block and a removal of three devices. */
const destructive = (devices: readonly Device[]): Json[] => [
  wipeAction('w', devices[0]!),
  { id: 'b', blockDevice: { device: { mailbox: mailboxOf(devices[1]!), deviceId: devices[1]!['DeviceId'] } } },
  {
    id: 'r',
    removePartnership: { partnership: { guid: devices[2]!['Guid'], firstSyncTime: devices[2]!['FirstSyncTime'] } },
  },
];

/** Devices of the direct members of a group. */
function devicesOf(harness: SecurityHarness, group: string): Device[] {
  const names = new Set(harness.read('Get-DistributionGroupMember', { Identity: group }).map((one) => one['Guid']));
  const members = harness
    .read('Get-CASMailbox', { ResultSize: 'Unlimited' })
    .flatMap((one) => (names.has(one['Guid']) ? [one['DistinguishedName']] : []));
  return harness.partnerships(allowed).filter((device) => members.includes(mailboxOf(device)));
}

describe('Protected groups', () => {
  for (const version of ['2010', 'SE', 'Online'] as const) {
    it(`keep their members, also those of nested groups, from wipes, blocks and removals (${version})`, async () => {
      const harness = new SecurityHarness({ devices: 1000, version });
      const members = devicesOf(harness, 'VIP');
      const free = devicesOf(harness, 'Sales Managers');
      assert.ok(members.length >= 3);
      const safety = { protectedGroups: ['Hybrid Pilot', 'Project Alpha'] };
      const kept = await harness.run(destructive(members), { safety });
      for (const id of ['w', 'b', 'r']) {
        assert.equal(state(kept, id), 'REFUSED', id);
        assert.deepEqual(codes(kept, id), ['action.protected']);
      }
      assert.deepEqual(harness.changes(/./), []);
      const orders = destructive(free).map((order, index) => ({ ...order, id: `other${String(index)}` }));
      await harness.run(orders, { safety });
      assert.equal(harness.changes(/./).length, 3);
    });
  }

  it('that do not exist leave every order waiting, and the problem names the setting', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const orders = destructive(harness.partnerships(allowed));
    const result = await harness.run(orders, { safety: { protectedGroups: ['No such group'] } });
    for (const id of ['w', 'b', 'r']) {
      assert.equal(state(result, id), 'WAITING', id);
      assert.notEqual(result.outcomes.get(id)?.['isFinal'], true);
    }
    assert.equal(result.completed.outcome, 'failed');
    assert.match(result.completed.problems[0]!.summary, /^safety\.protectedGroups: .*No such group/);
    assert.deepEqual(harness.changes(/./), []);
    assert.equal(state(await harness.run(orders), 'w'), 'PENDING');
  });

  it('with a Microsoft 365 group among their members keep everything from being sent: nobody knows who is in it', async () => {
    const harness = new SecurityHarness({ devices: 300, version: 'Online' });
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      for await (const object of invoke(command, options)) {
        yield object;
        if (command.cmdlet !== 'Get-DistributionGroupMember') continue;
        const team: readonly (readonly [string, string])[] = [
          ['Guid', '00000000-0000-4000-8000-000000000001'],
          ['PrimarySmtpAddress', 'board@contoso.com'],
          ['RecipientTypeDetails', 'GroupMailbox'],
        ];
        yield new PSObject(new Map([...object.properties, ...team]), object.typeNames);
      }
    };
    const safety = { protectedGroups: ['VIP'] };
    const result = await harness.run(destructive(harness.partnerships(allowed)), { safety });
    assert.equal(state(result, 'w'), 'WAITING');
    assert.match(String(result.outcomes.get('w')?.['summary']), /protectedGroups: .*board@contoso\.com/);
    assert.deepEqual(harness.changes(/./), []);
  });

  it('that cannot be read to their end keep everything from being sent', async () => {
    for (const cmdlet of ['Get-Recipient', 'Get-DistributionGroupMember']) {
      const harness = new SecurityHarness({ devices: 300 });
      harness.session.fault = (command) => (command.cmdlet === cmdlet ? 'throttled' : 'none');
      const result = await harness.run(destructive(harness.partnerships(allowed)), {
        safety: { protectedGroups: ['VIP'] },
      });
      assert.deepEqual(
        [...result.outcomes.keys()].map((id) => state(result, id)),
        ['WAITING', 'WAITING', 'WAITING'],
      );
      assert.deepEqual(harness.changes(/./), []);
    }
  });
});

describe('A protected mailbox', () => {
  const names: readonly (readonly [what: string, of: (mailbox: Device) => string])[] = [
    ['GUID', (mailbox) => mailbox['Guid']!.toUpperCase()],
    ['primary address', (mailbox) => mailbox['PrimarySmtpAddress']!.toUpperCase()],
    ['user principal name', (mailbox) => mailbox['UserPrincipalName']!],
    ['second address', (mailbox) => `${mailbox['Alias']!}@contoso.example`],
  ];
  for (const [what, nameOf] of names) {
    it(`is so by its ${what}, also when the access settings change`, async () => {
      const harness = new SecurityHarness({ devices: 300 });
      const device = harness.partnerships(allowed)[0]!;
      const mailbox = harness.read('Get-Mailbox', { Identity: mailboxOf(device) })[0]!;
      const safety = { protectedMailboxes: [nameOf(mailbox)] };
      const result = await harness.run(destructive([device, device, device]), { safety });
      for (const id of ['w', 'b', 'r']) assert.deepEqual(codes(result, id), ['action.protected'], id);
      const desiredAccess = {
        organization: { defaultAccessLevel: 'ACCESS_LEVEL_BLOCK' },
        maxDevicesLosingAccess: 1000,
      };
      const { results } = await harness.run([], { safety, desiredAccess });
      const outcome = results.find((one) => 'desiredAccess' in one)?.['desiredAccess'] as Json;
      assert.equal(outcome['state'], 'ACTION_STATE_REFUSED');
      assert.deepEqual(harness.changes(/./), []);
    });
  }
});
