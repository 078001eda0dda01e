import type { InventoryJson, PartnershipJson, SyncTimesJson } from './inventory-json';
import type { FolderInventory, ResultsFolder } from './results-folder';
import { readPartnershipParts } from './stored-inventory';

/**
 * The partnerships as a host holds them once it has an inventory and all that it builds on. It is read backwards, the
 * newest results first: what is new or changed is given at once and remembered by its GUID, so that older values of it
 * are passed over; newer sync times wait for the partnership that they belong to. Memory grows with the changes since
 * the last full inventory, not with the inventory.
 */
export async function* foldInventory(
  folder: ResultsFolder,
  inventory: FolderInventory,
): AsyncGenerator<PartnershipJson> {
  const fold = new Fold();
  let current: FolderInventory | undefined = inventory;
  while (current) {
    const { isFull } = current.overview.start;
    for (const path of current.files) {
      const isOldest = isFull === true && path === current.files.at(-1);
      for await (const part of readPartnershipParts(path)) yield* fold.take(part, isOldest);
    }
    if (!isFull) current = await folder.baseOf(current);
    // A full inventory replaces everything but what it holds back: that is looked for in what was before it.
    else if (fold.lookForHeld()) current = await first(folder.complete(current));
    else current = undefined;
  }
}

async function first<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) return item;
  return undefined;
}

type Times = Pick<
  NonNullable<PartnershipJson['statistics']>,
  'lastSuccessSync' | 'lastSyncAttemptTime' | 'readAt' | 'isOnline'
>;

/** What newer results have said, while older ones are read. */
class Fold {
  /** Partnerships of which nothing older counts. */
  readonly #settled = new Set<string>();
  /** Sync times that are newer than what is still to come. */
  readonly #times = new Map<string, Times>();
  readonly #held = new Set<string>();
  /** Once a full inventory was read, only what it holds back is still looked for. */
  #isBeforeFull = false;

  /** @param isOldest whether this is the last part of all but for what is held back: it need not be remembered */
  *take(part: InventoryJson, isOldest: boolean): Generator<PartnershipJson> {
    for (const guid of part.gonePartnershipGuids ?? []) this.#counts(guid, false);
    const changed = (part.changes ?? []).flatMap(({ partnership }) => partnership ?? []);
    for (const partnership of [...(part.partnerships ?? []), ...changed]) {
      const { guid = '' } = partnership;
      if (this.#counts(guid, isOldest)) yield withTimes(partnership, this.#times.get(guid));
    }
    if (part.syncTimes) this.#takeTimes(part.syncTimes);
    if (!this.#isBeforeFull) for (const guid of part.heldPartnershipGuids ?? []) this.#held.add(guid);
  }

  /** A full inventory was read. True if something that it holds back is still to be found. */
  lookForHeld(): boolean {
    this.#isBeforeFull = true;
    for (const guid of this.#settled) this.#held.delete(guid);
    return this.#held.size > 0;
  }

  /** Whether what is said of a partnership counts, or something newer does. */
  #counts(guid: string, isOldest: boolean): boolean {
    if (this.#isBeforeFull) return this.#held.delete(guid);
    if (this.#settled.has(guid)) return false;
    if (!isOldest) this.#settled.add(guid);
    return true;
  }

  #takeTimes(times: SyncTimesJson): void {
    const bytes = Buffer.from(times.guids ?? '', 'base64');
    for (let i = 0; (i + 1) * 16 <= bytes.length; i += 1) {
      const guid = guidText(bytes.subarray(i * 16, (i + 1) * 16));
      if (this.#settled.has(guid) || this.#times.has(guid)) continue;
      const attempt = timeText(times.lastSyncAttemptTime?.[i]);
      this.#times.set(guid, {
        ...stated('lastSuccessSync', timeText(times.lastSuccessSync?.[i])),
        ...stated('lastSyncAttemptTime', attempt),
        ...stated('readAt', timeText(times.readAt?.[i])),
        ...stated('isOnline', attempt === undefined ? undefined : times.isOnline?.[i]),
      });
    }
  }
}

const TIME_FIELDS = ['lastSuccessSync', 'lastSyncAttemptTime', 'readAt', 'isOnline'] as const;

/** A partnership with newer sync times in place of its own. */
function withTimes(partnership: PartnershipJson, times: Times | undefined): PartnershipJson {
  if (!times) return partnership;
  const others = Object.entries(partnership.statistics ?? {}).filter(
    ([name]) => !TIME_FIELDS.some((field) => field === name),
  );
  return { ...partnership, statistics: { ...Object.fromEntries(others), ...times } };
}

const stated = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [name]: value } as Record<K, V>);

/** Seconds since 1970 as RFC 3339; 0 stands for none. */
function timeText(seconds: string | undefined): string | undefined {
  const number = Number(seconds ?? 0);
  return number === 0 ? undefined : new Date(number * 1000).toISOString().replace('.000Z', 'Z');
}

/** In the order of the GUID's text. */
function guidText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
