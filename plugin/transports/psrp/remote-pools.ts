import { ExchangeError } from '../../exchange/exchange-error';
import { waitFor } from '../../network';
import type { RemotePool } from './remote-pool';

/**
 * The pool that commands are run in. One that broke, or that a command timed out in, is never used again: the next command gets
 * a new one. Every pool is closed, the old ones when their last command is over.
 */
export class RemotePools {
  private current: Promise<RemotePool> | undefined;
  private readonly old = new Set<RemotePool>();
  private isClosed = false;

  /** @param open opens a pool; it is not told of a single command's end, because others wait for the pool too */
  constructor(private readonly open: () => Promise<RemotePool>) {}

  /** A pool that works. @throws ExchangeError why none could be opened */
  async get(signal: AbortSignal): Promise<RemotePool> {
    for (;;) {
      if (this.isClosed) throw new ExchangeError({ code: 'cancelled', summary: 'The session was closed.' });
      const opening = (this.current ??= this.open());
      try {
        const pool = await waitFor(opening, signal);
        if (!pool.isOver) return pool;
        this.retire(pool);
      } catch (error) {
        // One that does not open leaves nothing behind; one that this command only did not wait for is kept. So is the refusal
        // of an account: every further attempt with the same password would bring it nearer to being locked.
        if (!signal.aborted && !isDenied(error)) this.forget(opening);
        throw error;
      }
      this.forget(opening);
    }
  }

  /** Takes no further commands into a pool. */
  retire(pool: RemotePool): void {
    this.old.add(pool);
    pool.retire();
  }

  /** Closes every pool. Never throws. */
  async close(): Promise<void> {
    this.isClosed = true;
    const current = await this.current?.catch(ignore);
    await Promise.all([...this.old, ...(current ? [current] : [])].map((pool) => pool.close()));
  }

  private forget(opening: Promise<RemotePool>): void {
    if (this.current === opening) this.current = undefined;
  }
}

const isDenied = (error: unknown): boolean => error instanceof ExchangeError && error.code === 'auth.denied';
const ignore = (): undefined => undefined;
