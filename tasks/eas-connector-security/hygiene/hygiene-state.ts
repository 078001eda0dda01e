import { createHash } from 'node:crypto';
import type { Store, StoreChange } from '../../../plugin/state/store';
import type { Action, ActionOutcome, Finding, SecuritySettings } from '../../../protocol';
import type { SeenSync } from './stale';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hygiene reads whole lists, so it looks through the organization at most this often. */
export const PASS_INTERVAL_MS = DAY_MS;
/** A pass that failed is begun anew after this. */
export const RETRY_AFTER_MS = HOUR_MS;
/** What "a month" is for the limit of removals. */
export const MONTH_MS = 30 * DAY_MS;

/** A removal that is begun and not over. */
export interface OpenRemoval {
  readonly action: Action;
  readonly mailboxGuid: string;
}

/** An action of hygiene's own and what has become of it. */
export interface Carried {
  readonly action: Action;
  readonly outcome: ActionOutcome;
}

/** What is remembered of the last pass of a connection. Times are milliseconds since 1970. */
export interface PassRecord {
  /** The record's own version. */
  readonly version: 1;
  /** The settings that the pass was made with. */
  readonly fingerprint: string;
  readonly begunAt: number;
  /** Absent if the pass did not come to its end. */
  readonly endedAt?: number;
  /** The removals that it has begun and not ended. */
  readonly open: readonly OpenRemoval[];
  /** Of a pass in report-only mode: what it found and would do, so that it can be told again without reading again. */
  readonly told?: { readonly findings: readonly Finding[]; readonly carried: readonly Carried[] };
}

/** A partnership that hygiene has removed, or was about to. */
export interface RemovalRecord {
  readonly at: number;
  readonly mailboxGuid: string;
}

const SEEN = 'hygiene.seen';
const CHANGES_AT_ONCE = 1000;

/** What hygiene keeps on disk. */
export class HygieneStore {
  readonly #passes;
  readonly #seen;
  readonly #removals;

  /** A pass in report-only mode does not put off the real one, which finds the same and may act on it. */
  constructor(
    private readonly store: Pick<Store, 'collection' | 'write'>,
    private readonly isReportOnly: boolean,
  ) {
    this.#passes = store.collection<PassRecord>('hygiene');
    this.#seen = store.collection<SeenSync>(SEEN);
    this.#removals = store.collection<RemovalRecord>('hygiene.removals');
  }

  /** The last real pass. */
  get pass(): PassRecord | undefined {
    return this.#passes.get('pass');
  }

  /** The last pass in report-only mode. */
  get reported(): PassRecord | undefined {
    return this.#passes.get('report');
  }

  writePass(pass: PassRecord): Promise<void> {
    return this.#passes.put(this.isReportOnly ? 'report' : 'pass', pass);
  }

  seen(guid: string): SeenSync | undefined {
    return this.#seen.get(guid);
  }

  /** Remembers what statistics have shown, and forgets the partnerships that are no more. */
  async remember(seen: ReadonlyMap<string, SeenSync>, isThere: (guid: string) => boolean): Promise<void> {
    const collection = SEEN;
    const gone = [...this.#seen.entries()].filter(([guid]) => !isThere(guid));
    const changes: StoreChange[] = [
      ...gone.map(([key]) => ({ collection, key })),
      ...[...seen].map(([key, record]) => ({ collection, key, record })),
    ];
    for (let i = 0; i < changes.length; i += CHANGES_AT_ONCE) {
      await this.store.write(changes.slice(i, i + CHANGES_AT_ONCE));
    }
  }

  /** Counts a removal, before it is sent. */
  async count(id: string, removal: RemovalRecord): Promise<void> {
    if (!this.isReportOnly) await this.#removals.put(id, removal);
  }

  /** Takes back the count of a removal that was not sent after all. */
  async uncount(id: string): Promise<void> {
    if (!this.isReportOnly) await this.#removals.remove(id);
  }

  /** The removals of the last 30 days; older ones are forgotten, and those that a clock far ahead has written. */
  async removals(now: number): Promise<Map<string, RemovalRecord>> {
    const recent = new Map<string, RemovalRecord>();
    for (const [id, removal] of [...this.#removals.entries()]) {
      if (Math.abs(now - removal.at) < MONTH_MS) recent.set(id, removal);
      else if (!this.isReportOnly) await this.#removals.remove(id);
    }
    return recent;
  }
}

/** A fingerprint of the settings that hygiene depends on: others make a new pass due. */
export function hygieneFingerprint({ hygiene, scope }: Pick<SecuritySettings, 'hygiene' | 'scope'>): string {
  return createHash('sha256')
    .update(JSON.stringify([hygiene, scope]))
    .digest('hex')
    .slice(0, 32);
}

/** Why there is no pass now; undefined if one is due. Pure. */
export function whyNoPass(last: PassRecord | undefined, fingerprint: string, now: number): string | undefined {
  // A pass from the future was made before a clock was set back.
  if (last?.fingerprint !== fingerprint || last.begunAt > now) return undefined;
  const at = new Date(last.begunAt).toISOString();
  if (last.endedAt === undefined) {
    const isOver = now - last.begunAt >= RETRY_AFTER_MS;
    return isOver
      ? undefined
      : `The look through lists and partnerships of ${at} did not end; it is begun anew an hour after that.`;
  }
  const isOver = now - last.begunAt >= PASS_INTERVAL_MS;
  return isOver ? undefined : `Lists and partnerships were looked through at ${at}; once a day is enough.`;
}

/** How many partnerships may be removed from a mailbox now. Pure. */
export function removalsLeft(
  removals: Iterable<RemovalRecord>,
  mailboxGuid: string,
  maxRemovalsPerMonth: number | undefined,
): number {
  const all = [...removals];
  if (maxRemovalsPerMonth !== undefined) return Math.max(0, maxRemovalsPerMonth - all.length);
  const own = all.filter((removal) => removal.mailboxGuid === mailboxGuid).length;
  return Math.max(0, REMOVALS_PER_MAILBOX - own);
}

/** Exchange's own limit: EASMaxDeviceDeletesPerMonth of the default throttling policy. */
const REMOVALS_PER_MAILBOX = 20;
