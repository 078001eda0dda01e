import assert from 'node:assert/strict';
import { SecurityHarness, wipeAction } from '../security-harness';
import {
  codes,
  everything,
  findings,
  hygiene,
  list,
  mailboxOf,
  NEXT_DAY,
  removed,
  silent,
  STALE_AFTER,
  states,
} from './hygiene-lab';

const REPORT = { staleAfter: STALE_AFTER };
const REMOVE = { ...REPORT, removeStalePartnerships: true };

const guids = (known: readonly { readonly device: Record<string, string> }[]): string[] =>
  known.map(({ device }) => String(device['Guid'])).sort();

describe('Stale partnerships', () => {
  it('are all reported, and none that has synchronized in time; nothing is changed', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const limit = harness.now() - 90 * 86_400_000;
    const stale = everything(harness).filter(({ lastSync }) => lastSync <= limit);
    assert.ok(stale.length > 5);
    const run = await harness.run([], hygiene(REPORT));
    assert.equal(run.completed.outcome, 'succeeded');
    assert.deepEqual(codes(run), ['partnership.stale']);
    const found = findings(run).get('partnership.stale')!;
    assert.equal(found['count'], stale.length);
    for (const example of found['examples'] as string[]) {
      assert.ok(
        stale.some(({ device }) => example.includes(String(device['Guid']))),
        example,
      );
    }
    assert.equal(harness.changes(/./).length, 0);
  });

  it('are removed when that is ordered, the oldest first, each by its GUID', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const wanted = [...silent(harness)].sort((a, b) => a.lastSync - b.lastSync);
    const run = await harness.run([], hygiene(REMOVE));
    assert.deepEqual(
      removed(harness),
      wanted.map(({ device }) => device['Guid']),
    );
    assert.deepEqual(new Set(states(run)), new Set(['SUCCEEDED']));
    assert.deepEqual(silent(harness), []);
  });

  it('that still try to synchronize are reported, and not removed', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const limit = harness.now() - 200 * 86_400_000;
    const blocked = everything(harness).find(
      ({ device, lastSync }) => lastSync > harness.now() - 86_400_000 && Date.parse(device['FirstSyncTime']!) < limit,
    )!.device;
    list(harness, mailboxOf(harness, blocked), [], [blocked['DeviceId']!]);
    const [statistics] = harness.read('Get-MobileDeviceStatistics', { Identity: blocked['Guid'] });
    assert.ok(Date.parse(statistics!['LastSuccessSync']!) < limit, 'it gets nothing');
    const run = await harness.run([], hygiene(REMOVE));
    assert.match(String(findings(run).get('partnership.staleKept')?.['examples']), /still tries/);
    assert.ok(!removed(harness).includes(blocked['Guid']!));
  });

  it('of which Exchange shows no statistics are kept: nobody knows when they last synchronized', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      if (command.cmdlet !== 'Get-MobileDeviceStatistics') yield* invoke(command, options);
    };
    const run = await harness.run([], hygiene(REMOVE));
    assert.deepEqual(removed(harness), []);
    assert.match(String(findings(run).get('partnership.staleKept')?.['examples']), /no statistics/);
  });

  it('leave the allowed list with their partnership, and stay on the blocked list', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [first, second] = silent(harness).filter(({ device }) => device['ClientType'] === 'EAS');
    const mailboxes = [first!, second!].map(({ device }) => mailboxOf(harness, device));
    list(harness, mailboxes[0]!, [first!.device['DeviceId']!, 'OTHER'], []);
    list(harness, mailboxes[1]!, [], [second!.device['DeviceId']!]);
    await harness.run([], hygiene(REMOVE));
    assert.ok(removed(harness).includes(first!.device['Guid']!));
    const after = mailboxes.map((mailbox) => harness.read('Get-CASMailbox', { Identity: mailbox['Guid'] })[0]!);
    assert.equal(after[0]!['ActiveSyncAllowedDeviceIDs'], 'OTHER');
    assert.equal(after[1]!['ActiveSyncBlockedDeviceIDs'], second!.device['DeviceId']);
  });

  it('are removed only as far as the settings allow in 30 days', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const settings = hygiene({ ...REMOVE, maxRemovalsPerMonth: 2 });
    const run = await harness.run([], settings);
    assert.equal(removed(harness).length, 2);
    assert.match(String(findings(run).get('partnership.staleKept')?.['examples']), /limit of removals in 30 days/);
    harness.advance(NEXT_DAY);
    await harness.run([], settings);
    assert.equal(removed(harness).length, 2);
    harness.advance(30 * 24 * 60);
    await harness.run([], settings);
    assert.equal(removed(harness).length, 4);
  });

  it('are never removed from a protected mailbox, and no more than the brakes let through', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [oldest] = [...silent(harness)].sort((a, b) => a.lastSync - b.lastSync);
    const protectedMailboxes = [mailboxOf(harness, oldest!.device)['PrimarySmtpAddress']];
    const run = await harness.run([], hygiene(REMOVE, { protectedMailboxes, maxDestructivePerRun: 3 }));
    assert.equal(removed(harness).length, 3);
    assert.ok(!removed(harness).includes(oldest!.device['Guid']!));
    assert.match(String(findings(run).get('partnership.staleKept')?.['examples']), /protected/);
    assert.deepEqual(states(run), ['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'AWAITING_APPROVAL']);
  });

  it('above the limit wait for an approval of exactly that, or for the next day', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const safety = { maxDestructivePerRun: 1 };
    const { outcomes } = await harness.run([], hygiene(REMOVE, safety));
    const asked = [...outcomes.values()].find(({ state }) => state === 'ACTION_STATE_AWAITING_APPROVAL')!;
    await harness.run([], hygiene(REMOVE, safety));
    assert.equal(removed(harness).length, 1, 'nothing without an approval');
    const approvals = [{ actionId: asked['actionId'], planHash: asked['planHash'], approvedBy: 'boss' }];
    await harness.run([], { ...hygiene(REMOVE, safety), approvals });
    assert.equal(removed(harness).length, 2);
    harness.advance(NEXT_DAY);
    await harness.run([], hygiene(REMOVE, safety));
    assert.equal(removed(harness).length, 3);
  });

  it('with an unfinished wipe, or an order of the host that is not over, stay', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [wiped, ordered] = silent(harness).filter(({ device }) => device['ClientType'] === 'EAS');
    harness.read('Clear-MobileDevice', { Identity: wiped!.device['Guid'], Confirm: false });
    const actions = [wipeAction('w1', ordered!.device)];
    const run = await harness.run(actions, hygiene(REMOVE));
    for (const { device } of [wiped!, ordered!]) assert.ok(!removed(harness).includes(device['Guid']!));
    const why = String(findings(run).get('partnership.staleKept')?.['examples']);
    assert.match(why, /wipe of it is unfinished/);
    assert.ok(removed(harness).length > 0, 'the others went');
  });

  it('wait for a maintenance window, and whoever synchronized meanwhile stays', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const windows = { maintenanceWindows: [{ days: [], begins: '20:00', lasts: '3600s' }] };
    const settings = hygiene(REMOVE, windows);
    const run = await harness.run([], settings);
    assert.deepEqual(new Set(states(run)), new Set(['WAITING']));
    const before = silent(harness);
    const returned = before.find(({ device }) => device['DeviceAccessState'] === 'Allowed')!;
    harness.user(returned.device, 'sync');
    harness.advance(11 * 60);
    await harness.run([], settings);
    assert.deepEqual(removed(harness), [], 'the window is not open yet');
    harness.advance(75);
    await harness.run([], settings);
    assert.deepEqual([...removed(harness)].sort(), guids(before.filter((one) => one !== returned)));
  });

  it('that Exchange still shows are unconfirmed, and their removal is not sent twice', async () => {
    const harness = new SecurityHarness({ devices: 120, version: 'Online' });
    harness.organization.replicationLagMs = 8 * 60_000;
    const run = await harness.run([], hygiene(REMOVE));
    assert.ok(states(run).includes('APPLIED_UNCONFIRMED'));
    const sent = removed(harness);
    await harness.run([], hygiene(REMOVE));
    assert.deepEqual(removed(harness), sent);
    harness.advance(10);
    const later = await harness.run([], hygiene(REMOVE));
    assert.deepEqual(new Set(states(later)), new Set(['SUCCEEDED']));
    assert.deepEqual(removed(harness), sent);
  });

  it('in report-only mode are named, told again without reading, and then removed by a real run', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    const rehearsal = hygiene(REMOVE, { reportOnly: true });
    const first = await harness.run([], rehearsal);
    const planned = [...first.outcomes.keys()];
    assert.deepEqual(new Set(states(first)), new Set(['WOULD_BE_DONE']));
    const read = harness.session.sent.length;
    const second = await harness.run([], rehearsal);
    assert.deepEqual([...second.outcomes.keys()], planned);
    assert.equal(harness.session.sent.length, read, 'nothing was read again');
    assert.equal(harness.changes(/./).length, 0);
    const real = await harness.run([], hygiene(REMOVE));
    assert.deepEqual([...real.outcomes.keys()], planned);
    assert.equal(removed(harness).length, planned.length);
  });
});

