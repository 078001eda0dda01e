import type { FaultDetails, WsmanOperation } from '../../psrp';
import type { Fault } from '../faults/fault';
import { notRecognized } from '../powershell/cmdlet-call';
import type { Spoiling } from './command-run';
import {
  loadQuota,
  microDelay,
  noRoles,
  overBudget,
  type RefusalContext,
  shellNotFound,
  tooManyOperations,
  tooManyShells,
} from './refusals';

/** What a fault does to a request of WSMan. */
export type FaultEffect =
  /** The command itself shows it. */
  | { readonly type: 'spoiling'; readonly spoiling: Spoiling; readonly delayMs: number }
  /** WSMan refuses the request. */
  | { readonly type: 'refusal'; readonly fault: Fault; readonly details: FaultDetails; readonly endsShell: boolean }
  /** The answer is spoiled on its way. */
  | { readonly type: 'answer'; readonly fault: Fault };

/** The request that a fault has struck. */
export interface StruckRequest extends RefusalContext {
  readonly operation: WsmanOperation;
  readonly cmdlet: string;
  readonly shellId: string;
}

const WAIT_SECONDS = 30;

/** What a fault does to this request. */
export function effectOf(fault: Fault, struck: StruckRequest): FaultEffect {
  const refusal = (details: FaultDetails, endsShell = false): FaultEffect => ({
    type: 'refusal',
    fault,
    details,
    endsShell,
  });
  const isOfCommand = fault.operation === undefined && struck.operation === 'Command';
  const isOfCreate = struck.operation === 'Create';
  switch (fault.kind) {
    case 'throttle':
      if (isOfCreate) return refusal(tooManyShells(struck));
      return (
        (isOfCommand ? throttled(fault, struck) : undefined) ?? refusal(loadQuota(fault.retryAfter ?? WAIT_SECONDS))
      );
    case 'concurrency':
      return refusal(isOfCreate ? tooManyShells(struck) : tooManyOperations());
    case 'forbidden':
      if (isOfCreate) return refusal(noRoles(struck));
      return isOfCommand ? failing(fault, struck) : refusal({ kind: 'accessDenied' });
    case 'internalError':
      return refusal({ kind: 'internalError' });
    case 'expired':
    case 'pagingError':
      return refusal(shellNotFound(struck.shellId, struck), true);
    default:
      return { type: 'answer', fault };
  }
}

/** Since 2013 the command runs into its budget, or is held back; before, WinRM's own quota refuses it. */
function throttled(fault: Fault, { site }: StruckRequest): FaultEffect | undefined {
  const { kind, delayMs, retryAfter = WAIT_SECONDS } = fault;
  if (delayMs !== undefined) {
    return { type: 'spoiling', spoiling: { kind, carriesOut: true, warning: microDelay(delayMs) }, delayMs };
  }
  if (site.version === '2010') return undefined;
  const spoiling = { kind, error: overBudget(retryAfter), carriesOut: fault.when === 'after' };
  return { type: 'spoiling', spoiling, delayMs: 0 };
}

function failing(fault: Fault, { cmdlet }: StruckRequest): FaultEffect {
  const spoiling = { kind: fault.kind, error: notRecognized(cmdlet), carriesOut: fault.when === 'after' };
  return { type: 'spoiling', spoiling, delayMs: 0 };
}
