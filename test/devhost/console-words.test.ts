import assert from 'node:assert/strict';
import { ago, dateTime, duration } from '../../devhost/console/web/src/words';

describe('What the console says of times', () => {
  it('states an interval as it is, and a short time with its fraction', () => {
    const said = (ms: number, words: string): void => {
      assert.equal(duration(ms), words);
    };
    said(67, '67 ms');
    said(1490, '1.5 s');
    said(59_400, '59 s');
    said(90_000, '1 min 30 s');
    said(150_000, '2 min 30 s');
    said(300_000, '5 min');
    said(9_000_000, '2 h 30 min');
    said(86_400_000, '1 day');
    said(129_600_000, '1 day 12 h');
    said(604_800_000, '7 days');
  });

  it('states the time zone with each time', () => {
    assert.match(dateTime('2026-11-22T11:12:16Z'), /2026.*\d\d.*([A-Z]{2,5}|GMT[+-]\d+)$/);
    assert.equal(dateTime('nonsense'), '');
  });

  it('tells the past from the future', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    assert.equal(ago('2026-11-22T11:59:59Z', now), 'just now');
    assert.equal(ago('2026-11-22T12:00:20Z', now), 'in a moment');
    assert.equal(ago('2026-11-22T11:55:00Z', now), '5 minutes ago');
    assert.equal(ago('2026-11-23T12:00:00Z', now), 'in 1 day');
    assert.equal(ago('', now), '');
  });
});
