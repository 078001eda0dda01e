import type { LabShell } from './lab-shell';
import { MOST_SHELLS } from './refusals';

interface Entry {
  readonly shell: LabShell;
  readonly idleTimeoutMs: number;
  /** What the front end remembers a client by. */
  readonly affinity: string;
  /** Only there to tell its client that it was refused. */
  readonly isRefused: boolean;
  /** In the lab's time. */
  lastUse: number;
  /** The client has shown its cookie: whoever comes without it is somebody else. */
  isBound: boolean;
}

/** The shells that are open, by their ids. One that nobody has used for its idle time, in the lab's time, is gone. */
export class ShellTable {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => number) {}

  /** How many are open. */
  get count(): number {
    return this.open().length;
  }

  /** Whether the account may open another one. */
  hasRoomFor(user: string): boolean {
    return this.open().filter(({ shell }) => shell.user === user).length < MOST_SHELLS;
  }

  add(shell: LabShell, more: Pick<Entry, 'idleTimeoutMs' | 'affinity' | 'isRefused'>): void {
    this.entries.set(key(shell.wsman.id), { shell, ...more, lastUse: this.now(), isBound: false });
  }

  /**
   * The shell of that id, for the account and the client that opened it. It is in use now.
   * @param cookie undefined where there is no front end; empty if the client has none, as one that saw no answer to its Create
   */
  find(id: string, user: string, cookie: string | undefined): LabShell | undefined {
    this.removeIdle();
    const entry = this.entries.get(key(id));
    if (entry?.shell.user !== user) return undefined;
    if (cookie === '' ? entry.isBound : cookie !== undefined && cookie !== entry.affinity) return undefined;
    entry.isBound ||= cookie !== undefined && cookie !== '';
    entry.lastUse = this.now();
    return entry.shell;
  }

  remove(id: string): void {
    this.entries.delete(key(id));
  }

  /** All shells; they are forgotten. */
  takeAll(): LabShell[] {
    const shells = [...this.entries.values()].map(({ shell }) => shell);
    this.entries.clear();
    return shells;
  }

  private open(): Entry[] {
    this.removeIdle();
    return [...this.entries.values()].filter(({ isRefused }) => !isRefused);
  }

  private removeIdle(): void {
    const now = this.now();
    for (const [id, entry] of this.entries) {
      if (entry.shell.isBusy) entry.lastUse = now;
      else if (now - entry.lastUse > entry.idleTimeoutMs) {
        this.entries.delete(id);
        entry.shell.destroy({ kind: 'aborted' });
      }
    }
  }
}

function key(id: string): string {
  return id.toLowerCase();
}
