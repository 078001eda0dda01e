import { createHash } from 'node:crypto';
import type { Action, ActionOutcome, Mailbox, MaintenanceWindow, SecuritySettings } from '../../protocol';
import { warning } from '../../protocol';
import { isProtected } from '../run/protected-mailbox';
import { fingerprint, type ActionRecord } from './action-record';
import { actionProblem, outcome } from './outcome';
import type { Turnstile } from './turnstile';

const DAY_MS = 86_400_000;

/** What was read longer ago is read again before something destructive is sent: the phone may have come back since. */
export const FRESH_MS = 30_000;

/** A change that is about to be sent. */
export interface IntendedChange {
  readonly action: Action;
  /** In words, one entry a step. */
  readonly steps: readonly string[];
  readonly mailbox: Mailbox | undefined;
  /** Wipes, blocks and removals; they count against the limits and respect protection and windows. */
  readonly isDestructive: boolean;
  /** True if it needs an approval whatever the limits say. */
  readonly needsApproval: boolean;
}

/** What the brakes look up in the journal. */
export interface BrakesJournal {
  get(id: string): ActionRecord | undefined;
  destructiveInDayBefore(now: number): number;
}

/**
 * The brakes: what has to be true before anything is sent. A change that they hold back gets the outcome that says why;
 * one that they let go is counted.
 */
export class Brakes {
  #inThisRun = 0;
  /** Destructive commands in the 24 hours before this run. */
  readonly #before: number;
  readonly #protected: ReadonlySet<string>;

  /** @param order in which actions get the last places below a limit; absent: as they come */
  constructor(
    private readonly settings: Pick<SecuritySettings, 'safety' | 'approvals'>,
    private readonly journal: BrakesJournal,
    private readonly clock: () => number,
    protectedMembers: readonly string[],
    private readonly order?: Turnstile,
  ) {
    this.#before = journal.destructiveInDayBefore(clock());
    this.#protected = new Set(
      [...settings.safety.protectedMailboxes, ...protectedMembers].map((name) => name.toLowerCase()),
    );
  }

  /**
   * Waits until those before it in the order have passed the brakes.
   * @param readAt when the state was read that the change was decided by
   * @returns true if that is long ago by now: it has to be read again
   */
  async turnComesLate(id: string, readAt: number): Promise<boolean> {
    await this.order?.arrive(id);
    return Math.abs(this.clock() - readAt) > FRESH_MS;
  }

  /** The outcome of a change that must not be sent now; undefined lets it go, and counts it. Those behind it may come. */
  hold(change: IntendedChange): ActionOutcome | undefined {
    const held = this.#hold(change);
    this.order?.leave(change.action.id);
    return held;
  }

  #hold(change: IntendedChange): ActionOutcome | undefined {
    const { action, steps, isDestructive } = change;
    const { safety } = this.settings;
    const now = this.clock();
    const refused = isDestructive ? this.refuseProtected(action, change.mailbox) : undefined;
    if (refused) return refused;
    if (isDestructive && !isWithinWindows(safety.maintenanceWindows, now)) {
      const summary = 'Waits for a maintenance window.';
      const problems = [warning('action.waiting', action.id, summary)];
      return outcome(action, 'waiting', summary, now, { problems, steps });
    }
    const held = this.#limit(change, now);
    if (held) return held;
    if (isDestructive) this.#inThisRun += 1;
    if (!safety.reportOnly) return undefined;
    return outcome(action, 'wouldBeDone', `Would be done: ${steps.join('; ')}.`, now, { steps });
  }

  /** The refusal of what must not be done to a protected mailbox; undefined if it is none. */
  refuseProtected(action: Pick<Action, 'id'>, mailbox: Mailbox | undefined): ActionOutcome | undefined {
    if (!this.#isProtected(mailbox)) return undefined;
    const summary = 'The mailbox is protected against wipes, blocks and removals. Nothing was sent.';
    const problems = [actionProblem(action, 'action.protected', summary)];
    return outcome(action, 'refused', summary, this.clock(), { problems });
  }

  #limit({ action, steps, isDestructive, needsApproval }: IntendedChange, now: number): ActionOutcome | undefined {
    const hash = planHash(action, steps);
    const { approvals } = this.settings;
    const isApproved = approvals.some((approval) => approval.actionId === action.id && approval.planHash === hash);
    if (isApproved) return undefined;
    const isOver = isDestructive && (this.#isStillHeld(action.id) || this.#isFull());
    if (!needsApproval && !isOver) return undefined;
    const why = isOver
      ? 'More destructive actions than the settings allow at once'
      : 'What is to be done cannot be taken for granted';
    const summary = `${why}: waits for approval.`;
    const problems = [actionProblem(action, 'action.needsApproval', summary)];
    return outcome(action, 'awaitingApproval', summary, now, { problems, steps, planHash: hash });
  }

  /** Counted before anything is sent: actions that are worked on at the same time see each other's places as taken. */
  #isFull(): boolean {
    const { maxDestructivePerRun, maxDestructivePerDay } = this.settings.safety;
    return this.#inThisRun >= maxDestructivePerRun || this.#before + this.#inThisRun >= maxDestructivePerDay;
  }

  /** What was held back above a limit waits for an approval or a higher limit: not for the next run, five minutes later. */
  #isStillHeld(id: string): boolean {
    const record = this.journal.get(id);
    return record !== undefined && isHeldAbove(record, this.settings.safety);
  }

  #isProtected(mailbox: Mailbox | undefined): boolean {
    // A mailbox that cannot be seen may be one of them.
    if (!mailbox) return this.#protected.size > 0;
    return isProtected(mailbox, this.#protected);
  }
}

/** True if an action was held back above limits that are no higher now. */
export function isHeldAbove(
  { heldAbove, outcome: last }: ActionRecord,
  limits: { readonly maxDestructivePerRun: number; readonly maxDestructivePerDay: number },
): boolean {
  if (!heldAbove || last?.state !== 'awaitingApproval') return false;
  return limits.maxDestructivePerRun <= heldAbove.perRun && limits.maxDestructivePerDay <= heldAbove.perDay;
}

/** Names what would be done; an approval of it is void when that changes. No time is part of it. */
function planHash(action: Action, steps: readonly string[]): string {
  const text = JSON.stringify([action.id, fingerprint(action), steps]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const MINUTE_MS = 60_000;

/** True if there are no windows, or now is in one. A window may run past midnight, and past Sunday. */
export function isWithinWindows(windows: readonly MaintenanceWindow[], now: number): boolean {
  if (windows.length === 0) return true;
  return windows.some(({ days, beginsMinute, lastsMs }) => {
    const midnight = Math.floor(now / DAY_MS) * DAY_MS;
    // A window lasts up to a week, so one that is open now began today or on one of the seven days before.
    return Array.from({ length: 8 }, (_, ago) => midnight - ago * DAY_MS).some((day) => {
      const weekday = ((new Date(day).getUTCDay() + 6) % 7) + 1;
      const begins = day + beginsMinute * MINUTE_MS;
      return (days.length === 0 || days.includes(weekday)) && now >= begins && now < begins + lastsMs;
    });
  });
}
