import { join } from 'node:path';
import { StateError } from '../../../plugin/state/state-error';
import { openKeyedStore, type ByteRange, type KeyedStore, type KeyedTable } from '../../../plugin/state/keyed-store';
import { numberKey } from './keys';
import { STATE_FORMAT, type CurrentInventory, type Meta } from './meta';
import { decodeUpdates, encodeUpdates, type Update, type UpdatedTable } from './updates';

const META = Buffer.from('inventory');
const ACKNOWLEDGED = Buffer.from('acknowledged');

/** A budget that was met so long ago may be another one by now. */
const PACE_HOLDS_MS = 7 * 24 * 3600_000;

/** Beyond so many kinds, new ones are counted as this one: a device states its own operating system. */
const MAX_KINDS = 50_000;
const OTHERS: readonly string[] = ['others', 'others', 'others', 'others'];

/**
 * What the host has acknowledged, on disk: a record of every partnership and mailbox, and of an inventory under way what
 * is left to do. It changes only with results that the host has stored. What belongs to a result that is on its way is
 * kept aside, so that after a crash it can be put in or dropped, as the host says.
 */
export class InventoryState {
  readonly #metas: KeyedTable<Meta>;
  readonly #numbers: KeyedTable<Buffer>;
  readonly #tables: Readonly<Record<UpdatedTable, KeyedTable<Buffer>>>;
  readonly #pending: KeyedTable<Buffer>;
  readonly #kindNames: KeyedTable<readonly string[]>;
  readonly #kinds = new Map<string, number>();
  #newKinds: (readonly [number, readonly string[]])[] = [];
  #acknowledged: number;
  #meta: Meta;

