import { createHash, randomUUID } from 'node:crypto';
import type { CmdletError } from '../cmdlets';
import type { Site } from '../organization/sites';

/** An error as it goes to PowerShell, which makes an ErrorRecord of it. */
export interface WireError {
  readonly className: string;
  readonly message: string;
  readonly category: string;
  readonly target: string;
  /** What PowerShell completes with the command's name to the FullyQualifiedErrorId. */
  readonly errorId: string;
  /** Whether it ends the command: what PowerShell itself finds wrong does, what Exchange finds wrong does not. */
  readonly isTerminating: boolean;
}

const AUTOMATION = 'System.Management.Automation.';

/** PowerShell's own identifiers of what it finds wrong before a cmdlet runs. */
const BINDING_IDS: readonly (readonly [RegExp, string])[] = [
  [/ParameterBindingArgumentTransformationException/, 'ParameterArgumentTransformationError'],
  [/ParameterBindingValidationException.* null\b/s, 'ParameterArgumentValidationErrorNullNotAllowed'],
  [/ParameterBindingValidationException/, 'ParameterArgumentValidationErrorEmptyStringNotAllowed'],
  [/ParameterBindingException.*cannot be found that matches/s, 'NamedParameterNotFound'],
  [/ParameterBindingException.*mandatory/s, 'MissingMandatoryParameter'],
  [/ParameterBindingException.*specified more than once/s, 'ParameterAlreadyBound'],
  [/ParameterBindingException.*is ambiguous/s, 'AmbiguousParameter'],
  [/ParameterBindingException.*positional parameter/s, 'PositionalParameterNotFound'],
  [/ParameterBindingException/, 'AmbiguousParameterSet'],
  [/CommandNotFoundException/, 'CommandNotFoundException'],
];

/**
 * An error of a cmdlet in the shape that its version gives it: the server, the request and the category of the failure
 * stand in the identifier since 2013; the REST cmdlets of Exchange Online put the class into the message.
 * @param now the lab's time in milliseconds
 */
export function wireError(error: CmdletError, site: Site, now: number): WireError {
  const { className, message, category, target } = error;
  const common = { className, message, category, target };
  if (className.startsWith(AUTOMATION)) {
    const known = BINDING_IDS.find(([pattern]) => pattern.test(`${className} ${message}`));
    return { ...common, errorId: known?.[1] ?? shortName(className), isTerminating: true };
  }
  const hash = createHash('sha256').update(className).digest('hex').toUpperCase();
  if (site.version === '2010') return { ...common, errorId: hash.slice(0, 8), isTerminating: false };
  const time = new Date(now);
  const place = `Server=${site.servers[0].name},RequestId=${randomUUID()}`;
  if (site.version === 'Online') {
    return {
      ...common,
      className: 'System.Exception',
      message: `Ex${hash.slice(0, 6)}|${className}|${message}`,
      errorId: `[${place},TimeStamp=${time.toUTCString()}]`,
      isTerminating: false,
    };
  }
  const failure = `[FailureCategory=Cmdlet-${shortName(className)}]`;
  const errorId = `[${place},TimeStamp=${usTime(time)}] ${failure} ${hash.slice(0, 8)}`;
  return { ...common, errorId, isTerminating: false };
}

function shortName(className: string): string {
  return className.split('.').at(-1) ?? className;
}

/** For example 10/14/2026 9:30:00 AM, as an English server writes it. */
export function usTime(time: Date): string {
  return time
    .toLocaleString('en-US', { timeZone: 'UTC' })
    .replace(',', '')
    .replace(/\u202f/g, ' ');
}
