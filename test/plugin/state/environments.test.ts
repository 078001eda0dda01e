import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEnvironment } from '../../../plugin/state/environments';
import { readCollection } from '../../../plugin/state/read-store';
import { openStore, type Store } from '../../../plugin/state/store';

describe('The state of a connection, open twice in one process', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'eas-environments-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function writeMany(store: Store, collection: string): Promise<void> {
    for (let index = 0; index < 30; index++)
      await store.collection(`${collection}${String(index % 5)}`).put('a', index);
  }

  it('is written by both, also to new collections, while the other writes', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = [await openStore(folder, 'c'), await openStore(folder, 'c')];
      await Promise.all([writeMany(one, `one${String(round)}-`), writeMany(two, `two${String(round)}-`)]);
      assert.equal(one.collection('two0-0').get('a'), 25);
      await one.close();
      assert.equal(two.collection(`one${String(round)}-4`).get('a'), 29, 'one that closes leaves the other open');
      await two.close();
    }
  });

  it('can be read while it is open, and when it is not', async () => {
    const store = await openStore(folder, 'c');
    const [, read] = await Promise.all([store.collection('a').put('k', 1), readCollection(folder, 'c', 'b')]);
    assert.deepEqual(read, []);
    assert.deepEqual(await readCollection(folder, 'c', 'a'), [['k', 1]]);
    await store.close();
    const all = await Promise.all([
      readCollection(folder, 'c', 'a'),
      openStore(folder, 'c'),
      readCollection(folder, 'c', 'a'),
    ]);
    assert.deepEqual([all[0], all[2]], [[['k', 1]], [['k', 1]]]);
    await all[1].close();
    await all[1].close();
  });

  it('is not opened for writing where there is no room, which would end the process, and is where nobody knows', async () => {
    const open = (blocks: number, bavail: number): Promise<string> =>
      openEnvironment(folder, { encoding: 'json' }, () => ({ blocks, bavail, bsize: 4096 })).then(
        (environment) => environment.release().then(() => 'opened'),
        (error: unknown) => String(error),
      );
    assert.equal(await open(1000, 255), 'Error: There is less than 1 MiB left on the disk.');
    assert.deepEqual([await open(1000, 256), await open(0, 0)], ['opened', 'opened']);
  });
});
