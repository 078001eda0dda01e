import assert from 'node:assert/strict';
import { ActionJournal, KEPT_WHOLE_MS } from '../../tasks/eas-connector-security/journal';
import type { ActionRecord } from '../../tasks/eas-connector-security/action-record';
import { outcome } from '../../tasks/eas-connector-security/outcome';
import { MemoryStore } from '../support/memory-store';
import { SecurityHarness, isNative, wipeAction, type Json } from './security-harness';

const DAY = 86_400_000;

const record = (actionId: string, extra: Partial<ActionRecord> = {}): ActionRecord => ({
  version: 1,
  actionId,
  fingerprint: 'f',
  kind: 'blockDevice',
  orderedBy: '',
  firstSeenAt: 0,
  attempts: [],
  ...extra,
});

const over = (id: string, at: number): ActionRecord =>
  record(id, { outcome: outcome({ id }, 'succeeded', 'Blocked.', at, { steps: ['block it'] }) });

describe('The journal', () => {
  it('counts what destructive was sent in a day, across runs and crashes, without reading every record', async () => {
    const store = new MemoryStore();
    const journal = await ActionJournal.open(store);
    for (let i = 0; i < 20; i += 1)
      await journal.put(`a${String(i)}`, record(`a${String(i)}`, { destructiveAt: i * 3_600_000 }));
    await journal.put('back', record('back', { destructiveAt: 5 }));
    await journal.put('back', record('back'));
    const again = await ActionJournal.open(store);
    assert.equal(again.destructiveInDayBefore(19 * 3_600_000), 20);
    assert.equal(again.destructiveInDayBefore(30 * 3_600_000), 13);
    assert.equal(again.destructiveInDayBefore(100 * 3_600_000), 0);
  });

  it('reads only what is open when it is opened, not all that is over', async () => {
    const store = new MemoryStore();
    const journal = await ActionJournal.open(store);
    await journal.put('a', record('a'));
    await journal.put('b', record('b'));
    await journal.put('a', over('a', DAY));
    assert.deepEqual(
      [...store.collection('journal.open').entries()].map(([id]) => id),
      ['b'],
    );
    await journal.put('a', record('a'));
    assert.deepEqual(
      [...store.collection('journal.open').entries()].map(([id]) => id),
      ['a', 'b'],
    );
    assert.deepEqual([...store.collection('journal.final').entries()], []);
    await journal.remove('a');
    assert.deepEqual(
      [...store.collection('journal.open').entries()].map(([id]) => id),
      ['b'],
    );
  });

  it('does not count for a day what a clock far ahead has written', async () => {
    const journal = await ActionJournal.open(new MemoryStore());
    await journal.put('a', record('a', { destructiveAt: 400 * DAY }));
    assert.equal(journal.destructiveInDayBefore(DAY), 0);
  });

  it('makes indexes for records from before there were any', async () => {
    const store = new MemoryStore();
    await store.collection<ActionRecord>('journal').put('old', record('old', { destructiveAt: 1000 }));
    const journal = await ActionJournal.open(store);
    assert.equal(journal.destructiveInDayBefore(2000), 1);
    assert.deepEqual(
      [...store.collection('journal.open').entries()].map(([key]) => key),
      ['old'],
    );
  });

  it('cuts old final records down, never those of orders that are still sent, and knows for ever that they are over', async () => {
    const store = new MemoryStore();
    const journal = await ActionJournal.open(store);
    for (const id of ['old', 'ordered']) await journal.put(id, over(id, 1000));
    await journal.put('young', over('young', KEPT_WHOLE_MS));
    await journal.put('open', record('open'));
    await journal.prune(KEPT_WHOLE_MS + 2000, (id) => id === 'ordered');
    const cut = (id: string): boolean => journal.get(id)?.isPruned === true;
    assert.deepEqual(['old', 'ordered', 'young', 'open'].map(cut), [true, false, false, false]);
    assert.equal(journal.get('old')?.outcome?.state, 'succeeded');
    assert.equal(journal.get('old')?.outcome?.summary, 'Blocked.');
    assert.equal(journal.get('old')?.fingerprint, 'f');
  });
});

describe('A record of the journal', () => {
  const first = (harness: SecurityHarness): Record<string, string> =>
    harness.partnerships((one) => isNative(one) && one['DeviceAccessState'] === 'Allowed')[0]!;

  it('that is 400 days old still keeps its order from being carried out again', async () => {
    const harness = new SecurityHarness();
    const device = first(harness);
    const mailbox = String(device['DistinguishedName']).split(',').slice(2).join(',');
    const block = { id: 'b1', blockDevice: { device: { mailbox, deviceId: device['DeviceId'] } } };
    await harness.run([block]);
    harness.skewMs = KEPT_WHOLE_MS + DAY;
    await harness.run([]);
    assert.equal(harness.store.collection<ActionRecord>('journal').get('b1')?.isPruned, true);
    harness.objects('Set-CASMailbox', { Identity: mailbox, ActiveSyncBlockedDeviceIDs: [] });
    const { outcomes } = await harness.run([block]);
    assert.equal(outcomes.get('b1')?.['state'], 'ACTION_STATE_SUCCEEDED');
    assert.equal(harness.changes(/^Set-/).length, 1);
  });

  it('that a newer version has written is left alone, with an outcome that says so', async () => {
    const harness = new SecurityHarness();
    const device = first(harness);
    const journal = harness.store.collection<Json>('journal');
    const newer = { version: 2, actionId: 'w1', something: 'new' };
    await journal.put('w1', newer);
    const { outcomes } = await harness.run([wipeAction('w1', device)]);
    const found = outcomes.get('w1');
    assert.match(String(found?.['summary']), /newer version of the connector/);
    assert.deepEqual(
      (found?.['problems'] as Json[]).map(({ code }) => code),
      ['state.unavailable'],
    );
    assert.notEqual(found?.['isFinal'], true);
    assert.equal(harness.changes(/./).length, 0);
    assert.deepEqual(journal.get('w1'), newer);
  });

  it('that a newer version has written is not touched by an order to cancel the wipe either', async () => {
    const harness = new SecurityHarness();
    const device = first(harness);
    await harness.run([wipeAction('w1', device)]);
    const journal = harness.store.collection<Json>('journal');
    const newer = { ...journal.get('w1'), version: 2 };
    await journal.put('w1', newer);
    const partnership = { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] };
    const { outcomes } = await harness.run([{ id: 'c1', cancelWipe: { partnership } }]);
    assert.equal(outcomes.get('c1')?.['state'], 'ACTION_STATE_SUCCEEDED');
    assert.deepEqual(journal.get('w1'), newer);
  });
});
