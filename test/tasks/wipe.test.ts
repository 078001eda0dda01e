import assert from 'node:assert/strict';
import { SecurityHarness, isNative, wipeAction, type Json } from './security-harness';

const soon = (device: Record<string, string>): boolean => isNative(device) && device['DeviceAccessState'] === 'Allowed';

/** The state of one action's outcome. */
function state(outcomes: ReadonlyMap<string, Json>, id: string): string {
  return String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');
}

function codes(outcomes: ReadonlyMap<string, Json>, id: string): string[] {
  return ((outcomes.get(id)?.['problems'] ?? []) as Json[]).map(({ code }) => String(code));
}

describe('A wipe', () => {
  it('is sent once, followed to its acknowledgement, and its standing order is ended', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const actions = [wipeAction('w1', device)];
    const first = await harness.run(actions);
    assert.equal(state(first.outcomes, 'w1'), 'PENDING');
    assert.equal(harness.changes(/^Clear-/).length, 1);
    for (let i = 0; i < 40 && state((await harness.run(actions)).outcomes, 'w1') === 'PENDING'; i += 1)
      harness.advance(60);
    const last = await harness.run(actions);
    assert.equal(state(last.outcomes, 'w1'), 'SUCCEEDED');
    assert.equal((last.outcomes.get('w1')?.['wipe'] as Json)['phase'], 'WIPE_PHASE_STANDING_ORDER_ENDED');
    assert.equal(harness.changes(/^Clear-/).length, 1);
    assert.equal(harness.changes(/^Remove-/).length, 1);
    assert.throws(() => harness.read('Get-MobileDevice', { Identity: device['Guid'] }), /couldn't be found/);
    assert.equal([...harness.organization.population.erasedPhones()].length, 1);
  });

  it('of a phone that has come back since is superseded and not sent', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const old = { ...device, FirstSyncTime: '2020-01-01T00:00:00Z' };
    const { outcomes } = await harness.run([wipeAction('w1', old)]);
    assert.equal(state(outcomes, 'w1'), 'SUPERSEDED');
    assert.deepEqual(codes(outcomes, 'w1'), ['action.superseded']);
    assert.equal(harness.changes(/./).length, 0);
  });

  it('of the account only is refused for a client below EAS 16.1 and never becomes a wipe of the phone', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const old = harness.partnerships((device) => isNative(device) && device['ClientVersion'] === '14.1')[0]!;
    const { outcomes } = await harness.run([wipeAction('w1', old, { kind: 'WIPE_KIND_ACCOUNT_ONLY' })]);
    assert.equal(state(outcomes, 'w1'), 'REFUSED');
    assert.deepEqual(codes(outcomes, 'w1'), ['wipe.kindUnsupported']);
    assert.equal(harness.changes(/./).length, 0);
  });

  it('of the account only is refused by a server that does not have it', async () => {
    const harness = new SecurityHarness({ devices: 300, version: '2013' });
    const device = harness.partnerships(isNative)[0]!;
    const { outcomes } = await harness.run([wipeAction('w1', device, { kind: 'WIPE_KIND_ACCOUNT_ONLY' })]);
    assert.equal(state(outcomes, 'w1'), 'REFUSED');
    assert.equal(harness.changes(/./).length, 0);
  });

  it('of the account only erases the account and nothing else', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships((one) => soon(one) && one['ClientVersion'] === '16.1')[0]!;
    const actions = [wipeAction('w1', device, { kind: 'WIPE_KIND_ACCOUNT_ONLY' })];
    for (let i = 0; i < 60; i += 1) {
      if (state((await harness.run(actions)).outcomes, 'w1') === 'SUCCEEDED') break;
      harness.advance(60);
    }
    const erased = [...harness.organization.population.erasedPhones()];
    assert.deepEqual(
      erased.map(({ effect }) => effect),
      ['account'],
    );
  });

  it('of Outlook says before and after that only its own data go', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const outlook = harness.partnerships((one) => one['DeviceType'] === 'Outlook')[0]!;
    const { outcomes } = await harness.run([wipeAction('w1', outlook)]);
    assert.ok(codes(outcomes, 'w1').includes('wipe.appDataOnly'));
    assert.equal((outcomes.get('w1')?.['wipe'] as Json)['effect'], 'WIPE_EFFECT_APP_DATA');
  });

  it('is not sent again after its answer was lost, whether it had arrived or not', async () => {
    for (const fault of ['answerLost', 'lost'] as const) {
      const harness = new SecurityHarness();
      const device = harness.partnerships(soon)[0]!;
      let faults = 1;
      harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') && faults-- > 0 ? fault : 'none');
      const actions = [wipeAction('w1', device)];
      const first = await harness.run(actions);
      assert.equal(state(first.outcomes, 'w1'), fault === 'lost' ? 'WAITING' : 'PENDING');
      const second = await harness.run(actions);
      assert.equal(state(second.outcomes, 'w1'), 'PENDING');
      assert.equal(harness.changes(/^Clear-/).length, fault === 'lost' ? 2 : 1);
    }
  });

  it('is not sent if the journal cannot be written', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    harness.store.isBroken = true;
    const { outcomes } = await harness.run([wipeAction('w1', device)]);
    assert.equal(state(outcomes, 'w1'), 'WAITING');
    assert.ok(codes(outcomes, 'w1').includes('state.unavailable'));
    assert.equal(harness.changes(/./).length, 0);
  });

  it('that Exchange does not show yet is unconfirmed and is not sent again while it may lag', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const device = harness.partnerships(soon)[0]!;
    harness.organization.replicationLagMs = 8 * 60_000;
    const actions = [wipeAction('w1', device)];
    assert.equal(state((await harness.run(actions)).outcomes, 'w1'), 'APPLIED_UNCONFIRMED');
    harness.advance(5);
    assert.equal(state((await harness.run(actions)).outcomes, 'w1'), 'APPLIED_UNCONFIRMED');
    harness.advance(5);
    assert.match(state((await harness.run(actions)).outcomes, 'w1'), /PENDING|SUCCEEDED|APPLIED/);
    assert.equal(harness.changes(/^Clear-/).length, 1);
  });

  it('under an id that was used for another order is refused', async () => {
    const harness = new SecurityHarness();
    const [one, two] = harness.partnerships(soon);
    await harness.run([wipeAction('w1', one!)]);
    const { outcomes } = await harness.run([wipeAction('w1', two!)]);
    assert.equal(state(outcomes, 'w1'), 'REFUSED');
    assert.deepEqual(codes(outcomes, 'w1'), ['action.conflict']);
    assert.equal(harness.changes(/^Clear-/).length, 1);
  });

  it('is taken back before it is sent by a later order in the same settings', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const partnership = { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] };
    const { outcomes } = await harness.run([wipeAction('w1', device), { id: 'c1', cancelWipe: { partnership } }]);
    assert.equal(state(outcomes, 'w1'), 'CANCELLED');
    assert.equal(state(outcomes, 'c1'), 'NOTHING_TO_DO');
    assert.equal(harness.changes(/./).length, 0);
  });

  it('that is pending is cancelled at Exchange by an order to cancel it', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const partnership = { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] };
    const wipe = wipeAction('w1', device);
    await harness.run([wipe]);
    const { outcomes } = await harness.run([wipe, { id: 'c1', cancelWipe: { partnership } }]);
    assert.equal(state(outcomes, 'c1'), 'SUCCEEDED');
    harness.advance(24 * 60);
    const after = await harness.run([wipe]);
    assert.equal(state(after.outcomes, 'w1'), 'CANCELLED');
    assert.equal([...harness.organization.population.erasedPhones()].length, 0);
  });

  it('of a protected mailbox is refused', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const owner = String(device['DistinguishedName']).split(',').slice(2).join(',');
    const [mailbox] = harness.read('Get-CASMailbox', { Identity: owner });
    const safety = { protectedMailboxes: [mailbox!['PrimarySmtpAddress']!.toUpperCase()] };
    const { outcomes } = await harness.run([wipeAction('w1', device)], { safety });
    assert.equal(state(outcomes, 'w1'), 'REFUSED');
    assert.deepEqual(codes(outcomes, 'w1'), ['action.protected']);
    assert.equal(harness.changes(/./).length, 0);
  });

  it('beyond the limit waits for an approval of exactly what would be done', async () => {
    const harness = new SecurityHarness();
    const [one, two] = harness.partnerships(soon);
    const actions = [wipeAction('w1', one!), wipeAction('w2', two!)];
    const safety = { maxDestructivePerRun: 1 };
    const limits = { maxConcurrentCommands: 1 };
    const first = await harness.run(actions, { safety, limits });
    assert.equal(state(first.outcomes, 'w2'), 'AWAITING_APPROVAL');
    const planHash = first.outcomes.get('w2')?.['planHash'];
    const wrong = await harness.run(actions, {
      safety: { maxDestructivePerRun: 0 },
      approvals: [{ actionId: 'w2', planHash: 'x' }],
    });
    assert.equal(state(wrong.outcomes, 'w2'), 'AWAITING_APPROVAL');
    const right = await harness.run(actions, {
      safety: { maxDestructivePerRun: 0 },
      approvals: [{ actionId: 'w2', planHash }],
    });
    assert.equal(state(right.outcomes, 'w2'), 'PENDING');
  });

  it('is only reported in report-only mode, and nothing is remembered of it', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const { outcomes } = await harness.run([wipeAction('w1', device)], { safety: { reportOnly: true } });
    assert.equal(state(outcomes, 'w1'), 'WOULD_BE_DONE');
    assert.match(String((outcomes.get('w1')?.['steps'] as string[])[0]), /^wipe the whole device/);
    assert.equal(harness.changes(/./).length, 0);
    assert.deepEqual([...harness.store.collection('journal').entries()], []);
  });

  it('that has expired is not begun', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const { outcomes } = await harness.run([{ ...wipeAction('w1', device), expiresAt: '2026-11-22T07:00:00Z' }]);
    assert.equal(state(outcomes, 'w1'), 'EXPIRED');
    assert.equal(harness.changes(/./).length, 0);
  });

  it('that stands since before the phone came back is not done because the phone acknowledged it then', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(soon)[0]!;
    const mailbox = String(device['DistinguishedName']).split(',').slice(2).join(',');
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    harness.user(device, 'sync');
    harness.advance(5);
    // It comes back, and does not get the standing order as long as it is blocked.
    harness.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncBlockedDeviceIDs: [device['DeviceId']] });
    harness.user(device, 'reset');
    const back = harness.read('Get-MobileDevice', { Identity: device['Guid'] })[0]!;
    assert.notEqual(back['FirstSyncTime'], device['FirstSyncTime']);
    const actions = [wipeAction('w1', back), { id: 's1', refreshStatus: { partnershipGuids: [device['Guid']] } }];
    const first = await harness.run(actions);
    assert.equal(state(first.outcomes, 'w1'), 'PENDING');
    assert.equal((first.statuses[0]!['wipe'] as Json)['phase'], 'WIPE_PHASE_PENDING');
    harness.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncBlockedDeviceIDs: [] });
    harness.user(back, 'sync');
    harness.advance(5);
    assert.equal(state((await harness.run(actions)).outcomes, 'w1'), 'SUCCEEDED');
    assert.equal([...harness.organization.population.erasedPhones()].length, 2, 'once for each order');
  });

  it('warns when the device is blocked, because the wipe may not reach it', async () => {
    const harness = new SecurityHarness({ devices: 400 });
    const device = harness.partnerships((one) => isNative(one) && one['DeviceAccessState'] === 'Blocked')[0]!;
    const { outcomes } = await harness.run([wipeAction('w1', device)]);
    assert.ok(codes(outcomes, 'w1').includes('wipe.mayNotArrive'));
  });
});
