import assert from 'node:assert/strict';
import { decideBeginning, type Circumstances } from '../../../tasks/eas-connector-manage/state/decide-beginning';
import type { CurrentInventory, Meta } from '../../../tasks/eas-connector-manage/state/meta';

const NOW = Date.UTC(2026, 10, 22, 8);
const HOUR = 3_600_000;

const CURRENT: CurrentInventory = {
  id: 'one',
  runId: 'run-1',
  startingRunId: '',
  isFull: true,
  baseStateId: '',
  hostStateId: '',
  fingerprint: 'print',
  begunAt: NOW - HOUR / 2,
  bootedAt: NOW - 50 * HOUR,
  phase: 'deliver',
  hostHoldsBase: false,
  nextStateId: '',
};
const META: Meta = {
  format: 1,
  owner: '',
  hashKey: [1, 2],
  stateId: '',
  fingerprint: '',
  deltas: 0,
  current: CURRENT,
};
const AROUND: Circumstances = {
  settings: {
    fullEveryRuns: 30,
    fullRequested: false,
    hostStateId: '',
    hostStored: { runId: 'run-1', sequence: 5 },
  },
  fingerprint: 'print',
  nowMs: NOW,
  bootedAtMs: NOW - 50 * HOUR,
  acknowledged: 5,
};

const kind = (current: Partial<CurrentInventory>, around: Partial<Circumstances> = {}): string =>
  decideBeginning({ ...META, current: { ...CURRENT, ...current } }, { ...AROUND, ...around }).kind;

describe('How an inventory begins', () => {
  it('goes on with the one that was interrupted, for a day if something was delivered, for an hour if not', () => {
    assert.equal(kind({}), 'resume');
    assert.equal(kind({ begunAt: NOW - 23 * HOUR }), 'resume');
    assert.equal(kind({ begunAt: NOW - 25 * HOUR }), 'full');
    assert.equal(kind({ begunAt: NOW - 2 * HOUR, phase: 'partnerships' }), 'full');
    assert.equal(kind({ begunAt: NOW - HOUR / 2, phase: 'partnerships' }), 'resume');
  });

  it('is anew when the clock was set back, and after a start of the computer, which the spool does not outlive', () => {
    assert.equal(kind({ begunAt: NOW + HOUR }), 'full');
    assert.equal(kind({}, { bootedAtMs: NOW - HOUR / 4 }), 'full');
    assert.equal(kind({}, { bootedAtMs: AROUND.bootedAtMs + 60_000 }), 'resume', 'clocks are not exact');
  });

  it('is anew for a host that has lost what it had acknowledged', () => {
    const stored = (sequence: number): Partial<Circumstances> => ({
      settings: { ...AROUND.settings, hostStored: { runId: 'run-1', sequence } },
    });
    assert.equal(kind({}, stored(4)), 'full');
    assert.equal(kind({}, stored(6)), 'resume');
  });
});
