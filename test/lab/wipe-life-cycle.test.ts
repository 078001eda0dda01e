import assert from 'node:assert/strict';
import { CmdletError } from '../../lab/cmdlets';
import { DAY, Bench, HOUR, MINUTE, textOf } from './lab-helpers';

const clear = (guid: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  Identity: guid,
  Confirm: false,
  ...more,
});

describe('a wipe', () => {
  it('is requested, then sent at the next synchronization, then acknowledged', () => {
    const bench = new Bench(300);
    const { guid } = bench.phone();
    bench.run('Clear-MobileDevice', clear(guid));
    const requested = bench.statistics(guid);
    assert.equal(requested.get('Status'), 'DeviceWipePending');
    assert.notEqual(requested.get('DeviceWipeRequestTime'), null);
    assert.equal(requested.get('DeviceWipeSentTime'), null);
    assert.equal(requested.get('LastDeviceWipeRequestor'), 'tester');
    bench.advance(2 * HOUR);
    const done = bench.statistics(guid);
    assert.equal(done.get('Status'), 'DeviceWipeSucceeded');
    assert.ok(textOf(done, 'DeviceWipeSentTime') > textOf(done, 'DeviceWipeRequestTime'));
    assert.ok(textOf(done, 'DeviceWipeAckTime') > textOf(done, 'DeviceWipeSentTime'));
    const [erased, ...others] = bench.organization.population.erasedPhones();
    assert.deepEqual(
      [erased?.partnershipGuid, erased?.effect, erased?.count, others.length],
      [guid, 'wholeDevice', 1, 0],
    );
  });

  it('erases the phone again each time it comes back, until it is cancelled', () => {
    const bench = new Bench(2000);
    const { guid } = bench.phone((p) => {
      const plan = bench.organization.population.facts(p.index).comeback(1);
      return plan?.withNewId === false;
    });
    bench.run('Clear-MobileDevice', clear(guid));
    bench.advance(2 * HOUR);
    const first = bench.byGuid(guid);
    bench.advance(2 * DAY);
    const erasures = [...bench.organization.population.erasedPhones()].filter((e) => e.partnershipGuid === guid);
    assert.ok(erasures.length >= 2, 'the phone came back and was not erased again');
    const second = bench.byGuid(guid);
    assert.ok((second?.firstSync ?? 0) > (first?.firstSync ?? 0), 'it came back with the old FirstSyncTime');
    bench.run('Clear-MobileDevice', clear(guid, { Cancel: true }));
    const index = second?.index ?? -1;
    bench.organization.population.reset(index, false);
    bench.advance(10 * DAY);
    assert.equal(
      [...bench.organization.population.erasedPhones()].filter((e) => e.partnershipGuid === guid).length,
      erasures.length,
    );
    assert.equal(bench.statistics(guid).get('Status'), 'DeviceOk');
  });

  it('happens once however often time is looked at', () => {
    const bench = new Bench(300);
    const { guid } = bench.phone((p) => bench.organization.population.facts(p.index).comeback(1) === undefined);
    bench.run('Clear-MobileDevice', clear(guid));
    for (let minute = 0; minute < 300; minute++) {
      bench.advance(MINUTE);
      bench.statistics(guid);
    }
    assert.equal([...bench.organization.population.erasedPhones()].length, 1);
  });

  it('does not reach a blocked device, and reaches it once it is let in', () => {
    const bench = new Bench(300);
    const { guid, mailbox, device } = bench.phone(
      (p) => bench.organization.population.facts(p.index).comeback(1) === undefined,
    );
    bench.run('Set-CASMailbox', { Identity: mailbox.guid, ActiveSyncBlockedDeviceIDs: [device.deviceId] });
    bench.run('Clear-MobileDevice', clear(guid));
    bench.advance(3 * DAY);
    assert.deepEqual([...bench.organization.population.erasedPhones()], []);
    assert.equal(bench.statistics(guid).get('DeviceWipeSentTime'), null);
    bench.run('Set-CASMailbox', { Identity: mailbox.guid, ActiveSyncBlockedDeviceIDs: null });
    assert.deepEqual([...bench.organization.population.erasedPhones()], []);
    bench.advance(2 * HOUR);
    assert.equal([...bench.organization.population.erasedPhones()].length, 1);
  });

  it('of the account needs EAS 16.1 and erases only the account', () => {
    const bench = new Bench(2000);
    const { guid } = bench.phone();
    const old = bench.find((p) => p.device.clientVersion === '14.1' && p.access.state === 'Allowed');
    assert.throws(() => bench.run('Clear-MobileDevice', clear(old.guid, { AccountOnly: true })), CmdletError);
    assert.equal(bench.statistics(old.guid).get('AccountOnlyDeviceWipeRequestTime'), null);
    bench.run('Clear-MobileDevice', clear(guid, { AccountOnly: true }));
    bench.advance(2 * HOUR);
    assert.equal(bench.statistics(guid).get('Status'), 'AccountOnlyDeviceWipeSucceeded');
    assert.equal([...bench.organization.population.erasedPhones()][0]?.effect, 'account');
  });

  it("of Outlook erases Outlook's own data only", () => {
    const bench = new Bench(2000, 'Online');
    const outlook = bench.find(
      (p) =>
        p.device.family.name === 'Outlook mobile' && p.access.state === 'Allowed' && p.device.silentSince === undefined,
    );
    bench.run('Clear-MobileDevice', clear(outlook.guid));
    bench.advance(2 * DAY);
    assert.equal([...bench.organization.population.erasedPhones()][0]?.effect, 'appData');
  });

  it('stays pending for ever in Exchange Online, although it was carried out', () => {
    const bench = new Bench(300, 'Online');
    const { guid } = bench.phone((p) => bench.organization.population.facts(p.index).comeback(1) === undefined);
    bench.run('Clear-MobileDevice', clear(guid));
    bench.advance(3 * DAY);
    const statistics = bench.statistics(guid);
    assert.equal(statistics.get('Status'), 'DeviceWipePending');
    assert.equal(statistics.get('DeviceWipeAckTime'), null);
    assert.equal([...bench.organization.population.erasedPhones()].length, 1);
  });

  it('that asks for confirmation is not carried out', () => {
    const bench = new Bench(300);
    const { guid } = bench.phone();
    assert.throws(() => bench.run('Clear-MobileDevice', { Identity: guid }), /prompts the user/);
    assert.equal(bench.statistics(guid).get('DeviceWipeRequestTime'), null);
  });

  it('that is only rehearsed changes nothing', () => {
    const bench = new Bench(300);
    const { guid } = bench.phone();
    bench.run('Clear-MobileDevice', { Identity: guid, WhatIf: true });
    bench.run('Remove-MobileDevice', { Identity: guid, WhatIf: true });
    assert.equal(bench.statistics(guid).get('DeviceWipeRequestTime'), null);
  });

  it('is told once to a client that carries out none', () => {
    const bench = new Bench(2000);
    const { guid } = bench.find(
      (p) => !p.device.family.wipeSupported && p.device.silentSince === undefined && p.access.state !== 'Blocked',
    );
    bench.run('Clear-MobileDevice', clear(guid));
    bench.advance(2 * DAY);
    const told = bench.statistics(guid);
    assert.notEqual(told.get('DeviceWipeSentTime'), null);
    assert.equal(told.get('Status'), 'DeviceWipePending');
    bench.advance(2 * DAY);
    assert.equal(textOf(bench.statistics(guid), 'DeviceWipeSentTime'), textOf(told, 'DeviceWipeSentTime'));
    assert.deepEqual([...bench.organization.population.erasedPhones()], []);
  });

  it('of a silent device waits', () => {
    const bench = new Bench(2000);
    const silent = bench.find((p) => p.device.silentSince !== undefined && p.access.state === 'Allowed');
    bench.run('Clear-MobileDevice', clear(silent.guid));
    bench.advance(30 * DAY);
    assert.equal(bench.statistics(silent.guid).get('DeviceWipeSentTime'), null);
  });
});

