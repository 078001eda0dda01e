import type { Action, ActionOutcome, ActionState, Problem, ProblemCode } from '../../protocol';
import { problem, timestampFromMs } from '../../protocol';

/** States after which the host need not send the action again. */
const FINAL_STATES: ReadonlySet<ActionState> = new Set<ActionState>([
  'succeeded',
  'nothingToDo',
  'refused',
  'superseded',
  'expired',
  'cancelled',
  'failed',
  'notInThisOrganization',
]);

/** Particulars of an outcome that not every outcome has. */
export type OutcomeExtras = Partial<
  Pick<ActionOutcome, 'problems' | 'steps' | 'planHash' | 'wipe' | 'attempts' | 'mailboxes' | 'nextAttemptAt'>
>;

/** An outcome, with what is not stated left empty. */
export function outcome(
  action: Pick<Action, 'id'>,
  state: ActionState,
  summary: string,
  now: number,
  extras: OutcomeExtras = {},
): ActionOutcome {
  return {
    actionId: action.id,
    state,
    summary,
    problems: [],
    isFinal: FINAL_STATES.has(state),
    steps: [],
    planHash: '',
    wipe: undefined,
    attempts: [],
    mailboxes: [],
    at: timestampFromMs(now),
    nextAttemptAt: undefined,
    ...extras,
  };
}

/** A problem of an action, at the action. */
export function actionProblem(action: Pick<Action, 'id'>, code: ProblemCode, summary: string, detail = ''): Problem {
  return problem(code, action.id, summary, detail);
}
