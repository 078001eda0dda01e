import type { Finding, InventoryChanges, Limits, ManageResult, ManageSummary } from '../../../protocol';
import type { ResultSender } from '../../run/result-sender';
import type { InventoryState } from '../state/inventory-state';
import type { Update } from '../state/updates';

/** The lists of a result that an inventory fills. */
type Lists = Pick<
  Required<ManageResult>,
  | 'mailboxes'
  | 'partnerships'
  | 'changes'
  | 'syncTimes'
  | 'gonePartnershipGuids'
  | 'goneMailboxGuids'
  | 'heldPartnershipGuids'
>;

type MutableLists = { [K in keyof Lists]: Lists[K][number][] };

/** What is to be delivered together, in one result, with what is to be kept once the host has it. */
export interface Parcel extends Partial<Lists> {
  readonly updates: readonly Update[];
}

/** Objects of one kind in one result, where the settings do not say. */
const MAX_MAILBOXES = 500;
const MAX_GUIDS = 4000;
const MAX_UPDATES = 8000;

/**
 * Delivers an inventory: gathers parcels into results, sends these one after the other, and puts what belongs to a result
 * into the state when the host has acknowledged it, never before.
 */
export class Delivery {
  #lists = emptyLists();
  #updates: Update[] = [];
  #tail: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  readonly #counts = { added: 0, changed: 0, synced: 0, gone: 0, held: 0 };

  constructor(
    private readonly results: ResultSender<ManageResult>,
    private readonly state: InventoryState,
    private readonly limits: Pick<Limits, 'partnershipsPerResult'>,
  ) {}

  /** What the host has been told of partnerships. */
  get counts(): InventoryChanges {
    return { ...this.#counts };
  }

  /** Counts partnerships that are held, whether the host has to be told or not. */
  countHeld(): void {
    this.#counts.held += 1;
  }

  /** Adds a parcel; resolves when there is room for the next one. @throws what went wrong with an earlier one */
  async add(parcel: Parcel): Promise<void> {
    this.#throwFailure();
    for (const name of Object.keys(this.#lists) as (keyof Lists)[]) {
      (this.#lists[name] as unknown[]).push(...(parcel[name] ?? []));
    }
    this.#updates.push(...parcel.updates);
    this.#count(parcel);
    if (this.#isFull()) await this.flush();
  }

  /** Sends what has been gathered. */
  flush(): Promise<void> {
    const lists = this.#lists;
    const updates = this.#updates;
    this.#lists = emptyLists();
    this.#updates = [];
    const sent = this.#tail.then(() => this.#send(lists, updates));
    this.#tail = sent.catch((error: unknown) => {
      this.#failure ??= { error };
    });
    return sent;
  }

  /** Sends what is left; resolves when the host has acknowledged everything and the state has it. */
  async settled(): Promise<void> {
    await this.flush();
    await this.results.settled();
    this.#throwFailure();
  }

  /** Sends the last result, when everything else has been delivered or given up; resolves when the host has it. */
  async finish(findings: readonly Finding[], summary: ManageSummary): Promise<void> {
    await this.#tail;
    await this.results.send({ findings, summary });
    await this.results.settled();
  }

  async #send(lists: Lists, updates: readonly Update[]): Promise<void> {
    this.#throwFailure();
    if (Object.values(lists).every((list: readonly unknown[]) => list.length === 0)) {
      await this.state.commit(updates);
      return;
    }
    const sequence = this.results.sequence + 1;
    await this.state.prepare(sequence, updates);
    await this.results.send(stated(lists), () =>
      this.state.acknowledge(sequence, updates).catch((error: unknown) => {
        this.#failure ??= { error };
      }),
    );
  }

  #isFull(): boolean {
    const { partnerships, changes, mailboxes, syncTimes, gonePartnershipGuids } = this.#lists;
    return (
      partnerships.length + changes.length >= this.limits.partnershipsPerResult ||
      mailboxes.length >= MAX_MAILBOXES ||
      syncTimes.length >= MAX_GUIDS ||
      gonePartnershipGuids.length >= MAX_GUIDS ||
      this.#updates.length >= MAX_UPDATES
    );
  }

  #count({ partnerships = [], changes = [], syncTimes = [], gonePartnershipGuids = [] }: Parcel): void {
    const added = changes.filter(({ changedFields }) => changedFields.length === 0).length;
    this.#counts.added += partnerships.length + added;
    this.#counts.changed += changes.length - added;
    this.#counts.synced += syncTimes.length;
    this.#counts.gone += gonePartnershipGuids.length;
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}

function emptyLists(): MutableLists {
  return {
    mailboxes: [],
    partnerships: [],
    changes: [],
    syncTimes: [],
    gonePartnershipGuids: [],
    goneMailboxGuids: [],
    heldPartnershipGuids: [],
  };
}

/** Only the lists that say something: an empty message of sync times would be one. */
function stated(lists: Lists): ManageResult {
  return Object.fromEntries(Object.entries(lists).filter(([, list]: [string, readonly unknown[]]) => list.length > 0));
}
