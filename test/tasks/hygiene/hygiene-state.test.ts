import assert from 'node:assert/strict';
import {
  HygieneStore,
  removalsLeft,
  whyNoPass,
  MONTH_MS,
  PASS_INTERVAL_MS,
  RETRY_AFTER_MS,
  type PassRecord,
} from '../../../tasks/eas-connector-security/hygiene/hygiene-state';
import { MemoryStore } from '../../support/memory-store';

const NOW = Date.UTC(2026, 10, 22);

describe('A look through the organization', () => {
  const done: PassRecord = { version: 1, fingerprint: 'f', begunAt: NOW, endedAt: NOW + 1, open: [] };

  it('is due when there was none, a day after the last one, and when what is asked for has changed', () => {
    assert.equal(whyNoPass(undefined, 'f', NOW), undefined);
    assert.match(whyNoPass(done, 'f', NOW + PASS_INTERVAL_MS - 1) ?? '', /once a day is enough/);
    assert.equal(whyNoPass(done, 'f', NOW + PASS_INTERVAL_MS), undefined);
    assert.equal(whyNoPass(done, 'other', NOW + 1), undefined);
  });

  it('that did not come to its end is begun anew after an hour', () => {
    const broken: PassRecord = { version: 1, fingerprint: 'f', begunAt: NOW, open: [] };
    assert.match(whyNoPass(broken, 'f', NOW + RETRY_AFTER_MS - 1) ?? '', /did not end/);
    assert.equal(whyNoPass(broken, 'f', NOW + RETRY_AFTER_MS), undefined);
  });

  it('from the future, before a clock was set back, does not put off the next one', () => {
    assert.equal(whyNoPass(done, 'f', NOW - 1), undefined);
  });
});

describe('The removals that are left', () => {
  const removal = (mailboxGuid: string): { at: number; mailboxGuid: string } => ({ at: NOW, mailboxGuid });

  it('are 20 a mailbox, or so many in all if the settings say a number', () => {
    const removals = [...Array<string>(20).fill('a'), 'b'].map(removal);
    assert.equal(removalsLeft(removals, 'a', undefined), 0);
    assert.equal(removalsLeft(removals, 'b', undefined), 19);
    assert.equal(removalsLeft(removals, 'b', 25), 4);
    assert.equal(removalsLeft([], 'b', 0), 0);
  });

  it('come back 30 days after a removal', async () => {
    const store = new HygieneStore(new MemoryStore(), false);
    await store.count('x', removal('a'));
    assert.equal((await store.removals(NOW + MONTH_MS - 1)).size, 1);
    assert.equal((await store.removals(NOW + MONTH_MS)).size, 0);
    assert.equal((await store.removals(NOW)).size, 0, 'what is over is forgotten');
  });

  it('are not used up for years by what a clock far ahead has written', async () => {
    const store = new HygieneStore(new MemoryStore(), false);
    await store.count('x', { at: NOW + 400 * 24 * 3_600_000, mailboxGuid: 'a' });
    assert.equal((await store.removals(NOW)).size, 0);
  });

  it('are not used up by a run that only reports', async () => {
    const memory = new MemoryStore();
    await new HygieneStore(memory, true).count('x', removal('a'));
    assert.equal((await new HygieneStore(memory, false).removals(NOW)).size, 0);
  });
});
