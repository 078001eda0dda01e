import { messageToJson } from '../protocol';
import { InventoryFold, type FoldedPartnership } from './inventory-fold';

/** A message in canonical proto3 JSON. */
type Json = Readonly<Record<string, unknown>>;

/** The state that is kept of one connection. */
interface Held {
  readonly stateId: string;
  readonly partnerships: ReadonlyMap<string, Json>;
  readonly mailboxes: ReadonlyMap<string, Json>;
  /** The organization's parts as the last run gave them. */
  readonly organization: Json;
  readonly findings: readonly Json[];
  readonly summary: Json;
}

/** An inventory that has begun and not come to its end: its results are kept aside. */
interface Aside {
  readonly runId: string;
  readonly isFull: boolean;
  /** Grows while results come. */
  readonly results: Json[];
  /** The sequence of the last result. */
  readonly sequence: number;
}

const ORGANIZATION = ['organizationSettings', 'deviceAccessRules', 'deviceClasses', 'policies'] as const;

/**
 * What a host holds of one connection's inventory: a reference for host authors, in memory. It follows docs/inventory.md
 * to the letter and refuses what does not.
 */
export class HostInventory {
  #held: Held = {
    stateId: '',
    partnerships: new Map(),
    mailboxes: new Map(),
    organization: {},
    findings: [],
    summary: {},
  };
  #aside: Aside | undefined;

  /** The state of the last complete inventory, for `inventory.hostStateId` of the next settings. */
  get stateId(): string {
    return this.#held.stateId;
  }

  /** For `inventory.hostStored` of the next settings; undefined if no inventory was interrupted. */
  get stored(): { readonly runId: string; readonly sequence: number } | undefined {
    return this.#aside && { runId: this.#aside.runId, sequence: this.#aside.sequence };
  }

  /** By GUID. */
  get partnerships(): ReadonlyMap<string, Json> {
    return this.#held.partnerships;
  }

  /** By GUID. */
  get mailboxes(): ReadonlyMap<string, Json> {
    return this.#held.mailboxes;
  }

  get organization(): Json {
    return this.#held.organization;
  }

  /** The findings of the last complete inventory. */
  get findings(): readonly Json[] {
    return this.#held.findings;
  }

  /** The summary of the last complete inventory. */
  get summary(): Json {
    return this.#held.summary;
  }

  /** The results that are kept aside. */
  get aside(): readonly Json[] {
    return this.#aside?.results ?? [];
  }

  /** Takes a result. @throws Error if it does not fit what is held: it must not be acknowledged then */
  take(payload: Uint8Array): void {
    const result = messageToJson('ManageResult', payload) as Json;
    const sequence = Number(result['sequence']);
    const start = result['start'] as Json | undefined;
    if (start) this.#begin(start);
    // A run that could not begin has a summary, and nothing else.
    if (!this.#aside) return;
    if (!start && sequence !== this.#aside.sequence + 1) {
      throw new Error(`Result ${String(sequence)} came after ${String(this.#aside.sequence)}.`);
    }
    this.#aside.results.push(result);
    this.#aside = { ...this.#aside, sequence };
    const summary = result['summary'] as Json | undefined;
    if (summary?.['isComplete'] === true) this.#complete(this.#aside, summary);
  }

  #begin(start: Json): void {
    const before = this.#aside;
    const runId = text(start, 'runId');
    const isFull = start['isFull'] === true;
    if (start['isResumed'] === true) {
      const resumes = text(start, 'resumesRunId');
      if (before?.runId !== resumes || before.isFull !== isFull) throw new Error(`Run ${resumes} is not stored.`);
      this.#aside = { ...before, runId, sequence: 0 };
      return;
    }
    if (!isFull && text(start, 'baseStateId') !== this.stateId) {
      throw new Error(`The state ${text(start, 'baseStateId')} is not held.`);
    }
    this.#aside = { runId, isFull, results: [], sequence: 0 };
  }

  #complete({ isFull, results }: Aside, summary: Json): void {
    const partnerships = this.#folded(results, isFull);
    const mailboxes = new Map(isFull ? [] : this.#held.mailboxes);
    for (const result of results) {
      for (const mailbox of messages(result, 'mailboxes')) mailboxes.set(text(mailbox, 'guid'), mailbox);
      for (const guid of texts(result, 'goneMailboxGuids')) mailboxes.delete(guid);
    }
    // Of the last run: what an earlier one has told may be gone, and an empty list is not there to say so.
    const first = results.findLast((result) => result['start'] !== undefined) ?? {};
    const stated = ORGANIZATION.map((name) => [name, first[name]] as const);
    const organization = Object.fromEntries(stated.filter(([, value]) => value !== undefined));
    const findings = results.flatMap((result) => messages(result, 'findings'));
    this.#held = { stateId: text(summary, 'stateId'), partnerships, mailboxes, organization, findings, summary };
    this.#aside = undefined;
  }

  /** The partnerships after an inventory. */
  #folded(results: readonly Json[], isFull: boolean): Map<string, Json> {
    const fold = new InventoryFold<Json & FoldedPartnership>();
    const partnerships = new Map<string, Json>();
    const take = (part: Json, isOldest: boolean): void => {
      for (const one of fold.take(part, isOldest)) partnerships.set(text(one, 'guid'), one);
    };
    for (const result of results.toReversed()) take(result, false);
    // A full inventory replaces everything but what it holds back.
    if (!isFull || fold.lookForHeld()) take({ partnerships: [...this.#held.partnerships.values()] }, true);
    for (const guid of fold.strayTimes) throw new Error(`Sync times came for ${guid}, which is not held.`);
    return partnerships;
  }
}

function text(message: Json, name: string): string {
  const value = message[name];
  return typeof value === 'string' ? value : '';
}

const list = (message: Json, name: string): readonly unknown[] => (message[name] ?? []) as readonly unknown[];

const messages = (message: Json, name: string): readonly Json[] => list(message, name) as readonly Json[];

const texts = (message: Json, name: string): readonly string[] => list(message, name) as readonly string[];
