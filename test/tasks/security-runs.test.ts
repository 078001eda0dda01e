import assert from 'node:assert/strict';
import type { Command } from '../../plugin/exchange/command';
import { PSObject } from '../../psrp';
import { SecurityHarness, isNative, wipeAction, type Json } from './security-harness';

const allowed = (device: Record<string, string>): boolean =>
  isNative(device) && device['DeviceAccessState'] === 'Allowed';

const mailboxOf = (device: Record<string, string>): string =>
  String(device['DistinguishedName']).split(',').slice(2).join(',');

const deviceOf = (device: Record<string, string>): Json => ({
  mailbox: mailboxOf(device),
  deviceId: device['DeviceId'],
});

const refOf = (device: Record<string, string>): Json => ({
  guid: device['Guid'],
  firstSyncTime: device['FirstSyncTime'],
});

const state = (outcomes: ReadonlyMap<string, Json>, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

const cas = (harness: SecurityHarness, device: Record<string, string>): Record<string, string> =>
  harness.read('Get-CASMailbox', { Identity: mailboxOf(device) })[0]!;

describe('A run of EASConnectorSecurity', () => {
  it('does not even connect when everything is over', async () => {
    const harness = new SecurityHarness();
    const [one, two] = harness.partnerships(allowed);
    const actions = [
      { id: 'a', allowDevice: { device: deviceOf(one!) } },
      { id: 'b', blockDevice: { device: deviceOf(two!) } },
      wipeAction('w', { ...one!, FirstSyncTime: '2020-01-01T00:00:00Z' }),
    ];
    await harness.run(actions);
    const sent = harness.session.sent.length;
    const { outcomes, summary } = await harness.run(actions);
    assert.equal(harness.session.sent.length, sent);
    assert.equal(outcomes.size, 3);
    assert.equal(summary['exchangeVersion'], undefined);
  });

  it('takes two calls for each wipe that is pending, and writes nothing when nothing is new', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const actions = [wipeAction('w', harness.partnerships(allowed)[0]!)];
    await harness.run(actions);
    await harness.run(actions);
    const sent = harness.session.sent.length;
    let writes = 0;
    harness.store.beforeWrite = () => {
      writes += 1;
    };
    await harness.run(actions);
    assert.equal(harness.session.sent.length - sent, 2);
    assert.equal(writes, 0);
  });

  for (const version of ['2010', '2013', 'SE', 'Online'] as const) {
    it(`names the same domain controller in every read and write of a change, on-premises only (${version})`, async () => {
      const harness = new SecurityHarness({ devices: 120, version });
      const [one, two, three] = harness.partnerships((device) =>
        /iPhone|Samsung|Android/.test(device['DeviceType'] ?? ''),
      );
      await harness.run([
        wipeAction('w', one!),
        { id: 'b', blockDevice: { device: deviceOf(two!) } },
        { id: 'r', removePartnership: { partnership: refOf(three!) } },
      ]);
      const through = ({ parameters }: Command): unknown => parameters['DomainController'];
      const commands = harness.session.sent.filter(({ cmdlet }) => /Device|CASMailbox/.test(cmdlet));
      assert.ok(commands.length > 8);
      const expected = version === 'Online' ? undefined : 'dc01.contoso.com';
      assert.deepEqual(new Set(commands.map(through)), new Set([expected]));
    });
  }

  it('looks for a change at the server that it was sent through, for a day, though another one answers by now', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    const actions = [wipeAction('w', device)];
    await harness.run(actions);
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      for await (const object of invoke(command, options)) {
        const other: readonly (readonly [string, string])[] = [['OriginatingServer', 'dc02.contoso.com']];
        const isAsked = command.cmdlet === 'Get-ActiveSyncOrganizationSettings';
        yield isAsked ? new PSObject(new Map([...object.properties, ...other]), object.typeNames) : object;
      }
    };
    const serversOf = async (): Promise<Set<unknown>> => {
      const before = harness.session.sent.length;
      await harness.run(actions);
      const reads = harness.session.sent.slice(before).filter(({ cmdlet }) => cmdlet.startsWith('Get-MobileDevice'));
      return new Set(reads.map(({ parameters }) => parameters['DomainController']));
    };
    assert.deepEqual(await serversOf(), new Set(['dc01.contoso.com']));
    harness.advance(24 * 60);
    assert.deepEqual(await serversOf(), new Set(['dc02.contoso.com']));
  });

  it('counts places below the day limit before it sends, however many commands run at once', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const actions = harness
      .partnerships(allowed)
      .slice(0, 8)
      .map((one, index) => wipeAction(`w${String(index)}`, one));
    const settings = { safety: { maxDestructivePerDay: 3 }, limits: { maxConcurrentCommands: 8 } };
    const { outcomes } = await harness.run(actions, settings);
    assert.equal(harness.changes(/^Clear-/).length, 3);
    assert.deepEqual(
      actions.map((_, index) => state(outcomes, `w${String(index)}`)),
      [...Array<string>(3).fill('PENDING'), ...Array<string>(5).fill('AWAITING_APPROVAL')],
    );
  });

  it('keeps what was held above a limit until somebody approves or the limit is raised, not until the next run', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const actions = harness
      .partnerships(allowed)
      .slice(0, 3)
      .map((one, index) => wipeAction(`w${String(index)}`, one));
    const low = { safety: { maxDestructivePerRun: 1 } };
    await harness.run(actions, low);
    harness.advance(5);
    const second = await harness.run(actions, low);
    assert.deepEqual(
      ['w1', 'w2'].map((id) => state(second.outcomes, id)),
      ['AWAITING_APPROVAL', 'AWAITING_APPROVAL'],
    );
    const approvals = [{ actionId: 'w2', planHash: second.outcomes.get('w2')?.['planHash'] }];
    const third = await harness.run(actions, { ...low, approvals });
    assert.deepEqual(
      ['w1', 'w2'].map((id) => state(third.outcomes, id)),
      ['AWAITING_APPROVAL', 'PENDING'],
    );
    const raised = await harness.run(actions, { safety: { maxDestructivePerRun: 5 } });
    assert.equal(state(raised.outcomes, 'w1'), 'PENDING');
    assert.equal(harness.changes(/^Clear-/).length, 3);
  });

  it('ends a removal that stopped half-way: the list is cleared once, the partnership removed once', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    await harness.run([{ id: 'a', allowDevice: { device: deviceOf(device) } }]);
    let faults = 1;
    harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Remove-') && faults-- > 0 ? 'lost' : 'none');
    const remove = [{ id: 'r', removePartnership: { partnership: refOf(device) } }];
    const first = await harness.run(remove);
    assert.equal(state(first.outcomes, 'r'), 'WAITING');
    assert.match(String(first.outcomes.get('r')?.['summary']), /^Done in part \(clear the list entries of/);
    assert.doesNotMatch(cas(harness, device)['ActiveSyncAllowedDeviceIDs']!, new RegExp(device['DeviceId']!));
    const second = await harness.run(remove);
    assert.equal(state(second.outcomes, 'r'), 'SUCCEEDED');
    assert.equal(harness.changes(/^Set-/).length, 2, 'the order to allow, and one clearing');
    assert.equal(harness.changes(/^Remove-/).length, 2, 'the one that got lost, and one more');
  });

  it('does not build a step on one whose answer was lost', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    await harness.run([{ id: 'a', allowDevice: { device: deviceOf(device) } }]);
    harness.session.fault = ({ cmdlet }) => (cmdlet === 'Set-CASMailbox' ? 'answerLost' : 'none');
    const remove = [{ id: 'r', removePartnership: { partnership: refOf(device) } }];
    await harness.run(remove);
    assert.equal(harness.changes(/^Remove-/).length, 0);
    harness.session.fault = () => 'none';
    harness.advance(16);
    assert.equal(state((await harness.run(remove)).outcomes, 'r'), 'SUCCEEDED');
  });

  it('lets the later of two orders for a device stand, though the earlier one failed and comes again', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    let isFirst = true;
    harness.session.fault = ({ cmdlet }) => {
      const hit = cmdlet === 'Set-CASMailbox' && isFirst;
      if (hit) isFirst = false;
      return hit ? 'lost' : 'none';
    };
    const actions = [
      { id: 'allow', allowDevice: { device: deviceOf(device) } },
      { id: 'block', blockDevice: { device: deviceOf(device) } },
    ];
    await harness.run(actions);
    harness.advance(30);
    // The host sends no more what is final.
    const { outcomes } = await harness.run(actions.slice(0, 1));
    assert.equal(state(outcomes, 'allow'), 'SUPERSEDED');
    assert.match(cas(harness, device)['ActiveSyncBlockedDeviceIDs']!, new RegExp(device['DeviceId']!));
  });

  it('keeps a block waiting for a wipe that somebody else has ordered, for a day at most', async () => {
    const harness = new SecurityHarness({ devices: 300, version: 'Online' });
    const device = harness.partnerships(allowed)[0]!;
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const block = [{ id: 'b', blockDevice: { device: deviceOf(device) } }];
    const first = await harness.run(block);
    assert.equal(state(first.outcomes, 'b'), 'WAITING');
    assert.equal(first.completed.outcome, 'succeeded');
    harness.advance(24 * 60);
    assert.equal(state((await harness.run(block)).outcomes, 'b'), 'SUCCEEDED');
  });

  it('tries a fault again with growing pauses, and gives up a week after the first of them, not of the order', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    const block = [{ id: 'b', blockDevice: { device: deviceOf(device) } }];
    const closed = { safety: { maintenanceWindows: [{ days: ['WEEKDAY_SATURDAY'], begins: '00:00', lasts: '60s' }] } };
    await harness.run(block, closed);
    harness.advance(10 * 24 * 60);
    harness.session.refuse = ({ cmdlet }) => cmdlet === 'Set-CASMailbox';
    const attempts: number[] = [];
    let last = await harness.run(block);
    assert.equal(state(last.outcomes, 'b'), 'WAITING', 'ten days of waiting are no failure');
    for (let minutes = 0; minutes < 8 * 24 * 60 && state(last.outcomes, 'b') === 'WAITING'; minutes += 30) {
      attempts.push(harness.session.sent.length);
      harness.advance(30);
      last = await harness.run(block);
    }
    assert.equal(state(last.outcomes, 'b'), 'FAILED');
    assert.ok((last.outcomes.get('b')?.['attempts'] as Json[]).length >= 8);
    assert.ok(new Set(attempts).size < 16, 'most runs are pauses');
  });
});

