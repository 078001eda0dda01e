import type { Collection, KeyRange, Store, StoreChange } from '../../plugin/state/store';
import type { ActionOutcome, PartnershipRef } from '../../protocol';
import { RECORD_VERSION, type ActionRecord } from './action-record';
import type { Orders } from './orders';

/** Records by the action's id. */
export const RECORDS = 'journal';
/** The ids of the actions that are not over. */
const OPEN = 'journal.open';
/** When something destructive was sent: `<time>/<id>`. */
const DESTRUCTIVE = 'journal.destructive';
/** When an action was over: `<time>/<id>`. */
const FINAL = 'journal.final';
/** What kind of indexes there are. */
const META = 'journal.meta';
const INDEX_VERSION = 1;

const MARK: StoreChange = { collection: META, key: 'index', record: { index: INDEX_VERSION } };

const DAY_MS = 86_400_000;

/** Final records stay whole for this long. */
export const KEPT_WHOLE_MS = 400 * DAY_MS;
/** So many old records are cut down in one run, so that none is slow because of it. */
const PRUNED_PER_RUN = 500;

/**
 * The journal of actions: what was ordered, written down before it is sent, and completed with what was seen. Indexes are
 * written in the same transaction as the record, so no crash parts them: which actions are open, what destructive was
 * sent when, what is over since when. Without them every run would have to read everything there ever was.
 */
export class ActionJournal implements Collection<ActionRecord> {
  readonly #records: Collection<ActionRecord>;
  /** The records that were open when the run began, or came since, as they are now. */
  readonly #current = new Map<string, ActionRecord>();
  readonly #byPartnership = new Map<string, Set<string>>();
  readonly #byDevice = new Map<string, Set<string>>();
  #hasIndexes = false;

  private constructor(private readonly store: Store) {
    this.#records = store.collection<ActionRecord>(RECORDS);
  }

  /** Opens the journal; makes the indexes of one that has none. @throws StateError */
  static async open(store: Store): Promise<ActionJournal> {
    const journal = new ActionJournal(store);
    const meta = store.collection<{ readonly index: number }>(META).get('index');
    if (meta?.index === INDEX_VERSION) journal.#hasIndexes = true;
    else await journal.#makeIndexes();
    for (const [id] of store.collection(OPEN).entries()) {
      const record = journal.#records.get(id);
      if (record) journal.#remember(id, record);
    }
    return journal;
  }

  get(id: string): ActionRecord | undefined {
    return this.#current.get(id) ?? this.#records.get(id);
  }

