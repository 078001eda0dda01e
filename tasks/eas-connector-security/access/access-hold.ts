import {
  problem,
  warning,
  type AccessImpact,
  type ActionOutcome,
  type ActionState,
  type Approval,
  type Problem,
  type SecuritySettings,
} from '../../../protocol';
import { isWithinWindows } from '../brakes';
import { outcome, type OutcomeExtras } from '../outcome';
import { cutsOff, describeImpact } from './access-impact';
import {
  DESIRED_ACCESS,
  hashOf,
  stepsHash,
  type AccessRecord,
  type BegunPlan,
  type HeldBack,
  type Offer,
} from './access-record';
import { describeSteps, stepKey, type AccessStep } from './access-step';

/** A change of the access settings that is about to be sent. */
export interface IntendedAccessChange {
  readonly steps: readonly AccessStep[];
  /** Undefined for one that changes no device's access. */
  readonly impact: AccessImpact | undefined;
  /** Protected mailboxes with devices that it would cut off, by name. */
  readonly protectedMailboxes: readonly string[];
  readonly record: AccessRecord;
  /** The change under way that it may be the rest of. */
  readonly begun: BegunPlan | undefined;
  /** Devices that may lose access without an approval. */
  readonly limit: number;
  readonly now: number;
}

/** What holds a change back, and the offer that goes with it. Without an outcome it may be sent. */
export interface HoldDecision {
  readonly outcome?: ActionOutcome;
  readonly offer?: Offer;
}

/** The settings that hold changes back. */
export type Brakes = Pick<SecuritySettings, 'safety' | 'approvals'>;

/** A change that is held back is counted anew after this time, not in every run. */
const COUNT_AGAIN_MS = 60 * 60_000;

/** A change that cuts off more devices than was agreed, by more than this part, is another change. */
const TOLERANCE = 0.1;

/**
 * The brakes on a change of the access settings, in this order: protected mailboxes; an approval, if it cuts off more
 * devices than the settings allow; maintenance windows, if it cuts off any; report-only mode.
 */
export function holdAccess({ safety, approvals }: Brakes, change: IntendedAccessChange): HoldDecision {
  const { steps, impact, now } = change;
  const described = { steps: describeSteps(steps) };
  const says = (start: string): string => (impact ? `${start} It ${describeImpact(impact)}.` : start);
  const is = (state: ActionState, summary: string, extras: OutcomeExtras): ActionOutcome =>
    outcome({ id: DESIRED_ACCESS }, state, summary, now, { ...described, ...extras });
  if (change.protectedMailboxes.length > 0) return { outcome: refuseProtected(change, described) };
  const offer = needsApproval(change, safety.retryForMs) ? offerOf(change) : undefined;
  if (offer && !isApproved(approvals, offer)) {
    const summary = says('The change of the access settings waits for approval.');
    return {
      offer,
      outcome: is('awaitingApproval', summary, { problems: [tooMany(change)], planHash: offer.planHash }),
    };
  }
  const withOffer = offer ? { offer } : {};
  if (impact && cutsOff(impact) && !isWithinWindows(safety.maintenanceWindows, now)) {
    const problems = [warning('action.waiting', DESIRED_ACCESS, 'Waits for a maintenance window.')];
    const summary = says('The change of the access settings waits for a maintenance window.');
    return { ...withOffer, outcome: is('waiting', summary, { problems }) };
  }
  if (!safety.reportOnly) return withOffer;
  return { ...withOffer, outcome: is('wouldBeDone', says('The access settings would be changed.'), {}) };
}

function isApproved(approvals: readonly Approval[], offer: Offer | undefined): boolean {
  return approvals.some(({ actionId, planHash }) => actionId === DESIRED_ACCESS && planHash === offer?.planHash);
}

function tooMany({ impact, limit }: IntendedAccessChange): Problem {
  const summary = `The change ${impact ? describeImpact(impact) : 'cuts devices off'}; the settings allow ${limit}.`;
  const detail = 'Approve this plan by its hash, set preApproveExistingDevices, or raise maxDevicesLosingAccess.';
  return problem('access.wouldCutOff', DESIRED_ACCESS, summary, detail);
}

/** So many protected mailboxes are named. */
const MAX_NAMED = 10;

/** Unlike an action, a desire is not over when it is refused: the next run looks again. */
function refuseProtected(
  { protectedMailboxes: names, now }: IntendedAccessChange,
  extras: OutcomeExtras,
): ActionOutcome {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  const summary = `The change would cut off devices of protected mailboxes: ${names.slice(0, MAX_NAMED).join(', ')}${more}. Nothing was sent.`;
  const detail = 'Put their devices on the allowed lists, set preApproveExistingDevices, or end the protection.';
  const problems = [problem('action.protected', DESIRED_ACCESS, summary, detail)];
  const refused = outcome({ id: DESIRED_ACCESS }, 'refused', summary, now, { ...extras, problems });
  return { ...refused, isFinal: false };
}

/**
 * The rest of a change that was let go needs no second approval, unless it would do much more than was agreed, or has
 * been lying for longer than anything is tried again.
 */
function needsApproval({ steps, impact, begun, limit, now }: IntendedAccessChange, retryForMs: number): boolean {
  const cutOff = cutOffBy(impact);
  if (cutOff <= limit) return false;
  if (!begun || cutOff > withTolerance(begun.cutOff) || Math.abs(now - begun.at) > retryForMs) return true;
  const agreed = new Set(begun.keys);
  return steps.some((step) => step.kind !== 'preApprove' && !agreed.has(stepKey(step)));
}

/**
 * The offer that stands, if this is still what was offered; otherwise a new one. Its hash has the number of changes made
 * so far in it: an approval is used once, and does not let the same change pass again next month.
 */
function offerOf({ steps, impact, record }: IntendedAccessChange): Offer {
  const hash = stepsHash(steps);
  const cutOff = cutOffBy(impact);
  const { offer: standing, changes, fingerprint } = record;
  if (standing?.steps === hash && cutOff <= withTolerance(standing.cutOff)) return standing;
  return { planHash: hashOf([DESIRED_ACCESS, fingerprint, hash, cutOff, changes]), steps: hash, cutOff };
}

/** Devices that lose access, or may. */
export function cutOffBy(impact: AccessImpact | undefined): number {
  return impact ? impact.losing + impact.atRisk : 0;
}

function withTolerance(count: number): number {
  return count + Math.ceil(count * TOLERANCE);
}

/** What held a change back a short while ago, if it still does. */
export function stillHeld(
  { safety, approvals }: Brakes,
  { held, offer }: AccessRecord,
  steps: readonly AccessStep[],
  under: string,
  now: number,
): HeldBack | undefined {
  if (held?.steps !== stepsHash(steps) || held.under !== under || Math.abs(now - held.at) >= COUNT_AGAIN_MS) {
    return undefined;
  }
  const { state } = held.outcome;
  const isOpen = state === 'waiting' ? isWithinWindows(safety.maintenanceWindows, now) : isApproved(approvals, offer);
  return isOpen ? undefined : held;
}
