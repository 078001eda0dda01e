/**
 * What Exchange does with a device, worked out from what it shows: for a what-if before the access settings change. The
 * order is Exchange's: protocol enabled for the mailbox, mailbox policy met, personal blocked list, personal allowed
 * list, device access rules (Block before Quarantine before Allow), the organization's default. Sources and doubts are in
 * docs/decisions/0040-exchange-access-decision.md. What is not known makes the decision undecided, never a guess.
 */
import { hasDeviceId } from '../../plugin/exchange/read-mailbox';
import type { AccessLevel, Characteristic, DeviceAccessRule, Mailbox, Partnership } from '../../protocol';

/** How strict a level is. */
export const STRICTNESS: Readonly<Record<AccessLevel, number>> = { Allow: 0, Quarantine: 1, Block: 2 };

const LEVELS: readonly AccessLevel[] = ['Allow', 'Quarantine', 'Block'];

/** A rule as far as a decision needs it; undefined is what could not be read. */
export type DecidingRule = Pick<DeviceAccessRule, 'characteristic' | 'queryString' | 'accessLevel'>;

/** The properties of a device that rules compare; undefined where they are not known. */
export type Characteristics = Readonly<Record<Characteristic, string | undefined>>;

/** What tells rules apart: Exchange compares the whole string, and case makes no difference here. */
export function ruleKey(characteristic: Characteristic, queryString: string): string {
  return `${characteristic} ${queryString.toLowerCase()}`;
}

/** The stricter of two levels. */
export function stricter(a: AccessLevel, b: AccessLevel): AccessLevel {
  return STRICTNESS[a] >= STRICTNESS[b] ? a : b;
}

/** The organization's default level and rules, indexed: what a device gets costs the same with three rules and with 3000. */
export class AccessRules {
  readonly #byKey = new Map<string, AccessLevel>();
  readonly #unreadLevels = new Set<string>();
  readonly #byCharacteristic = new Map<Characteristic, Set<AccessLevel>>();
  readonly #mayMatchAnything = new Set<AccessLevel>();

  constructor(
    private readonly defaultLevel: AccessLevel | undefined,
    rules: Iterable<DecidingRule>,
  ) {
    for (const { characteristic, queryString, accessLevel } of rules) {
      const levels = accessLevel ? [accessLevel] : LEVELS;
      if (!characteristic) {
        for (const level of levels) this.#mayMatchAnything.add(level);
        continue;
      }
      const key = ruleKey(characteristic, queryString);
      const before = this.#byKey.get(key);
      if (!accessLevel) this.#unreadLevels.add(key);
      else this.#byKey.set(key, before ? stricter(before, accessLevel) : accessLevel);
      const known = this.#byCharacteristic.get(characteristic) ?? new Set();
      for (const level of levels) known.add(level);
      this.#byCharacteristic.set(characteristic, known);
    }
  }

