import { hasDeviceId } from '../../../plugin/exchange/read-mailbox';
import type { AccessImpact, Partnership } from '../../../protocol';
import {
  accessFacts,
  decideAccess,
  STRICTNESS,
  type AccessFacts,
  type AccessMailbox,
  type AccessRules,
} from '../../run/access-decision';
import type { PreApproval } from './access-step';

const MAX_EXAMPLES = 20;

/** What a change would do, before and after. */
export interface AccessChange {
  readonly before: AccessRules;
  readonly after: AccessRules;
  /** Whether a device that would lose access may be put on the allowed list of this mailbox first. */
  readonly mayPreApprove: (mailbox: AccessMailbox) => boolean;
  readonly isProtected: (mailbox: AccessMailbox) => boolean;
}

/** Partnerships of one kind, counted. */
class Tally {
  count = 0;
  readonly examples: string[] = [];
  readonly #mailboxes = new Set<string>();

  add({ guid }: Partnership, mailbox: AccessMailbox | undefined): void {
    this.count += 1;
    if (this.examples.length < MAX_EXAMPLES) this.examples.push(guid);
    if (mailbox) this.#mailboxes.add(mailbox.guid);
  }

  get mailboxes(): number {
    return this.#mailboxes.size;
  }
}

/** Counts, partnership by partnership, who would lose and who would gain access by a change. */
export class ImpactCounter {
  #partnerships = 0;
  #undecided = 0;
  #preApproved = 0;
  readonly #losing = new Tally();
  readonly #gaining = new Tally();
  readonly #atRisk = new Tally();
  readonly #protected = new Map<string, string>();
  readonly #preApprovals = new Map<string, { mailbox: AccessMailbox; deviceIds: string[] }>();

  constructor(private readonly change: AccessChange) {}

  /** @param mailbox undefined if it is not in sight */
  add(partnership: Partnership, mailbox: AccessMailbox | undefined): void {
    const { before: was, after: willBe } = this.change;
    this.#partnerships += 1;
    const facts = accessFacts(partnership, mailbox);
    const before = decideAccess(facts, was);
    const after = decideAccess(facts, willBe);
    if (before.state === 'undecided' || after.state === 'undecided') {
      const isAtRisk = this.#mayLose(partnership, facts);
      if (isAtRisk && this.#preApprove(partnership, mailbox)) return;
      this.#undecided += 1;
      if (isAtRisk) this.#lose(this.#atRisk, partnership, mailbox);
    } else if (before.state === 'allowed' && after.state !== 'allowed') {
      if (!this.#preApprove(partnership, mailbox)) this.#lose(this.#losing, partnership, mailbox);
    } else if (before.state !== 'allowed' && after.state === 'allowed') {
      this.#gaining.add(partnership, mailbox);
    }
  }

  impact(): AccessImpact {
    return {
      partnerships: this.#partnerships,
      losing: this.#losing.count,
      mailboxesLosing: this.#losing.mailboxes,
      gaining: this.#gaining.count,
      mailboxesGaining: this.#gaining.mailboxes,
      undecided: this.#undecided,
      atRisk: this.#atRisk.count,
      preApproved: this.#preApproved,
      mailboxesPreApproved: this.#preApprovals.size,
      examplesLosing: this.#losing.examples,
      examplesGaining: this.#gaining.examples,
      examplesAtRisk: this.#atRisk.examples,
    };
  }

  /** The devices that have to be put on allowed lists first, by mailbox. */
  preApprovals(): readonly PreApproval[] {
    return [...this.#preApprovals.values()].map(({ mailbox: { guid, name }, deviceIds }) => ({
      mailboxGuid: guid,
      mailbox: name,
      deviceIds,
    }));
  }

  /** The protected mailboxes with devices that lose access, or may. */
  protectedMailboxes(): readonly string[] {
    return [...this.#protected.values()];
  }

  #lose(tally: Tally, partnership: Partnership, mailbox: AccessMailbox | undefined): void {
    tally.add(partnership, mailbox);
    if (mailbox && this.change.isProtected(mailbox)) this.#protected.set(mailbox.guid, mailbox.name);
  }

  /** True for a device that synchronizes today and for which rules and default may become stricter than Allow. */
  #mayLose(
    partnership: Partnership,
    { obeysRules, onAllowedList, onBlockedList, characteristics }: AccessFacts,
  ): boolean {
    const { deviceAccessState: state } = partnership;
    if (!obeysRules || onAllowedList || onBlockedList || (state !== undefined && state !== 'Allowed')) return false;
    const before = this.change.before.possibleLevels(characteristics);
    const after = this.change.after.possibleLevels(characteristics);
    const strictest = Math.max(...[...after].map((level) => STRICTNESS[level]));
    const isSame = before.size === after.size && [...before].every((level) => after.has(level));
    return strictest > STRICTNESS.Allow && !isSame && before.has('Allow');
  }

  #preApprove({ deviceId }: Partnership, mailbox: AccessMailbox | undefined): boolean {
    if (!mailbox || deviceId === '' || !this.change.mayPreApprove(mailbox)) return false;
    const known = this.#preApprovals.get(mailbox.guid) ?? { mailbox, deviceIds: [] };
    // A phone with two clients may have two partnerships under one ID.
    if (!hasDeviceId(known.deviceIds, deviceId)) known.deviceIds.push(deviceId);
    this.#preApprovals.set(mailbox.guid, known);
    this.#preApproved += 1;
    return true;
  }
}

/** True if a change takes access from any device, or may, or had to be kept from it. */
export function cutsOff({ losing, atRisk, preApproved }: AccessImpact): boolean {
  return losing + atRisk + preApproved > 0;
}

/** What a change does, in words: "would cut off 412 devices of 388 users". */
export function describeImpact(impact: AccessImpact): string {
  const { losing, mailboxesLosing, gaining, mailboxesGaining, atRisk, preApproved, mailboxesPreApproved } = impact;
  const of = (devices: number, users: number): string => `${counted(devices, 'device')} of ${counted(users, 'user')}`;
  const parts = [losing > 0 ? `would cut off ${of(losing, mailboxesLosing)}` : 'would cut off no device'];
  if (atRisk > 0) parts.push(`may cut off ${counted(atRisk, 'more device', 'more devices')}`);
  if (preApproved > 0) parts.push(`would keep ${of(preApproved, mailboxesPreApproved)} by their allowed lists`);
  if (gaining > 0) parts.push(`would let in ${of(gaining, mailboxesGaining)}`);
  return parts.join('; ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
