import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { checkCall, type ReferenceProblem } from './check';
import { loadReference } from './reference';

/**
 * Whether a version of Exchange would bind this call, by Microsoft's reference: the problems as Exchange would state
 * them, none if it would. Reads the reference each time; whoever checks often keeps a CmdletReference and uses checkCall.
 */
export function checkAgainstReference(
  cmdlet: string,
  parameters: Readonly<Record<string, unknown>>,
  version: ExchangeVersion,
): ReferenceProblem[] {
  return checkCall(loadReference(), cmdlet, new Map(Object.entries(parameters)), version);
}
