import type { ProblemCode } from '../../protocol';

/** Exception classes at the server, and the codes they mean. The first that fits counts. */
const EXCEPTIONS: readonly (readonly [RegExp, ProblemCode])[] = [
  [/^CommandNotFoundException$|^CmdletAccessDenied|^Authorization|^UnauthorizedAccess|AccessDenied/, 'rights.missing'],
  [/Ambiguous(?!ParameterSet)/, 'object.ambiguous'],
  [/NotFoundException$/, 'object.notFound'],
  [/OverBudget|Throttl|ResourceUnhealthy/, 'throttled'],
  [/Transient|ServerTooBusy|UnableToWriteToAad|ServerUnavailable|DataSourceUnavailable/, 'server.unavailable'],
];

/** The code of an exception by its class name without namespace; undefined for one that says nothing special. */
export function codeOfException(className: string): ProblemCode | undefined {
  return EXCEPTIONS.find(([pattern]) => pattern.test(className))?.[1];
}
