import assert from 'node:assert/strict';
import { SecurityHarness, isNative, wipeAction, type Json, type RunResult } from './security-harness';

type Device = Record<string, string>;

const allowed = (device: Device): boolean => isNative(device) && device['DeviceAccessState'] === 'Allowed';

const mailboxOf = (device: Device): string => String(device['DistinguishedName']).split(',').slice(2).join(',');

const block = (id: string, device: Device): Json => ({
  id,
  blockDevice: { device: { mailbox: mailboxOf(device), deviceId: device['DeviceId'] } },
});

const removal = (id: string, device: Device): Json => ({
  id,
  removePartnership: { partnership: { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] } },
});

const state = ({ outcomes }: RunResult, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

describe('A block that is ordered together with a wipe', () => {
  it('waits though the device of the wipe could not be read yet', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    let faults = 1;
    harness.session.fault = ({ cmdlet, parameters }) =>
      cmdlet === 'Get-MobileDevice' && parameters['Identity'] === device['Guid'] && faults-- > 0 ? 'throttled' : 'none';
    const actions = [wipeAction('w', device), block('b', device)];
    const first = await harness.run(actions);
    assert.deepEqual([state(first, 'w'), state(first, 'b')], ['WAITING', 'WAITING']);
    const second = await harness.run(actions);
    assert.deepEqual([state(second, 'w'), state(second, 'b')], ['PENDING', 'WAITING']);
    harness.user(device, 'sync');
    harness.advance(5);
    const last = await harness.run(actions);
    assert.deepEqual([state(last, 'w'), state(last, 'b')], ['SUCCEEDED', 'SUCCEEDED']);
    assert.equal([...harness.organization.population.erasedPhones()].length, 1);
  });

  it('goes on as soon as the wipe is acknowledged, though an attempt of it has failed before', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    let refusals = 1;
    harness.session.refuse = ({ cmdlet }) => cmdlet === 'Set-CASMailbox' && refusals-- > 0;
    assert.equal(state(await harness.run([block('b', device)]), 'b'), 'WAITING');
    harness.advance(6);
    const actions = [wipeAction('w', device), block('b', device)];
    assert.equal(state(await harness.run(actions), 'b'), 'WAITING');
    harness.user(device, 'sync');
    harness.advance(5);
    assert.equal(state(await harness.run(actions), 'b'), 'SUCCEEDED');
  });

  it('does not wait, nor does a removal, for one that was withdrawn before it was sent', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [lost, left] = harness.partnerships(allowed) as [Device, Device];
    const held = [wipeAction('w1', lost), wipeAction('w2', left)];
    await harness.run(held, { safety: { maxDestructivePerRun: 0 } });
    const orders = [block('b', lost), removal('r', left)];
    const both = await harness.run([...held, ...orders], { safety: { maxDestructivePerRun: 0 } });
    assert.deepEqual([state(both, 'b'), state(both, 'r')], ['WAITING', 'WAITING'], 'as long as it is ordered');
    const result = await harness.run(orders);
    assert.deepEqual([state(result, 'b'), state(result, 'r')], ['SUCCEEDED', 'SUCCEEDED']);
  });
});