describe('A wipe under way', () => {
  const acknowledged = async (harness: SecurityHarness, device: Record<string, string>): Promise<void> => {
    harness.user(device, 'sync');
    harness.advance(1);
    await Promise.resolve();
  };

  it('whose order has vanished from the settings still has its standing order ended', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(allowed)[0]!;
    await harness.run([wipeAction('w', device)]);
    await acknowledged(harness, device);
    const { outcomes } = await harness.run([]);
    assert.equal(state(outcomes, 'w'), 'SUCCEEDED');
    assert.equal(harness.changes(/^Remove-/).length, 1);
    assert.equal((await harness.run([])).outcomes.size, 0);
  });

  it('of which two orders have vanished has its standing order ended once', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(allowed)[0]!;
    await harness.run([wipeAction('w1', device), wipeAction('w2', device)]);
    await acknowledged(harness, device);
    const { outcomes } = await harness.run([], { limits: { maxConcurrentCommands: 4 } });
    assert.deepEqual([state(outcomes, 'w1'), state(outcomes, 'w2')], ['SUCCEEDED', 'SUCCEEDED']);
    assert.equal(harness.changes(/^Remove-/).length, 1);
  });

  it('whose id is used for another order meanwhile is followed, and the other order refused', async () => {
    const harness = new SecurityHarness();
    const [device, other] = harness.partnerships(allowed);
    await harness.run([wipeAction('w', device!)]);
    await acknowledged(harness, device!);
    const { outcomes } = await harness.run([wipeAction('w', other!)]);
    assert.equal(state(outcomes, 'w'), 'REFUSED');
    assert.equal(harness.changes(/^Remove-/).length, 1);
    assert.equal(harness.changes(/^Clear-/).length, 1);
  });

  it('that nobody knows to have been sent is not sent again once its order has vanished', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const device = harness.partnerships(allowed)[0]!;
    harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') ? 'crashBefore' : 'none');
    await assert.rejects(harness.run([wipeAction('w', device)]));
    harness.session.fault = () => 'none';
    harness.advance(20);
    const { outcomes } = await harness.run([]);
    assert.equal(state(outcomes, 'w'), 'CANCELLED');
    assert.equal(
      harness.changes(/^Clear-/).filter(({ parameters }) => parameters['Cancel'] !== true).length,
      1,
      'the one that got lost',
    );
  });

  it('that got lost is not sent again after it was taken back, whatever has become of the order that took it back', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const device = harness.partnerships(allowed)[0]!;
    const wipe = wipeAction('w', device);
    harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') ? 'crashBefore' : 'none');
    await assert.rejects(harness.run([wipe]));
    harness.session.fault = () => 'none';
    const cancelled = await harness.run([wipe, { id: 'c', cancelWipe: { partnership: refOf(device) } }]);
    assert.equal(state(cancelled.outcomes, 'c'), 'SUCCEEDED');
    harness.advance(60);
    const { outcomes } = await harness.run([wipe]);
    assert.equal(state(outcomes, 'w'), 'CANCELLED');
    assert.deepEqual([...harness.organization.population.erasedPhones()], []);
  });

  it('Online ends only with an approval that holds for as long as what would be done is the same', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const device = harness.partnerships(allowed)[0]!;
    const actions = [wipeAction('w', device)];
    await harness.run(actions);
    harness.advance(73 * 60);
    const first = await harness.run(actions);
    assert.equal(state(first.outcomes, 'w'), 'AWAITING_APPROVAL');
    harness.advance(7 * 60);
    const second = await harness.run(actions);
    const planHash = second.outcomes.get('w')?.['planHash'];
    assert.equal(planHash, first.outcomes.get('w')?.['planHash']);
    assert.equal(harness.changes(/^Remove-/).length, 0);
    const { outcomes } = await harness.run(actions, { approvals: [{ actionId: 'w', planHash }] });
    assert.equal(state(outcomes, 'w'), 'SUCCEEDED');
    assert.match(String(outcomes.get('w')?.['summary']), /never said that the device was wiped/);
  });

  it('is not given up because Exchange could not be read for a week', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(allowed)[0]!;
    const actions = [wipeAction('w', device)];
    await harness.run(actions);
    harness.session.refuse = ({ cmdlet }) => cmdlet.startsWith('Get-MobileDevice');
    for (let day = 0; day < 9; day += 1) {
      harness.advance(24 * 60);
      assert.equal(state((await harness.run(actions)).outcomes, 'w'), 'WAITING');
    }
    harness.session.refuse = () => false;
    assert.match(state((await harness.run(actions)).outcomes, 'w'), /PENDING|SUCCEEDED/);
  });

  it('with a block afterwards blocks the device although somebody has removed the partnership meanwhile', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(allowed)[0]!;
    const actions = [wipeAction('w', device, { blockAfterwards: true })];
    await harness.run(actions);
    await acknowledged(harness, device);
    harness.session.fault = ({ cmdlet }) => (cmdlet === 'Set-CASMailbox' ? 'lost' : 'none');
    await harness.run(actions);
    harness.session.fault = () => 'none';
    harness.objects('Remove-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const { outcomes } = await harness.run(actions);
    assert.equal(state(outcomes, 'w'), 'SUCCEEDED');
    assert.match(cas(harness, device)['ActiveSyncBlockedDeviceIDs']!, new RegExp(device['DeviceId']!));
  });
});
