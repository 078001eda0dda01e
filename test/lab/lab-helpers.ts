import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { PSDateTime, PSGuid, type PSObject } from '../../psrp';
import { CmdletRunner } from '../../lab/cmdlets';
import { Organization, type OrganizationOptions } from '../../lab/organization/organization';
import type { Partnership } from '../../lab/organization/partnership';
import { type CmdletReference, loadReference } from '../../lab/reference/reference';

export const START = Date.UTC(2026, 9, 14, 9, 30, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A property as text: strings, GUIDs and times; empty for anything else. */
export function textOf(object: PSObject | undefined, property: string): string {
  const value = object?.get(property);
  if (value instanceof PSGuid || value instanceof PSDateTime) return value.toString();
  return typeof value === 'string' ? value : '';
}

const references = new Map<'read', CmdletReference>();

/** The reference, read once. */
export function reference(): CmdletReference {
  const known = references.get('read') ?? loadReference();
  references.set('read', known);
  return known;
}

/** An organization whose clock stands still, with a way to run cmdlets in it. */
export class Bench {
  readonly organization: Organization;
  readonly runner: CmdletRunner;
  readonly warnings: string[] = [];

  constructor(devices: number, version: ExchangeVersion = 'SE', more: Partial<OrganizationOptions> = {}) {
    this.organization = new Organization({
      devices,
      seed: 7,
      version,
      realNow: () => START,
      fixedStart: START,
      ...more,
    });
    this.runner = new CmdletRunner(this.organization, reference());
  }

  /** Runs a cmdlet to its end. */
  run(cmdlet: string, parameters: Readonly<Record<string, unknown>> = {}, select?: string[]): PSObject[] {
    const warn = (message: string): number => this.warnings.push(message);
    return [
      ...this.runner.run({ cmdlet, parameters: new Map(Object.entries(parameters)), user: 'tester', select, warn }),
    ];
  }

  /** The first partnership that is wanted, as it is now. */
  find(isWanted: (partnership: Partnership) => boolean): Partnership {
    for (const partnership of this.organization.currentReader().partnerships()) {
      if (isWanted(partnership)) return partnership;
    }
    throw new Error('There is no such device in this organization.');
  }

  /** A phone with native mail that synchronizes often and is let in. */
  phone(isWanted: (partnership: Partnership) => boolean = () => true): Partnership {
    return this.find(
      (partnership) =>
        partnership.device.family.name === 'iPhone' &&
        partnership.access.reason === 'Global' &&
        partnership.device.silentSince === undefined &&
        partnership.device.periodMs < 2 * HOUR &&
        isWanted(partnership),
    );
  }

  /** The partnership with a GUID, as it is now; undefined if it is gone. */
  byGuid(guid: string): Partnership | undefined {
    const { organization } = this;
    return organization.identities.partnership(organization.currentReader(), guid);
  }

  statistics(guid: string): PSObject {
    const [found] = this.run('Get-MobileDeviceStatistics', { Identity: guid });
    if (found === undefined) throw new Error(`No statistics for ${guid}.`);
    return found;
  }

  advance(ms: number): void {
    this.organization.advanceClock(ms);
  }
}
