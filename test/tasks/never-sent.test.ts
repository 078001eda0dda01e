import assert from 'node:assert/strict';
import { StateError } from '../../plugin/state/state-error';
import type { ActionRecord } from '../../tasks/eas-connector-security/action-record';
import { SecurityHarness, isNative, wipeAction, type Json, type RunResult } from './security-harness';

type Device = Record<string, string>;

const allowed = (device: Device): boolean => isNative(device) && device['DeviceAccessState'] === 'Allowed';

const mailboxOf = (device: Device): string => String(device['DistinguishedName']).split(',').slice(2).join(',');

const refOf = (device: Device): Json => ({ guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] });

const deviceOf = (device: Device): Json => ({ mailbox: mailboxOf(device), deviceId: device['DeviceId'] });

const state = ({ outcomes }: RunResult, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

const codes = ({ outcomes }: RunResult, id: string): string[] =>
  ((outcomes.get(id)?.['problems'] ?? []) as Json[]).map(({ code }) => String(code));

describe('Nothing is sent', () => {
  it('for a mailbox outside the scope of the settings, whatever is ordered', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const other = harness.partnerships((one) => allowed(one) && mailboxOf(one) !== mailboxOf(device))[0]!;
    const orders: Json[] = [
      { id: 'c', cancelWipe: { partnership: refOf(device) } },
      wipeAction('w', other),
      { id: 'b', blockDevice: { device: deviceOf(other) } },
      { id: 'a', allowDevice: { device: deviceOf(other) } },
      { id: 'r', removePartnership: { partnership: refOf(other) } },
      { id: 'p', assignPolicy: { policy: 'Executives', mailboxes: [mailboxOf(other)] } },
    ];
    const result = await harness.run(orders, { scope: { include: { domains: ['elsewhere.example'] } } });
    for (const { id } of orders) {
      assert.equal(state(result, String(id)), 'REFUSED', String(id));
      assert.ok(codes(result, String(id)).includes('action.outOfScope'), String(id));
    }
    assert.deepEqual(harness.changes(/./), []);
  });

  it('again for a wipe that may have got lost, once its order has expired', async () => {
    const harness = new SecurityHarness({ version: 'Online' });
    const device = harness.partnerships(allowed)[0]!;
    const order = { ...wipeAction('w', device), expiresAt: new Date(harness.now() + 10 * 60_000).toISOString() };
    harness.session.fault = ({ cmdlet }) => (cmdlet.startsWith('Clear-') ? 'crashBefore' : 'none');
    await assert.rejects(harness.run([order]));
    harness.session.fault = () => 'none';
    harness.advance(16);
    assert.equal(state(await harness.run([order]), 'w'), 'EXPIRED');
    assert.equal(harness.changes(/^Clear-/).length, 1, 'the one that got lost');
  });

  it('that would end an unfinished wipe of the whole phone along with one of the account', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships((one) => allowed(one) && one['ClientVersion'] === '16.1')[0]!;
    const order = wipeAction('w', device, { kind: 'WIPE_KIND_ACCOUNT_ONLY' });
    await harness.run([order]);
    harness.user(device, 'sync');
    harness.advance(5);
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const result = await harness.run([order]);
    assert.equal(state(result, 'w'), 'PENDING');
    assert.deepEqual(codes(result, 'w'), ['wipe.otherOrder']);
    assert.equal(harness.changes(/./).length, 1, 'the wipe of the account');
  });

  it('to remove a partnership whose wipe by somebody else is unfinished, unless the order says so', async () => {
    const harness = new SecurityHarness({ devices: 300, version: 'Online' });
    const device = harness.partnerships(allowed)[0]!;
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const removal = (id: string, extra: Json = {}): Json => ({
      id,
      removePartnership: { partnership: refOf(device), ...extra },
    });
    const result = await harness.run([removal('r')]);
    assert.equal(state(result, 'r'), 'REFUSED');
    assert.deepEqual(codes(result, 'r'), ['wipe.unfinished']);
    assert.deepEqual(harness.changes(/./), []);
    assert.equal(state(await harness.run([removal('s', { evenIfWipeUnfinished: true })]), 's'), 'SUCCEEDED');
  });

  it('by a run that slept between writing a wipe down and sending it, and was replaced', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships(allowed)[0]!;
    const { store } = harness;
    let isReplaced = false;
    store.fence(() => (isReplaced ? new StateError('state.locked', 'another run has taken its place', '') : undefined));
    store.afterWrite = () => {
      isReplaced = store.collection<ActionRecord>('journal').get('w')?.wipe !== undefined;
      return Promise.resolve();
    };
    const { completed } = await harness.run([wipeAction('w', device)]);
    assert.equal(completed.problems[0]?.code, 'state.locked');
    assert.deepEqual(harness.changes(/./), []);
  });

  it('in report-only mode, whatever is ordered and under way', async () => {
    const harness = new SecurityHarness({ devices: 600 });
    const [one, two, three, four, five] = harness.partnerships(allowed) as Device[];
    const orders: Json[] = [
      wipeAction('under-way', one!, { blockAfterwards: true }),
      wipeAction('w', two!),
      { id: 'c', cancelWipe: { partnership: refOf(three!) } },
      { id: 'b', blockDevice: { device: deviceOf(four!) } },
      { id: 'a', allowDevice: { device: deviceOf(five!) } },
      { id: 'r', removePartnership: { partnership: refOf(five!) } },
      { id: 'p', assignPolicy: { policy: 'Executives', groups: ['VIP'] } },
    ];
    await harness.run(orders.slice(0, 1));
    harness.user(one!, 'sync');
    harness.objects('Clear-MobileDevice', { Identity: three!['Guid'], Confirm: false });
    harness.advance(5);
    const sent = harness.changes(/./).length;
    const result = await harness.run(orders, {
      safety: { reportOnly: true },
      desiredAccess: {
        organization: { defaultAccessLevel: 'ACCESS_LEVEL_BLOCK' },
        rules: { removeOthers: true },
        preApproveExistingDevices: true,
        maxDevicesLosingAccess: 1000,
      },
      hygiene: { removeDeadAllowedIds: true, staleAfter: '2592000s', removeStalePartnerships: true },
    });
    assert.equal(harness.changes(/./).length, sent);
    for (const { id } of orders) assert.equal(state(result, String(id)), 'WOULD_BE_DONE', String(id));
  });
});
