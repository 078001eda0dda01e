import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIsAlive, takeRunLock, type LockWorld } from '../../../plugin/state/run-lock';
import { openStore, type Store } from '../../../plugin/state/store';

const HOLDER = join(__dirname, 'lock-holder.cjs');

/** A process that takes the lock, says `held` or the code of its refusal, and then does nothing. */
function holder(folder: string): ChildProcess {
  const args = ['-r', 'ts-node/register/transpile-only', HOLDER, folder];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function said(child: ChildProcess): Promise<string> {
  const [text] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
  return text.trim();
}

describe('The lock of a task', () => {
  let folder: string;
  let stores: Store[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-lock-'));
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (): Promise<Store> => {
    const store = await openStore(folder, 'c');
    stores.push(store);
    return store;
  };
  const world = (over: Partial<LockWorld> = {}): LockWorld => ({
    pid: 1,
    clock: () => 1_000_000,
    isAlive: () => true,
    computer: 'here',
    ...over,
  });
  const take = async (over: Partial<LockWorld> = {}, store?: Store): Promise<() => Promise<void>> =>
    takeRunLock(store ?? (await open()), 'T', 'run', world(over));

  it('keeps a second run out until the first has given it back', async () => {
    const release = await take();
    await assert.rejects(take({ pid: 2 }), { code: 'state.locked' });
    await release();
    await (
      await take({ pid: 2 })
    )();
  });

  it('of one task does not concern another', async () => {
    await take();
    const release = await takeRunLock(await open(), 'Other', 'run', world());
    await release();
  });

  it('is taken over at once from a process that is dead', async () => {
    await take({ pid: 7 });
    await take({ pid: 8, isAlive: (pid) => pid !== 7 });
  });

  it('is taken over from a silent holder even if another process has its id now', async () => {
    await take({ pid: 7 });
    await assert.rejects(take({ pid: 8, clock: () => 1_000_000 + 119_000 }), { code: 'state.locked' });
    await take({ pid: 8, clock: () => 1_000_000 + 120_000 });
  });

  it('is taken over from a holder whose sign of life lies in the future, after a clock was set back', async () => {
    await take({ pid: 7, clock: () => 9_000_000_000 });
    await take({ pid: 8 });
  });

  it('is not taken over from another computer because its process is not found on this one', async () => {
    await take({ pid: 7, computer: 'there' });
    await assert.rejects(take({ pid: 8, isAlive: () => false }), { code: 'state.locked' });
  });

  it('once lost keeps its former holder from writing, and from releasing what is not its own any more', async () => {
    const slept = await open();
    const release = await take({ pid: 7 }, slept);
    const successor = await open();
    await take({ pid: 8, clock: () => 2_000_000 }, successor);
    await assert.rejects(slept.collection('x').put('a', 1), { code: 'state.locked' });
    await assert.rejects(release(), { code: 'state.locked' });
    await successor.collection('x').put('a', 2);
    await assert.rejects(take({ pid: 9, clock: () => 2_000_000 }), { code: 'state.locked' });
  });

  it('goes to one of several processes that start at the same time, and on to the next when that is killed', async () => {
    const children = [holder(folder), holder(folder), holder(folder)];
    try {
      const words = await Promise.all(children.map(said));
      assert.deepEqual([...words].sort(), ['held', 'state.locked', 'state.locked']);
      const first = children[words.indexOf('held')]!;
      const real = { pid: process.pid, clock: Date.now, isAlive: processIsAlive };
      await assert.rejects(takeRunLock(await open(), 'T', 'run', real), { code: 'state.locked' });
      first.kill('SIGKILL');
      await once(first, 'exit');
      await (
        await takeRunLock(await open(), 'T', 'run', real)
      )();
    } finally {
      for (const child of children) child.kill('SIGKILL');
    }
  });
});
