import { messageToJson } from '../../protocol';
import { HostInventory } from '../apply-inventory';
import { heldInventory } from '../held-inventory';
import type { RunRecord } from '../run-record';
import type { ApiInventory } from './api-types';
import { messageOf, messagesOf, textOf, type Json } from './message-json';
import { PartnershipHistory } from './partnership-history';
import { PartnershipIndex } from './partnership-index';
import { rowOf } from './partnership-row';
import { storedResults } from './stored-results';

/** What the view is made of. */
export interface InventoryViewOptions {
  readonly now: () => number;
  /** Whether a mailbox is protected by the settings in force. */
  readonly isProtected: (address: string, mailboxGuid: string) => boolean;
  readonly onChange: () => void;
  /** Results that cannot be used; the view stays as it was. */
  readonly onFailure: (error: unknown) => void;
}

/** The inventory that the host holds, as the console shows it: read from the stored results, and kept up with the runs. */
export class InventoryView {
  readonly #options: InventoryViewOptions;
  #held = new HostInventory();
  #index = new PartnershipIndex([], () => '');
  #history = new PartnershipHistory();
  /** Partnerships that security runs have read since the inventory. */
  readonly #fresh = new Map<string, Json>();
  #state: ApiInventory['state'] = 'none';
  #at = '';
  #work: Promise<void> = Promise.resolve();

  constructor(options: InventoryViewOptions) {
    this.#options = options;
  }

  get overview(): ApiInventory {
    const { size } = this.#held.mailboxes;
    return { state: this.#state, partnerships: this.#index.size, mailboxes: size, at: this.#at };
  }

  get index(): PartnershipIndex {
    return this.#index;
  }

  get organization(): Json {
    return this.#held.organization;
  }

  get summary(): Json {
    return this.#held.summary;
  }

  get findings(): readonly Json[] {
    return this.#held.findings;
  }

  get history(): PartnershipHistory {
    return this.#history;
  }

  /** As it was read last, by an inventory or by a security run. */
  partnership(guid: string): Json | undefined {
    return this.#fresh.get(guid) ?? this.#held.partnerships.get(guid);
  }

  mailbox(guid: string): Json | undefined {
    return this.#held.mailboxes.get(guid);
  }

  /** Reads what is stored. */
  load(history: readonly RunRecord[]): Promise<void> {
    return this.#queue(() => this.#read(history));
  }

  /** Takes the results of a run that has ended. */
  runEnded(record: RunRecord, history: readonly RunRecord[]): Promise<void> {
    if (record.resultsFile === '') return Promise.resolve();
    if (record.task === 'EASConnectorSecurity') return this.#queue(() => this.#takeStatuses(record));
    if (!record.inventory) return Promise.resolve();
    return this.#queue(async () => {
      const before = this.#held.stateId;
      try {
        await this.#take(record);
      } catch {
        // It does not fit what is held, as after a run whose results were lost: everything is read again.
        await this.#read(history);
        return;
      }
      if (this.#held.stateId !== before) this.#rebuild();
    });
  }

  /** Resolves when everything that has ended is taken. */
  idle(): Promise<void> {
    return this.#work;
  }

  /** Works the rows out again: the protected mailboxes have changed. */
  refresh(): void {
    if (this.#state === 'ready') this.#rebuild();
  }

  #queue(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch((error: unknown) => {
      this.#options.onFailure(error);
    });
    return this.#work;
  }

  async #read(history: readonly RunRecord[]): Promise<void> {
    const needed = heldInventory(history).needed.toSorted((a, b) => (a.runId < b.runId ? -1 : 1));
    if (needed.length === 0) return;
    this.#state = this.#state === 'none' ? 'loading' : this.#state;
    this.#held = new HostInventory();
    this.#history = new PartnershipHistory();
    for (const record of needed) await this.#take(record);
    this.#rebuild();
  }

  async #take(record: RunRecord): Promise<void> {
    const { stateId, partnerships } = this.#held;
    for await (const result of storedResults(record.resultsFile)) this.#held.take(result);
    if (this.#held.stateId === stateId) return;
    this.#at = record.endedAt;
    this.#history.note(record.endedAt, partnerships, this.#held.partnerships);
    this.#fresh.clear();
  }

  async #takeStatuses(record: RunRecord): Promise<void> {
    let count = 0;
    for await (const result of storedResults(record.resultsFile)) {
      for (const status of messagesOf(messageToJson('SecurityResult', result) as Json, 'deviceStatuses')) {
        const partnership = messageOf(status, 'partnership');
        const guid = textOf(partnership, 'guid');
        if (!this.#held.partnerships.has(guid)) continue;
        this.#fresh.set(guid, partnership);
        this.#index.update(this.#row(partnership), searchText(partnership));
        count += 1;
      }
    }
    if (count > 0) this.#options.onChange();
  }

  #rebuild(): void {
    const partnerships = [...this.#held.partnerships.values()].map(
      (held) => this.#fresh.get(textOf(held, 'guid')) ?? held,
    );
    const rows = partnerships.map((partnership) => this.#row(partnership));
    this.#index = new PartnershipIndex(rows, (guid) => searchText(this.partnership(guid)));
    this.#state = 'ready';
    this.#options.onChange();
  }

  #row(partnership: Json): ReturnType<typeof rowOf> {
    const { now, isProtected } = this.#options;
    const address = textOf(partnership, 'mailboxPrimarySmtpAddress');
    const guid = textOf(partnership, 'mailboxGuid');
    return rowOf(partnership, this.mailbox(guid), now(), isProtected(address, guid));
  }
}

/** What a partnership is found by, besides what the list shows. */
function searchText(partnership: Json | undefined): string {
  return ['deviceId', 'deviceUserAgent', 'deviceImei', 'deviceTelephoneNumber', 'deviceType']
    .map((name) => textOf(partnership, name))
    .join('\n');
}