describe('What hygiene costs', () => {
  it('is nothing in the runs between two passes', async () => {
    const harness = new SecurityHarness({ devices: 200 });
    await harness.run([], hygiene(REPORT));
    const before = harness.session.sent.length;
    harness.advance(5);
    const run = await harness.run([], hygiene(REPORT));
    assert.equal(harness.session.sent.length, before);
    assert.deepEqual(codes(run), ['hygiene.notDue']);
    assert.match(String(findings(run).get('hygiene.notDue')?.['summary']), /once a day/);
  });

  it('is on the next day no statistics of those that were seen synchronizing', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const statistics = (): number => harness.session.sent.filter(({ cmdlet }) => cmdlet.endsWith('Statistics')).length;
    await harness.run([], hygiene(REPORT));
    const first = statistics();
    harness.advance(NEXT_DAY);
    await harness.run([], hygiene(REPORT));
    assert.ok(statistics() - first < first / 2, `${String(statistics() - first)} after ${String(first)}`);
  });

  it('is begun anew an hour after it failed, and the fault is told once', async () => {
    const harness = new SecurityHarness({ devices: 60 });
    harness.session.fault = ({ cmdlet }) => (cmdlet === 'Get-CASMailbox' ? 'lost' : 'none');
    const broken = await harness.run([], hygiene(REPORT));
    assert.equal(broken.completed.outcome, 'failed');
    harness.session.fault = () => 'none';
    const between = await harness.run([], hygiene(REPORT));
    assert.match(String(findings(between).get('hygiene.notDue')?.['summary']), /did not end/);
    harness.advance(61);
    assert.ok(codes(await harness.run([], hygiene(REPORT))).includes('partnership.stale'));
  });

  it('is nothing if the settings ask for none', async () => {
    const harness = new SecurityHarness({ devices: 60 });
    const run = await harness.run([], {});
    assert.deepEqual(codes(run), []);
    assert.equal(harness.session.sent.length, 0);
  });
});
