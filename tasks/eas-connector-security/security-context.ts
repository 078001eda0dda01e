import type { Exchange } from '../../plugin/exchange/exchange';
import type { TaskLog } from '../../plugin/logs/task-log';
import type { Action, ActionOf, ActionOutcome, DeviceStatus, Mailbox, SecuritySettings } from '../../protocol';
import { mailboxInScope, type ResolvedScope } from '../run/scope';
import type { ActionRecord } from './action-record';
import type { Brakes } from './brakes';
import type { ActionJournal } from './journal';
import type { Orders } from './orders';
import { actionProblem, outcome } from './outcome';
import type { Turnstile } from './turnstile';

/** What carrying out an action needs. */
export interface SecurityContext {
  readonly exchange: Exchange;
  /** In report-only mode a rehearsal's: what is written is forgotten at the end of the run. */
  readonly journal: ActionJournal;
  readonly settings: SecuritySettings;
  /** The actions of the settings, to look things up in. */
  readonly orders: Orders;
  /** The domain controller that this run reads from and writes to; undefined Online, and where none is known. */
  readonly domainController: string | undefined;
  readonly scope: ResolvedScope;
  /** True if the scope leaves any mailbox out. */
  readonly isScoped: boolean;
  /** True if a mailbox's place in the organization is needed, to hold it against scope and protection. */
  readonly needsPlace: boolean;
  readonly brakes: Brakes;
  /** The order in which destructive actions pass the brakes. */
  readonly turnstile: Turnstile;
  readonly log: TaskLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Asked before anything is sent. @throws StateError state.locked if another run has taken the place of this one */
  readonly checkLock: () => void;
  /** Reports the status of a device that was read. */
  readonly reportStatus: (status: DeviceStatus) => Promise<void>;
}

/** An action of one kind. */
export type ActionWith<K extends Action['what']['kind']> = Action & { readonly what: ActionOf<K> };

/** Carries out an action as far as it goes in this run. */
export type Carry<K extends Action['what']['kind']> = (
  context: SecurityContext,
  action: ActionWith<K>,
  record: ActionRecord,
) => Promise<ActionOutcome>;

/** The refusal of an action on a mailbox outside the settings' scope; undefined if it is inside. */
export function refuseOutOfScope(
  { isScoped, scope, clock }: SecurityContext,
  action: Action,
  mailbox: Mailbox | undefined,
): ActionOutcome | undefined {
  if (!isScoped || (mailbox && mailboxInScope(mailbox, scope))) return undefined;
  const summary = 'The mailbox is outside the scope of the settings. Nothing was sent.';
  const problems = [actionProblem(action, 'action.outOfScope', summary)];
  return outcome(action, 'refused', summary, clock(), { problems });
}
