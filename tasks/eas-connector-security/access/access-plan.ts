import type {
  AccessLevel,
  DesiredAccess,
  DesiredRule,
  DeviceAccessRule,
  OrganizationSettings,
} from '../../../protocol';
import { ruleKey, STRICTNESS } from '../../run/access-decision';
import { plainText, type AccessStep, type Notices } from './access-step';

/** The organization's access settings as Exchange shows them. */
export interface SeenAccess {
  readonly settings: OrganizationSettings;
  readonly rules: readonly DeviceAccessRule[];
}

/** What has to be done so that what is becomes what is wanted. */
export interface AccessPlan {
  /** In the order in which they are taken; empty when nothing differs. */
  readonly steps: readonly AccessStep[];
  /** Rules that the settings do not list, and that stay. */
  readonly others: readonly DeviceAccessRule[];
  /** Rules whose characteristic or level cannot be read. They are never touched. */
  readonly unreadable: readonly DeviceAccessRule[];
}

/** A rule that can be read. */
type ReadableRule = DeviceAccessRule & DesiredRule;

/**
 * Compares and puts the steps in order. Rules are compared by characteristic and query string, whatever their names.
 *
 * The order: notices; what makes rules stricter or adds them, Block first, Allow last; the default level; what makes
 * rules milder or removes them, Allow first, Block last. With it every device, existing or not, is at every moment
 * treated at least as strictly as the milder, and at most as strictly as the stricter, of before and after: no gap
 * opens, and nobody is cut off for a moment. docs/decisions/0041-order-of-access-steps.md has the proof.
 */
export function planAccess(desired: DesiredAccess, seen: SeenAccess): AccessPlan {
  const notices = planNotices(desired, seen.settings);
  const level = planLevel(desired, seen.settings);
  const rules = planRules(desired, seen.rules);
  return {
    ...rules,
    steps: [
      ...(notices ? [notices] : []),
      ...rules.steps.filter(isTightening).sort((a, b) => strictnessOf(b) - strictnessOf(a)),
      ...(level ? [level] : []),
      ...rules.steps.filter((step) => !isTightening(step)).sort((a, b) => strictnessOf(a) - strictnessOf(b)),
    ],
  };
}

/** True for a step that makes a rule stricter or adds one, which is done before the default level changes. */
function isTightening(step: AccessStep): boolean {
  if (step.kind === 'ruleLevel') return STRICTNESS[step.to] > STRICTNESS[step.from];
  return step.kind === 'newRule';
}

/** Before the default level it is what a rule becomes that orders the steps; after it, what a rule was. */
function strictnessOf(step: AccessStep): number {
  switch (step.kind) {
    case 'newRule':
      return STRICTNESS[step.rule.accessLevel];
    case 'ruleLevel':
      return Math.max(STRICTNESS[step.from], STRICTNESS[step.to]);
    case 'removeRule':
      return STRICTNESS[step.level];
    default:
      return 0;
  }
}

function planNotices(desired: DesiredAccess, seen: OrganizationSettings): AccessStep | undefined {
  const notices: Notices = {
    ...(differs(desired.userMailInsert, seen.userMailInsert) ? { userMailInsert: desired.userMailInsert } : {}),
    ...(differs(desired.otaNotificationMailInsert, seen.otaNotificationMailInsert)
      ? { otaNotificationMailInsert: desired.otaNotificationMailInsert }
      : {}),
    ...(desired.adminMailRecipients && !isSameSet(desired.adminMailRecipients, seen.adminMailRecipients)
      ? { adminMailRecipients: desired.adminMailRecipients }
      : {}),
  };
  return Object.keys(notices).length > 0 ? { kind: 'notices', notices } : undefined;
}

function differs(wanted: string | undefined, actual: string): wanted is string {
  return wanted !== undefined && plainText(wanted) !== plainText(actual);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const lower = (list: readonly string[]): Set<string> => new Set(list.map((item) => item.toLowerCase()));
  const [left, right] = [lower(a), lower(b)];
  return left.size === right.size && [...left].every((item) => right.has(item));
}

function planLevel({ defaultAccessLevel: to }: DesiredAccess, seen: OrganizationSettings): AccessStep | undefined {
  if (to === undefined || to === seen.defaultAccessLevel) return undefined;
  return { kind: 'level', from: seen.defaultAccessLevel, to };
}

function planRules(desired: DesiredAccess, seen: readonly DeviceAccessRule[]): AccessPlan {
  const readable = seen.filter(isReadable);
  const unreadable = seen.filter((rule) => !isReadable(rule));
  if (!desired.rules) return { steps: [], others: [], unreadable };
  const byKey = new Map<string, ReadableRule[]>();
  for (const rule of readable) byKey.set(keyOf(rule), [...(byKey.get(keyOf(rule)) ?? []), rule]);
  const wanted = new Map(desired.rules.map((rule) => [keyOf(rule), rule]));
  // Exchange would refuse a second rule of this characteristic and query string.
  const taken = new Set(
    unreadable.flatMap((rule) =>
      rule.characteristic ? [keyOf({ ...rule, characteristic: rule.characteristic })] : [],
    ),
  );
  const steps: AccessStep[] = [];
  for (const [key, rule] of wanted) {
    const existing = byKey.get(key);
    if (existing) steps.push(...adjust(existing, rule.accessLevel));
    else if (!taken.has(key)) steps.push({ kind: 'newRule', rule });
  }
  const others = readable.filter((rule) => !wanted.has(keyOf(rule)));
  if (!desired.removeOtherRules) return { steps, others, unreadable };
  for (const rule of others) steps.push({ kind: 'removeRule', rule, level: rule.accessLevel, isDuplicate: false });
  return { steps, others: [], unreadable };
}

/** Of several rules that mean the same one is kept: one that has the wanted level already, if there is one. */
function adjust(existing: readonly ReadableRule[], wanted: AccessLevel): AccessStep[] {
  const inOrder = [...existing].sort((a, b) => (a.guid < b.guid ? -1 : 1));
  const kept = inOrder.find(({ accessLevel }) => accessLevel === wanted) ?? inOrder[0];
  const steps: AccessStep[] = inOrder
    .filter((rule) => rule !== kept)
    .map((rule) => ({ kind: 'removeRule', rule, level: rule.accessLevel, isDuplicate: true }));
  if (kept && kept.accessLevel !== wanted) {
    steps.push({ kind: 'ruleLevel', rule: kept, from: kept.accessLevel, to: wanted });
  }
  return steps;
}

function isReadable(rule: DeviceAccessRule): rule is ReadableRule {
  return rule.characteristic !== undefined && rule.accessLevel !== undefined && rule.guid !== '';
}

function keyOf({ characteristic, queryString }: Pick<DesiredRule, 'characteristic' | 'queryString'>): string {
  return ruleKey(characteristic, queryString);
}
