import type { Problem, Severity } from '../../protocol';
import type { Style } from './style';
import { counted, safe, wrap } from './words';

const MAX_SHOWN = 20;
const MARKS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Problems for a person: what failed and where, why and what to do; the worst first. */
export function renderProblems(problems: readonly Problem[], style: Style, width: number): string[] {
  const sorted = ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const lines = sorted.slice(0, MAX_SHOWN).flatMap((problem) => renderProblem(problem, style, width));
  const more = sorted.length - MAX_SHOWN;
  return more > 0 ? [...lines, `  and ${counted(more, 'more problem')}, in the log`] : lines;
}

function renderProblem({ severity, code, path, summary, detail }: Problem, style: Style, width: number): string[] {
  const mark = MARKS[severity];
  const colour = { error: style.bad, warning: style.doubtful, info: style.faint }[severity];
  const where = path === '' ? '' : `${style.strong(safe(path))}  `;
  return [
    `  ${colour(mark)}  ${where}${style.faint(code)}`,
    ...wrap(safe(summary), width - 6).map((line) => `      ${line}`),
    ...wrap(safe(detail), width - 6).map((line) => `      ${style.faint(line)}`),
  ];
}
