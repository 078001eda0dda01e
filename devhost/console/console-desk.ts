import { join } from 'node:path';
import type { Problem, TaskName } from '../../protocol';
import type { ClientFolders } from '../client-folders';
import type { DevHost } from '../dev-host';
import type { Manifest } from '../manifest';
import type { RunRecord } from '../run-record';
import type { SchedulerLog } from '../scheduler-log';
import type { SettingsSource } from '../settings-keeper';
import type { DevHostObserver } from '../task-slot';
import type { ApiState } from './api-types';
import { ConsoleSettings } from './console-settings';
import { InventoryView } from './inventory-view';
import { OrderBook } from './order-book';
import { isOver } from './order-view';
import { ProtectedMailboxes } from './protected-mailboxes';
import { runView } from './run-view';
import { readSecurityReport } from './security-results';
import { SettingsSchema } from './settings-schema';

/** What the console's desk needs. */
export interface ConsoleDeskOptions {
  readonly manifest: Manifest;
  readonly folders: ClientFolders;
  /** What stands in for the management server. */
  readonly source: SettingsSource;
  /** The organization in a few words. */
  readonly organization: string;
  readonly log: SchedulerLog;
  readonly now: () => number;
}

/** The part of the dev host that the console works with. */
export type ConsoleHost = Pick<
  DevHost,
  'status' | 'runNow' | 'cancel' | 'refresh' | 'rehearse' | 'between' | 'history'
>;

type Counted = keyof ApiState['revisions'];

/**
 * The management server's part, as far as the console plays it: settings and orders that are handed to the runs, and what
 * the runs have brought back. The dev host takes `source` and tells `observer` what happens.
 */
export class ConsoleDesk {
  readonly orders: OrderBook;
  readonly settings: ConsoleSettings;
  readonly inventory: InventoryView;
  readonly schema: SettingsSchema;
  readonly options: ConsoleDeskOptions;
  readonly #protected = new ProtectedMailboxes();
  readonly #revisions: Record<Counted, number> = { inventory: 0, orders: 0, settings: 0, runs: 0 };
  readonly #refused = new Map<TaskName, readonly Problem[]>();
  readonly #listeners = new Set<() => void>();
  #host: ConsoleHost | undefined;
  #isLoaded = false;
  #work: Promise<void> = Promise.resolve();

  constructor(options: ConsoleDeskOptions) {
    const { folders, manifest, now, source } = options;
    const own = join(folders.root, 'Client', 'Console');
    this.options = options;
    this.schema = SettingsSchema.read(manifest.folder);
    this.orders = new OrderBook(join(own, 'orders.json'), now);
    this.settings = new ConsoleSettings({
      source,
      file: join(own, 'settings.json'),
      schema: this.schema,
      ordered: () => this.orders.ordered(),
    });
    this.inventory = new InventoryView({
      now,
      isProtected: (address, guid) => this.#protected.has(address, guid),
      onChange: () => {
        this.changed('inventory');
      },
      onFailure: (error) => {
        this.#failed('The console cannot show the stored results.', error);
      },
    });
  }

  /** The settings for the dev host. */
  get source(): SettingsSource {
    return (task) => {
      this.#refused.delete(task);
      return this.settings.source(task);
    };
  }

  /** What the dev host tells what happens. */
  get observer(): DevHostObserver {
    return {
      runBegins: () => {
        this.changed('runs');
      },
      progress: () => {
        this.#tell();
      },
      runEnded: (record) => {
        this.#work = this.#work.then(() => this.#runEnded(record));
      },
      settingsRefused: (task, problems) => {
        this.#refused.set(task, problems);
        this.changed('settings');
      },
    };
  }

  get host(): ConsoleHost {
    if (!this.#host) throw new Error('The console is not connected to a dev host yet.');
    return this.#host;
  }

  /** Connects the dev host. */
  attach(host: ConsoleHost): void {
    this.#host = host;
  }

  /**
   * Reads what is stored, once the dev host is open, and keeps up with it from then on. Resolves when all of it is shown.
   * Without it, as for a host without a page, settings and orders hold all the same.
   */
  async load(): Promise<void> {
    this.#isLoaded = true;
    await this.#readProtected();
    await this.inventory.load(this.host.history('EASConnectorManage'));
  }

  isProtected(address: string, guid: string): boolean {
    return this.#protected.has(address, guid);
  }

  /** Calls back after every change; gives the function that ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something that the page shows has changed. */
  changed(what: Counted): void {
    this.#revisions[what] += 1;
    this.#tell();
  }

  /** The settings were changed here: the host asks for them. */
  async settingsChanged(): Promise<void> {
    for (const { name } of this.options.manifest.tasks) await this.host.refresh(name as TaskName);
    await this.#readProtected();
    this.changed('settings');
  }

  /** Orders or approvals were changed here: the host asks for them, or its next run would still have the old ones. */
  async ordersChanged(): Promise<void> {
    await this.host.refresh('EASConnectorSecurity');
    this.changed('orders');
  }

  /** Resolves when all runs that have ended are taken. */
  async idle(): Promise<void> {
    await this.#work;
    await this.inventory.idle();
  }

  state(): ApiState {
    const { manifest, organization, folders } = this.options;
    return {
      product: manifest.displayName || manifest.name,
      version: manifest.version,
      organization,
      dataDir: folders.root,
      tasks: this.host.status().map(({ last, ...status }) => ({
        ...status,
        displayName: manifest.tasks.find(({ name }) => name === status.task)?.displayName ?? status.task,
        ...(last ? { last: runView(last) } : {}),
        refused: this.#refused.get(status.task) ?? [],
      })),
      inventory: this.inventory.overview,
      awaitingApproval: this.orders.awaitingApproval,
      openOrders: this.#openOrders(),
      revisions: { ...this.#revisions },
    };
  }

  /** Those of the console, and those of others that a run has seen. */
  #openOrders(): number {
    const own = new Set(this.orders.orders.map(({ action }) => action['id']));
    const others = Object.entries(this.orders.outcomes).filter(([id, outcome]) => !own.has(id) && !isOver(outcome));
    return this.orders.orders.filter((order) => !this.orders.isOver(order)).length + others.length;
  }

  async #runEnded(record: RunRecord): Promise<void> {
    try {
      if (record.task === 'EASConnectorSecurity' && record.resultsFile !== '') {
        this.orders.take((await readSecurityReport(record.resultsFile)).outcomes);
        this.changed('orders');
      }
      if (this.#isLoaded) await this.inventory.runEnded(record, this.host.history('EASConnectorManage'));
    } catch (error) {
      this.#failed('The console cannot take the results of a run.', error);
    }
    this.changed('runs');
  }

  async #readProtected(): Promise<void> {
    const safety = await this.settings.section('EASConnectorSecurity', 'safety');
    if (this.#protected.replace(safety)) this.inventory.refresh();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #failed(message: string, error: unknown): void {
    this.options.log.write({ level: 'error', message, fields: { error: String(error) } }, 'console');
  }
}
