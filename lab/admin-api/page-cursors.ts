import { randomUUID } from 'node:crypto';
import type { PSObject } from '../../psrp';

/** A list that is being read page by page. The position is kept, so no page is made twice. */
export interface PageCursor {
  readonly objects: Iterator<PSObject>;
  /** The object that stands next, read to know that there is one. */
  readonly next: PSObject;
  readonly warnings: string[];
  /** Whose pages these are: a connection's, or a cookie's. */
  readonly owner: string;
  /** The command, which must be the same for every page. */
  readonly command: string;
  readonly expiresAt: number;
  readonly pageSize: number;
}

const EXPIRY_MS = 30 * 60_000;
const MOST = 500;

/** The lists that clients are in the middle of. */
export class PageCursors {
  private readonly cursors = new Map<string, PageCursor>();

  constructor(private readonly now: () => number) {}

  /** Keeps a list for its next page. The oldest goes when there are too many. */
  keep(cursor: Omit<PageCursor, 'expiresAt'>): string {
    const [oldest] = this.cursors.keys();
    if (this.cursors.size >= MOST && oldest !== undefined) this.cursors.delete(oldest);
    const token = randomUUID();
    this.cursors.set(token, { ...cursor, expiresAt: this.now() + EXPIRY_MS });
    return token;
  }

  /** Takes the list of a page; undefined if there is none, it has expired, or it belongs to somebody else. */
  take(token: string, owner: string, command: string): PageCursor | undefined {
    const cursor = this.cursors.get(token);
    if (cursor?.owner !== owner || cursor.command !== command || cursor.expiresAt < this.now()) return undefined;
    this.cursors.delete(token);
    return cursor;
  }
}
