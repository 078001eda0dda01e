import type { Action, Completed } from '../../protocol';
import { renderProblems } from '../terminal/problem-list';
import { counted, enumWords, safe, wrap } from '../terminal/words';
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
  const title = steps === 0 ? 'Nothing to do.' : `The next run would take ${counted(steps, 'step')}:`;
  const problems = renderProblems(completed.problems, style, width);
  return [
    ...(report.summary || steps > 0 ? [style.strong(title)] : []),
    ...outcomes.flatMap((outcome) => ['', ...actionLines(outcome, what.get(outcome.actionId ?? '') ?? '')]),
    ...(problems.length > 0 ? ['', ...problems] : []),
  ];

  function actionLines(outcome: ActionOutcomeJson, description: string): string[] {
    const name = [outcome.actionId || 'access settings', description].filter((part) => part !== '').join('  ');
    const state = enumWords(outcome.state ?? '', 'ACTION_STATE');
    const numbered = stepsOf(outcome).flatMap((step, index) => hanging(`${index + 1}. `, safe(step)));
    return [
      `  ${style.strong(safe(name))}  ${style.faint(state)}`,
      ...(numbered.length > 0 ? numbered : hanging('', safe(outcome.summary ?? ''))),
    ];
  }

  function hanging(mark: string, text: string): string[] {
    const indent = ' '.repeat(mark.length);
    return wrap(text, width - 6 - mark.length).map((line, index) => `      ${index === 0 ? mark : indent}${line}`);
  }
}

/** Only what would be done counts; a final outcome lists what was done in earlier runs. */
function stepsOf({ state, steps }: ActionOutcomeJson): readonly string[] {
  return state === 'ACTION_STATE_WOULD_BE_DONE' || state === 'ACTION_STATE_AWAITING_APPROVAL' ? (steps ?? []) : [];
}
