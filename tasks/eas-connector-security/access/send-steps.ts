import type { OnDomainController } from '../../../plugin/exchange/cmdlets';
import type { Exchange } from '../../../plugin/exchange/exchange';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import type { TaskLog } from '../../../plugin/logs/task-log';
import { concurrently } from '../../run/concurrently';
import { send } from '../send';
import { DESIRED_ACCESS, type AccessJournal } from './access-record';
import { commandOf, describeStep, describeSteps, type AccessStep } from './access-step';

/** What sending steps needs. */
export interface SendingContext {
  readonly exchange: Exchange;
  readonly journal: AccessJournal;
  readonly log: TaskLog;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly maxConcurrentCommands: number;
  readonly at: OnDomainController;
  /** Told of what was sent, in words. */
  readonly onSent: (steps: readonly string[]) => void;
}

/**
 * Sends the steps of a change that was begun, in order. Each is on disk before it is sent. After one whose answer was lost
 * nothing more is sent before it has been looked at: the order is what keeps gaps shut.
 * @throws ExchangeError if a step was refused; nothing after it was sent
 */
export async function sendSteps(context: SendingContext, steps: readonly AccessStep[]): Promise<void> {
  const isApproval = ({ kind }: AccessStep): boolean => kind === 'preApprove';
  const first = steps.findIndex(isApproval);
  const approvals = steps.filter(isApproval);
  for (const [index, step] of steps.entries()) {
    if (isApproval(step)) {
      if (index === first && !(await preApprove(context, approvals, first))) return;
    } else if (!(await sendOne(context, step, index))) return;
  }
}

async function sendOne(context: SendingContext, step: AccessStep, index: number): Promise<boolean> {
  const { journal, clock, log, signal, at, onSent } = context;
  signal.throwIfAborted();
  const words = describeStep(step);
  const now = clock();
  await journal.advance(index + 1, now);
  log.info(words, { action: DESIRED_ACCESS });
  const isTaken = await send(context, commandOf(step, at), () => journal.advance(index, now));
  onSent([words]);
  return isTaken;
}

/** Mailboxes do not depend on one another: if one is refused the others are still done, but nothing stricter follows. */
async function preApprove(context: SendingContext, steps: readonly AccessStep[], first: number): Promise<boolean> {
  const { journal, clock, log, signal, at, onSent, maxConcurrentCommands } = context;
  await journal.advance(first + steps.length, clock());
  const taken: AccessStep[] = [];
  const refusals: ExchangeError[] = [];
  let isEveryOneTaken = true;
  await concurrently(steps, maxConcurrentCommands, async (step) => {
    signal.throwIfAborted();
    log.info(describeStep(step), { action: DESIRED_ACCESS });
    try {
      if (await send(context, commandOf(step, at), () => Promise.resolve())) taken.push(step);
      else isEveryOneTaken = false;
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.code !== 'command.failed') throw error;
      refusals.push(error);
    }
  });
  onSent(describeSteps(taken));
  const [refusal] = refusals;
  if (!refusal) return isEveryOneTaken;
  // Those that were taken show by themselves; those that were refused may be tried again.
  await journal.advance(first, clock());
  throw new ExchangeError({
    code: refusal.code,
    cmdlet: refusal.cmdlet,
    cause: refusal,
    summary: `The allowed lists of ${refusals.length} of ${steps.length} mailboxes could not be changed: ${refusal.message}`,
    detail:
      'Their devices would have lost access, so nothing stricter was sent. Put the devices on the lists by hand, or switch ' +
      'preApproveExistingDevices off and approve what is lost.',
  });
}
