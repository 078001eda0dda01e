import { ListChange } from '../../plugin/exchange/command';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import {
  type CommandArgument,
  PSDateTime,
  PSDictionary,
  PSGuid,
  PSObject,
  PSPrimitive,
  PSTimeSpan,
  type PSValue,
} from '../../psrp';
import { bindingError } from '../cmdlets/cmdlet-error';
import type { ReferenceCmdlet } from '../reference/reference';

const BINDING = 'System.Management.Automation.ParameterBindingException';
const COMMON =
  /^(?:Verbose|Debug|(?:Error|Warning|Information)(?:Action|Variable)|Out(?:Variable|Buffer)|PipelineVariable)$/i;

/**
 * Binds the arguments of a command as PowerShell does: by name, alias or a beginning of a name that only one parameter
 * has; one without a name is the identity.
 * @throws CmdletError with PowerShell's own texts
 */
export function bindArguments(
  given: readonly CommandArgument[],
  cmdlet: ReferenceCmdlet,
  version: ExchangeVersion,
): Map<string, unknown> {
  const bound = new Map<string, unknown>();
  for (const { name, value } of given) {
    const parameter = name === undefined ? positional(value, cmdlet, bound) : named(name, cmdlet, version);
    if (bound.has(parameter)) throw boundTwice(parameter);
    bound.set(parameter, parameterValue(value, isSwitch(parameter, cmdlet), parameter));
  }
  return bound;
}

function isSwitch(name: string, cmdlet: ReferenceCmdlet): boolean {
  return cmdlet.parameters.get(name.toLowerCase())?.type === 'SwitchParameter';
}

/** What a client calls a parameter, in the reference's spelling. An unknown name is left: the reference refuses it. */
function named(given: string, cmdlet: ReferenceCmdlet, version: ExchangeVersion): string {
  const name = given.replace(/^-/, '').toLowerCase();
  const exact = cmdlet.parameters.get(name);
  if (exact !== undefined) return exact.name;
  if (COMMON.test(name)) return given;
  const fitting = new Set<string>();
  for (const [known, parameter] of cmdlet.parameters) {
    if (known.startsWith(name) && parameter.versions.includes(version)) fitting.add(parameter.name);
  }
  const [only, ...others] = fitting;
  if (only === undefined) return given;
  if (others.length === 0) return only;
  const message =
    `Parameter cannot be processed because the parameter name '${given}' is ambiguous. Possible matches include: ` +
    `${[...fitting].map((found) => `-${found}`).join(' ')}.`;
  throw bindingError(BINDING, message, given);
}

function positional(value: PSValue, cmdlet: ReferenceCmdlet, bound: ReadonlyMap<string, unknown>): string {
  if (cmdlet.parameters.has('identity') && !bound.has('Identity')) return 'Identity';
  const text = String(parameterValue(value, false));
  throw bindingError(BINDING, `A positional parameter cannot be found that accepts argument '${text}'.`, text);
}

function boundTwice(parameter: string): Error {
  const message =
    `Cannot bind parameter because parameter '${parameter}' is specified more than once. To provide multiple values to ` +
    'parameters that can accept multiple values, use the array syntax.';
  return bindingError(BINDING, message, parameter);
}

/**
 * A value as the lab's cmdlets take it: text for what Exchange's types read as text, a list, a ListChange for
 * `@{Add=…; Remove=…}`. A switch without a value is on.
 */
function parameterValue(value: PSValue, isOfSwitch: boolean, name = ''): unknown {
  if (value === null) return isOfSwitch ? true : null;
  if (typeof value !== 'object') return typeof value === 'bigint' ? value.toString() : value;
  if (value instanceof PSGuid || value instanceof PSDateTime || value instanceof PSTimeSpan) return value.toString();
  if (value instanceof PSPrimitive) return value.toString();
  if (value instanceof PSDictionary) return listChange(value, name);
  if (Array.isArray(value)) return value.map((item: PSValue) => parameterValue(item, false, name));
  if (value instanceof PSObject) return objectValue(value, isOfSwitch, name);
  throw bindingError(BINDING, `Cannot bind parameter '${name}'.`, name);
}

/** A SwitchParameter is its IsPresent; any other object is what it holds, or its text, as for an ADObjectId. */
function objectValue(value: PSObject, isOfSwitch: boolean, name: string): unknown {
  const isPresent = value.get('IsPresent');
  if (
    typeof isPresent === 'boolean' &&
    (isOfSwitch || value.isOfType('System.Management.Automation.SwitchParameter'))
  ) {
    return isPresent;
  }
  if (value.value !== undefined && !value.isOfType('System.Enum')) return parameterValue(value.value, isOfSwitch, name);
  return value.toString();
}

function listChange(value: PSDictionary, name: string): ListChange {
  for (const key of value.entries.keys()) {
    if (typeof key === 'string' && /^(?:add|remove)$/i.test(key)) continue;
    const message =
      `Cannot process argument transformation on parameter '${name}'. Cannot convert the hashtable: the only keys ` +
      `that are understood are "Add" and "Remove".`;
    throw bindingError('System.Management.Automation.ParameterBindingArgumentTransformationException', message, name);
  }
  const texts = (key: string): string[] => {
    const found = value.get(key);
    if (found === undefined || found === null) return [];
    return (Array.isArray(found) ? (found as readonly PSValue[]) : [found]).map((item) =>
      String(parameterValue(item, false)),
    );
  };
  return new ListChange(texts('Add'), texts('Remove'));
}
