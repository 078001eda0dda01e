import type { ClientFolders, DevHostObserver, RunRecord } from '../devhost';
import type { Progress } from '../plugin/host/host';
import type { Problem, TaskName } from '../protocol';
import { endedRunOf } from './report/ended-run';
import { quietLine, runLines, type EndedRun, type Layout } from './report/run-lines';
import type { Display } from './terminal/display';
import { renderProblems } from './terminal/problem-list';

/** Shows on a terminal what the dev host does. */
export class TerminalObserver implements DevHostObserver {
  readonly #display: Display;
  readonly #layout: Layout;
  readonly #folders: ClientFolders;
  #last: Promise<void> = Promise.resolve();
  readonly #shown = new Map<TaskName, EndedRun>();

  constructor(display: Display, layout: Layout, folders: ClientFolders) {
    this.#display = display;
    this.#layout = layout;
    this.#folders = folders;
  }

  progress(task: TaskName, progress: Progress): void {
    this.#display.progress(task, progress);
  }

  runEnded(record: RunRecord): void {
    this.#display.end(record.task);
    // A disabled connector says so once, not every five minutes.
    if (record.outcome === 'notRun' && record.trigger === 'schedule') return;
    this.#last = this.#last.then(() => this.#show(record));
  }

  settingsRefused(task: TaskName, problems: readonly Problem[], isKept: boolean): void {
    const { style, width } = this.#layout;
    const what = isKept ? 'are refused; the last good ones stay in force' : 'cannot be used';
    const title = `${style.strong(task)}  ${style.bad(`the settings ${what}`)}`;
    this.#display.print(['', title, '', ...renderProblems(problems, style, width)]);
  }

  /** Resolves when everything that has happened is shown. */
  idle(): Promise<void> {
    return this.#last;
  }

  async #show(record: RunRecord): Promise<void> {
    try {
      const run = await endedRunOf(record, this.#folders);
      const quiet = quietLine(run, this.#shown.get(record.task), this.#layout);
      this.#shown.set(record.task, run);
      const time = new Date(record.endedAt).toTimeString().slice(0, 8);
      this.#display.print(quiet === undefined ? ['', ...runLines(run, this.#layout)] : [`${time}  ${quiet}`]);
    } catch (error) {
      // The run itself is stored; only its picture is missing.
      const why = error instanceof Error ? error.message : String(error);
      this.#display.print(['', `${record.task}  ${record.outcome}; its results cannot be shown: ${why}`]);
    }
  }
}
