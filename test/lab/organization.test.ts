import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Dice } from '../../lab/organization/dice';
import { GuidCodec } from '../../lab/organization/guid-codec';
import { parseIsoDuration } from '../../lab/organization/iso-duration';
import { Layout } from '../../lab/organization/layout';
import { Bench, START, textOf } from './lab-helpers';

describe('the organization', () => {
  for (const count of [0, 1, 7, 2000]) {
    it(`has exactly ${count} partnerships when ${count} are asked for`, () => {
      const bench = new Bench(count, 'Online');
      const guids = new Set(
        bench.run('Get-MobileDevice', { ResultSize: 'Unlimited' }, ['Guid']).map((o) => textOf(o, 'Guid')),
      );
      assert.equal(guids.size, count);
      assert.equal(bench.organization.population.countPresent(), count);
    });
  }

  it('is ready at once with a million partnerships, and gives any of them by GUID', () => {
    const before = process.memoryUsage().heapUsed;
    const bench = new Bench(1_000_000, 'Online');
    const reader = bench.organization.currentReader();
    assert.equal(bench.organization.population.countPresent(), 1_000_000);
    const last = reader.partnership(999_999);
    assert.ok(last !== undefined);
    assert.equal(bench.byGuid(last.guid)?.device.deviceId, last.device.deviceId);
    assert.equal(bench.run('Get-MobileDevice', { ResultSize: 3 }).length, 3);
    assert.ok(process.memoryUsage().heapUsed - before < 50 * 1024 * 1024, 'a million partnerships cost memory');
  });

  it('is the same for the same seed, and another for another', () => {
    const ids = (seed: number): string[] =>
      new Bench(50, 'SE', { seed }).run('Get-MobileDevice').map((object) => textOf(object, 'Identity'));
    assert.deepEqual(ids(7), ids(7));
    assert.notDeepEqual(ids(7), ids(8));
  });

  it('has mailboxes with no, one, two and many partnerships', () => {
    const bench = new Bench(400, 'SE');
    const reader = bench.organization.currentReader();
    const counts = new Set([...reader.mailboxes()].map((mailbox) => reader.partnershipsOf(mailbox).length));
    for (const wanted of [0, 1, 2, 8]) assert.ok(counts.has(wanted), `no mailbox has ${wanted} partnerships`);
  });

  it('gives every mailbox and every device a name of its own', () => {
    const bench = new Bench(2000, 'SE');
    for (const [cmdlet, property] of [
      ['Get-MobileDevice', 'DistinguishedName'],
      ['Get-MobileDevice', 'DeviceId'],
      ['Get-Mailbox', 'PrimarySmtpAddress'],
      ['Get-Mailbox', 'SamAccountName'],
      ['Get-Mailbox', 'DistinguishedName'],
    ] as const) {
      const values = bench.run(cmdlet, { ResultSize: 'Unlimited' }, [property]).map((o) => textOf(o, property));
      assert.equal(new Set(values).size, values.length, `${property} is not unique`);
    }
  });

  it("joins devices to mailboxes by the mailbox's distinguished name", () => {
    const bench = new Bench(400, 'SE');
    const mailboxes = new Set(
      bench.run('Get-Mailbox', { ResultSize: 'Unlimited' }).map((o) => textOf(o, 'DistinguishedName')),
    );
    for (const device of bench.run('Get-MobileDevice')) {
      const dn = textOf(device, 'DistinguishedName');
      const owner = dn.slice(dn.indexOf(',CN=ExchangeActiveSyncDevices,') + ',CN=ExchangeActiveSyncDevices,'.length);
      assert.ok(mailboxes.has(owner), `${dn} belongs to nobody`);
      assert.ok(dn.includes('§'));
    }
  });

  it('never shows a synchronization before the first or in the future', () => {
    const bench = new Bench(400, 'Online');
    for (const partnership of bench.organization.currentReader().partnerships()) {
      assert.ok(partnership.firstSync <= partnership.lastSync && partnership.lastSync <= START);
    }
  });

  it('shows no newer EAS version than the server speaks', () => {
    const versions = (version: '2010' | '2016'): Set<string> =>
      new Set(
        [...new Bench(400, version).organization.currentReader().partnerships()].map((p) => p.device.clientVersion),
      );
    assert.ok(!versions('2010').has('16.1'));
    assert.ok(versions('2016').has('16.1'));
  });
});

describe('the numbers behind the organization', () => {
  it('a GUID reads back as what it was made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.integer({ min: 0, max: 0xffff }),
        fc.integer(),
        (index, generation, seed) => {
          const guids = new GuidCodec(new Dice(seed));
          assert.deepEqual(guids.decode('device', guids.encode('device', index, generation)), { index, generation });
          assert.equal(guids.decode('mailbox', guids.encode('device', index, generation)), undefined);
        },
      ),
    );
  });

  it('every partnership lies in exactly the mailbox that says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer(), (count, seed) => {
        const layout = new Layout(count, new Dice(seed));
        let seen = 0;
        for (let mailbox = 0; mailbox < layout.mailboxes; mailbox++) {
          const [begin, end] = layout.partnershipsOf(mailbox);
          for (let index = begin; index < end; index++, seen++) assert.equal(layout.mailboxOf(index), mailbox);
        }
        assert.equal(seen, count);
      }),
    );
  });

  it('durations are read as ISO 8601 writes them', () => {
    assert.equal(parseIsoDuration('PT1H'), 3_600_000);
    assert.equal(parseIsoDuration('P1DT2M3.5S'), 86_523_500);
    for (const wrong of ['', 'P', 'PT', '1H', 'PT1X', '-PT1H']) assert.equal(parseIsoDuration(wrong), undefined);
  });
});
