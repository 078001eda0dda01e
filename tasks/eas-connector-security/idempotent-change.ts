import type { Command } from '../../plugin/exchange/command';
import type { Action, ActionOutcome, Mailbox } from '../../protocol';
import { warning } from '../../protocol';
import type { ActionRecord } from './action-record';
import { UNCONFIRMED_GRACE_MS } from './decide-wipe';
import { outcome, type OutcomeExtras } from './outcome';
import type { SecurityContext } from './security-context';
import { send } from './send';

/** One command of a change, in words and as data. */
export interface ChangeStep {
  readonly step: string;
  readonly command: Command;
}

/** What Exchange shows now, against what is wanted. */
export type Seen =
  /** It is not as wanted; these steps would make it so. */
  | { readonly is: 'different'; readonly steps: readonly ChangeStep[]; readonly mailbox: Mailbox | undefined }
  /** It is as wanted. */
  | { readonly is: 'asWanted'; readonly summary: string }
  /** The action cannot be carried out; nothing is sent. */
  | { readonly is: 'impossible'; readonly outcome: ActionOutcome };

/** A change that can be looked at, and sent again without harm when it is not there. */
export interface IdempotentChange {
  /** Reads what is. Called before the change and after it. */
  readonly look: () => Promise<Seen>;
  readonly isDestructive: boolean;
  /** What the outcome carries besides. */
  readonly extras?: OutcomeExtras;
}

/**
 * Look, compare, send what is missing, look again. The journal has the change before it is sent; one that Exchange does
 * not show yet is looked at in the next run, and sent again only after it has had time to show.
 */
export async function carryIdempotent(
  context: SecurityContext,
  action: Action,
  record: ActionRecord,
  { look, isDestructive, extras = {} }: IdempotentChange,
): Promise<ActionOutcome> {
  const { clock, journal, brakes, log } = context;
  const seen = await look();
  if (seen.is === 'impossible') return seen.outcome;
  if (seen.is === 'asWanted') {
    const state = record.unconfirmedAt === undefined ? 'nothingToDo' : 'succeeded';
    return outcome(action, state, seen.summary, clock(), extras);
  }
  const steps = seen.steps.map(({ step }) => step);
  if (record.unconfirmedAt !== undefined && clock() - record.unconfirmedAt < UNCONFIRMED_GRACE_MS) {
    return unconfirmed(action, clock(), { ...extras, steps });
  }
  const held = brakes.hold({ action, steps, mailbox: seen.mailbox, isDestructive, needsApproval: false });
  if (held) return { ...held, ...extras, steps };
  const now = clock();
  await journal.put(action.id, { ...record, unconfirmedAt: now, ...(isDestructive ? { destructiveAt: now } : {}) });
  for (const { step, command } of seen.steps) {
    log.info(step, { action: action.id });
    await send(context, command, () => journal.put(action.id, record));
  }
  const after = await look();
  if (after.is === 'asWanted') return outcome(action, 'succeeded', after.summary, clock(), { ...extras, steps });
  if (after.is === 'impossible') return { ...after.outcome, steps };
  return unconfirmed(action, clock(), { ...extras, steps });
}

function unconfirmed(action: Action, now: number, extras: OutcomeExtras): ActionOutcome {
  const summary = 'The change was sent, and Exchange does not show it yet. It is read again in the next run.';
  const problems = [...(extras.problems ?? []), warning('action.unconfirmed', action.id, summary)];
  return outcome(action, 'appliedUnconfirmed', summary, now, { ...extras, problems });
}
