/** What Exchange does with a device. */
export type AccessState = 'Allowed' | 'Blocked' | 'Quarantined' | 'DeviceDiscovery';

/** A device access rule, as far as a decision needs it. */
export interface AccessRule {
  readonly name: string;
  readonly characteristic: string;
  readonly queryString: string;
  readonly accessLevel: string;
}

/** All that decides a device's access. */
export interface AccessFacts {
  /** Whether the protocol is enabled for the mailbox: ActiveSyncEnabled, or its equal for other clients. */
  readonly enabled: boolean;
  readonly meetsPolicy: boolean;
  readonly onBlockedList: boolean;
  readonly onAllowedList: boolean;
  /** The server does not know yet what the device is. */
  readonly inDiscovery: boolean;
  /** The mailbox was moved from an older version and the device has not identified itself since. */
  readonly inUpgrade: boolean;
  /** The device's characteristics, by name. */
  readonly characteristic: (name: string) => string;
  readonly rules: readonly AccessRule[];
  readonly defaultAccessLevel: string;
}

/** A decision, as DeviceAccessState, DeviceAccessStateReason and DeviceAccessControlRule show it. */
export interface AccessDecision {
  readonly state: AccessState;
  readonly reason: 'Unknown' | 'Global' | 'Individual' | 'DeviceRule' | 'Upgrade' | 'Policy';
  /** The name of the rule that decided; empty if none did. */
  readonly rule: string;
}

const STATES: Readonly<Record<string, AccessState>> = {
  Allow: 'Allowed',
  Block: 'Blocked',
  Quarantine: 'Quarantined',
};

/** Rules are tried in this order, whatever characteristic they compare. */
const LEVELS_OF_RULES = ['Block', 'Quarantine', 'Allow'] as const;

/**
 * Decides in Exchange's order: EAS enabled, mailbox policy met, personal block list, personal allow list, rules where
 * Block beats Quarantine beats Allow, the organization's default. Discovery and upgrade stand before the rules, because
 * rules compare what the server does not know yet.
 */
export function decideAccess(facts: AccessFacts): AccessDecision {
  if (!facts.enabled) return { state: 'Blocked', reason: 'Unknown', rule: '' };
  if (!facts.meetsPolicy) return { state: 'Blocked', reason: 'Policy', rule: '' };
  if (facts.onBlockedList) return { state: 'Blocked', reason: 'Individual', rule: '' };
  if (facts.onAllowedList) return { state: 'Allowed', reason: 'Individual', rule: '' };
  if (facts.inDiscovery) return { state: 'DeviceDiscovery', reason: 'Global', rule: '' };
  if (facts.inUpgrade) return { state: 'Allowed', reason: 'Upgrade', rule: '' };
  const rule = firstRule(facts);
  if (rule !== undefined) {
    return { state: STATES[rule.accessLevel] ?? 'Allowed', reason: 'DeviceRule', rule: rule.name };
  }
  return { state: STATES[facts.defaultAccessLevel] ?? 'Allowed', reason: 'Global', rule: '' };
}

function firstRule(facts: AccessFacts): AccessRule | undefined {
  const matching = facts.rules.filter(
    // The whole string, without wildcards. Microsoft does not state whether case matters; here it does not.
    (rule) => rule.queryString.toLowerCase() === facts.characteristic(rule.characteristic).toLowerCase(),
  );
  for (const level of LEVELS_OF_RULES) {
    const found = matching.find((rule) => rule.accessLevel === level);
    if (found !== undefined) return found;
  }
  return undefined;
}
