import type { PSValue } from '../ps-object';
import { PSPrimitive } from '../values/ps-primitive';

/** A call id as .NET has it: an Int64, however small it is. */
export function callIdOf(callId: number | bigint): PSValue {
  return new PSPrimitive('I64', String(callId));
}
