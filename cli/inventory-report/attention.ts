import { osSupport } from '../../tasks/eas-connector-manage/findings/os-support';
import { enumName } from './enum-name';
import type { PartnershipJson } from './inventory-json';

/** A reason to look at a partnership. */
export interface Reason {
  readonly words: string;
  /** How much it weighs against others. */
  readonly weight: number;
}

/** A partnership with what deserves attention in it. */
export interface Noted {
  readonly partnership: PartnershipJson;
  readonly reasons: readonly Reason[];
}

const STALE_MS = 90 * 86_400_000;

/** Why a partnership deserves attention; nothing for most. Pure. */
export function reasonsFor(partnership: PartnershipJson, nowMs: number): Reason[] {
  const { statistics, deviceOs = '', deviceType = '' } = partnership;
  const reasons: Reason[] = [];
  if (partnership.cutOffOnline) reasons.push({ words: 'EAS below 16.1', weight: 8 });
  const state = enumName('DEVICE_ACCESS_STATE', partnership.deviceAccessState);
  if (state === 'Quarantined') reasons.push({ words: 'quarantined', weight: 6 });
  if (state === 'Blocked') reasons.push({ words: 'blocked', weight: 4 });
  const policy = enumName('DEVICE_POLICY_APPLICATION_STATUS', statistics?.devicePolicyApplicationStatus);
  if (policy === 'NotApplied') reasons.push({ words: 'policy not applied', weight: 3 });
  if (policy === 'PartiallyApplied') reasons.push({ words: 'policy partly applied', weight: 2 });
  if (osSupport({ deviceOs, deviceType }, new Date(nowMs).toISOString().slice(0, 10)).state === 'ended') {
    reasons.push({ words: 'no OS updates', weight: 3 });
  }
  const last = statistics?.lastSuccessSync;
  if (last !== undefined && nowMs - Date.parse(last) >= STALE_MS)
    reasons.push({ words: 'no sync for 90 days', weight: 1 });
  return reasons;
}

/** Keeps the partnerships that deserve attention most: at most `most` of them, whatever the size of the inventory. */
export class MostNoted {
  #kept: Noted[] = [];
  #total = 0;

  constructor(private readonly most: number) {}

  add(partnership: PartnershipJson, reasons: readonly Reason[]): void {
    if (reasons.length === 0) return;
    this.#total += 1;
    if (this.most === 0) return;
    this.#kept.push({ partnership, reasons });
    if (this.#kept.length >= 2 * this.most + 100) this.#kept = this.#best();
  }

  /** How many deserve attention. */
  get total(): number {
    return this.#total;
  }

  /** Those that deserve it most, the first of them first. */
  list(): readonly Noted[] {
    return this.#best();
  }

  #best(): Noted[] {
    const weight = ({ reasons }: Noted): number => reasons.reduce((sum, reason) => sum + reason.weight, 0);
    const name = ({ partnership }: Noted): string => partnership.mailboxPrimarySmtpAddress ?? '';
    return this.#kept
      .sort((a, b) => weight(b) - weight(a) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0))
      .slice(0, this.most);
  }
}
