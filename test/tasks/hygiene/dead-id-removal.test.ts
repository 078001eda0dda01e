import assert from 'node:assert/strict';
import { SecurityHarness, isNative } from '../security-harness';
import { codes, findings, hygiene, list, mailboxOf, NEXT_DAY, states } from './hygiene-lab';

const REMOVE = { reportDeadIds: true, removeDeadAllowedIds: true };

/** A harness in which one mailbox has a device, and lists with this device's ID and others. */
function withLists(allowed: readonly string[], blocked: readonly string[]) {
  const harness = new SecurityHarness({ devices: 80 });
  const device = harness.partnerships(isNative)[0]!;
  for (const mailbox of harness.read('Get-CASMailbox', { ResultSize: 'Unlimited' })) list(harness, mailbox, [], []);
  const mailbox = mailboxOf(harness, device);
  list(harness, mailbox, [device['DeviceId']!.toLowerCase(), ...allowed], [...blocked]);
  const lists = (): readonly [string, string] => {
    const [now] = harness.read('Get-CASMailbox', { Identity: mailbox['Guid'] });
    return [now!['ActiveSyncAllowedDeviceIDs']!, now!['ActiveSyncBlockedDeviceIDs']!];
  };
  return { harness, device, mailbox, lists };
}

describe('Dead IDs', () => {
  it('on both kinds of lists are reported, and no list is changed', async () => {
    const { harness, lists } = withLists(['GONE1', 'GONE2'], ['GONE3']);
    const before = lists();
    const run = await harness.run([], hygiene({ reportDeadIds: true }));
    assert.deepEqual(codes(run), ['list.deadAllowedId', 'list.deadBlockedId']);
    assert.equal(findings(run).get('list.deadAllowedId')?.['count'], 2);
    assert.match(String(findings(run).get('list.deadBlockedId')?.['examples']), /GONE3/);
    assert.deepEqual(lists(), before);
    assert.equal(harness.changes(/./).length, 0);
  });

  it('leave the allowed list when that is ordered, in one change a mailbox; the blocked list is never touched', async () => {
    const { harness, device, lists } = withLists(['GONE1', 'GONE2'], ['GONE3']);
    const run = await harness.run([], hygiene(REMOVE));
    assert.deepEqual(states(run), ['SUCCEEDED']);
    assert.deepEqual(lists(), [device['DeviceId']!.toLowerCase(), 'GONE3']);
    assert.equal(harness.changes(/./).length, 1);
    assert.equal(harness.changes(/./)[0]!.parameters['ActiveSyncBlockedDeviceIDs'], undefined);
  });

  it('that an order of the host allows wait for their device', async () => {
    const { harness, mailbox, lists } = withLists(['EXPECTED', 'GONE'], []);
    const allow = {
      id: 'a1',
      allowDevice: { device: { mailbox: mailbox['PrimarySmtpAddress'], deviceId: 'expected' } },
    };
    await harness.run([allow], hygiene(REMOVE));
    assert.match(lists()[0], /EXPECTED/);
    assert.doesNotMatch(lists()[0], /GONE/);
  });

  it('are asked about anew immediately before: one whose device has come stays', async () => {
    const { harness, device, mailbox, lists } = withLists([], []);
    harness.read('Remove-MobileDevice', { Identity: device['Guid'], Confirm: false });
    // It synchronizes again after the lists were read and before the change.
    let isBack = false;
    harness.session.fault = ({ cmdlet, parameters }) => {
      if (!isBack && cmdlet === 'Get-CASMailbox' && parameters['Identity'] === mailbox['Guid']) {
        isBack = true;
        harness.user(device, 'sync');
      }
      return 'none';
    };
    const run = await harness.run([], hygiene(REMOVE));
    assert.ok(isBack);
    assert.deepEqual(states(run), ['NOTHING_TO_DO']);
    assert.equal(lists()[0], device['DeviceId']!.toLowerCase());
  });

  it('of a protected mailbox stay, and in report-only mode all do', async () => {
    const { harness, mailbox, lists } = withLists(['GONE'], []);
    const before = lists();
    await harness.run([], hygiene(REMOVE, { protectedMailboxes: [mailbox['PrimarySmtpAddress']] }));
    assert.deepEqual(lists(), before);
    harness.advance(NEXT_DAY);
    const run = await harness.run([], hygiene(REMOVE, { reportOnly: true }));
    assert.deepEqual(states(run), ['WOULD_BE_DONE']);
    assert.deepEqual(lists(), before);
  });

  it('that come again on another day are removed again', async () => {
    const { harness, device, mailbox, lists } = withLists(['GONE'], []);
    await harness.run([], hygiene(REMOVE));
    list(harness, mailbox, [device['DeviceId']!, 'GONE'], []);
    harness.advance(NEXT_DAY);
    await harness.run([], hygiene(REMOVE));
    assert.equal(lists()[0], device['DeviceId']);
  });
});

describe('A device that was reset and has a new ID', () => {
  it('is proposed as the successor of the old one, with the evidence and the list entry, and nothing is done', async () => {
    const harness = new SecurityHarness({ devices: 80, version: 'SE' });
    const device = harness.partnerships((one) => isNative(one) && one['DeviceAccessState'] === 'Allowed')[0]!;
    const mailbox = mailboxOf(harness, device);
    list(harness, mailbox, [device['DeviceId']!], []);
    harness.advance(60);
    const place = harness.organization.world.guids.decode('device', String(device['Guid']))!;
    harness.organization.population.reset(place.index, true);
    harness.advance(60);
    const run = await harness.run([], hygiene({ proposeSuccessors: true }));
    const found = findings(run).get('device.succession')!;
    const example = (found['examples'] as string[]).find((one) => one.includes(`${device['DeviceId']!} -> `)) ?? '';
    assert.match(example, /same model, operating system/);
    assert.match(example, /the old ID is on the allowed list, the new one is not/);
    assert.equal(harness.changes(/./).length, 0);
  });
});
