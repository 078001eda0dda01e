import type { Action, Problem, RunOutcome, TaskName } from '../../protocol';
import { renderProblems } from '../terminal/problem-list';
import type { Style } from '../terminal/style';
import { duration } from '../terminal/words';
import { manageLines } from './manage-lines';
import type { RunReport } from './result-collector';
import { quietWords, securityLines } from './security-lines';

/** The end of a run, as it is shown. */
export interface EndedRun {
  readonly task: TaskName;
  readonly outcome: RunOutcome | 'notRun';
  readonly durationMs: number;
  readonly problems: readonly Problem[];
  readonly report: RunReport | undefined;
  /** The actions that the settings order. */
  readonly actions: readonly Action[];
}

/** How output is laid out. */
export interface Layout {
  readonly style: Style;
  /** In characters. */
  readonly width: number;
}

/** A run for a person: outcome, what it found or did, problems. */
export function runLines(run: EndedRun, { style, width }: Layout): string[] {
  const { report } = run;
  const body =
    report?.task === 'EASConnectorSecurity'
      ? securityLines(report, run.actions, style, width)
      : report
        ? manageLines(report, style, width)
        : [];
  const problems = renderProblems(run.problems, style, width);
  return [title(run, style), ...spaced(body), ...spaced(problems)];
}

/** A run in one line, if nothing is new since the run before; for the runs that come every few minutes. */
export function quietLine(run: EndedRun, before: EndedRun | undefined, { style }: Layout): string | undefined {
  const { report, outcome, problems } = run;
  if (outcome !== 'succeeded' || problems.length > 0) return undefined;
  if (report?.task !== 'EASConnectorSecurity' || before?.report?.task !== 'EASConnectorSecurity') return undefined;
  const words = quietWords(report, before.report);
  return words === undefined ? undefined : `${title(run, style)}: ${words}`;
}

function title({ task, outcome, durationMs }: EndedRun, style: Style): string {
  if (outcome === 'notRun') return `${style.strong(task)}  ${style.doubtful('did not run')}`;
  const words = outcome === 'partial' ? 'succeeded in part' : outcome;
  const colour = { succeeded: style.good, partial: style.doubtful, failed: style.bad, cancelled: style.doubtful }[
    outcome
  ];
  return `${style.strong(task)}  ${colour(words)} ${outcome === 'succeeded' || outcome === 'partial' ? 'in' : 'after'} ${duration(durationMs)}`;
}

const spaced = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines] : []);
