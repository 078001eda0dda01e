import {
  newDeviceAccessRule,
  removeDeviceAccessRule,
  setDeviceAccessRule,
  setDeviceLists,
  setOrganizationSettings,
  type OnDomainController,
} from '../../../plugin/exchange/cmdlets';
import { ListChange, type Command } from '../../../plugin/exchange/command';
import type { AccessLevel, DesiredRule, DeviceAccessRule } from '../../../protocol';
import { ruleKey } from '../../run/access-decision';
import type { SeenAccess } from './access-plan';

/** The notices and recipients that change. */
export interface Notices {
  readonly userMailInsert?: string;
  readonly adminMailRecipients?: readonly string[];
  readonly otaNotificationMailInsert?: string;
}

/** Devices of one mailbox that are put on its allowed list. */
export interface PreApproval {
  readonly mailboxGuid: string;
  readonly mailbox: string;
  readonly deviceIds: readonly string[];
}

/** One command of a change of the access settings. */
export type AccessStep =
  | { readonly kind: 'notices'; readonly notices: Notices }
  | { readonly kind: 'preApprove'; readonly devices: PreApproval }
  | { readonly kind: 'newRule'; readonly rule: DesiredRule }
  | {
      readonly kind: 'ruleLevel';
      readonly rule: DeviceAccessRule;
      readonly from: AccessLevel;
      readonly to: AccessLevel;
    }
  | { readonly kind: 'level'; readonly from: AccessLevel | undefined; readonly to: AccessLevel }
  | {
      readonly kind: 'removeRule';
      readonly rule: DeviceAccessRule;
      readonly level: AccessLevel;
      /** True if another rule that means the same stays. */
      readonly isDuplicate: boolean;
    };

/** True for a step that may change what becomes of a device. */
export function concernsAccess({ kind }: AccessStep): boolean {
  return kind !== 'notices';
}

/** The steps with pre-approvals before the first one that changes anyone's access. */
export function withPreApprovals(
  steps: readonly AccessStep[],
  approvals: readonly PreApproval[],
): readonly AccessStep[] {
  return [
    ...steps.filter((step) => !concernsAccess(step)),
    ...approvals.map((devices): AccessStep => ({ kind: 'preApprove', devices })),
    ...steps.filter(concernsAccess),
  ];
}

/** Names a step, the same in every run, for the journal and for plan hashes. */
export function stepKey(step: AccessStep): string {
  switch (step.kind) {
    case 'notices':
      return JSON.stringify([step.kind, step.notices]);
    case 'preApprove':
      return JSON.stringify([step.kind, step.devices.mailboxGuid, [...step.devices.deviceIds].sort()]);
    case 'newRule': {
      const { characteristic, queryString, accessLevel } = step.rule;
      return JSON.stringify([step.kind, ruleKey(characteristic, queryString), accessLevel]);
    }
    case 'ruleLevel':
      return JSON.stringify([step.kind, step.rule.guid, step.to]);
    case 'level':
      return JSON.stringify([step.kind, step.to]);
    case 'removeRule':
      return JSON.stringify([step.kind, step.rule.guid]);
  }
}

/** A step for a person. */
export function describeStep(step: AccessStep): string {
  switch (step.kind) {
    case 'notices':
      return `change the organization's notices: ${describeNotices(step.notices)}`;
    case 'preApprove': {
      const { deviceIds, mailbox } = step.devices;
      return `put ${deviceIds.join(', ')} on the allowed list of ${mailbox}`;
    }
    case 'newRule':
      return `add the rule ${describeRule(step.rule)}: ${step.rule.accessLevel}`;
    case 'ruleLevel':
      return `change the rule ${describeRule(step.rule)} from ${step.from} to ${step.to}`;
    case 'level':
      return `change the organization's default access level from ${step.from ?? 'one that cannot be read'} to ${step.to}`;
    case 'removeRule': {
      const why = step.isDuplicate ? ', of which there are several' : '';
      return `remove the rule ${describeRule(step.rule)} (${step.level})${why}`;
    }
  }
}

