import type { Action, Completed } from '../../protocol';
import { renderProblems } from '../terminal/problem-list';
import { count, counted, enumWords, safe, wrap } from '../terminal/words';
import { driftLines, impactLines } from './access-lines';
import { describeAction } from './describe-action';
import { groupOf, PLAN_GROUPS } from './plan-groups';
import type { SecurityReport } from './result-collector';
import { inOrderOf } from './security-lines';
import type { ActionOutcomeJson } from './result-json';
import type { Layout } from './run-lines';

/** So many actions of a group are shown; --json has them all. */
const MAX_SHOWN = 200;
/** Of those that need no step, a few stand for all. */
const MAX_SHOWN_OVER = 10;

/**
 * A plan that a person can check in a minute: what erases phones first, then by effect with counts; then what is held
 * back, by which brake; then what needs no step.
 */
export function planLines(
  report: SecurityReport,
  completed: Completed,
  actions: readonly Action[],
  { style, width }: Layout,
): string[] {
  const orders = new Map(actions.map((action) => [action.id, action]));
  const outcomes = [...inOrderOf(actions, report.outcomes), ...(report.desiredAccess ? [report.desiredAccess] : [])];
  const orderOf = ({ actionId }: ActionOutcomeJson): Action | undefined => orders.get(actionId ?? '');
  const steps = outcomes.reduce((sum, outcome) => sum + stepsOf(outcome).length, 0);
  const problems = renderProblems(completed.problems, style, width);
  return [
    ...(report.summary || steps > 0 ? [style.strong(titleOf(outcomes))] : []),
    ...PLAN_GROUPS.flatMap((group) => groupLines(group)),
    ...(report.drift.length > 0 ? ['', ...driftLines(report.drift, width - 2).map((line) => `  ${line}`)] : []),
    ...(problems.length > 0 ? ['', ...problems] : []),
  ];

  function groupLines({ name, title, isGrave }: (typeof PLAN_GROUPS)[number]): string[] {
    const own = outcomes.filter(
      (outcome) => groupOf(outcome, orderOf(outcome), outcome === report.desiredAccess) === name,
    );
    if (own.length === 0) return [];
    const shown = own.slice(0, name === 'over' ? MAX_SHOWN_OVER : MAX_SHOWN);
    const more = own.length - shown.length;
    const heading = `${title}: ${count(own.length)}`;
    return [
      '',
      `  ${isGrave ? style.bad(style.strong(heading)) : style.strong(heading)}`,
      ...shown.flatMap((outcome) => actionLines(outcome)),
      ...(more > 0 ? [`    and ${counted(more, 'more action')}; --json has all`] : []),
    ];
  }

  function actionLines(outcome: ActionOutcomeJson): string[] {
    const isAccess = outcome === report.desiredAccess;
    const order = orderOf(outcome);
    const id = isAccess ? 'access settings' : (outcome.actionId ?? '');
    const name = [id, order ? describeAction(order) : ''].filter((part) => part !== '').join('  ');
    const state = enumWords(outcome.state ?? '', 'ACTION_STATE');
    const numbered = stepsOf(outcome).flatMap((step, index) => hanging(`${index + 1}. `, safe(step)));
    const impact = isAccess && report.accessImpact ? impactLines(report.accessImpact, width - 6) : [];
    return [
      `    ${style.strong(safe(name))}  ${style.faint(state)}`,
      ...impact.map((line) => `      ${line}`),
      ...numbered,
      ...(numbered.length > 0 && isDone(outcome) ? [] : hanging('', safe(outcome.summary ?? ''))),
      ...(isDone(outcome) ? warningsOf(outcome).flatMap((text) => hanging('! ', safe(text))) : []),
      ...approvalLines(outcome),
    ];
  }

  function approvalLines({ actionId, state, planHash }: ActionOutcomeJson): string[] {
    if (state !== 'ACTION_STATE_AWAITING_APPROVAL' || !planHash) return [];
    return hanging('', `Waits for approval of actionId ${safe(actionId ?? '')}, planHash ${safe(planHash)}.`);
  }

  function hanging(mark: string, text: string): string[] {
    const indent = ' '.repeat(mark.length);
    return wrap(text, width - 6 - mark.length).map((line, index) => `      ${index === 0 ? mark : indent}${line}`);
  }
}

const isDone = ({ state }: ActionOutcomeJson): boolean => state === 'ACTION_STATE_WOULD_BE_DONE';

/** What a person should know before such a step is taken. */
function warningsOf({ problems }: ActionOutcomeJson): readonly string[] {
  return (problems ?? []).flatMap(({ severity, summary }) =>
    severity === 'SEVERITY_WARNING' && summary !== undefined ? [summary] : [],
  );
}

/** What the next run would do, and what waits for somebody's word, are told apart. */
function titleOf(outcomes: readonly ActionOutcomeJson[]): string {
  const stepsIn = (wanted: string): number =>
    outcomes.filter(({ state }) => state === wanted).reduce((sum, outcome) => sum + stepsOf(outcome).length, 0);
  const taken = stepsIn('ACTION_STATE_WOULD_BE_DONE');
  const waiting = stepsIn('ACTION_STATE_AWAITING_APPROVAL');
  if (taken + waiting === 0) return 'Nothing to do.';
  const first = taken === 0 ? 'The next run would do nothing' : `The next run would take ${counted(taken, 'step')}`;
  if (waiting === 0) return `${first}:`;
  return `${first}; ${counted(waiting, 'step')} ${waiting === 1 ? 'waits' : 'wait'} for approval:`;
}

/** Only what would be done counts; a final outcome lists what was done in earlier runs. */
function stepsOf({ state, steps }: ActionOutcomeJson): readonly string[] {
  return state === 'ACTION_STATE_WOULD_BE_DONE' || state === 'ACTION_STATE_AWAITING_APPROVAL' ? (steps ?? []) : [];
}
