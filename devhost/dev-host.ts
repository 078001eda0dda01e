import { TASK_NAMES, type TaskName } from '../protocol';
import type { ClientFolders } from './client-folders';
import { manifestTask, type Manifest } from './manifest';
import { closeLeftovers } from './result-file';
import { RunHistory } from './run-history';
import type { RunRecord } from './run-record';
import type { RunEnd, RunEvents, Runner } from './runner';
import { Schedule } from './schedule';
import type { SchedulerLog } from './scheduler-log';
import { SettingsKeeper, type SettingsSource } from './settings-keeper';
import { TaskSlot, type DevHostObserver, type TaskStatus } from './task-slot';

/** What a dev host is made of. */
export interface DevHostOptions {
  readonly manifest: Manifest;
  readonly folders: ClientFolders;
  readonly runner: Runner;
  readonly settings: SettingsSource;
  readonly log: SchedulerLog;
  readonly now: () => number;
  readonly observer?: DevHostObserver;
  /** How many runs of each task are kept, with their results. */
  readonly keepRuns?: number;
}

const DEFAULT_KEEP_RUNS = 50;
const DEFAULT_SETTINGS_INTERVAL_MS = 24 * 60 * 60 * 1000;

/**
 * A reference client. It keeps the settings, runs the tasks at their intervals and on demand, never two runs of a task at
 * once, and stores what they return.
 */
export class DevHost {
  readonly #options: DevHostOptions;
  readonly #schedule: Schedule;
  readonly #cancel = new AbortController();
  readonly #slots: readonly TaskSlot[];
  #stopping: Promise<void> | undefined;

  constructor(options: DevHostOptions) {
    const { folders, log, manifest, now, runner } = options;
    this.#options = options;
    this.#schedule = new Schedule(now, (id, error) => {
      log.write({ level: 'error', message: `${id} failed.`, fields: { error: String(error) } });
    });
    const environment = {
      runner,
      folders,
      log,
      now,
      keeper: new SettingsKeeper(options.settings, folders),
      history: new RunHistory(folders.history, options.keepRuns ?? DEFAULT_KEEP_RUNS),
      observer: options.observer ?? {},
      signal: this.#cancel.signal,
    };
    this.#slots = TASK_NAMES.map((name) => new TaskSlot({ ...manifestTask(manifest, name), name }, environment));
  }

  /** Asks for the settings of all tasks. To be called once, first. */
  async open(): Promise<void> {
    const { manifest, folders, log, runner } = this.#options;
    const fields = { plugin: `${manifest.name} ${manifest.version}`, binding: runner.binding, dataDir: folders.root };
    log.write({ level: 'info', message: 'The dev host starts.', fields });
    for (const slot of this.#slots) {
      await closeLeftovers(folders.results(slot.name));
      await slot.refresh();
    }
  }

  /**
   * Runs all tasks now and then at their intervals, until it is stopped.
   * @returns the first run of each task, when they have ended
   */
  start(): Promise<readonly RunRecord[]> {
    for (const slot of this.#slots) this.#plan(slot);
    return Promise.all(this.#slots.map((slot) => slot.run('start')));
  }

  /** Runs each task once, one after the other. */
  async once(): Promise<readonly RunRecord[]> {
    const records: RunRecord[] = [];
    for (const slot of this.#slots) records.push(await slot.run('once'));
    return records;
  }

  /**
   * Asks for the task's settings and runs it. If a run is under way, another one follows it, so that what has just been
   * ordered is seen.
   */
  async runNow(task: TaskName): Promise<RunRecord> {
    const slot = this.#slot(task);
    const record = await slot.runNow();
    // The settings were fetched and may have other intervals now.
    if (this.#schedule.next(task) !== undefined) this.#plan(slot);
    return record;
  }

  /** Asks for the task's settings; good ones come into force, with their intervals. */
  async refresh(task: TaskName): Promise<void> {
    const slot = this.#slot(task);
    await slot.refresh();
    if (this.#schedule.next(task) !== undefined) this.#plan(slot);
  }

  /** Cancels the run of a task; false if there is none. */
  cancel(task: TaskName, reason: string): boolean {
    return this.#slot(task).cancel(reason);
  }

  /** Runs a task with other settings, outside the history, for settings that only ask what would be done. */
  rehearse(task: TaskName, settings: Uint8Array, events: RunEvents, signal: AbortSignal): Promise<RunEnd> {
    return this.#slot(task).rehearse(settings, events, signal);
  }

  /** Does something between two runs of a task: after the one that is under way, and before another can begin. */
  between<R>(task: TaskName, work: () => Promise<R>): Promise<R> {
    return this.#slot(task).between(work);
  }

  /** The runs of a task that are kept, oldest first. */
  history(task: TaskName): readonly RunRecord[] {
    return this.#slot(task).history();
  }

  /** How the tasks stand. */
  status(): readonly TaskStatus[] {
    return this.#slots.map((slot) => slot.status(this.#schedule.next(slot.name)));
  }

  /** Cancels what runs, waits for its end, and closes the log. */
  stop(reason: string): Promise<void> {
    this.#stopping ??= this.#stop(reason);
    return this.#stopping;
  }

  async #stop(reason: string): Promise<void> {
    const { log } = this.#options;
    log.write({ level: 'info', message: 'The dev host stops.', fields: { reason } });
    this.#schedule.stop();
    this.#cancel.abort(new Error(reason));
    await Promise.all(this.#slots.map((slot) => slot.idle()));
    log.close();
  }

  #slot(task: TaskName): TaskSlot {
    const slot = this.#slots.find(({ name }) => name === task);
    if (!slot) throw new Error(`There is no task ${task}.`);
    return slot;
  }

  /** Puts a task and the fetching of its settings on the schedule, as the settings in force have them. */
  #plan(slot: TaskSlot): void {
    if (this.#cancel.signal.aborted) return;
    this.#schedule.every(slot.name, slot.intervalMs, () => slot.runBySchedule());
    const settingsIntervalMs = slot.settingsIntervalMs ?? DEFAULT_SETTINGS_INTERVAL_MS;
    this.#schedule.every(`settings of ${slot.name}`, settingsIntervalMs, async () => {
      await slot.refresh();
      this.#plan(slot);
    });
  }
}