/** A text as it is compared: on the way through Exchange line ends and blanks at the end may change. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}

/** A rule for a person. */
export function describeRule({
  characteristic,
  queryString,
}: Pick<DeviceAccessRule, 'characteristic' | 'queryString'>): string {
  return `${characteristic ?? 'of an unknown kind'} "${queryString}"`;
}

function describeNotices({ userMailInsert, adminMailRecipients, otaNotificationMailInsert }: Notices): string {
  const quoted = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text));
  const parts: string[] = [];
  if (userMailInsert !== undefined) parts.push(`UserMailInsert to ${quoted(userMailInsert)}`);
  if (adminMailRecipients) parts.push(`AdminMailRecipients to ${adminMailRecipients.join(', ') || 'nobody'}`);
  if (otaNotificationMailInsert !== undefined) {
    parts.push(`OtaNotificationMailInsert to ${quoted(otaNotificationMailInsert)}`);
  }
  return parts.join('; ');
}

/** More mailboxes than this are told in one line; the log has every one. */
const MAX_MAILBOX_LINES = 20;

/** Steps for a person, in order. Very many pre-approvals are summed up: nobody reads ten thousand lines. */
export function describeSteps(steps: readonly AccessStep[]): string[] {
  const approvals = steps.flatMap((step) => (step.kind === 'preApprove' ? [step.devices] : []));
  if (approvals.length <= MAX_MAILBOX_LINES) return steps.map(describeStep);
  const devices = approvals.reduce((sum, { deviceIds }) => sum + deviceIds.length, 0);
  const first = approvals.slice(0, 3).map(({ mailbox }) => mailbox);
  const line =
    `put ${devices} devices of ${approvals.length} mailboxes on their mailboxes' allowed lists: ` +
    `${first.join(', ')} and ${approvals.length - first.length} more`;
  const begin = steps.findIndex(({ kind }) => kind === 'preApprove');
  const others = (list: readonly AccessStep[]): string[] =>
    list.filter(({ kind }) => kind !== 'preApprove').map(describeStep);
  return [...others(steps.slice(0, begin)), line, ...others(steps.slice(begin))];
}

/** A step as a command. */
export function commandOf(step: AccessStep, at: OnDomainController): Command {
  switch (step.kind) {
    case 'notices':
      return setOrganizationSettings({ ...at, ...step.notices });
    case 'preApprove': {
      const { mailboxGuid: identity, deviceIds } = step.devices;
      return setDeviceLists({ ...at, identity, allowed: new ListChange(deviceIds, []) });
    }
    case 'newRule':
      return newDeviceAccessRule({ ...at, ...step.rule });
    case 'ruleLevel':
      return setDeviceAccessRule({ ...at, identity: step.rule.guid, accessLevel: step.to });
    case 'level':
      return setOrganizationSettings({ ...at, defaultAccessLevel: step.to });
    case 'removeRule':
      return removeDeviceAccessRule({ ...at, identity: step.rule.guid });
  }
}

/** The access settings after some steps. */
export function afterSteps({ settings, rules }: SeenAccess, steps: readonly AccessStep[]): SeenAccess {
  let now = settings;
  const byGuid = new Map(rules.map((rule, index) => [rule.guid || `#${index}`, rule]));
  for (const step of steps) {
    if (step.kind === 'notices') now = { ...now, ...step.notices };
    if (step.kind === 'level') now = { ...now, defaultAccessLevel: step.to };
    if (step.kind === 'ruleLevel') byGuid.set(step.rule.guid, { ...step.rule, accessLevel: step.to });
    if (step.kind === 'removeRule') byGuid.delete(step.rule.guid);
    if (step.kind === 'newRule') byGuid.set(stepKey(step), newRule(step.rule));
  }
  return { settings: now, rules: [...byGuid.values()] };
}

function newRule(rule: DesiredRule): DeviceAccessRule {
  return { ...rule, guid: '', name: '', identity: '', whenChanged: undefined, otherProperties: [] };
}