  private constructor(
    private readonly store: KeyedStore,
    readonly folder: string,
    owner: string,
    random: () => number,
  ) {
    this.#metas = store.records('meta');
    this.#numbers = store.bytes('numbers');
    this.#tables = {
      partnerships: store.bytes('partnerships'),
      mailboxes: store.bytes('mailboxes'),
      work: store.bytes('work'),
    };
    this.#pending = store.bytes('pending');
    this.#kindNames = store.records('kinds');
    const known = this.#metas.get(META);
    this.#meta = known?.format === STATE_FORMAT ? { ...known, owner } : newMeta(owner, random);
    this.#acknowledged = this.#numbers.get(ACKNOWLEDGED)?.readUInt32BE() ?? 0;
  }

  /**
   * Opens the inventory's state of a connection and takes it: a run that had it before can write nothing more.
   * @param parent the connection's folder
   * @param owner names this run and no other
   * @throws StateError
   */
  static async open(parent: string, owner: string, random: () => number): Promise<InventoryState> {
    const folder = join(parent, 'inventory');
    const store = await openKeyedStore(folder, { isScratch: false });
    const hadMeta = store.records<Meta>('meta').get(META);
    const state = new InventoryState(store, folder, owner, random);
    if (hadMeta && hadMeta.format !== STATE_FORMAT) await state.#forget();
    await store.write(() => {
      state.#metas.put(META, state.#meta);
    });
    store.fence(() => (state.#metas.get(META)?.owner === owner ? undefined : taken()));
    for (const [key, names] of state.#kindNames.entries()) state.#kinds.set(names.join('\n'), key.readUInt32BE());
    return state;
  }

  get meta(): Meta {
    return this.#meta;
  }

  /** The sequence of the last result of the current inventory's last run that the host has acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  partnership(guid: Buffer): Buffer | undefined {
    return this.#tables.partnerships.get(guid);
  }

  partnerships(range?: ByteRange): Iterable<readonly [Buffer, Buffer]> {
    return this.#tables.partnerships.entries(range);
  }

  mailbox(guid: Buffer): Buffer | undefined {
    return this.#tables.mailboxes.get(guid);
  }

  mailboxKeys(range?: ByteRange): Iterable<Buffer> {
    return this.#tables.mailboxes.keys(range);
  }

  get mailboxes(): number {
    return this.#tables.mailboxes.count();
  }

  /** How many groups are still to be delivered. */
  get work(): number {
    return this.#tables.work.count();
  }

  workKeys(range?: ByteRange): Iterable<Buffer> {
    return this.#tables.work.keys(range);
  }

  /** The number of a kind of partnerships that are counted together. */
  kindOf(names: readonly string[]): number {
    const text = names.join('\n');
    const known = this.#kinds.get(text);
    if (known !== undefined) return known;
    if (this.#kinds.size >= MAX_KINDS && names !== OTHERS) return this.kindOf(OTHERS);
    const number = this.#kinds.size;
    this.#kinds.set(text, number);
    this.#newKinds.push([number, names]);
    return number;
  }

  /** The names of a kind. */
  kindNames(number: number): readonly string[] {
    return this.#kindNames.get(numberKey(number)) ?? this.#newKinds.find(([kind]) => kind === number)?.[1] ?? [];
  }

  /** Changes what is known of the inventories. @throws StateError */
  async changeMeta(patch: Partial<Meta>): Promise<void> {
    const changed = { ...this.#meta, ...patch };
    await this.store.write(() => {
      this.#metas.put(META, changed);
    });
    this.#meta = changed;
  }

  async changeCurrent(patch: Partial<CurrentInventory>): Promise<void> {
    const { current } = this.#meta;
    if (current) await this.changeMeta({ current: { ...current, ...patch } });
  }

  /** Drops what is left of an inventory that is not gone on with. */
  async drop(): Promise<void> {
    await this.store.clear('pending');
    await this.store.clear('work');
  }

  /** The host has the first result of a run: from here on that run's results count. */
  async runHasBegun(runId: string): Promise<void> {
    this.#acknowledged = 1;
    await this.store.write(() => {
      this.#numbers.put(ACKNOWLEDGED, numberKey(1));
    });
    await this.changeCurrent({ runId, startingRunId: '' });
  }

  /** Puts work into the queue. */
  async enqueue(work: readonly Buffer[]): Promise<void> {
    await this.store.write(() => {
      for (const key of work) this.#tables.work.put(key, Buffer.alloc(0));
    });
  }

  clearWork(): Promise<void> {
    return this.store.clear('work');
  }

  /** Keeps what belongs to a result, before it is sent. */
  async prepare(sequence: number, updates: readonly Update[]): Promise<void> {
    const kinds = this.#newKinds;
    this.#newKinds = [];
    await this.store.write(() => {
      for (const [number, names] of kinds) this.#kindNames.put(numberKey(number), names);
      this.#pending.put(numberKey(sequence), encodeUpdates(updates));
    });
  }

  /** Puts in what belongs to a result that the host has stored. */
  async acknowledge(sequence: number, updates: readonly Update[]): Promise<void> {
    this.#acknowledged = Math.max(this.#acknowledged, sequence);
    // What the host had before holds no longer; only the end of this inventory makes a state that has a name.
    const meta = this.#meta.stateId === '' ? undefined : { ...this.#meta, stateId: '' };
    if (meta) this.#meta = meta;
    await this.store.write(() => {
      if (meta) this.#metas.put(META, meta);
      this.#apply(updates);
      this.#pending.remove(numberKey(sequence));
      this.#numbers.put(ACKNOWLEDGED, numberKey(this.#acknowledged));
    });
  }

  /** Puts in what the host need not be told. */
  async commit(updates: readonly Update[]): Promise<void> {
    if (updates.length === 0) return;
    await this.store.write(() => {
      this.#apply(updates);
    });
  }

  /**
   * After a run that ended before its end: puts in what belongs to results that the host has stored, and drops the rest.
   * @param stored the sequence of the last of them; undefined if the host does not say: then those that it has
   *   acknowledged are all that is certain, and they are in
   */
  async settle(stored: number | undefined): Promise<void> {
    for (const [key, bytes] of [...this.#pending.entries()]) {
      const sequence = key.readUInt32BE();
      if (stored !== undefined && sequence <= stored)
        await this.acknowledge(sequence, decodeUpdates(Buffer.from(bytes)));
    }
    await this.store.clear('pending');
  }

  /** Ends the inventory: the host has all of it. */
  async complete(stateId: string, fingerprint: string, isFull: boolean): Promise<void> {
    await this.store.clear('work');
    await this.changeMeta({ stateId, fingerprint, deltas: isFull ? 0 : this.#meta.deltas + 1, current: undefined });
    await this.store.flushed();
  }

  /** How many commands a minute Exchange was found to allow, not long ago; undefined if no budget was met. */
  allowedPerMinute(nowMs: number): number | undefined {
    const { pace } = this.#meta;
    return pace && Math.abs(nowMs - pace.at) < PACE_HOLDS_MS ? pace.allowedPerMinute : undefined;
  }

  async rememberPace(allowedPerMinute: number | undefined, nowMs: number): Promise<void> {
    await this.changeMeta({ pace: allowedPerMinute === undefined ? undefined : { allowedPerMinute, at: nowMs } });
  }

  close(): Promise<void> {
    return this.store.close();
  }

  #apply(updates: readonly Update[]): void {
    for (const { table, key, value } of updates) {
      if (value) this.#tables[table].put(key, value);
      else this.#tables[table].remove(key);
    }
  }

  /** Drops a state that another version has written. */
  async #forget(): Promise<void> {
    for (const table of ['partnerships', 'mailboxes', 'work', 'pending', 'kinds']) await this.store.clear(table);
  }
}

function newMeta(owner: string, random: () => number): Meta {
  const word = (): number => Math.floor(random() * 0x1_0000_0000);
  return {
    format: STATE_FORMAT,
    owner,
    hashKey: [word(), word()],
    stateId: '',
    fingerprint: '',
    deltas: 0,
    current: undefined,
  };
}

function taken(): StateError {
  const detail = 'This run gave no sign of life for too long. Nothing more is sent. The computer may have slept.';
  return new StateError('state.locked', 'Another run has taken the inventory over.', detail);
}
