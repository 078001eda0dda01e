import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { MaintenanceWindow } from '../../protocol';
import { isWithinWindows } from '../../tasks/eas-connector-security/brakes';
import { SecurityHarness, isNative, wipeAction, type Json, type RunResult } from './security-harness';

type Device = Record<string, string>;

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);

const at = (day: number, hours: number, minutes = 0, ms = 0): number =>
  MONDAY + (day - 1) * DAY + (hours * 60 + minutes) * MINUTE + ms;

const allowed = (device: Device): boolean => isNative(device) && device['DeviceAccessState'] === 'Allowed';

const mailboxOf = (device: Device): string => String(device['DistinguishedName']).split(',').slice(2).join(',');

const state = ({ outcomes }: RunResult, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

describe('A maintenance window', () => {
  const night: MaintenanceWindow = { days: [5], beginsMinute: 22 * 60, lastsMs: 8 * 60 * MINUTE };

  it('begins with its first moment and ends before its last, past midnight', () => {
    assert.equal(isWithinWindows([night], at(5, 22) - 1), false);
    assert.equal(isWithinWindows([night], at(5, 22)), true);
    assert.equal(isWithinWindows([night], at(6, 0)), true);
    assert.equal(isWithinWindows([night], at(6, 6) - 1), true);
    assert.equal(isWithinWindows([night], at(6, 6)), false);
    assert.equal(isWithinWindows([night], at(6, 22)), false, 'it does not begin on Saturday');
  });

  it('may run from Sunday into Monday, and on every day if none is named', () => {
    const sunday = { ...night, days: [7] };
    assert.equal(isWithinWindows([sunday], at(8, 5)), true);
    assert.equal(isWithinWindows([sunday], at(8, 6)), false);
    const daily = { ...night, days: [] };
    for (let day = 1; day <= 7; day += 1) {
      assert.equal(isWithinWindows([daily], at(day, 5)), true);
      assert.equal(isWithinWindows([daily], at(day, 12)), false);
    }
  });

  it('is open when one says so, and without any always', () => {
    assert.equal(isWithinWindows([], at(3, 12)), true);
    assert.equal(isWithinWindows([night, { days: [3], beginsMinute: 12 * 60, lastsMs: MINUTE }], at(3, 12)), true);
  });

  it('is open exactly as long as it lasts after each time it begins, up to a week', () => {
    const window = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      beginsMinute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
      lastsMs: fc.integer({ min: 1, max: 7 * 24 * 60 }).map((minutes) => minutes * MINUTE),
    });
    fc.assert(
      fc.property(window, fc.integer({ min: 0, max: 14 * DAY }), ({ days, beginsMinute, lastsMs }, after) => {
        const now = MONDAY + after;
        const begins = days.flatMap((day) => [-2, -1, 0, 1, 2].map((week) => at(day + week * 7, 0, beginsMinute)));
        const isOpen = begins.some((begin) => begin <= now && now < begin + lastsMs);
        assert.equal(isWithinWindows([{ days, beginsMinute, lastsMs }], now), isOpen);
      }),
    );
  });
});

describe('The limit of a day', () => {
  it('counts what earlier runs have sent, until 24 hours are over', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [one, two, three] = harness.partnerships(allowed) as [Device, Device, Device];
    const safety = { maxDestructivePerDay: 1 };
    const first = wipeAction('w1', one);
    assert.equal(state(await harness.run([first], { safety }), 'w1'), 'PENDING');
    harness.advance(24 * 60 - 1);
    assert.equal(state(await harness.run([wipeAction('w2', two)], { safety }), 'w2'), 'AWAITING_APPROVAL');
    harness.advance(1);
    const later = await harness.run([wipeAction('w2', two), wipeAction('w3', three)], { safety });
    assert.equal(state(later, 'w3'), 'PENDING');
    assert.equal(state(later, 'w2'), 'AWAITING_APPROVAL', 'what was held waits for somebody, not for the next day');
  });
});

describe('Protection', () => {
  it('counts for whoever cannot be seen: one of those protected may be behind it', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [one, other] = harness.partnerships(allowed) as [Device, Device];
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      if (command.cmdlet === 'Get-CASMailbox' && command.parameters['Identity'] === mailboxOf(one)) return;
      yield* invoke(command, options);
    };
    const guid = harness.read('Get-CASMailbox', { Identity: mailboxOf(other) })[0]!['Guid'];
    const result = await harness.run([wipeAction('w', one)], { safety: { protectedMailboxes: [guid] } });
    assert.equal(state(result, 'w'), 'REFUSED');
    assert.deepEqual(harness.changes(/./), []);
    assert.equal(state(await harness.run([wipeAction('v', one)]), 'v'), 'PENDING', 'where nobody is protected');
  });

  it('keeps an order from taking over a wipe that somebody else has sent, with its block and its removal', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const device = harness.partnerships(allowed)[0]!;
    harness.objects('Clear-MobileDevice', { Identity: device['Guid'], Confirm: false });
    const guid = harness.read('Get-CASMailbox', { Identity: mailboxOf(device) })[0]!['Guid'];
    const safety = { protectedMailboxes: [guid] };
    const result = await harness.run([wipeAction('w', device, { blockAfterwards: true })], { safety });
    assert.equal(state(result, 'w'), 'REFUSED');
    harness.user(device, 'sync');
    harness.advance(5);
    await harness.run([wipeAction('w', device, { blockAfterwards: true })], { safety });
    assert.deepEqual(harness.changes(/./), []);
  });
});

describe('An answer of Exchange about another object than the one that was asked for', () => {
  for (const cmdlet of ['Get-MobileDevice', 'Get-MobileDeviceStatistics']) {
    it(`is not acted upon (${cmdlet})`, async () => {
      const harness = new SecurityHarness({ devices: 300 });
      const [one, other] = harness.partnerships(allowed) as [Device, Device];
      const invoke = harness.session.invoke.bind(harness.session);
      harness.session.invoke = async function* (command, options) {
        const isWrong = command.cmdlet === cmdlet && command.parameters['Identity'] === one['Guid'];
        const asked: Json = isWrong ? { ...command.parameters, Identity: other['Guid'] } : command.parameters;
        yield* invoke({ ...command, parameters: asked as typeof command.parameters }, options);
      };
      const partnership = { guid: one['Guid'], firstSyncTime: one['FirstSyncTime'] };
      const result = await harness.run([
        // The order names the first synchronization of the other one, as if both were the same.
        wipeAction('w', { ...one, FirstSyncTime: other['FirstSyncTime']! }),
        { id: 'r', removePartnership: { partnership: { ...partnership, firstSyncTime: other['FirstSyncTime'] } } },
        wipeAction('v', one),
      ]);
      for (const id of ['w', 'r', 'v']) assert.notEqual(state(result, id), 'SUCCEEDED');
      assert.deepEqual(harness.changes(/./), []);
    });
  }
});
