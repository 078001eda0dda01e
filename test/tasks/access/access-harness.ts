import type { Command } from '../../../plugin/exchange/command';
import { SecurityHarness, type Json } from '../security-harness';

/** What a run did about the access settings. */
export interface AccessRun {
  readonly state: string;
  readonly outcome: Json;
  readonly steps: readonly string[];
  readonly codes: readonly string[];
  readonly impact: Json | undefined;
  readonly drift: readonly Json[];
  readonly summary: Json;
  /** What was sent in this run. */
  readonly sent: readonly Command[];
}

/** Runs of the security task that have nothing but access settings to keep. */
export class AccessHarness extends SecurityHarness {
  /** @param desiredAccess in the contract's JSON */
  async keep(desiredAccess: Json, settings: Json = {}): Promise<AccessRun> {
    const before = this.session.sent.length;
    const { results, summary } = await this.run([], { ...settings, desiredAccess });
    const outcome = (results.findLast((result) => 'desiredAccess' in result)?.['desiredAccess'] ?? {}) as Json;
    return {
      state: String(outcome['state']).replace('ACTION_STATE_', ''),
      outcome,
      steps: (outcome['steps'] ?? []) as string[],
      codes: ((outcome['problems'] ?? []) as Json[]).map(({ code }) => String(code)),
      impact: results.find((result) => 'accessImpact' in result)?.['accessImpact'] as Json | undefined,
      drift: results.flatMap((result) => (result['drift'] ?? []) as Json[]),
      summary,
      sent: this.session.sent.slice(before),
    };
  }

  /** The access state of every partnership, by GUID. */
  states(): ReadonlyMap<string, string> {
    const all = this.read('Get-MobileDevice', { ResultSize: 'Unlimited' });
    return new Map(all.map((one) => [String(one['Guid']), String(one['DeviceAccessState'])]));
  }

  /** The default level and the rules, in words. */
  access(): readonly string[] {
    const level = this.read('Get-ActiveSyncOrganizationSettings')[0]?.['DefaultAccessLevel'];
    const rules = this.read('Get-ActiveSyncDeviceAccessRule').map((one) => `${one['Name']}: ${one['AccessLevel']}`);
    return [String(level), ...rules.sort()];
  }

  /** Another administrator changes the default level. */
  otherSets(level: string): void {
    this.read('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: level, Confirm: false });
  }
}

/** The rules that the lab begins with, in the contract's JSON. */
export const LAB_RULES: readonly Json[] = [
  jsonRule('DEVICE_MODEL', 'Outlook for iOS and Android', 'ALLOW'),
  jsonRule('DEVICE_TYPE', 'WP8', 'BLOCK'),
  jsonRule('DEVICE_OS', 'Android 5.0.1', 'QUARANTINE'),
  jsonRule('DEVICE_TYPE', 'Thunderbird', 'QUARANTINE'),
  jsonRule('DEVICE_MODEL', 'XQ-DQ54', 'QUARANTINE'),
  jsonRule('USER_AGENT', 'Nine-4.9.4b', 'ALLOW'),
];

/** A rule in the contract's JSON. */
export function jsonRule(characteristic: string, queryString: string, level: string): Json {
  return {
    characteristic: `CHARACTERISTIC_${characteristic}`,
    queryString,
    accessLevel: `ACCESS_LEVEL_${level}`,
  };
}

/** A default access level in the contract's JSON. */
export function jsonLevel(level: string): Json {
  return { organization: { defaultAccessLevel: `ACCESS_LEVEL_${level}` } };
}
