/** Where the overlay survives the process. */
export interface Keeper {
  /** All that was kept, by key. */
  load(): Iterable<readonly [key: string, value: unknown]>;
  /** Keeps a value so that it survives a crash of the process. */
  put(key: string, value: unknown): void;
  close(): Promise<void>;
}

/** How a read looks at the organization. */
export interface View {
  /** The lab's time. */
  readonly now: number;
  /** The domain controller that is asked; undefined: any. */
  readonly domainController?: string | undefined;
}

/** How a change is written. */
export interface WriteContext extends View {
  /** How long until the change is seen through other domain controllers. */
  readonly replicationLagMs: number;
}

interface Version {
  /** Null: the object was removed. */
  readonly value: unknown;
  readonly visibleAt: number;
  /** Through this domain controller it is seen at once. */
  readonly via: string;
}

/** Names of the collections of changed objects. */
export type Collection =
  'partnership' | 'successor' | 'erasure' | 'mailbox' | 'policy' | 'rule' | 'settings' | 'deviceClass' | 'meta';

/**
 * All that was changed since the organization was made. Each object keeps its last versions, because a change becomes
 * visible only after the replication lag, except through the domain controller that it was written to.
 */
export class Overlay {
  private readonly collections = new Map<Collection, Map<string, readonly Version[]>>();

  constructor(private readonly keeper: Keeper | undefined) {
    if (keeper === undefined) return;
    for (const [key, value] of keeper.load()) {
      const slash = key.indexOf('/');
      this.collection(key.slice(0, slash) as Collection).set(key.slice(slash + 1), value as readonly Version[]);
    }
  }

  /** The object as it is, whoever can see that; undefined if it was not changed, null if it was removed. */
  current(collection: Collection, id: string): unknown {
    return this.collections.get(collection)?.get(id)?.at(-1)?.value;
  }

  /** The object as a reader sees it; undefined if no change of it is visible, null if it was removed. */
  seen(collection: Collection, id: string, view: View): unknown {
    const versions = this.collections.get(collection)?.get(id);
    return versions?.findLast((version) => isVisible(version, view))?.value;
  }

  /** As `seen` for a reader with a view, as `current` without one. */
  read(collection: Collection, id: string, view: View | undefined): unknown {
    return view === undefined ? this.current(collection, id) : this.seen(collection, id, view);
  }

  /** The ids of all objects of a collection that were changed. */
  ids(collection: Collection): Iterable<string> {
    return this.collections.get(collection)?.keys() ?? [];
  }

  /** Changes or removes (null) an object. */
  write(collection: Collection, id: string, value: unknown, context: WriteContext): void {
    const before = (this.collections.get(collection)?.get(id) ?? []) as Version[];
    const version = {
      value,
      visibleAt: context.now + context.replicationLagMs,
      via: (context.domainController ?? '').toLowerCase(),
    };
    const oldestSeen = before.findLastIndex((older) => older.visibleAt <= context.now);
    this.store(collection, id, [...before.slice(Math.max(0, oldestSeen)), version]);
  }

  /** Changes an object by something that does not replicate: what devices do is in the mailbox and seen at once. */
  amend(collection: Collection, id: string, value: unknown, now: number): void {
    const versions = this.collections.get(collection)?.get(id) ?? [];
    const last = versions.at(-1);
    const amended = { value, visibleAt: last?.visibleAt ?? now, via: last?.via ?? '' };
    this.store(collection, id, [...versions.slice(0, -1), amended]);
  }

  /** Ends the keeping. */
  async close(): Promise<void> {
    await this.keeper?.close();
  }

  private store(collection: Collection, id: string, versions: readonly Version[]): void {
    this.collection(collection).set(id, versions);
    this.keeper?.put(`${collection}/${id}`, versions);
  }

  private collection(name: Collection): Map<string, readonly Version[]> {
    const found = this.collections.get(name);
    if (found !== undefined) return found;
    const made = new Map<string, readonly Version[]>();
    this.collections.set(name, made);
    return made;
  }
}

function isVisible(version: Version, view: View): boolean {
  if (version.visibleAt <= view.now) return true;
  return version.via === view.domainController?.toLowerCase();
}
