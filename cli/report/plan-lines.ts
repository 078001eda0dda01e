import type { Action, Completed } from '../../protocol';
import { renderProblems } from '../terminal/problem-list';
import { counted, enumWords, safe, wrap } from '../terminal/words';
import { driftLines, impactLines } from './access-lines';
import { describeAction } from './describe-action';
import type { SecurityReport } from './result-collector';
import { inOrderOf } from './security-lines';
import type { ActionOutcomeJson } from './result-json';
import type { Layout } from './run-lines';

/** A plan for a person: the steps of each action, and why there are none for the others. */
export function planLines(
  report: SecurityReport,
  completed: Completed,
  actions: readonly Action[],
  { style, width }: Layout,
): string[] {
  const what = new Map(actions.map((action) => [action.id, describeAction(action)]));
  const outcomes = [...inOrderOf(actions, report.outcomes), ...(report.desiredAccess ? [report.desiredAccess] : [])];
  const steps = outcomes.reduce((sum, outcome) => sum + stepsOf(outcome).length, 0);
  const problems = renderProblems(completed.problems, style, width);
  return [
    ...(report.summary || steps > 0 ? [style.strong(titleOf(outcomes))] : []),
    ...outcomes.flatMap((outcome) => ['', ...actionLines(outcome, what.get(outcome.actionId ?? '') ?? '')]),
    ...(report.drift.length > 0 ? ['', ...driftLines(report.drift, width - 2).map((line) => `  ${line}`)] : []),
    ...(problems.length > 0 ? ['', ...problems] : []),
  ];

  function actionLines(outcome: ActionOutcomeJson, description: string): string[] {
    const isAccess = outcome === report.desiredAccess;
    const id = isAccess ? 'access settings' : (outcome.actionId ?? '');
    const name = [id, description].filter((part) => part !== '').join('  ');
    const state = enumWords(outcome.state ?? '', 'ACTION_STATE');
    const numbered = stepsOf(outcome).flatMap((step, index) => hanging(`${index + 1}. `, safe(step)));
    const impact = isAccess && report.accessImpact ? impactLines(report.accessImpact, width - 6) : [];
    return [
      `  ${style.strong(safe(name))}  ${style.faint(state)}`,
      ...impact.map((line) => `      ${line}`),
      ...(numbered.length > 0 ? numbered : hanging('', safe(outcome.summary ?? ''))),
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

/** What the next run would do, and what waits for somebody's word, are told apart. */
function titleOf(outcomes: readonly ActionOutcomeJson[]): string {
  const count = (wanted: string): number =>
    outcomes.filter(({ state }) => state === wanted).reduce((sum, outcome) => sum + stepsOf(outcome).length, 0);
  const taken = count('ACTION_STATE_WOULD_BE_DONE');
  const waiting = count('ACTION_STATE_AWAITING_APPROVAL');
  if (taken + waiting === 0) return 'Nothing to do.';
  const first = taken === 0 ? 'The next run would do nothing' : `The next run would take ${counted(taken, 'step')}`;
  if (waiting === 0) return `${first}:`;
  return `${first}; ${counted(waiting, 'step')} ${waiting === 1 ? 'waits' : 'wait'} for approval:`;
}

/** Only what would be done counts; a final outcome lists what was done in earlier runs. */
function stepsOf({ state, steps }: ActionOutcomeJson): readonly string[] {
  return state === 'ACTION_STATE_WOULD_BE_DONE' || state === 'ACTION_STATE_AWAITING_APPROVAL' ? (steps ?? []) : [];
}
