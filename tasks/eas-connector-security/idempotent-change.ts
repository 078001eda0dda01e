import type { Command } from '../../plugin/exchange/command';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { Action, ActionOutcome, Mailbox } from '../../protocol';
import { warning } from '../../protocol';
import { without, type ActionRecord } from './action-record';
import { UNCONFIRMED_GRACE_MS } from './decide-wipe';
import { sameServer } from './observe';
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
 * not show yet is looked at in the next run, and sent again only after it has had time to show. A step of which nobody
 * knows whether it arrived ends the change for this run: no further step is built on it.
 */
export async function carryIdempotent(
  context: SecurityContext,
  action: Action,
  record: ActionRecord,
  change: IdempotentChange,
): Promise<ActionOutcome> {
  const { clock, journal, brakes } = context;
  const { look, isDestructive, extras = {} } = change;
  const seen = await lookInTurn(context, action, change);
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
  const domainController = sameServer(context, record);
  await journal.put(action.id, {
    ...without(record, 'domainController'),
    unconfirmedAt: now,
    ...(isDestructive ? { destructiveAt: now } : {}),
    ...(domainController === undefined ? {} : { domainController }),
  });
  const sent = await sendSteps(context, action, record, seen.steps);
  const after = await look();
  if (after.is === 'asWanted') return outcome(action, 'succeeded', after.summary, clock(), { ...extras, steps: sent });
  if (after.is === 'impossible') return { ...after.outcome, steps: sent };
  return unconfirmed(action, clock(), { ...extras, steps: sent });
}

/** Looks; and once more if the turn of a destructive change comes so late that what was seen is old. */
async function lookInTurn(
  { brakes, clock }: SecurityContext,
  action: Action,
  { look, isDestructive }: IdempotentChange,
): Promise<Seen> {
  const readAt = clock();
  const seen = await look();
  if (seen.is !== 'different' || !isDestructive) return seen;
  return (await brakes.turnComesLate(action.id, readAt)) ? look() : seen;
}

/** Sends steps one after another; gives those that were sent. What certainly did not arrive is taken back. */
async function sendSteps(
  context: SecurityContext,
  action: Action,
  before: ActionRecord,
  steps: readonly ChangeStep[],
): Promise<readonly string[]> {
  const sent: string[] = [];
  for (const { step, command } of steps) {
    context.log.info(step, { action: action.id });
    try {
      const isTaken = await send(context, command, () => context.journal.put(action.id, before));
      sent.push(step);
      if (!isTaken) return sent;
    } catch (error) {
      // Somebody else may have been quicker: what is gone need not be removed. The look that follows tells.
      if (error instanceof ExchangeError && error.code === 'object.notFound') return sent;
      throw sent.length === 0 ? error : new PartialChangeError(sent, error);
    }
  }
  return sent;
}

/** A change of several steps came to a halt between two of them. */
export class PartialChangeError extends Error {
  override readonly name = 'PartialChangeError' as const;

  constructor(
    /** The steps that were sent. */
    readonly steps: readonly string[],
    override readonly cause: unknown,
  ) {
    super('a change was done in part', { cause });
  }

  /** What really went wrong, and what had been done by then. */
  static unwrap(error: unknown): { readonly cause: unknown; readonly steps: readonly string[] } {
    return error instanceof PartialChangeError ? error : { cause: error, steps: [] };
  }
}

function unconfirmed(action: Action, now: number, extras: OutcomeExtras): ActionOutcome {
  const summary = 'The change was sent, and Exchange does not show it yet. It is read again in the next run.';
  const problems = [...(extras.problems ?? []), warning('action.unconfirmed', action.id, summary)];
  return outcome(action, 'appliedUnconfirmed', summary, now, { ...extras, problems });
}
