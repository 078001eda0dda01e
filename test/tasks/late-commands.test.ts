import assert from 'node:assert/strict';
import type { Command } from '../../plugin/exchange/command';
import { SecurityHarness, isNative, wipeAction, type Json, type RunResult } from './security-harness';

type Device = Record<string, string>;

const allowed = (device: Device): boolean => isNative(device) && device['DeviceAccessState'] === 'Allowed';

const state = ({ outcomes }: RunResult, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

const removal = (id: string, device: Device): Json => ({
  id,
  removePartnership: { partnership: { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] } },
});

/** Lets the first command of a kind that names a device take minutes, and something happen meanwhile. */
function holdUp(harness: SecurityHarness, device: Device, cmdlet: string, meanwhile: () => void): void {
  let isFirst = true;
  harness.session.pause = async (command) => {
    if (command.cmdlet !== cmdlet || command.parameters['Identity'] !== device['Guid'] || !isFirst) return;
    isFirst = false;
    // The others get as far as they can without it.
    for (let i = 0; i < 200; i += 1) await new Promise((resolve) => setImmediate(resolve));
    harness.advance(4);
    meanwhile();
  };
}

const isOf =
  (device: Device) =>
  ({ parameters }: Command): boolean =>
    parameters['Identity'] === device['Guid'];

describe('A phone that comes back while its order waits', () => {
  for (const [name, order, cmdlets] of [
    ['wiped', wipeAction, /^Clear-/],
    ['removed', removal, /^Remove-/],
  ] as const) {
    it(`for its turn behind another order is not ${name}`, async () => {
      const harness = new SecurityHarness({ devices: 300 });
      const [slow, device] = harness.partnerships(allowed) as [Device, Device];
      holdUp(harness, slow, 'Get-MobileDevice', () => {
        harness.user(device, 'reset');
      });
      const result = await harness.run([order('slow', slow), order('quick', device)]);
      assert.equal(harness.changes(cmdlets).filter(isOf(slow)).length, 1);
      assert.equal(harness.changes(cmdlets).filter(isOf(device)).length, 0);
      assert.equal(state(result, 'quick'), 'SUPERSEDED');
    });
  }

  it('because Exchange wants the wipe to wait is not wiped', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    harness.session.fault = ({ cmdlet }) => {
      if (!cmdlet.startsWith('Clear-')) return 'none';
      harness.advance(10);
      harness.user(device, 'reset');
      harness.session.fault = () => 'none';
      return 'throttled';
    };
    const result = await harness.run([wipeAction('w', device)]);
    assert.equal(state(result, 'w'), 'SUPERSEDED');
    assert.equal(harness.changes(/^Clear-/).length, 1, 'the one that Exchange did not take');
  });
});

describe('An order that waits', () => {
  it('because Exchange wants the wipe to wait is sent in the same run, counted once', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [device, other] = harness.partnerships(allowed) as [Device, Device];
    let faults = 2;
    harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') && faults-- > 0 ? 'throttled' : 'none');
    const limits = { maxConcurrentCommands: 1 };
    const result = await harness.run([wipeAction('w', device), wipeAction('v', other)], {
      limits,
      safety: { maxDestructivePerRun: 2 },
    });
    assert.deepEqual([state(result, 'w'), state(result, 'v')], ['PENDING', 'PENDING']);
  });

  it('for as long as Exchange wants it to wait is left to the next run', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') ? 'throttled' : 'none');
    assert.equal(state(await harness.run([wipeAction('w', device)]), 'w'), 'WAITING');
    harness.session.fault = () => 'none';
    assert.equal(state(await harness.run([wipeAction('w', device)]), 'w'), 'PENDING');
  });

  it('where every read takes long is sent all the same', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    harness.session.pause = ({ effect }) => {
      if (effect === 'read') harness.advance(1);
      return Promise.resolve();
    };
    await harness.run([wipeAction('w', device)]);
    assert.equal(harness.changes(/^Clear-/).length, 1);
  });

  it('behind others does not wait until they are done', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const devices = harness.partnerships(allowed).slice(0, 4);
    let sending = 0;
    let mostAtOnce = 0;
    harness.session.pause = async ({ cmdlet }) => {
      if (!cmdlet.startsWith('Clear-')) return;
      sending += 1;
      mostAtOnce = Math.max(mostAtOnce, sending);
      for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve));
      sending -= 1;
    };
    const limits = { maxConcurrentCommands: 4 };
    await harness.run(
      devices.map((device, index) => wipeAction(`w${String(index)}`, device)),
      { limits },
    );
    assert.equal(harness.changes(/^Clear-/).length, 4);
    assert.ok(mostAtOnce > 1, 'several wipes are under way at once');
  });
});
