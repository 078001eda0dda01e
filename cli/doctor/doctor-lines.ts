import type { Style } from '../terminal/style';
import { counted, duration, safe, wrap } from '../terminal/words';
import type { StepResult, Verdict } from './examination';

const MARKS: Readonly<Record<Verdict, string>> = {
  ok: 'ok',
  note: 'note',
  warning: 'warning',
  failed: 'FAILED',
  unknown: 'unknown',
  notTried: '-',
};
/** Shorter times say nothing. */
const SHOWN_MS = 10;
const MARK_WIDTH = 8;
const TITLE_WIDTH = 26;
const INDENT = ' '.repeat(MARK_WIDTH + 2);

/** A step for a person: how it came out, what was found, how long it took, and what to do. */
export function stepLines(result: StepResult, style: Style, width: number): string[] {
  const { verdict, title, found, remedy, durationMs } = result;
  const paint = {
    ok: style.good,
    note: style.faint,
    warning: style.doubtful,
    failed: style.bad,
    unknown: style.doubtful,
    notTried: style.faint,
  }[verdict];
  const took = durationMs >= SHOWN_MS ? ` (${duration(durationMs)})` : '';
  const room = Math.max(30, width - MARK_WIDTH - TITLE_WIDTH - 3);
  const [first = '', ...more] = wrap(`${safe(found)}${took}`, room);
  const head = `${paint(MARKS[verdict].padEnd(MARK_WIDTH))}${style.strong(safe(title).padEnd(TITLE_WIDTH))} ${first}`;
  const gap = ' '.repeat(MARK_WIDTH + TITLE_WIDTH + 1);
  const advice = remedy === '' ? [] : wrap(safe(remedy), width - INDENT.length - 2).map((line) => `${INDENT}→ ${line}`);
  return [
    head,
    ...more.map((line) => `${gap}${line}`),
    ...advice.map((line, index) => (index === 0 ? line : line.replace('→', ' '))),
  ];
}

/** The end, in a sentence. */
export function closingLine(results: readonly StepResult[]): string {
  const number = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  const failed = number('failed');
  const warnings = number('warning');
  const unknown = number('unknown');
  if (failed > 0) {
    const untried = number('notTried');
    const rest = untried > 0 ? `; ${counted(untried, 'step')} could not be tried for that` : '';
    return `${counted(failed, 'step')} of ${String(results.length)} failed${rest}. Nothing was changed.`;
  }
  if (warnings > 0) return `The connector can work; ${counted(warnings, 'step')} to look at. Nothing was changed.`;
  if (unknown > 0) {
    return `What can be found out is in order; of ${counted(unknown, 'step')} it could not be. Nothing was changed.`;
  }
  return 'Everything is in order. Nothing was changed.';
}

/** 0: in order, as far as it can be found out; 1: something failed; 2: something to look at. */
export function doctorExitCode(results: readonly StepResult[]): 0 | 1 | 2 {
  if (results.some(({ verdict }) => verdict === 'failed')) return 1;
  return results.some(({ verdict }) => verdict === 'warning') ? 2 : 0;
}
