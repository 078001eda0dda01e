import type { ErrorSchema } from '@rjsf/utils';
import type { ApiProblem } from '../../../api-types';

/** Problems of a part as the form wants them: at the places of their fields. */
interface Tree {
  __errors?: string[];
  [name: string]: Tree | string[] | undefined;
}

/** Whether a problem is about a part of the form, or about something in it. */
export function isAbout(part: string, { path }: ApiProblem): boolean {
  return path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);
}

/** The problems of a part, at their fields. */
export function problemTree(part: string, problems: readonly ApiProblem[]): ErrorSchema {
  const root: Tree = {};
  for (const problem of problems) {
    if (!isAbout(part, problem) || problem.severity === 'info') continue;
    let at = root;
    for (const step of problem.path
      .slice(part.length)
      .split(/[.[\]]+/)
      .filter(Boolean)) {
      const next = at[step];
      const inner: Tree = next === undefined || Array.isArray(next) ? {} : next;
      at[step] = inner;
      at = inner;
    }
    at.__errors = [...(at.__errors ?? []), problem.summary];
  }
  return root as ErrorSchema;
}