  /**
   * The levels that rules and default may come to for a device: one, if everything that matters is known; none is
   * impossible.
   */
  possibleLevels(device: Characteristics): ReadonlySet<AccessLevel> {
    let sure: AccessLevel | undefined;
    let isLevelOpen = false;
    const perhaps = new Set(this.#mayMatchAnything);
    for (const [characteristic, levels] of this.#byCharacteristic) {
      const value = device[characteristic];
      if (value === undefined) {
        for (const level of levels) perhaps.add(level);
        continue;
      }
      const key = ruleKey(characteristic, value);
      isLevelOpen ||= this.#unreadLevels.has(key);
      const level = this.#byKey.get(key);
      if (level) sure = sure ? stricter(sure, level) : level;
    }
    if (isLevelOpen) for (const level of LEVELS) perhaps.add(level);
    const possible = new Set<AccessLevel>();
    for (const level of perhaps) possible.add(sure ? stricter(sure, level) : level);
    if (sure) possible.add(sure);
    else if (!isLevelOpen) for (const level of this.defaultLevel ? [this.defaultLevel] : LEVELS) possible.add(level);
    return possible;
  }
}

/** All that decides a device's access besides rules and default. */
export interface AccessFacts {
  /** Whether the client's protocol is enabled for the mailbox; undefined: not known. */
  readonly isEnabled: boolean | undefined;
  /** Whether the mailbox policy is met; undefined: not known. */
  readonly meetsPolicy: boolean | undefined;
  /** False for Windows Mail, which is shown as blocked and synchronizes all the same. */
  readonly obeysRules: boolean;
  readonly onBlockedList: boolean;
  readonly onAllowedList: boolean;
  /** True while Exchange decides by something else than rules and default: discovery, a move, a condition. */
  readonly isHeld: boolean;
  readonly characteristics: Characteristics;
}

/** A decision, and what it was made by. */
export interface AccessDecision {
  readonly state: 'allowed' | 'quarantined' | 'blocked' | 'undecided';
  readonly by: 'protocol' | 'policy' | 'client' | 'list' | 'rules' | 'unknown';
}

const STATES = { Allow: 'allowed', Quarantine: 'quarantined', Block: 'blocked' } as const;
const UNDECIDED: AccessDecision = { state: 'undecided', by: 'unknown' };

/** Decides in Exchange's order. */
export function decideAccess(facts: AccessFacts, rules: AccessRules): AccessDecision {
  if (facts.isEnabled === false) return { state: 'blocked', by: 'protocol' };
  if (facts.meetsPolicy === false) return { state: 'blocked', by: 'policy' };
  const decision = decideByAccessSettings(facts, rules);
  const isSure = facts.isEnabled !== undefined && facts.meetsPolicy !== undefined;
  return isSure || decision.state === 'blocked' ? decision : UNDECIDED;
}

function decideByAccessSettings(facts: AccessFacts, rules: AccessRules): AccessDecision {
  if (!facts.obeysRules) return { state: 'allowed', by: 'client' };
  if (facts.onBlockedList) return { state: 'blocked', by: 'list' };
  if (facts.onAllowedList) return { state: 'allowed', by: 'list' };
  if (facts.isHeld) return UNDECIDED;
  const [level, ...others] = rules.possibleLevels(facts.characteristics);
  return level && others.length === 0 ? { state: STATES[level], by: 'rules' } : UNDECIDED;
}

/** What a mailbox has to do with access: little, because a million of them are held at once. */
export interface AccessMailbox {
  readonly guid: string;
  /** For a person. */
  readonly name: string;
  readonly allowedIds: readonly string[];
  readonly blockedIds: readonly string[];
  readonly activeSync: boolean | undefined;
  readonly outlookMobile: boolean | undefined;
  readonly universalOutlook: boolean | undefined;
  readonly owaForDevices: boolean | undefined;
}

/** What matters of a mailbox. */
export function accessMailbox(mailbox: Mailbox): AccessMailbox {
  return {
    guid: mailbox.guid,
    name: mailbox.primarySmtpAddress || mailbox.displayName || mailbox.guid,
    allowedIds: mailbox.activeSyncAllowedDeviceIds,
    blockedIds: mailbox.activeSyncBlockedDeviceIds,
    activeSync: mailbox.activeSyncEnabled,
    outlookMobile: mailbox.outlookMobileEnabled,
    universalOutlook: mailbox.universalOutlookEnabled,
    owaForDevices: mailbox.owaForDevicesEnabled,
  };
}

/** Reasons that follow from what can be read. Any other one is a state of its own: a move, a condition, a back-off. */
const READABLE_REASONS = new Set(['', 'unknown', 'global', 'devicerule', 'individual', 'policy']);

/** The facts of a partnership; without a mailbox in sight most are not known. */
export function accessFacts(partnership: Partnership, mailbox: AccessMailbox | undefined): AccessFacts {
  const reason = partnership.deviceAccessStateReason.toLowerCase();
  return {
    isEnabled: mailbox && isEnabled(partnership.clientType, mailbox),
    // The policy is asked before lists and rules: whoever got as far as those meets it.
    meetsPolicy: reason === 'policy' ? false : reason === '' || reason === 'unknown' ? undefined : true,
    // By what the server says it is: over ActiveSync itself the same app obeys.
    obeysRules: partnership.clientType.toLowerCase() !== 'universaloutlook',
    onBlockedList: mailbox ? hasDeviceId(mailbox.blockedIds, partnership.deviceId) : false,
    onAllowedList: mailbox ? hasDeviceId(mailbox.allowedIds, partnership.deviceId) : false,
    isHeld: !mailbox || partnership.deviceAccessState === 'DeviceDiscovery' || !READABLE_REASONS.has(reason),
    characteristics: {
      DeviceType: partnership.deviceType,
      DeviceModel: partnership.deviceModel,
      DeviceOS: partnership.deviceOs,
      UserAgent: partnership.deviceUserAgent,
      // A header of the device's requests, which Exchange shows nowhere.
      XMSWLHeader: undefined,
    },
  };
}

/** On-premises the switches of the other clients do not exist: what is not stated is on. */
function isEnabled(clientType: string, mailbox: AccessMailbox): boolean | undefined {
  switch (clientType.toLowerCase()) {
    case 'rest':
    case 'outlook':
      return mailbox.outlookMobile ?? true;
    case 'universaloutlook':
      return mailbox.universalOutlook ?? true;
    case 'mowa':
      return mailbox.owaForDevices ?? true;
    default:
      return mailbox.activeSync;
  }
}
