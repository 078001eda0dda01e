import { hasErrors, withHostInventory, type Problem, type TaskName } from '../protocol';
import type { Progress } from '../plugin/host/host';
import type { ManifestTask } from './manifest';
import { heldInventory } from './held-inventory';
import type { RunHistory } from './run-history';
import { newRunId, type RunRecord, type RunTrigger } from './run-record';
import type { RunEnd, RunEvents } from './runner';
import type { KeptSettings, SettingsKeeper } from './settings-keeper';
import { runTask, type RunEnvironment } from './task-run';
import { Turn } from './turn';

/** Who watches the dev host: a terminal, or a console. */
export interface DevHostObserver {
  runBegins?(task: TaskName, runId: string): void;
  progress?(task: TaskName, progress: Progress): void;
  runEnded?(record: RunRecord): void;
  /** New settings were refused; `isKept` tells whether older ones stay in force. */
  settingsRefused?(task: TaskName, problems: readonly Problem[], isKept: boolean): void;
}

/** An observer that passes everything on to several. */
export function observeTogether(observers: readonly DevHostObserver[]): DevHostObserver {
  return {
    runBegins(task, runId) {
      for (const observer of observers) observer.runBegins?.(task, runId);
    },
    progress(task, progress) {
      for (const observer of observers) observer.progress?.(task, progress);
    },
    runEnded(record) {
      for (const observer of observers) observer.runEnded?.(record);
    },
    settingsRefused(task, problems, isKept) {
      for (const observer of observers) observer.settingsRefused?.(task, problems, isKept);
    },
  };
}

/** How a task stands. Times are RFC 3339. */
export interface TaskStatus {
  readonly task: TaskName;
  readonly state: 'running' | 'idle' | 'disabled' | 'noSettings';
  readonly intervalMs: number;
  readonly runId?: string;
  readonly progress?: Progress;
  readonly nextAt?: string;
  readonly last?: RunRecord;
}

/** What a slot shares with the others. */
export interface SlotEnvironment extends RunEnvironment {
  readonly keeper: SettingsKeeper;
  readonly history: RunHistory;
  readonly observer: DevHostObserver;
  /** Cancels every run. */
  readonly signal: AbortSignal;
}

/** One task of the plugin in the dev host: its settings, and its runs, one at a time. */
export class TaskSlot {
  readonly name: TaskName;
  readonly #task: ManifestTask & { readonly name: TaskName };
  readonly #environment: SlotEnvironment;
  readonly #turn: Turn<RunRecord>;
  #trigger: RunTrigger = 'schedule';
  #refreshFirst = false;
  #runId: string | undefined;
  #progress: Progress | undefined;
  #cancelRun: AbortController | undefined;
  #rehearsal: AbortController | undefined;

  constructor(task: ManifestTask & { readonly name: TaskName }, environment: SlotEnvironment) {
    this.name = task.name;
    this.#task = task;
    this.#environment = environment;
    this.#turn = new Turn(() => this.#run());
  }

  /** How often the task runs: as the settings say, or else as the manifest does. */
  get intervalMs(): number {
    const kept = this.#environment.keeper.current(this.name);
    if (!kept?.statesInterval) return this.#task.intervalMs;
    return this.name === 'EASConnectorManage' ? kept.host.manageIntervalMs : kept.host.securityIntervalMs;
  }

  /** How often the settings are asked for; undefined if the settings do not say. */
  get settingsIntervalMs(): number | undefined {
    return this.#environment.keeper.current(this.name)?.host.settingsIntervalMs;
  }

  /** A turn of the schedule: runs the task unless it is running. */
  async runBySchedule(): Promise<void> {
    await this.#turn.try();
  }

  /** Runs the task; if it is running, once more afterwards. */
  run(trigger: RunTrigger): Promise<RunRecord> {
    this.#trigger = trigger;
    return this.#turn.request();
  }

  /** Asks for the settings and runs the task; if it is running, once more afterwards. */
  runNow(): Promise<RunRecord> {
    this.#environment.log.write({ level: 'info', message: 'Run now was asked for.' }, this.name);
    this.#refreshFirst = true;
    return this.run('runNow');
  }

