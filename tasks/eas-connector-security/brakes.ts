import { createHash } from 'node:crypto';
import type { Action, ActionOutcome, Mailbox, MaintenanceWindow, SecuritySettings } from '../../protocol';
import { fingerprint, type Journal } from './action-record';
import { actionProblem, outcome } from './outcome';

const DAY_MS = 86_400_000;

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

/**
 * The brakes: what has to be true before anything is sent. A change that they hold back gets the outcome that says why;
 * one that they let go is counted.
 */
export class Brakes {
  #inThisRun = 0;
  readonly #protected: ReadonlySet<string>;

  constructor(
    private readonly settings: Pick<SecuritySettings, 'safety' | 'approvals'>,
    private readonly journal: Journal,
    private readonly clock: () => number,
    protectedMembers: readonly string[],
  ) {
    this.#protected = new Set(
      [...settings.safety.protectedMailboxes, ...protectedMembers].map((name) => name.toLowerCase()),
    );
  }

  /** The outcome of a change that must not be sent now; undefined lets it go. */
  hold(change: IntendedChange): ActionOutcome | undefined {
    const { action, steps, isDestructive } = change;
    const { safety } = this.settings;
    const now = this.clock();
    if (isDestructive && this.#isProtected(change.mailbox)) {
      const summary = 'The mailbox is protected against wipes, blocks and removals. Nothing was sent.';
      const problems = [actionProblem(action, 'action.protected', summary)];
      return outcome(action, 'refused', summary, now, { problems });
    }
    if (safety.reportOnly) {
      return outcome(action, 'wouldBeDone', `Would be done: ${steps.join('; ')}.`, now, { steps });
    }
    if (isDestructive && !isWithinWindows(safety.maintenanceWindows, now)) {
      const summary = 'Waits for a maintenance window.';
      const problems = [actionProblem(action, 'action.waiting', summary)];
      return outcome(action, 'waiting', summary, now, { problems, steps });
    }
    return this.#limit(change, now);
  }

  #limit({ action, steps, isDestructive, needsApproval }: IntendedChange, now: number): ActionOutcome | undefined {
    const { safety, approvals } = this.settings;
    const hash = planHash(action, steps);
    const isApproved = approvals.some((approval) => approval.actionId === action.id && approval.planHash === hash);
    const isOver =
      isDestructive &&
      (this.#inThisRun >= safety.maxDestructivePerRun || this.#inTheLastDay(now) >= safety.maxDestructivePerDay);
    if ((needsApproval || isOver) && !isApproved) {
      const why = isOver
        ? 'More destructive actions than the settings allow at once'
        : 'What is to be done cannot be taken for granted';
      const summary = `${why}: waits for approval.`;
      const problems = [actionProblem(action, 'action.needsApproval', summary)];
      return outcome(action, 'awaitingApproval', summary, now, { problems, steps, planHash: hash });
    }
    if (isDestructive) this.#inThisRun += 1;
    return undefined;
  }

  /** What is sent in this run is in the journal too, so a crash does not forget it. */
  #inTheLastDay(now: number): number {
    let count = 0;
    for (const [, record] of this.journal.entries()) {
      if (record.destructiveAt !== undefined && now - record.destructiveAt < DAY_MS) count += 1;
    }
    return count;
  }

  #isProtected(mailbox: Mailbox | undefined): boolean {
    // A mailbox that cannot be seen may be one of them.
    if (!mailbox) return this.#protected.size > 0;
    const names = [mailbox.guid, mailbox.primarySmtpAddress, mailbox.userPrincipalName, mailbox.distinguishedName];
    return names.some((name) => this.#protected.has(name.toLowerCase()));
  }
}

/** Names what would be done; an approval of it is void when that changes. */
export function planHash(action: Action, steps: readonly string[]): string {
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