describe('a removed partnership', () => {
  it('comes back as another one when the account is still on the phone, and is not wiped by the old order', () => {
    const bench = new Bench(300);
    const before = bench.phone();
    bench.run('Clear-MobileDevice', clear(before.guid));
    bench.run('Remove-MobileDevice', clear(before.guid));
    assert.equal(bench.byGuid(before.guid), undefined);
    assert.throws(() => bench.run('Get-MobileDevice', { Identity: before.guid }), /couldn't be found/);
    bench.advance(2 * HOUR);
    const after = bench.find((p) => p.index === before.index);
    assert.notEqual(after.guid, before.guid);
    assert.ok(after.firstSync > before.firstSync);
    assert.equal(after.device.deviceId, before.device.deviceId);
    assert.throws(() => bench.run('Clear-MobileDevice', clear(before.guid)), /couldn't be found/);
    bench.advance(5 * DAY);
    assert.deepEqual([...bench.organization.population.erasedPhones()], []);
  });

  it('leaves its ID on the personal lists', () => {
    const bench = new Bench(400);
    const listed = bench.find((p) => p.access.reason === 'Individual' && p.access.state === 'Allowed');
    bench.run('Remove-MobileDevice', clear(listed.guid));
    const [cas] = bench.run('Get-CASMailbox', { Identity: listed.mailbox.guid });
    assert.ok((cas?.get('ActiveSyncAllowedDeviceIDs') as string[]).includes(listed.device.deviceId));
  });
});

describe('a phone that is reset', () => {
  it('keeps its partnership with a new first synchronization, or gets a new one with a new ID', () => {
    const bench = new Bench(300);
    const phone = bench.phone();
    bench.advance(HOUR);
    bench.organization.population.reset(phone.index, false);
    assert.ok((bench.byGuid(phone.guid)?.firstSync ?? 0) > phone.firstSync);
    bench.organization.population.reset(phone.index, true);
    assert.equal(bench.organization.population.countPresent(), 301);
    const successor = [...bench.organization.currentReader().partnershipsOf(phone.mailbox)].at(-1);
    assert.notEqual(successor?.device.deviceId, phone.device.deviceId);
    assert.equal(successor?.device.deviceModel, phone.device.deviceModel);
  });
});
