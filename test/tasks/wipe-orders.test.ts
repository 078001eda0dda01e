import assert from 'node:assert/strict';
import type { Command } from '../../plugin/exchange/command';
import { SecurityHarness, isNative, wipeAction, type Json, type RunResult } from './security-harness';

const soon = (device: Record<string, string>): boolean => isNative(device) && device['DeviceAccessState'] === 'Allowed';

type Sent = Pick<Command, 'cmdlet' | 'parameters'>;

function state({ outcomes }: RunResult, id: string): string {
  return String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');
}

function problems({ outcomes }: RunResult, id: string): Json[] {
  return (outcomes.get(id)?.['problems'] ?? []) as Json[];
}

function cancelAction(id: string, device: Record<string, string>): Json {
  return { id, cancelWipe: { partnership: { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] } } };
}

/** Runs until an order is final, an hour after the other. */
async function settle(harness: SecurityHarness, actions: readonly Json[], id: string): Promise<RunResult> {
  for (let runs = 0; runs < 60; runs++) {
    const result = await harness.run(actions);
    if (result.outcomes.get(id)?.['isFinal'] === true) return result;
    harness.advance(60);
  }
  throw new Error(`${id} is not final after 60 runs.`);
}

/** Orders that concern the same partnership as a wipe. */
describe('A wipe among other orders', () => {
  it('that two orders ask for is sent once, and both are told of its end', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const actions = [wipeAction('w1', device), wipeAction('w2', device)];
    await settle(harness, actions, 'w1');
    const last = await settle(harness, actions, 'w2');
    assert.deepEqual([state(last, 'w1'), state(last, 'w2')], ['SUCCEEDED', 'SUCCEEDED']);
    for (const id of ['w1', 'w2']) {
      const wipe = last.outcomes.get(id)?.['wipe'] as Json;
      assert.equal(wipe['phase'], 'WIPE_PHASE_STANDING_ORDER_ENDED');
      assert.ok(wipe['acknowledgedAt'], id);
      assert.ok(wipe['endedAt'] && String(wipe['endedAt']) >= String(wipe['acknowledgedAt']), id);
    }
    assert.equal(harness.changes(/^Clear-/).length, 1);
    assert.equal(harness.changes(/^Remove-/).length, 1);
  });

  it('that is ordered after a cancellation is sent when the cancellation is done, and is not taken back by it', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    assert.equal(state(await harness.run([wipeAction('w1', device)]), 'w1'), 'PENDING');
    const actions = [wipeAction('w1', device), cancelAction('c1', device), wipeAction('w2', device)];
    const last = await settle(harness, actions, 'w2');
    assert.equal(state(last, 'c1'), 'SUCCEEDED');
    assert.equal(state(last, 'w2'), 'SUCCEEDED');
    const sent = harness
      .changes(/^(Clear|Remove)-/)
      .map(({ cmdlet, parameters }) => [cmdlet, parameters['Cancel'] !== undefined]);
    assert.deepEqual(
      sent.map(([, isCancel]) => isCancel),
      [false, true, false, false],
      JSON.stringify(sent),
    );
  });

  it('that is ordered after a cancellation waits for it, also when the cancellation got lost at first', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const isCancel = ({ cmdlet, parameters }: Sent): boolean => cmdlet.startsWith('Clear-') && 'Cancel' in parameters;
    assert.equal(state(await harness.run([wipeAction('w1', device)]), 'w1'), 'PENDING');
    let faults = 1;
    harness.session.fault = (command) => (isCancel(command) && faults-- > 0 ? 'lost' : 'none');
    const actions = [wipeAction('w1', device), cancelAction('c1', device), wipeAction('w2', device)];
    const first = await harness.run(actions);
    assert.equal(state(first, 'w2'), 'WAITING', 'what the cancellation is still to take back is not its wipe');
    const last = await settle(harness, actions, 'w2');
    assert.equal(state(last, 'w2'), 'SUCCEEDED');
    assert.deepEqual(harness.changes(/^(Clear|Remove)-/).map(isCancel), [false, true, true, false, false]);
  });

  for (const [name, cancel] of [
    ['an order', {}],
    ['an order that has expired itself', { expiresAt: '2020-01-01T00:00:00Z' }],
  ] as const) {
    it(`of which nobody knows whether it was sent is not sent again where ${name} takes it back`, async () => {
      const harness = new SecurityHarness();
      const device = harness.partnerships(soon)[0]!;
      harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') ? 'crashBefore' : 'none');
      await assert.rejects(harness.run([wipeAction('w1', device)]));
      const before = harness.changes(/^Clear-/).length;
      harness.session.isDead = false;
      harness.session.fault = () => 'none';
      harness.advance(60);
      const actions = [wipeAction('w1', device), { ...cancelAction('c1', device), ...cancel }];
      const first = await harness.run(actions);
      const isCarriedOut = name === 'an order';
      assert.equal(state(first, 'w1'), isCarriedOut ? 'APPLIED_UNCONFIRMED' : 'CANCELLED');
      harness.advance(5);
      const last = await harness.run(actions);
      assert.equal(state(last, 'w1'), 'CANCELLED');
      // It is cancelled unseen: what was sent before the crash might still arrive.
      const changes = harness.changes(/^Clear-/).slice(before);
      const sent = changes.map(({ parameters }) => parameters['Cancel']);
      assert.deepEqual(sent, isCarriedOut ? [true] : []);
    });
  }

  for (const isWithdrawn of [false, true]) {
    const name = isWithdrawn ? 'and that is ordered no more ' : '';
    it(`whose time is over ${name}blocks nothing in the run that takes it back`, async () => {
      const harness = new SecurityHarness();
      const device = harness.partnerships(soon)[0]!;
      const wipe = wipeAction('w1', device, { blockAfterwards: true });
      const safety = { blockWaitsForWipe: '600s' };
      assert.equal(state(await harness.run([wipe], { safety }), 'w1'), 'PENDING');
      // Too short for the device to fetch its wipe, and long enough for the block.
      harness.advance(11);
      const actions = [...(isWithdrawn ? [] : [wipe]), cancelAction('c1', device)];
      const first = await harness.run(actions, { safety });
      const said = String(first.outcomes.get('w1')?.['summary']);
      assert.match(said, /not yet given to the device.* The order c1 takes it back\.$/);
      assert.equal(state(first, 'c1'), 'SUCCEEDED');
      const last = await harness.run(actions, { safety });
      assert.equal(state(last, 'w1'), 'CANCELLED');
      assert.deepEqual(harness.changes(/^Set-/), []);
    });
  }

  it('that the device has acknowledged is cancelled with a warning that it was too late', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const keep = { standingOrderEnd: 'STANDING_ORDER_END_KEEP' };
    await settle(harness, [wipeAction('w1', device, keep)], 'w1');
    const last = await settle(harness, [wipeAction('w1', device, keep), cancelAction('c1', device)], 'c1');
    assert.equal(state(last, 'c1'), 'SUCCEEDED');
    assert.match(JSON.stringify(problems(last, 'c1')), /cannot be taken back/);
    assert.equal([...harness.organization.population.erasedPhones()].length, 1);
  });

  it('is cancelled although Exchange shows no statistics of the device, and nobody says that none stands', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const actions = [wipeAction('w1', device), cancelAction('c1', device)];
    await harness.run(actions.slice(0, 1));
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      if (command.cmdlet !== 'Get-MobileDeviceStatistics') yield* invoke(command, options);
    };
    const blind = await harness.run(actions);
    assert.equal(state(blind, 'c1'), 'APPLIED_UNCONFIRMED');
    harness.session.invoke = invoke;
    harness.advance(5);
    const last = await harness.run(actions);
    assert.deepEqual([state(last, 'w1'), state(last, 'c1')], ['CANCELLED', 'SUCCEEDED']);
    harness.user(device, 'sync');
    assert.deepEqual([...harness.organization.population.erasedPhones()], []);
  });

  it('of the account is not ended at the price of a newer wipe of the whole phone, which came back meanwhile', async () => {
    const harness = new SecurityHarness({ devices: 300, version: 'Online' });
    const device = harness.partnerships((one) => soon(one) && one['ClientVersion'] === '16.1')[0]!;
    const actions = [wipeAction('w1', device, { kind: 'WIPE_KIND_ACCOUNT_ONLY' })];
    assert.equal(state(await harness.run(actions), 'w1'), 'PENDING');
    harness.advance(1);
    harness.user(device, 'reset');
    harness.advance(1);
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const result = await harness.run(actions);
    assert.deepEqual(harness.changes(/^(Clear|Remove)-/).length, 1, 'the wipe of the account');
    assert.equal(state(result, 'w1'), 'SUPERSEDED');
    assert.deepEqual(
      problems(result, 'w1').map(({ code }) => code),
      ['wipe.otherOrder'],
    );
  });

  it('whose standing order ends takes the device off the list of allowed ones too', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const mailbox = String(device['DistinguishedName']).split(',').slice(2).join(',');
    const list = (): string => harness.read('Get-CASMailbox', { Identity: mailbox })[0]!['ActiveSyncAllowedDeviceIDs']!;
    const allow = { id: 'a1', allowDevice: { device: { mailbox, deviceId: device['DeviceId'] } } };
    assert.equal(state(await harness.run([allow]), 'a1'), 'SUCCEEDED');
    assert.ok(list().includes(device['DeviceId']!));
    await settle(harness, [wipeAction('w1', device)], 'w1');
    assert.ok(!list().includes(device['DeviceId']!));
  });
});
