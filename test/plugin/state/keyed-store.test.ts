import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyedStore, type KeyedStore } from '../../../plugin/state/keyed-store';
import { StateError } from '../../../plugin/state/state-error';

const key = (...bytes: number[]): Buffer => Buffer.from(bytes);

describe('A store of many small records', () => {
  let folder: string;
  let store: KeyedStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eas-keyed-'));
    store = await openKeyedStore(folder, { isScratch: false });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps bytes and records over a closing, in the order of the keys’ bytes', async () => {
    const bytes = store.bytes('bytes');
    const records = store.records<{ readonly name: string }>('records');
    await store.write(() => {
      for (const byte of [200, 3, 90]) bytes.put(key(byte), Buffer.from(String(byte)));
      records.put(key(1), { name: 'Änne'.repeat(200) });
    });
    await store.close();
    store = await openKeyedStore(folder, { isScratch: false });
    const again = store.bytes('bytes');
    assert.deepEqual(
      [...again.entries()].map(([at, value]) => [at[0], value.toString()]),
      [
        [3, '3'],
        [90, '90'],
        [200, '200'],
      ],
    );
    assert.equal(again.count(), 3);
    assert.equal(store.records<{ readonly name: string }>('records').get(key(1))?.name, 'Änne'.repeat(200));
  });

  it('gives a range from a key on, below another, and no more than asked for', async () => {
    const bytes = store.bytes('bytes');
    await store.write(() => {
      for (let byte = 0; byte < 10; byte += 1) bytes.put(key(byte), key(byte));
    });
    const keys = (range: Parameters<typeof bytes.keys>[0]): number[] =>
      [...bytes.keys(range)].map(([byte]) => byte ?? -1);
    assert.deepEqual(keys({ from: key(3), below: key(6) }), [3, 4, 5]);
    assert.deepEqual(keys({ from: key(8) }), [8, 9]);
    assert.deepEqual(keys({ from: key(2, 0), limit: 2 }), [3, 4]);
    assert.ok(bytes.has(key(4)) && !bytes.has(key(40)));
    await store.write(() => {
      bytes.remove(key(4));
    });
    assert.deepEqual(keys({ from: key(3), below: key(6) }), [3, 5]);
    await store.clear('bytes');
    assert.equal(bytes.count(), 0);
  });

  it('writes nothing for whom the fence keeps out', async () => {
    const bytes = store.bytes('bytes');
    store.fence(() => new StateError('state.locked', 'somebody else has it', ''));
    const write = store.write(() => {
      bytes.put(key(1), key(1));
    });
    await assert.rejects(write, { code: 'state.locked' });
    assert.equal(bytes.has(key(1)), false);
  });

  it('passes on what a change throws, and can be used afterwards', async () => {
    const bytes = store.bytes('bytes');
    const wrong = new RangeError('wrong');
    const change = (): void => {
      throw wrong;
    };
    await assert.rejects(store.write(change), wrong);
    assert.throws(() => {
      store.writeNow(change);
    }, wrong);
    store.writeNow(() => {
      bytes.put(key(1), key(7));
    });
    assert.deepEqual(bytes.get(key(1)), key(7));
  });

  it('says where it cannot be opened', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await assert.rejects(openKeyedStore(file, { isScratch: true }), (error: unknown) => {
      assert.ok(error instanceof StateError);
      assert.equal(error.code, 'state.unavailable');
      assert.ok(error.message.includes(file));
      return true;
    });
  });
});
