/**
 * Access as desired state: look, compare, count, send what is missing step by step, look again. What to do is decided in
 * access-plan and access-hold.
 */
import type { OnDomainController } from '../../../plugin/exchange/cmdlets';
import type { Exchange } from '../../../plugin/exchange/exchange';
import type { TaskLog } from '../../../plugin/logs/task-log';
import { DryStore } from '../../../plugin/state/dry-store';
import type { Store } from '../../../plugin/state/store';
import {
  problem,
  timestampFromMs,
  warning,
  type AccessImpact,
  type ActionOutcome,
  type ActionState,
  type DesiredAccess,
  type Problem,
  type PropertyDrift,
  type SecuritySettings,
} from '../../../protocol';
import { AccessRules } from '../../run/access-decision';
import { problemOf } from '../../run/connected-run';
import { UNCONFIRMED_GRACE_MS } from '../decide-wipe';
import { outcome, type OutcomeExtras } from '../outcome';
import { accessDrift, accessValues, ourChanges, rememberSeen } from './access-drift';
import { afterAccessFault, isBetweenAttempts } from './access-faults';
import { cutOffBy, holdAccess, stillHeld } from './access-hold';
import { planAccess, type AccessPlan, type SeenAccess } from './access-plan';
import {
  AccessJournal,
  accessFingerprint,
  DESIRED_ACCESS,
  hashOf,
  stepsHash,
  type AccessRecord,
} from './access-record';
import { afterSteps, concernsAccess, describeSteps, stepKey, withPreApprovals, type AccessStep } from './access-step';
import { lookAtAccess } from './look-at-access';
import { readImpact, type ImpactAnswer } from './read-impact';
import { sendSteps } from './send-steps';
import { standingRules } from './standing-rules';

/** What keeping the access settings needs. */
export interface AccessContext {
  readonly exchange: Exchange;
  readonly settings: Pick<SecuritySettings, 'safety' | 'approvals' | 'scope' | 'limits'>;
  readonly store: Pick<Store, 'collection'>;
  readonly log: TaskLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Reports what others have changed since the last run, before the desired state puts it right. */
  readonly reportDrift: (drift: readonly PropertyDrift[]) => Promise<void>;
}

/** What has become of the desired access settings in a run. */
export interface AccessResult {
  readonly outcome: ActionOutcome;
  /** Absent if no change of anyone's access was considered. */
  readonly impact: AccessImpact | undefined;
}

/** A lost answer ends a turn: so many of them, and the rest is left to the next run. */
const MAX_TURNS = 5;

/** Brings the organization's access settings to what is desired, as far as it goes in this run. */
export async function keepAccess(context: AccessContext, desired: DesiredAccess): Promise<AccessResult> {
  const keeper = new AccessKeeper(context, desired);
  try {
    return await keeper.run();
  } catch (error) {
    return await keeper.failed(error);
  }
}

/** The outcome when a run ends before the access settings could be looked at. */
export function accessLeft(why: Problem, now: number): ActionOutcome {
  const summary = `${why.summary} The access settings are looked at in the next run.`;
  return outcome({ id: DESIRED_ACCESS }, 'waiting', summary, now, { problems: [why] });
}

function fromNewerVersion(now: number): ActionOutcome {
  const summary = 'A newer version of the connector has written the record of the access settings. Nothing was sent.';
  const problems = [problem('state.unavailable', DESIRED_ACCESS, summary, 'Update the connector.')];
  return outcome({ id: DESIRED_ACCESS }, 'waiting', summary, now, { problems });
}

class AccessKeeper {
  readonly #journal: AccessJournal;
  readonly #done: string[] = [];
  #record: AccessRecord;
  #impact: AccessImpact | undefined;
  #at: OnDomainController = {};
  #lastLook: SeenAccess | undefined;

  constructor(
    private readonly context: AccessContext,
    private readonly desired: DesiredAccess,
  ) {
    const { reportOnly } = context.settings.safety;
    // A rehearsal goes the same way as the real thing, on a store that forgets.
    this.#journal = new AccessJournal(reportOnly ? new DryStore(context.store) : context.store);
    this.#record = this.#journal.record(accessFingerprint(desired));
  }

