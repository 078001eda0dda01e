import type { Action, ActionOutcome, ActionState, MailboxOutcome } from '../../protocol';
import { outcome } from './outcome';

/** So many of the mailboxes' problems are shown at the action itself. */
const MAX_PROBLEMS = 20;

/** The outcome of an action on several mailboxes: it is as far as the least advanced of them. */
export function summarizeMailboxes(
  action: Pick<Action, 'id'>,
  what: string,
  mailboxes: readonly MailboxOutcome[],
  steps: readonly string[],
  now: number,
): ActionOutcome {
  const count = (...states: ActionState[]): number => mailboxes.filter(({ state }) => states.includes(state)).length;
  const parts: readonly (readonly [number, string])[] = [
    [count('succeeded'), 'assigned'],
    [count('nothingToDo'), 'had it'],
    [count('appliedUnconfirmed'), 'sent and not seen yet'],
    [count('notInThisOrganization'), 'not in this organization'],
    [count('waiting'), 'could not be done now'],
    [count('refused'), 'refused'],
    [count('failed'), 'failed'],
  ];
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${String(number)} ${word}`);
  const summary = `${what}: ${words.join(', ') || 'no mailboxes'}.`;
  const problems = mailboxes.flatMap((one) => one.problems).slice(0, MAX_PROBLEMS);
  return outcome(action, stateOf(mailboxes.length, count), summary, now, { mailboxes, steps, problems });
}

function stateOf(total: number, count: (...states: ActionState[]) => number): ActionState {
  if (count('appliedUnconfirmed') > 0) return 'appliedUnconfirmed';
  if (count('waiting') > 0) return 'waiting';
  if (total > 0 && count('refused') === total) return 'refused';
  if (count('failed', 'refused') > 0) return 'failed';
  if (count('succeeded') > 0) return 'succeeded';
  return total > 0 && count('notInThisOrganization') === total ? 'notInThisOrganization' : 'nothingToDo';
}
