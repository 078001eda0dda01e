import assert from 'node:assert/strict';
import { CommandCounter } from '../../../plugin/exchange/command-counter';
import { randomFrom } from '../../soak/kills/kill-rounds';

describe('The count of commands', () => {
  it('has calls, failures and waits of each cmdlet, and how long it took', () => {
    const counter = new CommandCounter(randomFrom(1));
    for (let ms = 100; ms >= 1; ms -= 1) counter.ended('Get-Mailbox', ms, ms > 98);
    counter.ended('Get-CASMailbox', 7, false);
    counter.throttled('Get-Mailbox', 3000);
    counter.throttled('Get-Mailbox', 500);
    assert.deepEqual(counter.counts(), [
      {
        cmdlet: 'Get-Mailbox',
        calls: 100,
        failures: 2,
        throttled: 2,
        waitedMs: 3500,
        p50Ms: 51,
        p95Ms: 96,
        maxMs: 100,
      },
      { cmdlet: 'Get-CASMailbox', calls: 1, failures: 0, throttled: 0, waitedMs: 0, p50Ms: 7, p95Ms: 7, maxMs: 7 },
    ]);
  });

  it('estimates percentiles of a million calls from a sample, and has the longest exactly', () => {
    const counter = new CommandCounter(randomFrom(2));
    for (let call = 0; call < 1_000_000; call += 1) counter.ended('Get-MobileDeviceStatistics', call % 1000, false);
    counter.ended('Get-MobileDeviceStatistics', 60_000, false);
    for (let call = 0; call < 100_000; call += 1) counter.ended('Get-MobileDeviceStatistics', call % 1000, false);
    const [count] = counter.counts();
    assert.ok(count);
    assert.equal(count.calls, 1_100_001);
    assert.ok(Math.abs(count.p50Ms - 500) < 40, String(count.p50Ms));
    assert.ok(Math.abs(count.p95Ms - 950) < 20, String(count.p95Ms));
    assert.equal(count.maxMs, 60_000);
  });
});
