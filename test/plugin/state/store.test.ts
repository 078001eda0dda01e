import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DryStore } from '../../../plugin/state/dry-store';
import { StateError } from '../../../plugin/state/state-error';
import { openStore, type Store } from '../../../plugin/state/store';

interface Thing {
  readonly n: number;
}

const all = (store: Store, name = 'things'): unknown[] => [...store.collection<Thing>(name).entries()];

describe('The store', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eas-store-'));
    store = await openStore(folder, 'c');
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes records of several collections at once, and has them after it was opened again', async () => {
    await store.write([
      { collection: 'things', key: 'b', record: { n: 2 } },
      { collection: 'things', key: 'a', record: { n: 1 } },
      { collection: 'others', key: 'x', record: { n: 3 } },
    ]);
    await store.write([{ collection: 'things', key: 'b' }]);
    await store.close();
    store = await openStore(folder, 'c');
    assert.deepEqual(all(store), [['a', { n: 1 }]]);
    assert.deepEqual(all(store, 'others'), [['x', { n: 3 }]]);
  });

  it('gives the records of a range in order', async () => {
    const things = store.collection<Thing>('things');
    for (const n of [3, 1, 2, 4]) await things.put(String(n), { n });
    assert.deepEqual(
      [...things.entries({ from: '2', below: '4' })].map(([key]) => key),
      ['2', '3'],
    );
  });

  it('writes nothing that its fence refuses, and throws what the fence gives', async () => {
    const things = store.collection<Thing>('things');
    const refusal = new StateError('state.locked', 'no', '');
    let isOpen = true;
    store.fence(() => (isOpen ? undefined : refusal));
    await things.put('a', { n: 1 });
    isOpen = false;
    await assert.rejects(things.put('a', { n: 2 }), refusal);
    await assert.rejects(things.remove('a'), refusal);
    await assert.rejects(store.write([{ collection: 'things', key: 'b', record: { n: 1 } }]), refusal);
    assert.throws(() => {
      store.checkFence();
    }, refusal);
    assert.deepEqual(all(store), [['a', { n: 1 }]]);
  });

  it('says what could not be written and why when the disk is gone', async () => {
    const things = store.collection<Thing>('things');
    await store.close();
    await assert.rejects(things.put('a', { n: 1 }), (error: unknown) => {
      assert.ok(error instanceof StateError);
      assert.equal(error.code, 'state.unavailable');
      assert.match(error.message, /a of things/);
      return true;
    });
    store = await openStore(folder, 'c');
  });
});

describe('A rehearsal on a store', () => {
  it('reads what is there and what it wrote itself, in order, and leaves the store as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eas-store-'));
    const store = await openStore(folder, 'c');
    try {
      const base = store.collection<Thing>('things');
      await base.put('a', { n: 1 });
      await base.put('c', { n: 3 });
      const dry = new DryStore(store);
      const things = dry.collection<Thing>('things');
      await things.put('b', { n: 2 });
      await things.remove('a');
      assert.equal(await things.update('c', (current) => current && { n: current.n + 1 }).then((next) => next?.n), 4);
      assert.equal(things.get('a'), undefined);
      assert.deepEqual(all(dry), [
        ['b', { n: 2 }],
        ['c', { n: 4 }],
      ]);
      assert.deepEqual([...things.entries({ from: 'c' })], [['c', { n: 4 }]]);
      assert.deepEqual(all(store), [
        ['a', { n: 1 }],
        ['c', { n: 3 }],
      ]);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
