import type { ProblemCode } from './problem-codes';

/** How bad it is: worth knowing; worth looking at, though the work was done; something was not done. */
export type Severity = 'info' | 'warning' | 'error';

/** One thing that went wrong, or deserves attention. Problems are data: they are collected, not thrown. */
export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Where: the path of a setting (connection.exchangeOnline.tenant), or the object. */
  readonly path: string;
  /** What failed, in one sentence. */
  readonly summary: string;
  /** Why, and what to do. */
  readonly detail: string;
}

/** How a run ended. */
export type RunOutcome = 'succeeded' | 'partial' | 'failed' | 'cancelled';

/** The end of a run. */
export interface Completed {
  readonly outcome: RunOutcome;
  readonly problems: readonly Problem[];
}

/** A problem of severity `error`. */
export function problem(code: ProblemCode, path: string, summary: string, detail = ''): Problem {
  return { severity: 'error', code, path, summary, detail };
}

/** A problem of severity `warning`. */
export function warning(code: ProblemCode, path: string, summary: string, detail = ''): Problem {
  return { severity: 'warning', code, path, summary, detail };
}

/** True if something was not done. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