  async run(): Promise<AccessResult> {
    if (this.#journal.isFromNewerVersion) return { outcome: fromNewerVersion(this.context.clock()), impact: undefined };
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      this.context.signal.throwIfAborted();
      const seen = await this.#look();
      const done = await this.#turn(seen, planAccess(this.desired, seen));
      if (done) return this.#end(done);
    }
    const summary = 'Too many answers were lost. The change of the access settings goes on in the next run.';
    return this.#end(this.#outcome('waiting', summary, { steps: this.#done }));
  }

  /** What is left after a fault, which stays with the access settings. */
  failed(error: unknown): Promise<AccessResult> {
    const { log, settings, clock, signal } = this.context;
    const fault = problemOf(error, signal);
    log.warn(fault.summary, { action: DESIRED_ACCESS, code: fault.code, detail: fault.detail });
    const failed = afterAccessFault(this.#record, fault, settings.safety.retryForMs, clock());
    this.#record = failed;
    return this.#end({ ...failed.outcome, steps: this.#done });
  }

  /** The first look of a run is compared with what the last run saw. */
  async #look(): Promise<SeenAccess> {
    const { exchange, clock, log } = this.context;
    const { seen, at } = await lookAtAccess(exchange, this.#at);
    this.#at = at;
    const drift = this.#lastLook ? [] : accessDrift(this.#journal.lastSeen(), accessValues(seen), clock());
    for (const change of drift) log.warn('access settings were changed by others', { ...change });
    if (drift.length > 0) await this.context.reportDrift(drift);
    this.#lastLook = seen;
    return seen;
  }

  /** Compares, and takes the steps that are missing. Undefined: it has to be looked at again. */
  async #turn(seen: SeenAccess, plan: AccessPlan): Promise<ActionOutcome | undefined> {
    const { settings, clock } = this.context;
    const now = clock();
    const problems = standingRules(plan, this.desired);
    if (plan.steps.length === 0) return this.#asWanted(problems);
    if (this.#isUnconfirmed(plan.steps)) return this.#unconfirmed(plan.steps);
    const waiting = this.#stillWaiting(plan.steps, now);
    if (waiting) return waiting;
    const counted = plan.steps.some(concernsAccess) ? await this.#count(seen, plan.steps) : undefined;
    this.#impact = counted?.impact;
    const steps = withPreApprovals(plan.steps, counted?.preApprovals ?? []);
    if (this.#isUnconfirmed(steps)) return this.#unconfirmed(steps);
    const begun = this.#journal.begun(this.#record.fingerprint);
    const limit = this.desired.maxDevicesLosingAccess;
    const { protectedMailboxes = [] } = counted ?? {};
    const change = { steps, impact: this.#impact, protectedMailboxes, record: this.#record, begun, limit, now };
    const decision = holdAccess(settings, change);
    this.#record = { ...this.#record, offer: decision.offer, held: undefined };
    if (!decision.outcome) {
      await this.#apply(seen, steps);
      return undefined;
    }
    const held = { ...decision.outcome, problems: [...decision.outcome.problems, ...problems] };
    this.#record = {
      ...this.#record,
      held: { steps: stepsHash(steps), under: this.#under(), at: now, outcome: held, impact: this.#impact },
    };
    return held;
  }

  #asWanted(problems: readonly Problem[]): ActionOutcome {
    const wasSent = this.#journal.begun(this.#record.fingerprint) !== undefined;
    const changes = this.#record.changes + (wasSent ? 1 : 0);
    const over = { attempts: [], failingSince: undefined, offer: undefined, held: undefined };
    this.#record = { ...this.#record, ...over, changes };
    const summary = wasSent ? 'The access settings are now as wanted.' : 'The access settings are as wanted.';
    return this.#outcome(wasSent ? 'succeeded' : 'nothingToDo', summary, { problems, steps: this.#done });
  }

  /** True if a step that is missing was sent, or may have been, and may still show. Nothing is sent after it until then. */
  #isUnconfirmed(steps: readonly AccessStep[]): boolean {
    const { keys, at } = this.#journal.sent(this.#record.fingerprint);
    const isRecent = Math.abs(this.context.clock() - at) < UNCONFIRMED_GRACE_MS;
    return isRecent && steps.some((step) => keys.has(stepKey(step)));
  }

  #unconfirmed(steps: readonly AccessStep[]): ActionOutcome {
    const summary = 'A change of the access settings was sent, and Exchange does not show it yet.';
    const detail = 'It is read again in the next run, and what comes after it is not sent before it shows.';
    const problems = [warning('action.unconfirmed', DESIRED_ACCESS, summary, detail)];
    const words = this.#done.length > 0 ? this.#done : describeSteps(steps);
    return this.#outcome('appliedUnconfirmed', summary, { problems, steps: words });
  }

