import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isDue,
  NOT_DUE,
  priorityOf,
  type Freshness,
  type KnownStatistics,
} from '../../../tasks/eas-connector-manage/state/plan-statistics';
import { statisticsTimeMs } from '../../../tasks/eas-connector-manage/statistics-time';

const HOUR = 3600;
const DAY = 24 * HOUR;
const NOW = 1_795_000_000;
const FRESHNESS: Freshness = { now: NOW, maxAge: 20 * HOUR, quietMaxAge: 72 * HOUR };

/** Statistics that were read so many hours ago, of a phone that had synchronized so many hours before that. */
function read(hoursAgo: number, silentHours = 1, whenChanged = 0): KnownStatistics {
  const statisticsReadAt = NOW - hoursAgo * HOUR;
  const head = { vanishedAt: 0, kind: 0, statisticsReadAt, lastSync: statisticsReadAt - silentHours * HOUR };
  return { head, whenChanged };
}

const NEVER: KnownStatistics = { head: undefined, whenChanged: 0 };

describe('Statistics of a partnership', () => {
  it('are due if they were never read, are too old, or something has changed since', () => {
    assert.ok(isDue(NEVER, FRESHNESS));
    assert.ok(!isDue(read(19), FRESHNESS));
    assert.ok(isDue(read(20), FRESHNESS));
    assert.ok(isDue(read(5, 1, NOW - 4 * HOUR), FRESHNESS));
    assert.ok(!isDue(read(5, 1, NOW - 6 * HOUR), FRESHNESS));
  });

  it('may be older if the phone had been silent for a week', () => {
    assert.ok(!isDue(read(71, 8 * 24), FRESHNESS));
    assert.ok(isDue(read(72, 8 * 24), FRESHNESS));
    assert.ok(isDue(read(21, 6 * 24), FRESHNESS));
  });

  it('come first where they were never read, then the oldest, then where somebody was active last', () => {
    const order = [
      [NEVER],
      [read(400, 1)],
      [read(90, 2)],
      // One old one in a mailbox is enough: a call reads all of them. Its other phone was active later than the next.
      [read(41, 30), read(22, 1)],
      [read(41, 1)],
      [read(22, 0)],
      [read(22, 50)],
      [read(22, 40 * 24)],
    ].map((due) => priorityOf(due, FRESHNESS));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.equal(new Set(order).size, order.length, 'and no two of these are equal');
  });

  it('have a place in a queue of 32-bit numbers behind what needs no call, whatever times Exchange states (property)', () => {
    const time = fc.integer({ min: 0, max: 0xffff_ffff });
    const one: fc.Arbitrary<KnownStatistics> = fc.record({
      head: fc.option(
        fc.record({ vanishedAt: fc.constant(0), kind: fc.constant(0), statisticsReadAt: time, lastSync: time }),
        { nil: undefined },
      ),
      whenChanged: time,
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), time, fc.nat(400 * DAY), (due, now, maxAge) => {
        const place = priorityOf(due, { now, maxAge, quietMaxAge: maxAge });
        assert.ok(Number.isInteger(place) && place > NOT_DUE && place <= 0xffff_ffff, String(place));
      }),
    );
  });
});

describe('The time for statistics', () => {
  it('leaves enough of the run for delivering the rest, more for a larger organization', () => {
    const SIX_HOURS = 6 * HOUR * 1000;
    const small = statisticsTimeMs(SIX_HOURS, 60_000, 100);
    const large = statisticsTimeMs(SIX_HOURS, 60_000, 1_000_000);
    assert.ok(small < SIX_HOURS - 60_000 && small > 0.95 * SIX_HOURS - 60_000, String(small));
    assert.ok(small - large >= 300_000, 'a million mailboxes take minutes to deliver');
  });

  it('is none when it is over, and never more than a timer can wait', () => {
    assert.equal(statisticsTimeMs(10_000, 9_000, 10), 0);
    assert.ok(statisticsTimeMs(Number.MAX_SAFE_INTEGER, 0, 0) <= 2 ** 31 - 1);
  });
});
