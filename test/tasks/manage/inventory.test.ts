import assert from 'node:assert/strict';
import { messageToJson } from '../../../protocol';
import { PSObject } from '../../../psrp';
import { ManageHarness, collect } from './manage-harness';

const HOUR = 3600;

const mailboxOf = (name: string): string => name.replace(/^.*?,CN=ExchangeActiveSyncDevices,/, '');

describe('An inventory', () => {
  let lab: ManageHarness;
  beforeEach(() => {
    lab = new ManageHarness();
  });
  afterEach(() => {
    lab.close();
  });

  it('is full for a host that holds nothing, and gives it all there is', async () => {
    const { completed, start, summary } = await lab.run();
    assert.deepEqual(completed, { outcome: 'succeeded', problems: [] });
    assert.equal(start['isFull'], true);
    assert.equal(lab.host.partnerships.size, 76);
    assert.equal(summary['partnerships'], 76);
    assert.equal(lab.host.stateId, summary['stateId']);
  });

  it('has nothing to say when nothing has changed, and reads no statistics again', async () => {
    await lab.run();
    const { start, summary, results } = await lab.run();
    assert.notEqual(start['isFull'], true);
    assert.equal(results.length, 2, 'the start and the summary');
    assert.equal(summary['partnerships'], 76);
    assert.equal(lab.calls('Get-MobileDeviceStatistics'), 0);
    assert.equal(summary['statisticsSpared'], 76);
  });

  it('sends sync times in their compact form when nothing else has changed', async () => {
    await lab.run();
    lab.advance(24);
    const run = await lab.run();
    assert.equal(collect(run, 'changes').length, 0, JSON.stringify(collect(run, 'changes')[0]));
    const times = run.results.find((result) => result['syncTimes'])?.['syncTimes'] as { readAt: string[] };
    assert.ok(times.readAt.length > 70);
    for (const { guid, lastSync } of lab.devices()) {
      const statistics = lab.host.partnerships.get(guid)?.['statistics'] as Record<string, string>;
      assert.equal(Date.parse(String(statistics['lastSyncAttemptTime'])) / 1000, lastSync);
    }
  });

  it('names the fields of what has changed, and sends it complete', async () => {
    await lab.run();
    const [device] = lab.devices();
    assert.ok(device);
    const before = lab.host.partnerships.get(device.guid);
    const mailbox = String(before?.['mailboxGuid']);
    const id = String(device.properties.get('DeviceId'));
    lab.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncBlockedDeviceIDs: [id] });
    const run = await lab.run();
    const change = collect(run, 'changes').find(
      ({ partnership }) => (partnership as { guid: string }).guid === device.guid,
    );
    assert.ok(change);
    const fields = change['changedFields'] as string[];
    assert.ok(fields.includes('onBlockedList') && fields.includes('deviceAccessState'), fields.join());
    assert.ok(!fields.includes('identity') && !fields.includes('statistics'), fields.join());
    const partnership = change['partnership'] as Record<string, unknown>;
    assert.equal(partnership['identity'], before?.['identity']);
    assert.deepEqual(partnership['statistics'], before?.['statistics'], 'as they were read before');
  });

  it('holds a vanished partnership for its grace time, and then reports it gone', async () => {
    await lab.run();
    const [device] = lab.devices();
    assert.ok(device);
    lab.objects('Remove-MobileDevice', { Identity: device.guid, Confirm: false });
    const held = await lab.run();
    assert.deepEqual(collect(held, 'gonePartnershipGuids'), []);
    assert.equal(held.summary['partnerships'], 76);
    assert.equal((held.summary['changes'] as Record<string, number>)['held'], 1);
    lab.advance(47);
    assert.deepEqual(
      collect(await lab.run({ inventory: { statisticsMaxAge: '1000000s' } }), 'gonePartnershipGuids'),
      [],
    );
    lab.advance(2);
    const gone = await lab.run({ inventory: { statisticsMaxAge: '1000000s' } });
    assert.deepEqual(collect(gone, 'gonePartnershipGuids'), [device.guid]);
    assert.ok(!lab.host.partnerships.has(device.guid));
    assert.deepEqual(collect(await lab.run(), 'gonePartnershipGuids'), [], 'once');
  });

  it('lets the host keep what has vanished also through a full inventory', async () => {
    await lab.run();
    const [device] = lab.devices();
    assert.ok(device);
    lab.objects('Remove-MobileDevice', { Identity: device.guid, Confirm: false });
    const run = await lab.run({ inventory: { fullRequested: true } });
    assert.equal(run.start['isFull'], true);
    assert.deepEqual(collect(run, 'heldPartnershipGuids'), [device.guid]);
    assert.ok(lab.host.partnerships.has(device.guid));
    assert.equal(run.summary['partnerships'], lab.host.partnerships.size);
  });

  it('holds what has vanished also after an inventory that was given up half-way', async () => {
    await lab.run();
    const [device] = lab.devices();
    assert.ok(device);
    lab.objects('Remove-MobileDevice', { Identity: device.guid, Confirm: false });
    const cancel = new AbortController();
    await lab.run({
      signal: cancel.signal,
      inventory: { fullRequested: true },
      limits: { partnershipsPerResult: 5 },
      onEmit: (number) => {
        if (number === 4) cancel.abort();
      },
    });
    assert.ok(lab.host.aside.length > 2);
    lab.advance(25);
    const run = await lab.run();
    assert.equal(run.start['isFull'], true);
    assert.notEqual(run.start['isResumed'], true);
    assert.ok(lab.host.partnerships.has(device.guid));
    assert.equal(run.summary['partnerships'], lab.host.partnerships.size);
    lab.advance(49);
    assert.deepEqual(collect(await lab.run(), 'gonePartnershipGuids'), [device.guid]);
  });

  it('sends what comes back whole, because a host that began anew may never have had it', async () => {
    await lab.run();
    const known = new Set(lab.devices().map(({ guid }) => guid));
    const { population, identities } = lab.organization;
    const found = identities.partnership(lab.organization.currentReader(), [...known][5] ?? '');
    assert.ok(found);
    population.reset(found.index, true);
    // Long enough for Exchange to have decided about it.
    lab.advance(1);
    const added = lab.devices().find(({ guid }) => !known.has(guid))?.guid;
    assert.ok(added);
    let isDelivered = false as boolean;
    await lab.run({
      inventory: { fullRequested: true },
      onEmit: (_, payload) => {
        if (isDelivered) throw new Error('the host is gone');
        isDelivered ||= JSON.stringify(messageToJson('ManageResult', payload)).includes(added);
      },
      limits: { maxUnacknowledgedResults: 1 },
    });
    assert.ok(isDelivered && !lab.host.partnerships.has(added));
    lab.advance(25);
    lab.session.hide = ({ cmdlet }, object) => cmdlet === 'Get-MobileDevice' && String(object.get('Guid')) === added;
    assert.equal((await lab.run()).start['isFull'], true);
    lab.session.hide = () => false;
    const { start, summary } = await lab.run({ inventory: { statisticsMaxAge: '1000000s' } });
    assert.notEqual(start['isFull'], true);
    assert.ok(lab.host.partnerships.has(added));
    assert.equal(summary['partnerships'], lab.host.partnerships.size);
  });

  it('gets over a clock that was a year ahead for a while', async () => {
    await lab.run();
    const [device] = lab.devices();
    assert.ok(device);
    lab.objects('Remove-MobileDevice', { Identity: device.guid, Confirm: false });
    const real = lab.now.bind(lab);
    lab.now = () => real() + 365 * 24 * HOUR * 1000;
    await lab.run();
    lab.now = real;
    const mailboxes = new Set([...lab.host.partnerships.values()].map((one) => one['mailboxGuid']));
    await lab.run();
    assert.ok(lab.calls('Get-MobileDeviceStatistics') >= mailboxes.size - 1, 'statistics of the future are read again');
    lab.advance(47);
    assert.deepEqual(collect(await lab.run(), 'gonePartnershipGuids'), []);
    lab.advance(2);
    assert.deepEqual(collect(await lab.run(), 'gonePartnershipGuids'), [device.guid]);
  });

  it('is full again every so many runs, on request, and for a host with another state', async () => {
    const kinds: boolean[] = [];
    for (let i = 0; i < 5; i += 1) {
      kinds.push((await lab.run({ inventory: { fullEveryRuns: 3 } })).start['isFull'] === true);
    }
    assert.deepEqual(kinds, [true, false, false, true, false]);
    assert.equal((await lab.run({ inventory: { fullRequested: true } })).start['isFull'], true);
    assert.equal((await lab.run({ inventory: { hostStateId: 'older' } })).start['isFull'], true);
    assert.equal((await lab.run({ tellsWhatItHolds: false })).start['isFull'], true);
    assert.equal((await lab.run({ scope: { include: { recipientTypes: ['UserMailbox'] } } })).start['isFull'], true);
  });

  it('does not read statistics again for a full inventory, and has them all the same', async () => {
    await lab.run();
    await lab.run({ inventory: { fullRequested: true } });
    assert.equal(lab.calls('Get-MobileDeviceStatistics'), 0);
    for (const one of lab.host.partnerships.values()) assert.ok(one['statistics']);
  });

  it('reads statistics of silent phones less often, if it is told to', async () => {
    await lab.run();
    lab.advance(24);
    await lab.run({ inventory: { quietStatisticsMaxAge: `${String(72 * HOUR)}s` } });
    const some = lab.calls('Get-MobileDeviceStatistics');
    lab.advance(24);
    await lab.run();
    assert.ok(some > 0 && some < lab.calls('Get-MobileDeviceStatistics'), String(some));
  });

  it('asks for no statistics of mailboxes without partnerships', async () => {
    await lab.run();
    const mailboxes = new Set([...lab.host.partnerships.values()].map((one) => one['mailboxGuid']));
    assert.ok(mailboxes.size < lab.host.mailboxes.size);
    assert.equal(lab.calls('Get-MobileDeviceStatistics'), mailboxes.size);
  });

  it('leaves out statistics when it is told to, also those that it has read before', async () => {
    await lab.run();
    await lab.run({ inventory: { skipStatistics: true } });
    assert.equal(lab.calls('Get-MobileDeviceStatistics'), 0);
    for (const one of lab.host.partnerships.values()) assert.equal(one['statistics'], undefined);
  });

  it('tells a device once that a list shows twice, in two places', async () => {
    const places = new Set(
      lab.devices().map(({ properties }) => mailboxOf(String(properties.get('DistinguishedName')))),
    );
    const [twice] = lab.devices();
    const other = [...places].find((place) => place !== mailboxOf(String(twice?.properties.get('DistinguishedName'))));
    assert.ok(twice && other);
    const name = `CN=x,CN=ExchangeActiveSyncDevices,${other}`;
    const moved = new PSObject(new Map([...twice.properties.properties, ['DistinguishedName', name]]), []);
    const invoke = lab.session.invoke.bind(lab.session);
    lab.session.invoke = async function* (command, options) {
      yield* invoke(command, options);
      if (command.cmdlet === 'Get-MobileDevice') yield moved;
    };
    const run = await lab.run();
    const told = collect(run, 'partnerships').map(({ guid }) => guid);
    assert.equal(told.length, 76);
    assert.equal(new Set(told).size, 76);
  });
});