  /** What still holds from an earlier run: a pause after a refusal, or a change that is held back. */
  #stillWaiting(steps: readonly AccessStep[], now: number): ActionOutcome | undefined {
    const record = this.#record;
    if (isBetweenAttempts(record, now)) return record.outcome;
    // Whoever asks for a rehearsal wants to know how it is now.
    if (this.context.settings.safety.reportOnly) return undefined;
    const held = stillHeld(this.context.settings, record, steps, this.#under(), now);
    if (!held) return undefined;
    this.#impact = held.impact;
    return { ...held.outcome, at: timestampFromMs(now) };
  }

  /** The settings that hold changes back, besides the desire itself. */
  #under(): string {
    const { safety, scope } = this.context.settings;
    const { protectedMailboxes, protectedGroups } = safety;
    return hashOf([this.desired.maxDevicesLosingAccess, protectedMailboxes, protectedGroups, scope]);
  }

  #count(seen: SeenAccess, steps: readonly AccessStep[]): Promise<ImpactAnswer> {
    const { exchange, settings, log } = this.context;
    const after = afterSteps(seen, steps);
    log.info('counting who would lose and who would gain access', { action: DESIRED_ACCESS });
    return readImpact(exchange, {
      before: new AccessRules(seen.settings.defaultAccessLevel, seen.rules),
      after: new AccessRules(after.settings.defaultAccessLevel, after.rules),
      preApprove: this.desired.preApproveExistingDevices,
      scope: settings.scope,
      safety: settings.safety,
      at: this.#at,
    });
  }

  /** Writes the whole change down, and then sends it. */
  async #apply(seen: SeenAccess, steps: readonly AccessStep[]): Promise<void> {
    const { context } = this;
    const journal = this.#journal;
    const { fingerprint } = this.#record;
    const now = context.clock();
    const ours = ourChanges(seen, afterSteps(seen, steps));
    await journal.writeSeen({ ...rememberSeen(journal.lastSeen(), accessValues(seen), now), ours, oursAt: now });
    await journal.write(this.#record);
    await journal.begin({ version: 1, fingerprint, keys: steps.map(stepKey), cutOff: cutOffBy(this.#impact), at: now });
    const { maxConcurrentCommands } = context.settings.limits;
    const onSent = (words: readonly string[]): unknown => this.#done.push(...words);
    await sendSteps({ ...context, journal, maxConcurrentCommands, at: this.#at, onSent }, steps);
  }

  #outcome(state: ActionState, summary: string, extras: OutcomeExtras): ActionOutcome {
    return outcome({ id: DESIRED_ACCESS }, state, summary, this.context.clock(), extras);
  }

  /** Writes down what the next run has to know. */
  async #end(done: ActionOutcome): Promise<AccessResult> {
    const outcome = { ...done, attempts: this.#record.attempts };
    const result = { outcome, impact: this.#impact };
    try {
      await this.#remember(outcome);
      return result;
    } catch (error) {
      // The outcome stands; the next run looks at Exchange again.
      const why = error instanceof Error ? error.message : String(error);
      this.context.log.error('the outcome of the access settings could not be written down', { error: why });
      const lost = warning('state.unavailable', DESIRED_ACCESS, 'The outcome could not be written down.', why);
      return { ...result, outcome: { ...outcome, problems: [...outcome.problems, lost] } };
    }
  }

  async #remember(result: ActionOutcome): Promise<void> {
    const journal = this.#journal;
    const { state, summary } = result;
    if (state === 'succeeded' || state === 'nothingToDo') await journal.end();
    if (this.#lastLook) {
      await journal.writeSeen(rememberSeen(journal.lastSeen(), accessValues(this.#lastLook), this.context.clock()));
    }
    // An idle run ends like the one before it, and is not written down again.
    const before = this.#record.outcome;
    const isSame = before?.state === state && before.summary === summary;
    await journal.write({ ...this.#record, outcome: isSame ? before : result });
  }
}