  /** Cancels the run that is under way; false if there is none. */
  cancel(reason: string): boolean {
    if (!this.#cancelRun) return false;
    this.#environment.log.write({ level: 'info', message: 'Cancelling the run.', fields: { reason } }, this.name);
    this.#cancelRun.abort(new Error(reason));
    return true;
  }

  /**
   * Runs the task with other settings, outside the history, while no run of it is under way: for settings that only ask
   * what would be done. What is to be done between two runs cancels it: it can be asked again.
   */
  rehearse(settings: Uint8Array, events: RunEvents, signal: AbortSignal): Promise<RunEnd> {
    const { runner, folders, now } = this.#environment;
    return this.#turn.apart(async () => {
      const places = { dataDir: folders.pluginData, logDir: folders.taskLogs(this.#task) };
      const request = { task: this.#task, runId: `what-if-${newRunId(now())}`, settings, ...places };
      const rehearsal = (this.#rehearsal = new AbortController());
      try {
        const cancelled = AbortSignal.any([signal, this.#environment.signal, rehearsal.signal]);
        return await runner.run(request, events, cancelled);
      } finally {
        this.#rehearsal = undefined;
      }
    });
  }

  /** Does something while no run of the task is under way, and lets none begin meanwhile. */
  between<R>(work: () => Promise<R>): Promise<R> {
    this.#rehearsal?.abort(new Error('Something that cannot wait came between.'));
    return this.#turn.apart(work);
  }

  /** The runs that are kept, oldest first. */
  history(): readonly RunRecord[] {
    return this.#environment.history.of(this.name);
  }

  /** Resolves when the task is not running and nobody waits for it. */
  idle(): Promise<void> {
    return this.#turn.idle();
  }

  /** Asks for the settings; good ones come into force. */
  async refresh(): Promise<void> {
    const { log, observer, keeper } = this.#environment;
    const { kept, refused, notWritten } = await keeper.refresh(this.name);
    if (notWritten) {
      const message = 'The settings could not be written to the disk; after a restart older ones may be in force.';
      log.write({ level: 'error', message, fields: { error: notWritten } }, this.name);
    }
    if (refused.length === 0) {
      log.write({ level: 'info', message: 'Settings were fetched.' }, this.name);
      return;
    }
    for (const { code, path, summary, detail } of refused) {
      log.write({ level: 'error', message: summary, fields: { code, path, detail } }, this.name);
    }
    const message = kept
      ? 'The new settings cannot be used; the last good ones stay in force.'
      : 'The settings cannot be used, and there are no older ones. The task does not run until they are good.';
    log.write({ level: 'error', message }, this.name);
    observer.settingsRefused?.(this.name, refused, kept !== undefined);
  }

  /** How the task stands. */
  status(nextAt: number | undefined): TaskStatus {
    const kept = this.#environment.keeper.current(this.name);
    const last = this.#environment.history.of(this.name).at(-1);
    const resting = kept ? (kept.host.enabled ? 'idle' : 'disabled') : 'noSettings';
    return {
      task: this.name,
      state: this.#runId === undefined ? resting : 'running',
      intervalMs: this.intervalMs,
      ...(this.#runId === undefined ? {} : { runId: this.#runId }),
      ...(this.#progress ? { progress: this.#progress } : {}),
      ...(nextAt === undefined ? {} : { nextAt: new Date(nextAt).toISOString() }),
      ...(last ? { last } : {}),
    };
  }

  async #run(): Promise<RunRecord> {
    const { keeper, observer, signal } = this.#environment;
    const trigger = this.#trigger;
    this.#trigger = 'schedule';
    if (this.#refreshFirst) {
      this.#refreshFirst = false;
      await this.refresh();
    }
    const kept = keeper.current(this.name);
    const canRun = kept?.host.enabled === true && !signal.aborted;
    const record = canRun ? await this.#runWith(kept, trigger) : this.#notRun(kept, trigger);
    if (canRun) this.#remember(record);
    observer.runEnded?.(record);
    return record;
  }

  /** A history that cannot be written does not undo the run. */
  #remember(record: RunRecord): void {
    const { history, log } = this.#environment;
    try {
      history.add(record);
    } catch (error) {
      const message = 'The run could not be added to the history.';
      log.write({ level: 'error', message, fields: { runId: record.runId, error: String(error) } }, this.name);
    }
  }

  async #runWith(kept: KeptSettings, trigger: RunTrigger): Promise<RunRecord> {
    const { observer, log, signal } = this.#environment;
    const cancelRun = new AbortController();
    this.#cancelRun = cancelRun;
    try {
      return await runTask(this.#environment, {
        task: this.#task,
        trigger,
        settings: this.#withHeldInventory(kept.bytes),
        signal: AbortSignal.any([signal, cancelRun.signal]),
        onBegin: (runId) => {
          this.#runId = runId;
          for (const { code, path, summary } of kept.problems) {
            log.write({ level: 'warn', message: summary, fields: { code, path } }, this.name);
          }
          observer.runBegins?.(this.name, runId);
        },
        onProgress: (progress) => {
          this.#progress = progress;
          observer.progress?.(this.name, progress);
        },
      });
    } finally {
      this.#runId = undefined;
      this.#progress = undefined;
      this.#cancelRun = undefined;
    }
  }

  /** The settings, with what this host holds of the inventory. */
  #withHeldInventory(bytes: Uint8Array): Uint8Array {
    if (this.name !== 'EASConnectorManage') return bytes;
    const history = this.#environment.history.of(this.name);
    if (!history.some(({ inventory }) => inventory)) return bytes;
    const { stateId, stored } = heldInventory(history);
    return withHostInventory(bytes, stateId, stored);
  }

  #notRun(kept: KeptSettings | undefined, trigger: RunTrigger): RunRecord {
    const { log, now, signal } = this.#environment;
    const at = new Date(now()).toISOString();
    const why = whyNotRun(kept, signal.aborted);
    log.write({ level: 'info', message: why.summary, fields: { trigger } }, this.name);
    return {
      runId: newRunId(now()),
      task: this.name,
      trigger,
      startedAt: at,
      endedAt: at,
      durationMs: 0,
      outcome: hasErrors([why]) ? 'failed' : 'notRun',
      problems: [why],
      results: 0,
      resultsFile: '',
    };
  }
}

function whyNotRun(kept: KeptSettings | undefined, isStopping: boolean): Problem {
  const about = { severity: 'info', path: '', detail: '' } as const;
  if (isStopping) return { ...about, code: 'cancelled', summary: 'The task does not run: the dev host is stopping.' };
  if (kept) {
    const summary = 'The task does not run: the connector is disabled in the settings.';
    return { ...about, code: 'settings.disabled', path: 'host.enabled', summary };
  }
  const summary = 'The task does not run: there are no settings that can be used.';
  return { ...about, severity: 'error', code: 'settings.invalid', summary };
}
