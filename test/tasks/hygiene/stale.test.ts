import assert from 'node:assert/strict';
import fc from 'fast-check';
import { timestampFromMs } from '../../../protocol';
import { isStale, lastSignOf, mayBeStale, stillTries } from '../../../tasks/eas-connector-security/hygiene/stale';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
/** A point in time some days ago, in whole seconds as Exchange keeps them; or none. */
const past = fc.option(
  fc.integer({ min: 0, max: 400 * 86_400 }).map((seconds) => timestampFromMs(NOW - seconds * 1000)),
  { nil: undefined },
);
const dates = fc.record({ firstSyncTime: past, whenCreated: past, whenChanged: past });
const syncs = fc.option(fc.record({ lastSuccessSync: past, lastSyncAttemptTime: past }), { nil: undefined });
const period = fc.integer({ min: 1, max: 200 }).map((days) => days * DAY);

describe('Whether a partnership is stale', () => {
  it('is told by its last synchronization, else its first, else its creation', () => {
    const at = (days: number): { seconds: number; nanos: number } => timestampFromMs(NOW - days * DAY);
    const device = { firstSyncTime: at(300), whenCreated: at(400) };
    assert.equal(lastSignOf(device, { lastSuccessSync: at(10), lastSyncAttemptTime: at(1) }), NOW - 10 * DAY);
    assert.equal(lastSignOf(device, { lastSuccessSync: undefined, lastSyncAttemptTime: at(1) }), NOW - 300 * DAY);
    assert.equal(lastSignOf({ ...device, firstSyncTime: undefined }, undefined), NOW - 400 * DAY);
    assert.equal(lastSignOf({ firstSyncTime: undefined, whenCreated: undefined }, undefined), undefined);
  });

  it('is never so if nothing tells its age', () => {
    const nothing = { firstSyncTime: undefined, whenCreated: undefined, whenChanged: undefined };
    assert.equal(isStale(nothing, undefined, DAY, NOW), false);
    assert.equal(mayBeStale(nothing, undefined, DAY, NOW), false);
  });

  it('is so for ever once it is, as long as nothing synchronizes', () => {
    fc.assert(
      fc.property(dates, syncs, period, fc.nat({ max: 1000 }), (device, statistics, staleAfter, later) => {
        fc.pre(isStale(device, statistics, staleAfter, NOW));
        assert.ok(isStale(device, statistics, staleAfter, NOW + later * DAY));
        assert.ok(isStale(device, statistics, staleAfter / 2, NOW));
      }),
    );
  });

  it('is never so for one that synchronized within the time', () => {
    fc.assert(
      fc.property(dates, period, fc.double({ min: 0, max: 0.99, noNaN: true }), (device, staleAfter, share) => {
        const lastSuccessSync = timestampFromMs(NOW - Math.floor(staleAfter * share));
        const statistics = { lastSuccessSync, lastSyncAttemptTime: undefined };
        assert.equal(isStale(device, statistics, staleAfter, NOW), false);
      }),
    );
  });

  it('is asked of the statistics wherever it may be, and of no partnership that was seen synchronizing in time', () => {
    fc.assert(
      fc.property(dates, period, past, (device, staleAfter, last) => {
        const seen = last &&
          device.firstSyncTime && { firstSync: device.firstSyncTime.seconds, lastSync: last.seconds };
        const isAsked = mayBeStale(device, seen, staleAfter, NOW);
        if (seen && NOW - seen.lastSync * 1000 < staleAfter) assert.equal(isAsked, false);
        // Without a change in the directory, and with nothing seen, none that is stale is missed.
        const unchanged = { ...device, whenChanged: undefined };
        const isOld = [device.firstSyncTime, device.whenCreated].every(
          (time) => !time || NOW - time.seconds * 1000 >= staleAfter,
        );
        if (isOld && isStale(device, undefined, staleAfter, NOW))
          assert.ok(mayBeStale(unchanged, undefined, staleAfter, NOW));
      }),
    );
  });

  it('is asked anew of a partnership that came back under the same GUID', () => {
    const old = timestampFromMs(NOW - 200 * DAY);
    const device = { firstSyncTime: old, whenCreated: old, whenChanged: old };
    assert.equal(mayBeStale(device, { firstSync: old.seconds, lastSync: NOW / 1000 }, 90 * DAY, NOW), false);
    assert.equal(mayBeStale(device, { firstSync: old.seconds - 9, lastSync: NOW / 1000 }, 90 * DAY, NOW), true);
  });

  it('does not mean that it has fallen silent: a blocked device goes on trying', () => {
    const attempt = timestampFromMs(NOW - DAY);
    assert.ok(stillTries({ lastSuccessSync: undefined, lastSyncAttemptTime: attempt }, 90 * DAY, NOW));
    assert.equal(stillTries({ lastSuccessSync: attempt, lastSyncAttemptTime: undefined }, 90 * DAY, NOW), false);
    assert.equal(stillTries(undefined, 90 * DAY, NOW), false);
  });
});
