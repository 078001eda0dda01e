import { warning, type DesiredAccess, type Problem } from '../../../protocol';
import type { AccessPlan } from './access-plan';
import { DESIRED_ACCESS } from './access-record';
import { describeRule } from './access-step';

/** So many rules are named. */
const MAX_NAMED = 10;

/** The rules that stay as they are although the settings do not have them, as problems. */
export function standingRules({ others, unreadable }: AccessPlan, { rules }: DesiredAccess): Problem[] {
  const problems: Problem[] = [];
  if (rules && others.length > 0) {
    const summary = `${named(others)} not in the settings, and left as they are.`;
    const detail = 'Add them to desiredAccess.rules, or set removeOthers to remove them.';
    problems.push({ severity: 'info', code: 'access.otherRules', path: DESIRED_ACCESS, summary, detail });
  }
  if (unreadable.length > 0) {
    const summary = `${named(unreadable)} not readable for this connector, and left as they are.`;
    const detail = 'What they do to devices is taken for unknown. Change or remove them with Exchange itself.';
    problems.push(warning('access.unreadable', DESIRED_ACCESS, summary, detail));
  }
  return problems;
}

function named(rules: AccessPlan['others']): string {
  const names = rules
    .slice(0, MAX_NAMED)
    .map((rule) => `${describeRule(rule)} (${rule.accessLevel ?? 'unknown level'})`);
  const more = rules.length > MAX_NAMED ? ` and ${rules.length - MAX_NAMED} more` : '';
  const head = rules.length === 1 ? 'The device access rule' : `${rules.length} device access rules`;
  return `${head} ${names.join(', ')}${more} ${rules.length === 1 ? 'is' : 'are'}`;
}