  /** Writes a record, unless a newer version of the connector has written one: that is not touched, whoever asks for it. */
  async put(id: string, record: ActionRecord): Promise<void> {
    const before = this.get(id);
    if (before && before.version > RECORD_VERSION) return;
    await this.store.write([
      { collection: RECORDS, key: id, record },
      ...removals(id, before, record),
      ...indexEntries(id, record),
      ...(this.#hasIndexes ? [] : [MARK]),
    ]);
    this.#hasIndexes = true;
    this.#remember(id, record);
  }

  async remove(id: string): Promise<void> {
    const before = this.get(id);
    await this.store.write([{ collection: RECORDS, key: id }, ...removals(id, before, undefined)]);
    this.#current.delete(id);
  }

  entries(range?: KeyRange): Iterable<readonly [key: string, record: ActionRecord]> {
    return this.#records.entries(range);
  }

  /** One run at a time has the journal, so nothing comes between the look and the write. */
  async update(
    id: string,
    decide: (current: ActionRecord | undefined) => ActionRecord | undefined,
  ): Promise<ActionRecord | undefined> {
    const next = decide(this.get(id));
    if (next) await this.put(id, next);
    return next;
  }

  /** Throws if another run has taken the place of this one. @throws StateError state.locked */
  checkLock(): void {
    this.store.checkFence();
  }

  /** Wipes under way: sent, or perhaps sent, and not over. */
  wipesUnderWay(): readonly ActionRecord[] {
    return [...this.#current.values()].filter(isUnderWay);
  }

  /** The wipes of a partnership that were open when this run began, or came since. */
  wipesOf(partnershipGuid: string): readonly ActionRecord[] {
    return this.#all(this.#byPartnership, partnershipGuid);
  }

  /** The wipes of a device, by its ID, that were open when this run began, or came since. */
  wipesOfDevice(deviceId: string): readonly ActionRecord[] {
    return this.#all(this.#byDevice, deviceId.toLowerCase());
  }

  /** How many destructive commands were sent in the 24 hours before `now`. */
  destructiveInDayBefore(now: number): number {
    // A time far ahead was written by a clock that has been set back since, and counts no more.
    const range = { from: timeKey(now - DAY_MS + 1), below: timeKey(now + DAY_MS) };
    return Array.from(this.store.collection(DESTRUCTIVE).entries(range)).length;
  }

  /**
   * Cuts old final records down to what tells that the action is over: its outcome in one sentence. The same id is done
   * for ever.
   * @param isOrdered whether the settings still have the action: then its record stays whole
   */
  async prune(now: number, isOrdered: (id: string) => boolean): Promise<void> {
    const changes: StoreChange[] = [];
    let seen = 0;
    for (const [key] of this.store.collection(FINAL).entries({ below: timeKey(now - KEPT_WHOLE_MS) })) {
      const id = key.slice(key.indexOf('/') + 1);
      const record = this.#records.get(id);
      if (isOrdered(id) || (record && record.version > RECORD_VERSION)) continue;
      seen += 1;
      if (seen > PRUNED_PER_RUN) break;
      changes.push({ collection: FINAL, key });
      if (record) changes.push({ collection: RECORDS, key: id, record: pruned(record) });
      if (record?.destructiveAt !== undefined) {
        changes.push({ collection: DESTRUCTIVE, key: timeKey(record.destructiveAt, id) });
      }
    }
    if (changes.length > 0) await this.store.write(changes);
  }

  #all(index: ReadonlyMap<string, ReadonlySet<string>>, key: string): readonly ActionRecord[] {
    return [...(index.get(key) ?? [])].flatMap((id) => this.#current.get(id) ?? []);
  }

  #remember(id: string, record: ActionRecord): void {
    if (record.kind !== 'wipe') return;
    this.#current.set(id, record);
    const { guid } = record.wipe ?? partnershipOf(record) ?? {};
    if (guid !== undefined) add(this.#byPartnership, guid, id);
    if (record.deviceId !== undefined) add(this.#byDevice, record.deviceId.toLowerCase(), id);
  }

  /** For a journal from before there were indexes. */
  async #makeIndexes(): Promise<void> {
    const changes: StoreChange[] = [];
    for (const [id, record] of this.#records.entries()) changes.push(...indexEntries(id, record));
    if (changes.length > 0) {
      await this.store.write([...changes, MARK]);
      this.#hasIndexes = true;
    }
  }
}

/** True if a wipe was sent, or may have been, and is not over. */
export function isUnderWay({ kind, wipe, outcome }: ActionRecord): boolean {
  return kind === 'wipe' && wipe !== undefined && outcome?.isFinal !== true;
}

/** True if a wipe is not over, and was perhaps sent or is still ordered: one that was withdrawn before is none to wait for. */
export function mayStillCome(record: ActionRecord, orders: Pick<Orders, 'hasSame'>): boolean {
  return record.outcome?.isFinal !== true && (isUnderWay(record) || orders.hasSame(record));
}

/** True if a wipe's record is for this first synchronization of its partnership. */
export function isFor(record: ActionRecord, firstSyncSeconds: number): boolean {
  const ordered = record.wipe?.firstSyncSeconds ?? partnershipOf(record)?.firstSyncTime.seconds;
  return ordered === firstSyncSeconds;
}

function partnershipOf({ action }: ActionRecord): PartnershipRef | undefined {
  return action && 'partnership' in action.what ? action.what.partnership : undefined;
}

function add(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key) ?? new Set<string>();
  ids.add(id);
  index.set(key, ids);
}

function indexEntries(id: string, record: ActionRecord): StoreChange[] {
  const entries: StoreChange[] = [];
  const { outcome, destructiveAt } = record;
  if (outcome?.isFinal) entries.push({ collection: FINAL, key: finalKey(id, outcome), record: 1 });
  else entries.push({ collection: OPEN, key: id, record: 1 });
  if (destructiveAt !== undefined) {
    entries.push({ collection: DESTRUCTIVE, key: timeKey(destructiveAt, id), record: 1 });
  }
  return entries;
}

/** The index entries of a record that its next state has no more. */
function removals(id: string, before: ActionRecord | undefined, after: ActionRecord | undefined): StoreChange[] {
  const changes: StoreChange[] = [];
  const at = before?.destructiveAt;
  if (at !== undefined && at !== after?.destructiveAt) changes.push({ collection: DESTRUCTIVE, key: timeKey(at, id) });
  if (before?.outcome?.isFinal) changes.push({ collection: FINAL, key: finalKey(id, before.outcome) });
  else if (after?.outcome?.isFinal ?? true) changes.push({ collection: OPEN, key: id });
  return changes;
}

const finalKey = (id: string, { at }: ActionOutcome): string => timeKey(at.seconds * 1000, id);

/** Milliseconds since 1970 so that texts sort as times do. */
function timeKey(ms: number, id = ''): string {
  return `${Math.max(0, Math.floor(ms)).toString().padStart(16, '0')}/${id}`;
}

/** A final record without its particulars. */
function pruned(record: ActionRecord): ActionRecord {
  const { version, actionId, fingerprint, kind, orderedBy, firstSeenAt, outcome } = record;
  const bare = outcome && { ...outcome, problems: [], steps: [], attempts: [], mailboxes: [], wipe: undefined };
  return {
    version,
    actionId,
    fingerprint,
    kind,
    orderedBy,
    firstSeenAt,
    attempts: [],
    isPruned: true,
    ...(bare ? { outcome: bare } : {}),
  };
}
