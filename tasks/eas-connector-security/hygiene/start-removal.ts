import type { Action, ActionOutcome, Finding } from '../../../protocol';
import type { SecurityContext } from '../security-context';
import type { Carried, OpenRemoval } from './hygiene-state';

const DAY_MS = 86_400_000;

/** Carries one action out and reports its outcome. */
export type CarryAction = (action: Action) => Promise<ActionOutcome>;

/** What a run of removals has come to. */
export interface Removals {
  readonly findings: readonly Finding[];
  /** What is begun and not over: a later run goes on with it. */
  readonly open: readonly OpenRemoval[];
  readonly carried: readonly Carried[];
}

/**
 * Makes ready to decide on a removal of hygiene's own again. It has the same id each time, so that an approval holds;
 * what an earlier pass made of it (held back, refused, failed, or done long ago) must not settle it now.
 * @returns false if it was sent and is over less than a day ago: it is not sent again so soon
 */
export async function startAnew({ journal, settings, clock }: SecurityContext, { id }: Action): Promise<boolean> {
  const record = journal.get(id);
  if (!record) return true;
  const isOver = record.outcome?.isFinal === true;
  if (record.destructiveAt !== undefined && Math.abs(clock() - record.destructiveAt) < DAY_MS) return !isOver;
  const isUnderWay = record.unconfirmedAt !== undefined && !isOver;
  const isApproved = settings.approvals.some(({ actionId }) => actionId === id);
  if (!isUnderWay && (isOver || !isApproved)) await journal.remove(id);
  return true;
}
