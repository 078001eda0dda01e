import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyedStore } from '../../../plugin/state/keyed-store';
import { readCollection } from '../../../plugin/state/read-store';
import { StateError } from '../../../plugin/state/state-error';
import { openStore } from '../../../plugin/state/store';

const isDamage = (error: unknown): boolean =>
  error instanceof StateError && error.code === 'state.unavailable' && error.message.includes('data.mdb');

describe('A store whose file is damaged', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eas-damaged-'));
    file = join(folder, 'connections', 'c', 'data.mdb');
    const store = await openStore(folder, 'c');
    for (let i = 0; i < 200; i += 1) await store.collection(`things${String(i % 5)}`).put(`key${String(i)}`, { i });
    await store.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const damages: readonly (readonly [name: string, damage: () => void])[] = [
    [
      'is something else',
      () => {
        writeFileSync(file, Buffer.alloc(100_000, 'no store '));
      },
    ],
    [
      'has lost its end',
      () => {
        truncateSync(file, 3 * 4096);
      },
    ],
    [
      'has lost all but its beginning',
      () => {
        truncateSync(file, 5000);
      },
    ],
    [
      'is shorter than a page',
      () => {
        truncateSync(file, 100);
      },
    ],
  ];
  for (const [name, damage] of damages) {
    it(`because it ${name} is an error that says so, and does not end the process`, async () => {
      damage();
      const before = readFileSync(file);
      await assert.rejects(openStore(folder, 'c'), isDamage);
      await assert.rejects(openKeyedStore(join(folder, 'connections', 'c'), { isScratch: false }), isDamage);
      await assert.rejects(readCollection(folder, 'c', 'things0'), isDamage);
      assert.deepEqual(readFileSync(file), before, 'nobody writes to it');
    });
  }

  it('because it is empty is begun anew by whoever writes, and is nothing to read', async () => {
    truncateSync(file, 0);
    await assert.rejects(readCollection(folder, 'c', 'things0'), isDamage);
    const store = await openStore(folder, 'c');
    await store.collection('things0').put('a', { i: 1 });
    await store.close();
    assert.deepEqual(await readCollection(folder, 'c', 'things0'), [['a', { i: 1 }]]);
  });

  it('is another matter than one that was written to and closed at any size', async () => {
    for (let round = 0; round < 3; round += 1) {
      const store = await openStore(folder, 'c');
      const things = store.collection(`round${String(round)}`);
      for (let i = 0; i < 50; i += 1) await things.put(`k${String(i)}`, { text: 'x'.repeat(2000) });
      for (let i = 0; i < 50; i += 1) await things.remove(`k${String(i)}`);
      await store.close();
    }
    assert.ok(statSync(file).size > 0);
    assert.equal((await readCollection(folder, 'c', 'things0')).length, 40);
  });
});
