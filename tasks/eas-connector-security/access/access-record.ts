import { createHash } from 'node:crypto';
import type { Collection, Store } from '../../../plugin/state/store';
import type { AccessImpact, ActionOutcome, Attempt, DesiredAccess } from '../../../protocol';
import type { LastSeen } from './access-drift';
import { stepKey, type AccessStep } from './access-step';

/** The id under which the desired access settings are reported and approved, as if they were an action. */
export const DESIRED_ACCESS = 'desired-access';

/** The version of the record that this connector writes. */
const VERSION = 1;

/** What the connector remembers of the desired access settings, between runs. */
export interface AccessRecord {
  /** A newer one is not touched. */
  readonly version: number;
  readonly actionId: typeof DESIRED_ACCESS;
  /** What is desired; with another desire the rest of the record says nothing any more. */
  readonly fingerprint: string;
  /** How many changes were made so far, whatever was desired. */
  readonly changes: number;
  readonly attempts: readonly Attempt[];
  /** Since when every attempt has failed; milliseconds since 1970, as all times here. */
  readonly failingSince?: number | undefined;
  /** What was put to the host for approval. */
  readonly offer?: Offer | undefined;
  /** A change that is held back, so that it need not be counted again every five minutes. */
  readonly held?: HeldBack | undefined;
  readonly outcome?: ActionOutcome | undefined;
}

/** A change that was offered for approval, with what it would do then. An approval is good for this offer only. */
export interface Offer {
  readonly planHash: string;
  /** The steps, as a hash. */
  readonly steps: string;
  readonly cutOff: number;
}

/** A change that was counted and held back. */
export interface HeldBack {
  readonly steps: string;
  /** The settings that it was held back under, as a hash. */
  readonly under: string;
  readonly at: number;
  readonly outcome: ActionOutcome;
  readonly impact?: AccessImpact | undefined;
}

/** A change under way: written once, before its first step is sent. */
export interface BegunPlan {
  readonly version: 1;
  readonly fingerprint: string;
  /** Names of the steps, in order. */
  readonly keys: readonly string[];
  /** How many devices it was allowed to cut off. */
  readonly cutOff: number;
  readonly at: number;
}

/** How far it has come: written before every step, so it is small. */
export interface SentSteps {
  /** So many steps were sent, or may have been. */
  readonly count: number;
  /** When the last of them was. */
  readonly at: number;
}

/** The records of the access settings in the store. Everything is on disk before what it is about is sent. */
export class AccessJournal {
  readonly #record: Collection<AccessRecord>;
  readonly #plan: Collection<BegunPlan>;
  readonly #sent: Collection<SentSteps>;
  readonly #seen: Collection<LastSeen>;

  constructor(store: Pick<Store, 'collection'>) {
    this.#record = store.collection('access');
    this.#plan = store.collection('access.plan');
    this.#sent = store.collection('access.sent');
    this.#seen = store.collection('access.seen');
  }

  /** True if a newer version of the connector has written the record: it is not touched, and nothing is sent. */
  get isFromNewerVersion(): boolean {
    return (this.#record.get(DESIRED_ACCESS)?.version ?? VERSION) > VERSION;
  }

  /** The record of this desire; a fresh one if there is none, or one of another desire. */
  record(fingerprint: string): AccessRecord {
    const known = this.#record.get(DESIRED_ACCESS);
    const isKnown = known?.version === VERSION && known.fingerprint === fingerprint;
    if (isKnown) return known;
    return { version: VERSION, actionId: DESIRED_ACCESS, fingerprint, changes: known?.changes ?? 0, attempts: [] };
  }

  /** Writes a record, unless it is on disk already: an idle run writes nothing. */
  async write(record: AccessRecord): Promise<void> {
    if (JSON.stringify(this.#record.get(DESIRED_ACCESS)) === JSON.stringify(record)) return;
    await this.#record.put(DESIRED_ACCESS, record);
  }

  /** The change of this desire that is under way. */
  begun(fingerprint: string): BegunPlan | undefined {
    const plan = this.#plan.get(DESIRED_ACCESS);
    return plan?.version === 1 && plan.fingerprint === fingerprint ? plan : undefined;
  }

  /** The steps that were sent, or may have been. */
  sent(fingerprint: string): { readonly keys: ReadonlySet<string>; readonly at: number } {
    const { count, at } = this.#sent.get(DESIRED_ACCESS) ?? { count: 0, at: 0 };
    return { keys: new Set(this.begun(fingerprint)?.keys.slice(0, count)), at };
  }

  /** Writes a change down before it begins. */
  async begin(plan: BegunPlan): Promise<void> {
    await this.#sent.put(DESIRED_ACCESS, { count: 0, at: 0 });
    await this.#plan.put(DESIRED_ACCESS, plan);
  }

  /** Writes down that so many steps will have been sent. */
  async advance(count: number, at: number): Promise<void> {
    await this.#sent.put(DESIRED_ACCESS, { count, at });
  }

  /** Forgets a change that is over. */
  async end(): Promise<void> {
    if (this.#plan.get(DESIRED_ACCESS)) await this.#plan.remove(DESIRED_ACCESS);
    if (this.#sent.get(DESIRED_ACCESS)) await this.#sent.remove(DESIRED_ACCESS);
  }

  lastSeen(): LastSeen | undefined {
    return this.#seen.get(DESIRED_ACCESS);
  }

  /** Writes what was seen, unless it is what was seen before. */
  async writeSeen(seen: LastSeen): Promise<void> {
    if (JSON.stringify(this.lastSeen()) !== JSON.stringify(seen)) await this.#seen.put(DESIRED_ACCESS, seen);
  }
}

/** Names what is desired, whatever the order of rules and recipients. How much may be lost by it is no part of it. */
export function accessFingerprint(desired: DesiredAccess): string {
  return hashOf({
    ...desired,
    maxDevicesLosingAccess: undefined,
    rules: desired.rules?.map((rule) => stepKey({ kind: 'newRule', rule })).sort(),
    adminMailRecipients: desired.adminMailRecipients?.map((address) => address.toLowerCase()).sort(),
  });
}

/** Names steps. Which devices are put on allowed lists changes from day to day and is no part of it. */
export function stepsHash(steps: readonly AccessStep[]): string {
  return hashOf(steps.filter(({ kind }) => kind !== 'preApprove').map(stepKey));
}

/** A hash of plain data whose keys always come in the same order. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
