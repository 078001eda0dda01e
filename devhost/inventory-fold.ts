/** A partnership in canonical proto3 JSON, as far as a fold looks at it. */
export interface FoldedPartnership {
  readonly guid?: string;
  readonly statistics?: object;
}

/** Sync times as the compact form has them. */
export interface FoldedSyncTimes {
  /** 16 bytes for each, in base64. */
  readonly guids?: string;
  readonly lastSuccessSync?: readonly string[];
  readonly lastSyncAttemptTime?: readonly string[];
  readonly readAt?: readonly string[];
  readonly isOnline?: readonly boolean[];
}

/** What of a result tells of partnerships. */
export interface FoldedPart<P extends FoldedPartnership> {
  readonly partnerships?: readonly P[];
  readonly changes?: readonly { readonly partnership?: P }[];
  readonly gonePartnershipGuids?: readonly string[];
  readonly heldPartnershipGuids?: readonly string[];
  readonly syncTimes?: FoldedSyncTimes;
}

const TIME_FIELDS = ['lastSuccessSync', 'lastSyncAttemptTime', 'readAt'] as const;

/** The sync times of one partnership, as fields of its statistics. */
type Times = Readonly<Record<string, string | boolean>>;

/**
 * Folds results of inventories into the partnerships that a host then holds, by the rules of docs/inventory.md. It goes
 * backwards, the newest results first: what is new or changed is given at once and remembered by its GUID, so that older
 * values of it are passed over; newer sync times wait for the partnership that they belong to. So memory grows with the
 * changes since the last full inventory, not with the inventory.
 */
export class InventoryFold<P extends FoldedPartnership> {
  /** Partnerships of which nothing older counts. */
  readonly #settled = new Set<string>();
  /** Sync times that are newer than what is still to come. */
  readonly #times = new Map<string, Times>();
  readonly #held = new Set<string>();
  /** Once a full inventory was read, only what it holds back is still looked for. */
  #isBeforeFull = false;

  /**
   * Takes the next older result, and gives the partnerships that it settles.
   * @param isOldest whether nothing older follows but what is held back: then it need not be remembered
   */
  *take(part: FoldedPart<P>, isOldest: boolean): Generator<P> {
    if (part.syncTimes) this.#takeTimes(part.syncTimes);
    for (const guid of part.gonePartnershipGuids ?? []) this.#counts(guid, false);
    const changed = (part.changes ?? []).flatMap(({ partnership }) => partnership ?? []);
    for (const partnership of [...(part.partnerships ?? []), ...changed]) {
      const { guid = '' } = partnership;
      if (this.#counts(guid, isOldest)) yield this.#withTimes(partnership, guid);
    }
    if (!this.#isBeforeFull) for (const guid of part.heldPartnershipGuids ?? []) this.#held.add(guid);
  }

  /** All of a full inventory was taken. True if something that it holds back is still to be found in what was before. */
  lookForHeld(): boolean {
    this.#isBeforeFull = true;
    for (const guid of this.#settled) this.#held.delete(guid);
    return this.#held.size > 0;
  }

  /** GUIDs for which sync times came, and no partnership: an error of whoever has sent them. */
  get strayTimes(): Iterable<string> {
    return this.#times.keys();
  }

  /** Whether what is said of a partnership counts, or something newer does. */
  #counts(guid: string, isOldest: boolean): boolean {
    if (this.#isBeforeFull) return this.#held.delete(guid);
    if (this.#settled.has(guid)) return false;
    if (!isOldest) this.#settled.add(guid);
    return true;
  }

  #isWanted(guid: string): boolean {
    return this.#isBeforeFull ? this.#held.has(guid) : !this.#settled.has(guid);
  }

  #takeTimes(times: FoldedSyncTimes): void {
    const bytes = Buffer.from(times.guids ?? '', 'base64');
    for (let place = 0; (place + 1) * 16 <= bytes.length; place += 1) {
      const guid = guidText(bytes.subarray(place * 16, (place + 1) * 16));
      if (!this.#isWanted(guid) || this.#times.has(guid)) continue;
      const stated = TIME_FIELDS.flatMap((name) => {
        const seconds = Number(times[name]?.[place] ?? 0);
        return seconds === 0 ? [] : [[name, timeText(seconds)] as const];
      });
      const saysOnline = Number(times.lastSyncAttemptTime?.[place] ?? 0) !== 0;
      const online = saysOnline ? { isOnline: times.isOnline?.[place] === true } : {};
      this.#times.set(guid, { ...Object.fromEntries(stated), ...online });
    }
  }

  /** A partnership with newer sync times, if there are any, in place of its own. */
  #withTimes(partnership: P, guid: string): P {
    const times = this.#times.get(guid);
    if (!times) return partnership;
    this.#times.delete(guid);
    const replaced: readonly string[] = [...TIME_FIELDS, 'isOnline'];
    const others = Object.entries(partnership.statistics ?? {}).filter(([name]) => !replaced.includes(name));
    return { ...partnership, statistics: { ...Object.fromEntries(others), ...times } };
  }
}

/** Seconds since 1970 as RFC 3339. */
const timeText = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** In the order of the GUID's text. */
function guidText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
