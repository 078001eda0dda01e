import {
  formatTimestamp,
  problem,
  timestampFromMs,
  type AccessImpact,
  type ActionOutcome,
  type SecuritySettings,
} from '../../../protocol';
import { isWithinWindows } from '../brakes';
import { outcome } from '../outcome';
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
 * The brakes on a change of the access settings: report-only mode; an approval, if it cuts off more devices than the
 * settings allow; maintenance windows, if it cuts off any.
 */
export function holdAccess({ safety, approvals }: Brakes, change: IntendedAccessChange): HoldDecision {
  const { steps, impact, limit, now } = change;
  const what = impact ? `It ${describeImpact(impact)}.` : '';
  const offer = needsApproval(change, safety.retryForMs) ? offerOf(change) : undefined;
  const isApproved = approvals.some(
    ({ actionId, planHash }) => actionId === DESIRED_ACCESS && planHash === offer?.planHash,
  );
  const described = { steps: describeSteps(steps) };
  const cutOff = problem(
    'access.wouldCutOff',
    DESIRED_ACCESS,
    `The change ${impact ? describeImpact(impact) : ''}; the settings allow ${limit}.`,
    'Approve this plan by its hash, set preApproveExistingDevices, or raise maxDevicesLosingAccess.',
  );
  if (safety.reportOnly) {
    const waits = offer && !isApproved;
    const after = waits ? ' It would wait for an approval first.' : '';
    const problems = waits ? [{ ...cutOff, severity: 'warning' as const }] : [];
    const summary = `The access settings would be changed. ${what}${after}`.trim();
    return { outcome: outcome({ id: DESIRED_ACCESS }, 'wouldBeDone', summary, now, { ...described, problems }) };
  }
  if (offer && !isApproved) {
    const summary = `The change of the access settings waits for approval. ${what}`;
    const extras = { ...described, problems: [cutOff], planHash: offer.planHash };
    return { offer, outcome: outcome({ id: DESIRED_ACCESS }, 'awaitingApproval', summary, now, extras) };
  }
  if (impact && cutsOff(impact) && !isWithinWindows(safety.maintenanceWindows, now)) {
    const summary = `The change of the access settings waits for a maintenance window. ${what}`;
    const problems = [problem('action.waiting', DESIRED_ACCESS, 'Waits for a maintenance window.')];
    const held = outcome({ id: DESIRED_ACCESS }, 'waiting', summary, now, { ...described, problems });
    return { ...(offer ? { offer } : {}), outcome: held };
  }
  return offer ? { offer } : {};
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
 * The offer that stands, if this is still what was offered; otherwise a new one. Its hash has the time in it: an
 * approval is used once, and does not let the same change pass again next month.
 */
function offerOf({ steps, impact, record, now }: IntendedAccessChange): Offer {
  const hash = stepsHash(steps);
  const cutOff = cutOffBy(impact);
  const { offer: standing } = record;
  if (standing?.steps === hash && cutOff <= withTolerance(standing.cutOff)) return standing;
  const at = formatTimestamp(timestampFromMs(now));
  return { planHash: hashOf([DESIRED_ACCESS, record.fingerprint, hash, cutOff, at]), steps: hash, cutOff };
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
  limit: number,
  now: number,
): HeldBack | undefined {
  if (held?.steps !== stepsHash(steps) || held.limit !== limit || Math.abs(now - held.at) >= COUNT_AGAIN_MS) {
    return undefined;
  }
  const isApproved = approvals.some(
    ({ actionId, planHash }) => actionId === DESIRED_ACCESS && planHash === offer?.planHash,
  );
  const holds = held.outcome.state === 'waiting' ? !isWithinWindows(safety.maintenanceWindows, now) : !isApproved;
  return holds ? held : undefined;
}
