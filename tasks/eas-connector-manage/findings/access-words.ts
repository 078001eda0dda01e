import type { DeviceAccessRule, Partnership } from '../../../protocol';

/** Who or what decided a device's access, in words that follow "Blocked" or "Quarantined". */
export type DecidedBy = (partnership: Partnership) => string;

/** DeviceAccessStateReason in words; other reasons are conditions that Exchange names itself. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['global', "by the organization's default access level"],
  ['individual', "by the mailbox's own list"],
  ['policy', 'because the mailbox policy is not met'],
  ['upgrade', 'for a time after a mailbox move'],
]);

/** Words for who decided, with the rules of the organization spelled out. */
export function decidedBy(rules: readonly DeviceAccessRule[]): DecidedBy {
  const known = new Map<string, DeviceAccessRule>();
  for (const rule of rules) {
    for (const key of [rule.name, rule.identity, rule.guid]) if (key !== '') known.set(key.toLowerCase(), rule);
  }
  return ({ deviceAccessStateReason: reason, deviceAccessControlRule: name }) => {
    const words = REASONS.get(reason.toLowerCase());
    if (words !== undefined) return words;
    if (reason.toLowerCase() === 'devicerule' || name !== '') return `by ${ruleWords(name, known)}`;
    return ['', 'unknown'].includes(reason.toLowerCase())
      ? 'for a reason that Exchange does not state'
      : `because of the condition ${reason}`;
  };
}

/** A rule goes by its name, or by its place in the directory, which ends in the name. */
function ruleWords(name: string, known: ReadonlyMap<string, DeviceAccessRule>): string {
  const key = name.toLowerCase();
  const rule = known.get(key) ?? known.get(key.split(/[\\/]/).at(-1) ?? key);
  if (!rule) return name === '' ? 'a device access rule' : `the device access rule “${name}”`;
  const { characteristic, queryString } = rule;
  return `the device access rule “${rule.name}” (${characteristic ?? 'unknown characteristic'} = ${queryString})`;
}
